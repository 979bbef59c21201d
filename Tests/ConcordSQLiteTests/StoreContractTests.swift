#if SQLite
import ConcordSQLite
import ConcordTesting
import Testing

/// The contract that every store is held to.
@Suite struct StoreContractTests {
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func theFileKeepsTheContract(_ seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let files = FileNames()
        let options = SQLiteOptions(durability: .normal)
        var contract = IntegrationStoreContract(seed: seed) {
            try SQLiteStore(path: folder.file(files.next()), options: options)
        }
        contract.reopen = { store in
            try store.close()
            return try SQLiteStore(path: store.path, options: options)
        }
        #expect(await contract.findings() == [], "seed \(seed)")
    }
}
#endif

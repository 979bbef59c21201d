#if CommandLine
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord sync")
struct SyncTests {
    private let folder: SyncFolder

    init() throws { folder = try SyncFolder() }

    @Test("what two systems said is taken in, and what one of them must be told is written as a patch of its object")
    func patches() throws {
        let result = folder.sync()
        #expect(result.status == 1)
        #expect(result.errors == "")
        #expect(
            result.output == """
                5 messages read: 2 new, 0 known, 2 refused, 1 waiting behind them
                2 claims about 3 records, 1 of them late
                2 changes planned, 1 sent
                3 exceptions opened, 0 ended by themselves; 3 open

                """
        )
        let patches = folder.names(in: "out/netsuite/customer")
        #expect(patches.count == 1)
        let patch = try String(
            contentsOfFile: folder.path("out/netsuite/customer/\(patches.first ?? "")"),
            encoding: .utf8
        )
        #expect(patch.contains("https://nordwind.example"))
        #expect(!folder.names(in: "out").contains("salesforce:emea"))
    }

    @Test("the account is JSON for machines")
    func json() throws {
        let result = folder.sync(["sync", "--format", "json"])
        let account = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(account?["read"] as? Int == 5)
        #expect(account?["open"] as? Int == 3)
    }

    @Test("folders that cannot be read are told, and what was meant is proposed")
    func unreadFolders() throws {
        try folder.write("in/netsutie/customer/1.ndjson", "{}")
        try folder.write("in/netsuite/custmer/1.ndjson", "{}")
        let result = folder.sync()
        #expect(
            Set(result.errorLines) == [
                #"concord: FOLDER/in/netsutie is not read: it is no system with mappings; did you mean "netsuite"?"#,
                #"concord: FOLDER/in/netsuite/custmer is not read: there is no mapping for it; did you mean "customer"?"#,
            ]
        )
        #expect(result.lines.first == "5 messages read: 2 new, 0 known, 2 refused, 1 waiting behind them")
    }

    @Test("wrong usage, missing folders and bad policies have their own status")
    func refused() throws {
        #expect(Shell.run("sync").status == 64)
        let missing = folder.run(["sync", "--from", folder.path("nowhere"), "--currency", "EUR"])
        #expect(missing.status == 66)
        #expect(missing.errors == "concord: cannot read FOLDER/nowhere: no such file or directory\n")
        try folder.write("policy.json", #"{"rules":[{"field":"customer.nmae"}]}"#)
        #expect(folder.sync(["sync", "--policy", folder.path("policy.json")]).status == 65)
    }

    #if SQLite
    @Test("everything is kept in one file, from which the next run goes on")
    func goesOn() throws {
        let store = folder.path("store/day.sqlite")
        try folder.write("store/README")
        #expect(folder.sync(["sync", "--store", store]).status == 1)
        #expect(folder.names(in: "store") == ["README", "day.sqlite"])
        let again = folder.sync(["sync", "--store", store], at: "2026-11-21T10:00:00Z")
        #expect(
            again.output == """
                0 messages read: 0 new, 0 known, 0 refused, 0 waiting behind them
                0 claims about 0 records
                0 changes planned, 0 sent
                0 exceptions opened, 0 ended by themselves; 3 open

                """
        )
        #expect(folder.names(in: "out/netsuite/customer").count == 1)
    }

    @Test("a file that is no store is refused, and left as it was")
    func damagedStore() throws {
        try folder.write(
            "day.sqlite",
            "This was a spreadsheet once, and it is longer than a header of SQLite's is: it has two lines,",
            "or so."
        )
        let result = folder.sync(["sync", "--store", folder.path("day.sqlite")])
        #expect(result.status == 73)
        #expect(result.errors.contains("FOLDER/day.sqlite"))
        #expect(try String(contentsOfFile: folder.path("day.sqlite"), encoding: .utf8).hasPrefix("This was"))
    }
    #endif
}
#endif

import ConcordAdapters
import ConcordOwnership
import ConcordTesting
import Testing

/// The adapters in memory keep their contracts, and broken ones are told what they break.
struct ContractTests {
    @Test func memorySourceKeepsItsContract() async throws {
        let report = await Acme.sourceContract { Acme.source() }.report()
        #expect(report.broken == [])
        #expect(report.unchecked == [])
        #expect(report.kept == ChangeSourceContract.promises)
    }

    @Test func memoryTargetKeepsItsContract() async throws {
        var contract = Acme.targetContract(twisted: BrokenTargets.strict)
        contract.expect(.validation, of: Acme.refused)
        let report = await contract.report()
        #expect(report.broken == [])
        #expect(report.unchecked == [])
        #expect(report.kept == ChangeTargetContract.promises)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>) func memoryStoreKeepsItsContract(seed: UInt64) async throws {
        var contract = IntegrationStoreContract(seed: seed) { MemoryStore() }
        // Nothing is closed here; a store that lasts has its own tests.
        contract.reopen = { $0 }
        let report = await contract.report()
        #expect(report.broken == [])
        #expect(report.unchecked == [])
        #expect(report.kept == IntegrationStoreContract<MemoryStore>.promises)
        try await contract.check()
    }

    @Test func whatIsNotHandedOverIsNotChecked() async throws {
        let target = MemoryTarget(Acme.system, capabilities: TargetCapabilities(keyRetention: nil, readsBack: false))
        let changes = ChangeTargetContract.samples(for: Acme.system, "Client", ["name"])
        let report = await ChangeTargetContract(changes: changes) { target }.report()
        #expect(report.broken == [])
        #expect(report.unchecked.count == 12)
        let store = await IntegrationStoreContract { MemoryStore() }.report()
        #expect(store.unchecked.map(\.promise.name) == ["store.lasts"])
    }

    @Test func aSystemThatIsTooSmallIsNotTakenForGood() async throws {
        let report = await ChangeSourceContract { MemorySource(Acme.system, Array(Acme.items.prefix(3))) }.report()
        #expect(report.broken.map(\.promise.name) == ["source.answers"])
    }

    @Test func everyPromiseHasItsName() {
        let all =
            ChangeSourceContract.promises + ChangeTargetContract.promises
            + IntegrationStoreContract<MemoryStore>.promises
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map(\.words)).count == all.count)
        let text = all.map(\.description).joined(separator: "\n") + "\n"
        #expect(GoldenFile("../Golden/promises.txt").difference(from: text) == "")
    }

    @Test func brokenAdaptersAreToldWhatTheyBreak() async {
        var text = ""
        func tell(_ what: String, _ promise: String, _ report: ContractReport) {
            text += "# \(what)\n\n"
            guard let finding = report.broken.first(where: { $0.promise.name == promise }) else {
                Issue.record("\(what) does not break \(promise), but \(report.broken.map(\.promise.name))")
                return
            }
            text += "\(finding)\n"
            let others = report.broken.map(\.promise.name).filter { $0 != promise }
            if !others.isEmpty { text += "  and breaks: \(others.joined(separator: ", "))\n" }
            text += "\n"
        }
        for broken in BrokenSources.all {
            let report = await Acme.sourceContract(broken.factory).report()
            tell("A source that \(broken.what)", broken.promise, report)
        }
        for broken in BrokenTargets.all {
            var contract = Acme.targetContract(twisted: broken.twist)
            contract.expect(.validation, of: Acme.refused)
            tell("A target that \(broken.what)", broken.promise, await contract.report())
        }
        for broken in BrokenStores.all {
            tell("A store that \(broken.what)", broken.promise, await broken.report())
        }
        #expect(GoldenFile("../Golden/broken-adapters.txt").difference(from: text) == "")
    }
}

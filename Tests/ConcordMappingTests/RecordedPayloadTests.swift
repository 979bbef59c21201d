import Concord
import ConcordTesting
import Foundation
import Testing

/// Bodies that were recorded from Salesforce; the environment variable `CONCORD_PAYLOADS` names their folder.
@Suite("Recorded payloads", .enabled(if: RecordedPayloads.folder != nil))
struct RecordedPayloadTests {
    @Test func everyAccountOpportunityAndContactMaps() throws {
        var table = ["file                                     object       count leaves mapped   kept dropped issues"]
        var total = Coverage.Sums()
        for file in try RecordedPayloads.files("salesforce") {
            let objects = try Fixtures(file: file.path, envelope: nil)
            let accounts = try check(Salesforce.account, objects)
            let opportunities = try check(Salesforce.opportunity, objects)
            // A contact without an account is nobody's; those who recorded theirs had some.
            let contacts = try check(Salesforce.contact.alone, objects) { object in
                object.contains(#""AccountId": null"#) ? [.missing] : []
            }
            let found = [("Account", accounts), ("Opportunity", opportunities), ("Contact", contacts)]
            for (name, sums) in found where sums.objects > 0 {
                table.append(Self.row(file.lastPathComponent, name, sums))
                total.add(sums)
            }
        }
        table.append(Self.row("all", "", total))
        print(table.joined(separator: "\n"))
        #expect(total.objects > 0)
    }

    private static func row(_ file: String, _ object: String, _ sums: Coverage.Sums) -> String {
        let numbers = [sums.objects, sums.leaves, sums.mapped, sums.kept, sums.dropped, sums.issues]
        return file.padding(toLength: 41, withPad: " ", startingAt: 0)
            + object.padding(toLength: 12, withPad: " ", startingAt: 0)
            + numbers.map { String(repeating: " ", count: max(0, 7 - "\($0)".count)) + "\($0)" }.joined()
    }

    private func check<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ fixtures: Fixtures,
        refusals: (String) -> [IssueCode] = { _ in [] }
    ) throws -> Coverage.Sums {
        let context = try MappingLawsTests.context()
        let objects = fixtures.objects(ofType: mapping.object).objects
        let accepted = Fixtures(objects.filter { refusals($0.text).isEmpty })
        if !accepted.objects.isEmpty {
            let trial = MappingTrial(mapping, in: context, fixtures: accepted)
            expectNone(trial.acceptance())
            expectNone(trial.roundTrip())
        }
        expectNone(MappingTrial(mapping, in: context, fixtures: Fixtures(objects)).accountIsBalanced())
        var coverage = Coverage()
        var sums = Coverage.Sums()
        for object in objects {
            let mapped = object.bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
            #expect(mapped.allIssues.map(\.code) == refusals(object.text), "\(object) \(mapped.allIssues)")
            sums.issues += mapped.allIssues.count
        }
        sums.objects = coverage.objects
        sums.leaves = coverage.leaves
        sums.mapped = coverage.mapped
        sums.kept = coverage.kept
        sums.dropped = coverage.dropped
        return sums
    }
}

extension Coverage {
    /// The figures of a file.
    fileprivate struct Sums {
        var objects = 0, leaves = 0, mapped = 0, kept = 0, dropped = 0, issues = 0

        mutating func add(_ other: Sums) {
            objects += other.objects
            leaves += other.leaves
            mapped += other.mapped
            kept += other.kept
            dropped += other.dropped
            issues += other.issues
        }
    }
}

/// Where recorded bodies are.
enum RecordedPayloads {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_PAYLOADS"].map { URL(filePath: $0) }

    static func files(_ system: String) throws -> [URL] {
        guard let folder else { return [] }
        // The variable may name the folder of all systems, or that of one.
        let inner = folder.appending(path: system)
        let place = FileManager.default.fileExists(atPath: inner.path) ? inner : folder
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }
}

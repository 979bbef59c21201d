import Concord
import Foundation
import Testing

/// Bodies that were recorded from Salesforce; the environment variable `CONCORD_PAYLOADS` names their folder.
@Suite("Recorded payloads", .enabled(if: RecordedPayloads.folder != nil))
struct RecordedPayloadTests {
    @Test func everyAccountOpportunityAndContactMaps() throws {
        var table = ["file                                     object       count leaves mapped   kept dropped issues"]
        var total = Coverage.Sums()
        for file in try RecordedPayloads.files("salesforce") {
            let objects = try RecordedPayloads.objects(file)
            let accounts = try check(Salesforce.account, objects, file)
            let opportunities = try check(Salesforce.opportunity, objects, file)
            // A contact without an account is nobody's; those who recorded theirs had some.
            let contacts = try check(Salesforce.contact.alone, objects, file) { object in
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
        _ objects: [(type: String, bytes: [UInt8])],
        _ file: URL,
        refusals: (String) -> [IssueCode] = { _ in [] }
    ) throws -> Coverage.Sums {
        let context = try MappingLawsTests.context()
        var coverage = Coverage()
        var sums = Coverage.Sums()
        for object in objects where object.type == mapping.object {
            let before = coverage.leaves
            let mapped = object.bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
            let comment: Comment = "\(file.lastPathComponent): \(String(decoding: object.bytes, as: UTF8.self))"
            let refusals = refusals(String(decoding: object.bytes, as: UTF8.self))
            #expect(mapped.allIssues.map(\.code) == refusals, "\(comment) \(mapped.allIssues)")
            #expect(coverage.leaves - before == (try WalkedJSON(object.bytes)).leafCount, comment)
            sums.issues += mapped.allIssues.count
            guard refusals.isEmpty else { continue }
            let records = try mapped.records()
            let (back, issues) = try mapping.write(records, onto: object.bytes, in: context)
            #expect(back == object.bytes, comment)
            #expect(issues == [], comment)
            for record in records { #expect(try Target(json: record.json()) == record, comment) }
            let again = try mapping.read(mapping.write(records, in: context), in: context).records()
            #expect(zip(records, again).flatMap { $0.changes(to: $1) } == [], comment)
        }
        #expect(coverage.isBalanced)
        #expect(coverage.unknown == 0)
        for (pointer, field) in coverage.fields {
            #expect(field.note != "", "\(pointer) is \(field.disposition) without a reason")
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

/// Where recorded bodies are, and the objects in them, byte for byte as they stand there.
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

    /// Every object that says of itself, in its attributes, of what type it is.
    static func objects(_ file: URL) throws -> [(type: String, bytes: [UInt8])] {
        let bytes = [UInt8](try Data(contentsOf: file))
        let walked = try WalkedJSON(bytes)
        return walked.members.compactMap { member in
            let suffix = "/attributes/type"
            guard member.pointer.hasSuffix(suffix) else { return nil }
            let type = walked.text(of: member).dropFirst().dropLast()
            return walked[String(member.pointer.dropLast(suffix.count))].map { (String(type), Array(bytes[$0.value])) }
        }
    }
}

import Concord
import ConcordTesting
import ConcordXML
import Foundation
import Testing

/// The objects of `Fixtures/workday`: rows of reports as they stand there, and elements as an XML reader makes them.
enum WorkdayFixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/workday/\(name)")
        return [UInt8](try Data(contentsOf: file))
    }

    static func rows(_ name: String) throws -> [String] {
        try Fixtures(file: "Fixtures/workday/\(name)", envelope: PayloadEnvelope(items: "Report_Entry")).objects
            .map(\.text)
    }

    static func elements(_ element: String, _ bytes: [UInt8]) throws -> [String] {
        var objects: [String] = []
        var offset = 0
        let source = { (buffer: UnsafeMutableRawBufferPointer) -> Int in
            let count = min(buffer.count, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<(offset + count)])
            offset += count
            return count
        }
        try XMLPayloadReader(records: element, lists: Workday.repeatedElements)
            .read(from: source) { payload in
                #expect(payload.issue == nil)
                objects.append(String(decoding: payload.bytes, as: UTF8.self))
            }
        return objects
    }

    /// All objects that a mapping reads.
    static func objects<Target: CanonicalRecord>(_ mapping: Mapping<Target>) throws -> [String] {
        switch mapping.object {
        case "Worker": try rows("worker-report.json")
        case "Project": try rows("project-report.json")
        case "Customer_Invoice": try rows("customer-invoice-report.json")
        case "wd:Worker": try elements("Worker", bytes("get-workers.xml"))
        case "wd:Project": try elements("Project", bytes("get-projects.xml"))
        default: try elements("Customer_Invoice", bytes("get-customer-invoices.xml"))
        }
    }
}

/// What a mapping of Workday's promises, tried on one object.
struct WorkdayTrial<Target: CanonicalRecord> {
    let mapping: Mapping<Target>
    let payload: String
    let context: MappingContext

    init(_ mapping: Mapping<Target>, _ payload: String) throws {
        self.mapping = mapping
        self.payload = payload
        context = try Self.context()
    }

    init(_ mapping: Mapping<Target>, _ index: Int = 0) throws {
        try self.init(mapping, try #require(try WorkdayFixture.objects(mapping).dropFirst(index).first))
    }

    /// Ids are derived, but for a currency that comes with its Workday ID alone.
    static func context() throws -> MappingContext {
        var identities = IdentityTable(fallback: DerivedIdentities())
        let euro = ExternalKey(
            system: "workday:test",
            objectType: "Currency",
            value: "eur0ffdd3e14da0ba7275d5400bafd55"
        )
        identities.insert(euro, as: "EUR")
        return MappingContext(
            system: "workday:test",
            tenant: "kestrel",
            ingestedAt: try Instant("2026-06-15T12:00:00Z"),
            currency: .usd,
            identities: identities
        )
    }

    func record() throws -> Target {
        let mapped = mapping.read(payload, in: context)
        #expect(mapped.isAcceptable, "\(mapped.allIssues)")
        return try #require(mapped.records().first)
    }

    func issues(_ payload: String) -> [ConcordSchema.Issue] { mapping.read(payload, in: context).allIssues }

    /// Every leaf of the object is mapped, kept or dropped, and it is said why.
    @discardableResult
    func account() throws -> Coverage {
        expectNone(trial.accountIsBalanced())
        var coverage = Coverage()
        _ = Array(payload.utf8).withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        return coverage
    }

    /// Everything is accounted for, what did not change stays as it is, and the record is a document.
    func check() throws {
        expectNone(trial.acceptance())
        try account()
        expectNone(trial.roundTrip())
        try checkXML(Array(payload.utf8))
    }

    private var trial: MappingTrial<Target> {
        MappingTrial(mapping, in: context, fixtures: Fixtures(text: payload, envelope: nil))
    }

    /// What did not change stays as it is, as JSON and as XML, and the record is a document.
    func checkRoundTrip() throws {
        expectNone(trial.writingBack())
        try checkXML(Array(payload.utf8))
    }

    /// An element is written as XML that is read as the same leaves.
    private func checkXML(_ object: [UInt8]) throws {
        guard mapping.object.hasPrefix("wd:") else { return }
        let element = String(mapping.object.dropFirst(3))
        let writer = XMLPayloadWriter(prefix: "wd", namespace: "urn:com.workday/bsvc", qualifiesAttributes: true)
        let found = try WorkdayFixture.elements(element, try writer.write(object, as: element))
        #expect(found == [String(decoding: object, as: UTF8.self)])
    }

    /// The object with a change: only the named leaves differ, and reading gives the changed record.
    @discardableResult
    func change(_ pointers: Set<String>, _ make: (inout Target) throws -> Void) throws -> String {
        var record = try record()
        try make(&record)
        let bytes = Array(payload.utf8)
        let (object, issues) = try mapping.write([record], onto: bytes, in: context)
        let text = String(decoding: object, as: UTF8.self)
        #expect(issues == [], "\(text)")
        let before = try WalkedJSON(bytes).leaves
        let after = try WalkedJSON(object).leaves
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(changed == pointers, "\(text)")
        let found = try #require(mapping.read(text, in: context).records().first)
        let differences = found.changes(to: record).filter { !$0.path.description.hasPrefix("header.remarks") }
        #expect(differences == [], "\(text)")
        if !text.contains("null") {
            // XML has no numbers: what was read from it is text again.
            try WorkdayTrial(mapping, text).checkChangedXML()
        }
        return text
    }

    private func checkChangedXML() throws {
        guard mapping.object.hasPrefix("wd:") else { return }
        let element = String(mapping.object.dropFirst(3))
        let writer = XMLPayloadWriter(prefix: "wd", namespace: "urn:com.workday/bsvc", qualifiesAttributes: true)
        let xml = try writer.write(Array(payload.utf8), as: element)
        let found = try #require(try WorkdayFixture.elements(element, xml).first)
        let expected = try record()
        let again = try #require(mapping.read(found, in: context).records().first)
        #expect(again.changes(to: expected).filter { !$0.path.description.hasPrefix("header.remarks") } == [])
    }

    /// A change that no rule can write is said, and writes nothing.
    func refuses(_ make: (inout Target) throws -> Void) throws {
        var record = try record()
        try make(&record)
        let (object, issues) = try mapping.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: object, as: UTF8.self) == payload)
        #expect(issues.map(\.code.rawValue).contains("mapping.notWritable"))
    }

    /// A new object says what the old one said.
    func checkAnew() throws {
        let record = try record()
        let text = mapping.write(record, in: context)
        let mapped = mapping.read(text, in: context)
        #expect(mapped.isAcceptable, "\(mapped.allIssues) \(text)")
        let found = try #require(mapped.records().first)
        let differences = record.changes(to: found).filter { !$0.path.description.hasPrefix("header.remarks") }
        #expect(differences == [], "\(text)")
    }

    /// Every leaf is accounted for whatever stands in it, and what is accepted goes back as it came.
    func checkOddities() throws {
        let bytes = Array(payload.utf8)
        let oddities = [
            "null", "true", "-1.50", "1e40", "\"\"", "\"x\"", "{}", "[]", "[{}]", "[null]", "{\"ID\":null}",
            ##"[{"@type":"WID"}]"##, ##"[{"@type":"WID","#text":"x","@parent_id":"y"}]"##,
        ]
        for (index, member) in try WalkedJSON(bytes).members.enumerated() where member.pointer != "" {
            // Four for each value, other ones for the next.
            for oddity in (0..<4).map({ oddities[(index * 4 + $0) % oddities.count] }) {
                var odd = bytes
                odd.replaceSubrange(member.value, with: Array(oddity.utf8))
                let comment: Comment = "\(mapping.name) \(member.pointer) as \(oddity)"
                var coverage = Coverage()
                let mapped = odd.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
                #expect(coverage.isBalanced, comment)
                guard mapped.isAcceptable else { continue }
                #expect(coverage.unknown == 0, comment)
                #expect(coverage.leaves == (try WalkedJSON(odd)).leafCount, comment)
                let records = try mapped.records()
                let (back, issues) = try mapping.write(records, onto: odd, in: context)
                #expect(back == odd, comment)
                #expect(issues == [], comment)
                for record in records { #expect(try Target(json: record.json()) == record, comment) }
            }
        }
    }
}

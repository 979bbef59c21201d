import ConcordSchema
import ConcordValidation
import ConcordVersions

/// Validates documents of one kind, whichever it is.
protocol RecordChecker {
    /// The version that the rules look at: `time-entry/2`.
    var tag: String { get }

    /// Validates one document.
    func check(_ document: UnsafeBufferPointer<UInt8>, with related: RelatedRecords) -> CheckedDocument
}

/// What validation says of one document.
struct CheckedDocument {
    /// The record's id, as far as it could be read.
    let id: String

    /// The issues of reading.
    var issues: [Issue]

    /// What the rules found.
    let findings: [Finding]

    /// The rules that did not look.
    let unchecked: [UncheckedRule]

    /// Whether it is a document of a known record.
    var isRecord = true

    /// A document that is of no known record, and why.
    static func unreadable(_ issue: Issue) -> CheckedDocument {
        CheckedDocument(id: "", issues: [issue], findings: [], unchecked: [], isRecord: false)
    }

    /// What becomes of the record.
    var outcome: Outcome {
        if !isRecord { return .unreadable }
        if issues.contains(where: { $0.severity == .error }) || findings.contains(where: { $0.weight == .error }) {
            return .refused
        }
        return findings.contains { if case .approval = $0.weight { true } else { false } } ? .needsApproval : .valid
    }

    /// What can become of a record.
    enum Outcome: String {
        case valid
        case needsApproval
        case refused
        case unreadable
    }
}

/// Validates documents of one type.
struct TypedChecker<Record: CanonicalRecord>: RecordChecker {
    private let validator: Validator<Record>
    private let read: (UnsafeBufferPointer<UInt8>) -> Draft<Record>

    init(
        _ policy: ValidationPolicy,
        in circumstances: Circumstances,
        reading read: @escaping (UnsafeBufferPointer<UInt8>) -> Draft<Record>
    ) {
        validator = policy.validator(for: Record.self, in: circumstances)
        self.read = read
    }

    var tag: String { Record.schema.description.tag }

    func check(_ document: UnsafeBufferPointer<UInt8>, with related: RelatedRecords) -> CheckedDocument {
        let draft = read(document)
        // What could not be read has placeholders, of which no rule could say anything true.
        guard draft.isAcceptable else {
            return CheckedDocument(id: id(in: document), issues: draft.issues, findings: [], unchecked: [])
        }
        let verdict = validator.verdict(on: draft, with: related)
        return CheckedDocument(
            id: id(in: document),
            issues: draft.issues,
            findings: verdict.findings,
            unchecked: verdict.unchecked
        )
    }

    private func id(in document: UnsafeBufferPointer<UInt8>) -> String {
        JSONPlace.text(of: "id", in: document) ?? ""
    }
}

extension CanonicalRecord {
    /// What validates documents of any published version of this type.
    static func checker(_ policy: ValidationPolicy, in circumstances: Circumstances) -> any RecordChecker {
        guard let type = Self.self as? any VersionedRecord.Type else {
            return TypedChecker<Self>(policy, in: circumstances) { Draft(json: $0) }
        }
        return type.versionedChecker(policy, in: circumstances)
    }

    /// Reads a document of any published version and puts it with those that are at hand.
    static func insert(
        _ document: UnsafeBufferPointer<UInt8>,
        into related: inout RelatedRecords
    ) throws(Refusal) {
        guard let type = Self.self as? any VersionedRecord.Type else { return related.insert(try Self(json: document)) }
        try type.insertVersion(document, into: &related)
    }

    /// Says that all records of this type are at hand.
    static func declareComplete(in related: inout RelatedRecords) {
        related.insert([Self](), isComplete: true)
    }
}

extension VersionedRecord {
    fileprivate static func versionedChecker(
        _ policy: ValidationPolicy,
        in circumstances: Circumstances
    ) -> any RecordChecker {
        TypedChecker<Self>(policy, in: circumstances) { history.draft(json: $0) }
    }

    fileprivate static func insertVersion(
        _ document: UnsafeBufferPointer<UInt8>,
        into related: inout RelatedRecords
    ) throws(Refusal) {
        related.insert(try history.draft(json: document).record())
    }
}

extension JSONPlace {
    /// The text of a member of a document; nil if it is none.
    static func text(of member: String, in document: UnsafeBufferPointer<UInt8>) -> String? {
        guard var json = json(at: [member], in: document) else { return nil }
        return json.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return reader.peek() == UInt8(ascii: "\"") ? try? reader.readString() : nil
        }
    }
}

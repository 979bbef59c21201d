import ConcordSchema
import ConcordValidation

/// Validates documents of one kind, whichever it is.
protocol RecordChecker {
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

    /// What becomes of the record.
    var outcome: Outcome {
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
    }
}

/// Validates documents of one type.
struct TypedChecker<Record: CanonicalRecord>: RecordChecker {
    private let validator: Validator<Record>

    init(_ policy: ValidationPolicy, in circumstances: Circumstances) {
        validator = policy.validator(for: Record.self, in: circumstances)
    }

    func check(_ document: UnsafeBufferPointer<UInt8>, with related: RelatedRecords) -> CheckedDocument {
        let draft = Draft<Record>(json: document)
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
    /// What validates documents of this type.
    static func checker(_ policy: ValidationPolicy, in circumstances: Circumstances) -> any RecordChecker {
        TypedChecker<Self>(policy, in: circumstances)
    }

    /// Reads a document and puts it with those that are at hand.
    static func insert(
        _ document: UnsafeBufferPointer<UInt8>,
        into related: inout RelatedRecords
    ) throws(Refusal) {
        related.insert(try Self(json: document))
    }

    /// Says that all records of this type are at hand.
    static func declareComplete(in related: inout RelatedRecords) {
        related.insert([Self](), isComplete: true)
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

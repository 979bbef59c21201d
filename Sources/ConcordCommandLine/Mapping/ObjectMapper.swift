import ConcordMapping
import ConcordSchema
import ConcordValues

/// Maps one vendor's object after the other, whatever record they lead to.
protocol ObjectMapper: AnyObject {
    /// Takes the account of the objects so far, and begins a new one; nil if none is kept.
    func takeCoverage() -> Coverage?

    /// Maps an object.
    ///
    /// - Parameters:
    ///   - payload: The object.
    ///   - file: What people call the stream that it is from.
    ///   - lines: Receives the records, each with a line's end, if the object is accepted.
    /// - Returns: What came of it.
    func map(_ payload: Payload, of file: String, to lines: inout JSONWriter) -> MappingOutcome

    /// Says what happened to an object, by mapping it once more; it is not accounted for again.
    ///
    /// - Parameters:
    ///   - payload: The object.
    ///   - topic: What is asked for.
    /// - Returns: The explanation, with positions in the stream.
    func explain(_ payload: Payload, _ topic: ExplanationTopic) -> MappingExplanation
}

/// What came of one object.
enum MappingOutcome {
    /// So many records, with nothing to be said about them.
    case accepted(records: Int)
    /// Records with something to be looked at: the id of each, and what.
    case acceptedWithIssues([(id: String, issues: [Issue])], records: Int)
    /// No record, for these reasons.
    case rejected([Issue])
}

/// Maps objects to one type of record.
final class RecordMapper<Target: CanonicalRecord>: ObjectMapper {
    private let mapping: Mapping<Target>
    private let context: MappingContext
    private var coverage: Coverage?

    /// A mapper.
    ///
    /// - Parameters:
    ///   - mapping: The mapping.
    ///   - context: What the run knows that no object says.
    ///   - hasCoverage: Whether every leaf is accounted for.
    init(_ mapping: Mapping<Target>, in context: MappingContext, hasCoverage: Bool) {
        self.mapping = mapping
        self.context = context
        coverage = hasCoverage ? Coverage() : nil
    }

    func takeCoverage() -> Coverage? {
        guard let account = coverage.take() else { return nil }
        coverage = Coverage()
        return account
    }

    func map(_ payload: Payload, of file: String, to lines: inout JSONWriter) -> MappingOutcome {
        let mapped = read(payload, of: file)
        guard mapped.isAcceptable else {
            var issues = mapped.allIssues
            payload.locate(&issues)
            return .rejected(issues)
        }
        mapped.writeLines(to: &lines)
        let remarks = mapped.allIssues.isEmpty ? [] : self.remarks(on: mapped, payload)
        return remarks.isEmpty ? .accepted(records: mapped.count) : .acceptedWithIssues(remarks, records: mapped.count)
    }

    private func remarks(on mapped: MappedObject<Target>, _ payload: Payload) -> [(id: String, issues: [Issue])] {
        mapped.drafts.compactMap { draft in
            guard !draft.issues.isEmpty else { return nil }
            var issues = draft.issues
            payload.locate(&issues)
            return (draft.value.id.text, issues)
        }
    }

    func explain(_ payload: Payload, _ topic: ExplanationTopic) -> MappingExplanation {
        let explanation =
            switch topic {
            case .everything: mapping.explain(payload.bytes, in: context)
            case .target(let path): mapping.explain(payload.bytes, in: context, target: path)
            case .source(let pointer): mapping.explain(payload.bytes, in: context, source: pointer)
            }
        return explanation.located(in: payload)
    }

    private func read(_ payload: Payload, of file: String) -> MappedObject<Target> {
        guard var account = coverage.take() else { return mapping.read(payload.bytes, in: context) }
        let mapped = mapping.read(payload.bytes, in: context, coverage: &account)
        account.locateExamples(in: payload, of: file)
        coverage = account
        return mapped
    }
}

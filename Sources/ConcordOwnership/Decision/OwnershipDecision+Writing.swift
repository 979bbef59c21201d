public import ConcordSchema
import ConcordValues

extension OwnershipDecision {
    /// Writes the decision as one JSON object.
    ///
    /// - Parameters:
    ///   - record: The record that it is about.
    ///   - writer: Where to.
    public func write(about record: RecordKey, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("record", record.name)
        writer.member("id", record.id)
        writer.member("event", event)
        writer.member("system", system.text)
        writer.member("entry", entry.text)
        writer.member("unit", unit.text)
        writer.member("outcome", outcome.word)
        if let reason = outcome.reason { writer.member("reason", reason) }
        if let by = outcome.by { writer.member("by", by) }
        if let rule { writer.member("rule", rule) }
        writer.endObject()
    }

    /// The decision as one line of JSON.
    public func jsonText(about record: RecordKey) -> String {
        var writer = JSONWriter(capacity: 256)
        write(about: record, to: &writer)
        return writer.text()
    }
}

extension Outcome {
    /// What became of the claim, in one word and without what it names: `superseded`.
    public var word: String {
        switch self {
        case .quarantined: "quarantined"
        case .echo: "echo"
        case .unchanged: "unchanged"
        case .superseded: "superseded"
        case .outranked: "outranked"
        case .outOfScope: "outOfScope"
        case .refused: "refused"
        case .pending: "pending"
        case .accepted: "accepted"
        case .silent: "silent"
        case .withdrawn: "withdrawn"
        case .scheduled: "scheduled"
        case .ended: "ended"
        }
    }

    /// Why, for claims that were refused or that no rule speaks of.
    public var reason: String? {
        switch self {
        case .refused(let reason): reason.rawValue
        case .outOfScope(let reason): reason.rawValue
        default: nil
        }
    }

    /// The event that took its place, if one did.
    public var by: String? {
        switch self {
        case .superseded(let event), .outranked(let event): event.isEmpty ? nil : event
        default: nil
        }
    }
}

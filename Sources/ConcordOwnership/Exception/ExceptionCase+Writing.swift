import ConcordConfiguration
public import ConcordSchema
import ConcordValues

extension ExceptionCase {
    /// Writes the case as one JSON object; what is not for everybody is masked in it as it is in the case.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("case", id.description)
        writer.member("record", record.name)
        writer.member("id", record.id)
        writer.member("kind", exception.kind.rawValue)
        if exception.unit != "" { writer.member("unit", exception.unit.text) }
        writer.member("says", headline)
        writer.member("events", exception.events)
        writer.member("systems", exception.systems.map(\.text))
        if let owner { writer.member("owner", owner.rawValue) }
        if exception.unit != "" { writer.member("current", current) }
        if let currentSince { writer.member("since", currentSince.description) }
        if !proposed.isEmpty {
            writer.write(name: "proposed")
            writer.beginList()
            for proposal in proposed {
                writer.beginObject()
                writer.member("system", proposal.system.text)
                writer.member("value", proposal.value)
                writer.member("since", proposal.since.description)
                writer.endObject()
                writer.endItem()
            }
            writer.endList()
            writer.endItem()
        }
        if let binding { write(binding, to: &writer) }
        if !context.words.isEmpty { writer.member("atStake", context.words) }
        writer.member("actions", actions.map(\.rawValue))
        if let due { writer.member("due", due.description) }
        writer.endObject()
    }

    private func write(_ binding: Binding, to writer: inout JSONWriter) {
        writer.write(name: "approval")
        writer.beginObject()
        writer.member("needs", binding.requirement.description)
        writer.member("missing", binding.missingRoles.map(\.rawValue))
        writer.member("base", binding.base.description)
        writer.member("proposed", binding.proposed.description)
        writer.member("policy", binding.policy)
        writer.endObject()
        writer.endItem()
    }

    /// The case as one line of JSON.
    public func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

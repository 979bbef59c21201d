internal import ConcordConfiguration
public import ConcordSchema

extension Finding {
    /// Writes the finding as a JSON object: for people's tools and logs.
    ///
    /// - Parameters:
    ///   - writer: Where to write it.
    ///   - visible: The classes of values that may be shown; others are `•••`.
    public func write(to writer: inout JSONWriter, showing visible: Set<Sensitivity> = [.open]) {
        func member(_ name: String, _ text: String?) {
            guard let text else { return }
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        let isVisible = visible.contains(sensitivity)
        writer.beginObject()
        member("code", code.rawValue)
        switch weight {
        case .info: member("weight", "info")
        case .warning: member("weight", "warning")
        case .error: member("weight", "error")
        case .approval(let role):
            member("weight", "approval")
            member("approval", role.rawValue)
        }
        if !path.steps.isEmpty {
            member("path", path.description)
            member("pointer", path.pointer)
        }
        member("expected", expected)
        member("expectedValue", isVisible ? expectedValue : expectedValue.map { _ in "•••" })
        member("observed", isVisible ? observed : observed.map { _ in "•••" })
        member("actor", actor.rawValue)
        member("remedy", remedy)
        member("clause", clause)
        member("related", related)
        member("layer", layer)
        writer.endObject()
    }
}

/// One label of a series: a name, and a system's name, a schema's name or a code.
public struct TelemetryLabel: Sendable, Hashable {
    /// The label's name: `system`.
    public let name: String

    /// The label's value: `salesforce:emea`.
    public let value: String

    /// A label.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

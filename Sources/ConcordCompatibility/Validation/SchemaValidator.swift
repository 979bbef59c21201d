/// Says whether values are valid under a schema, where not, and why.
///
/// Formats are assertions here unless the options say otherwise. What depends on a keyword or a format that is not known
/// is undecided: nothing is taken for valid because nobody looked.
public struct SchemaValidator: Sendable {
    /// The schema.
    public let schema: JSONSchema

    /// How keywords are taken.
    public let options: SchemaOptions

    /// A validator.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - options: How keywords are taken.
    public init(_ schema: JSONSchema, options: SchemaOptions = SchemaOptions()) {
        self.schema = schema
        self.options = options
    }

    /// Whether a value is valid.
    ///
    /// - Parameter value: The value.
    /// - Returns: The violations, at most a hundred, if it is not.
    public func validate(_ value: JSONValue) -> SchemaValidity {
        var run = SchemaRun(schema.nodes, options)
        switch run.evaluate(schema.root, value, at: JSONLocation(), depth: 0).outcome {
        case .valid: return .valid
        case .invalid: return .invalid(run.violations)
        case .unknown: return .undecided(run.reason ?? "a keyword that is not known")
        }
    }
}

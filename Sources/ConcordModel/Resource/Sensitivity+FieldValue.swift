public import ConcordSchema
public import ConcordValues

extension Sensitivity: OpenCode {
    /// The known classes, from those that everybody may see to those that few may.
    public static let codes: CodeList = ["open", "personal", "commercial", "compensation", "financial"]
}

extension Sensitivity: FieldValue {}

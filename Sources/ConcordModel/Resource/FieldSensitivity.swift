public import ConcordSchema

/// Who may see one field of a record, where that is not what the record's declaration says.
public struct FieldSensitivity: Record {
    /// The field's path in the record.
    public var path: String

    /// Who may see its values.
    public var sensitivity: Sensitivity

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A field's sensitivity.
    ///
    /// - Parameters:
    ///   - path: The field's path in the record.
    ///   - sensitivity: Who may see its values.
    public init(_ path: String, _ sensitivity: Sensitivity) {
        self.path = path
        self.sensitivity = sensitivity
    }

    /// The declaration of a field's sensitivity.
    public static let schema = RecordSchema(
        "field-sensitivity",
        "Who may see one field of a record, where that is not what the record's declaration says.",
        blank: FieldSensitivity("", .placeholder)
    ) {
        Field("path", \.path, "The field's path in the record.")
        Field("sensitivity", \.sensitivity, "Who may see its values.")
    }
}

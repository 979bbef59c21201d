public import ConcordSchema

/// One accounting dimension of a record: a cost centre, a department, a practice.
public struct Dimension: Record {
    /// The dimension's name.
    public var name: String

    /// The value, in the firm's list for the dimension.
    public var value: Coding

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A dimension.
    ///
    /// - Parameters:
    ///   - name: The dimension's name.
    ///   - value: The value, in the firm's list for the dimension.
    public init(_ name: String, _ value: Coding) {
        self.name = name
        self.value = value
    }

    /// The declaration of a dimension.
    public static let schema = RecordSchema(
        "dimension",
        "One accounting dimension of a record: a cost centre, a department, a practice.",
        blank: Dimension("", .placeholder)
    ) {
        Field("name", \.name, "The dimension's name.")
        Field("value", \.value, "The value, in the firm's list for the dimension.")
    }
}

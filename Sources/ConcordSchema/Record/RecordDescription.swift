public import ConcordValues

/// A record's declaration as data: what the dictionary, the table and the generator know of it.
public struct RecordDescription: Sendable, Hashable {
    /// The schema's name: `time-entry`.
    public let name: String

    /// The schema's version; nil for a record that is only ever a part of others.
    public let version: Int?

    /// What the record is, in one line.
    public let documentation: String

    /// The fields, in declared order.
    public let fields: [FieldDescription]

    /// A description, such as that of a version for which there is no Swift type any more.
    ///
    /// - Parameters:
    ///   - name: The schema's name.
    ///   - version: The schema's version; nil for a record that is only ever a part of others.
    ///   - documentation: What the record is, in one line.
    ///   - fields: The fields, in declared order.
    public init(name: String, version: Int?, documentation: String, fields: [FieldDescription]) {
        self.name = name
        self.version = version
        self.documentation = documentation
        self.fields = fields
    }

    /// The name and version as documents carry them: `time-entry/2`.
    public var tag: String {
        version.map { "\(name)/\($0)" } ?? name
    }

    /// The field with the given name.
    public func field(named name: String) -> FieldDescription? {
        fields.first { $0.name == name }
    }

    /// The field at the end of a path of names, through nested records and lists.
    public func field(at names: some Sequence<String>) -> FieldDescription? {
        var record: RecordDescription? = self
        var found: FieldDescription?
        for name in names {
            found = record?.field(named: name)
            guard let shape = found?.shape else { return nil }
            record = shape.record
        }
        return found
    }
}

/// A field's declaration as data.
public struct FieldDescription: Sendable, Hashable {
    /// The member's name in documents.
    public let name: String

    /// What the field means, in one line.
    public let documentation: String

    /// What its values look like.
    public let shape: FieldShape

    /// Whether a document must have the member.
    public let isRequired: Bool

    /// The unit that the values are numbers of; nil if there is none, or if the document says it.
    public let unit: UnitCode?

    /// Who may see the values.
    public let sensitivity: Sensitivity

    /// A field, such as one that only an earlier version has.
    ///
    /// - Parameters:
    ///   - name: The member's name in documents.
    ///   - documentation: What the field means, in one line.
    ///   - shape: What its values look like.
    ///   - isRequired: Whether a document must have the member.
    ///   - unit: The unit that the values are numbers of.
    ///   - sensitivity: Who may see the values.
    public init(
        name: String,
        documentation: String,
        shape: FieldShape,
        isRequired: Bool,
        unit: UnitCode? = nil,
        sensitivity: Sensitivity = .open
    ) {
        self.name = name
        self.documentation = documentation
        self.shape = shape
        self.isRequired = isRequired
        self.unit = unit
        self.sensitivity = sensitivity
    }
}

extension FieldDescription {
    /// Whether the field says which record it is, or what is known about the record, rather than what the record says.
    package var isIdentity: Bool { name == "id" || shape.record?.name == "record-header" }
}

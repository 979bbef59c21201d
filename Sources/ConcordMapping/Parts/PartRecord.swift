public import ConcordSchema
public import ConcordValues

/// A part of a canonical record that came by itself: whose part it is, in which list it stands, and the part.
///
/// Vendors have objects that are only parts here: a contact of a customer, a line of an opportunity. What such an object
/// becomes is a document of its own for as long as it is on its way: it has a header, which says where it came from,
/// whether it was deleted, and what no rule maps. ``PartMapping/put(_:into:)`` puts the part where it belongs.
///
/// ```json
/// {"schema":"customer-contact/3","id":"…/Contact/003…","header":{…},"parent":"…/Account/001…","list":"contacts","part":{…}}
/// ```
///
/// The schema's name is that of the record and that of the part, its version that of the record.
public struct PartRecord<Parent: CanonicalRecord, Part: Record>: CanonicalRecord {
    /// The part's identity, as the part has it.
    public var id: RecordID<PartRecord<Parent, Part>>

    /// What is known about the part as a document.
    public var header: RecordHeader

    /// The record that it is a part of.
    public var parent: RecordID<Parent>

    /// The list of that record in which it stands.
    public var list: String

    /// The part itself.
    public var part: Part

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A part by itself.
    ///
    /// - Parameters:
    ///   - id: The part's identity, as the part has it.
    ///   - header: What is known about the part as a document.
    ///   - parent: The record that it is a part of.
    ///   - list: The list of that record in which it stands.
    ///   - part: The part itself.
    public init(
        id: RecordID<PartRecord<Parent, Part>>,
        header: RecordHeader,
        parent: RecordID<Parent>,
        list: String,
        part: Part
    ) {
        self.id = id
        self.header = header
        self.parent = parent
        self.list = list
        self.part = part
    }

    /// The declaration of a part by itself.
    public static var schema: RecordSchema<Self> { PartSchemas.schema(declaredBy: declaration) }

    private static func declaration() -> RecordSchema<Self> {
        let parent = Parent.schema.description
        let part = Part.schema.description
        // Some parts have their record's name in their own: an opportunity line is no opportunity-opportunity-line.
        let name = part.name.hasPrefix("\(parent.name)-") ? part.name : "\(parent.name)-\(part.name)"
        let sensitivity = parent.fields.first { $0.shape.isList && $0.shape.record?.name == part.name }?.sensitivity
        return RecordSchema(
            name,
            version: parent.version ?? 1,
            "A part of a record of type \(parent.name), by itself.",
            blank: PartRecord(
                id: .placeholder,
                header: .placeholder,
                parent: .placeholder,
                list: "",
                part: Part.schema.blank
            )
        ) {
            Field("id", \.id, "The part's identity, as the part has it.")
            Field("header", \.header, "What is known about the part as a document.")
            Field("parent", \.parent, "The record that it is a part of.")
            Field("list", \.list, "The list of that record in which it stands.")
            Field("part", \.part, "The part itself.", sensitivity: sensitivity ?? .open)
        }
    }
}

extension FieldShape {
    fileprivate var isList: Bool {
        if case .list = unwrapped { true } else { false }
    }
}

public import ConcordValues

/// What is known about a canonical record, as opposed to what it says.
///
/// Where it came from, how current it is, what it is called elsewhere, and what is missing. The version of the schema is not here: a document carries it as its member `schema`.
public struct RecordHeader: Record {
    /// The record's version, counted up with every accepted change.
    public var recordVersion: Int

    /// The point in time whose knowledge the record holds.
    public var asOf: Instant

    /// The system that the record came from.
    public var source: SystemID

    /// When the record was taken in.
    public var ingestedAt: Instant

    /// Whether the record is there to be used.
    public var lifecycle: RecordLifecycle

    /// The names by which other systems know the record.
    public var externalReferences: [ExternalReference] = []

    /// When the source created the object.
    public var createdAt: Instant?

    /// Who created the object in the source.
    public var createdBy: String?

    /// When the source last changed the object.
    public var modifiedAt: Instant?

    /// Who last changed the object in the source.
    public var modifiedBy: String?

    /// The number by which people know the record.
    public var displayNumber: String?

    /// The days on which the record holds.
    public var effective: DateInterval?

    /// A digest of the payload that the record was made from.
    public var payloadDigest: String?

    /// The record that took this one's place.
    public var supersededBy: String?

    /// What is known of the record only rarely: merges, deletion, gaps, warnings, extensions.
    public var remarks: RecordRemarks?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A header.
    ///
    /// - Parameters:
    ///   - source: The system that the record came from.
    ///   - recordVersion: The record's version, counted up with every accepted change.
    ///   - asOf: The point in time whose knowledge the record holds.
    ///   - ingestedAt: When the record was taken in; the same time if nil.
    ///   - lifecycle: Whether the record is there to be used.
    ///   - configure: Sets what else is known.
    public init(
        source: SystemID,
        recordVersion: Int = 1,
        asOf: Instant,
        ingestedAt: Instant? = nil,
        lifecycle: RecordLifecycle = .present,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.source = source
        self.recordVersion = recordVersion
        self.asOf = asOf
        self.ingestedAt = ingestedAt ?? asOf
        self.lifecycle = lifecycle
        configure(&self)
    }

    /// The declaration of a header.
    public static let schema = RecordSchema(
        "record-header",
        "What is known about a canonical record, as opposed to what it says.",
        blank: RecordHeader(source: .placeholder, asOf: .placeholder)
    ) {
        Field("recordVersion", \.recordVersion, "The record's version, counted up with every accepted change.")
        Field("asOf", \.asOf, "The point in time whose knowledge the record holds.")
        Field("source", \.source, "The system that the record came from.")
        Field("ingestedAt", \.ingestedAt, "When the record was taken in.")
        Field("lifecycle", \.lifecycle, "Whether the record is there to be used.", hasDefault: true)
        Field("externalReferences", \.externalReferences, "The names by which other systems know the record.")
        Field("createdAt", \.createdAt, "When the source created the object.")
        Field("createdBy", \.createdBy, "Who created the object in the source.", sensitivity: .personal)
        Field("modifiedAt", \.modifiedAt, "When the source last changed the object.")
        Field("modifiedBy", \.modifiedBy, "Who last changed the object in the source.", sensitivity: .personal)
        Field("displayNumber", \.displayNumber, "The number by which people know the record.")
        Field("effective", \.effective, "The days on which the record holds.")
        Field("payloadDigest", \.payloadDigest, "A digest of the payload that the record was made from.")
        Field("supersededBy", \.supersededBy, "The record that took this one's place.")
        Field(
            "remarks",
            \.remarks,
            "What is known of the record only rarely: merges, deletion, gaps, warnings, extensions."
        )
    }
}

/// Whether a record is there to be used.
public struct RecordLifecycle: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is there.
    public static let present = Self(rawValue: "present")
    /// It is there and no longer used.
    public static let inactive = Self(rawValue: "inactive")
    /// It was put away and can be brought back.
    public static let archived = Self(rawValue: "archived")
    /// It was deleted in its source.
    public static let deleted = Self(rawValue: "deleted")
    /// Its contents were erased, as a person may demand by GDPR Article 17.
    public static let erased = Self(rawValue: "erased")

    /// The known codes.
    public static let codes: CodeList = ["present", "inactive", "archived", "deleted", "erased"]
}

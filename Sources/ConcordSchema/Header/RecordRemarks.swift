public import ConcordValues

/// What is known of a record only rarely: merges, deletion, gaps, warnings, extensions.
public struct RecordRemarks: Record {
    /// The records that were merged into this one.
    public var mergedFrom: [String] = []

    /// How and when the record's object was deleted.
    public var tombstone: Tombstone?

    /// Why fields have no value, where the reason is known.
    public var absences: [FieldAbsence] = []

    /// What was found when the record was made and needs somebody's eye.
    public var warnings: [RecordWarning] = []

    /// Facts that the model has no field for.
    public var extensions: [RecordExtension] = []

    /// Labels that firms put on records.
    public var tags: [Coding] = []

    /// Where the values of single fields came from.
    public var provenance: [FieldProvenance] = []

    /// The members of the source's object that no rule maps, kept for writing back.
    public var unmapped: JSONText?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// Remarks; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a record's remarks.
    public static let schema = RecordSchema(
        "record-remarks",
        "What is known of a record only rarely: merges, deletion, gaps, warnings, extensions.",
        blank: RecordRemarks()
    ) {
        Field("mergedFrom", \.mergedFrom, "The records that were merged into this one.")
        Field("tombstone", \.tombstone, "How and when the record's object was deleted.")
        Field("absences", \.absences, key: \.path, "Why fields have no value, where the reason is known.")
        Field("warnings", \.warnings, "What was found when the record was made and needs somebody's eye.")
        Field("extensions", \.extensions, key: \.url, "Facts that the model has no field for.")
        Field("tags", \.tags, "Labels that firms put on records.")
        Field("provenance", \.provenance, key: \.path, "Where the values of single fields came from.")
        Field(
            "unmapped",
            \.unmapped,
            "The members of the source's object that no rule maps, kept for writing back."
        )
    }
}

/// How and when a record's object was deleted.
public struct Tombstone: Record {
    /// When the source deleted it, if it says so.
    public var deletedAt: Instant?

    /// When the deletion was noticed.
    public var detectedAt: Instant

    /// Why it was deleted.
    public var reason: String?

    /// How the deletion was noticed: `event`, `missingFromSnapshot`, `flag`.
    public var detection: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A deletion.
    ///
    /// - Parameters:
    ///   - detectedAt: When the deletion was noticed.
    ///   - configure: Sets what else is known.
    public init(detectedAt: Instant, _ configure: (inout Self) -> Void = { _ in }) {
        self.detectedAt = detectedAt
        configure(&self)
    }

    /// The declaration of a deletion.
    public static let schema = RecordSchema(
        "tombstone",
        "How and when a record's object was deleted.",
        blank: Tombstone(detectedAt: .placeholder)
    ) {
        Field("deletedAt", \.deletedAt, "When the source deleted it, if it says so.")
        Field("detectedAt", \.detectedAt, "When the deletion was noticed.")
        Field("reason", \.reason, "Why it was deleted.")
        Field("detection", \.detection, "How the deletion was noticed: `event`, `missingFromSnapshot`, `flag`.")
    }
}

/// Why one field has no value.
public struct FieldAbsence: Record {
    /// The field's path in the record.
    public var path: String

    /// Why it has no value.
    public var reason: AbsenceReason

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A reason for the absence of a field.
    public init(_ path: String, _ reason: AbsenceReason) {
        self.path = path
        self.reason = reason
    }

    /// The declaration of a reason for absence.
    public static let schema = RecordSchema(
        "field-absence",
        "Why one field has no value.",
        blank: FieldAbsence("", .placeholder)
    ) {
        Field("path", \.path, "The field's path in the record.")
        Field("reason", \.reason, "Why it has no value.")
    }
}

/// Why a field has no value.
public struct AbsenceReason: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nobody knows it.
    public static let unknown = Self(rawValue: "unknown")
    /// The source was not asked for it.
    public static let notAsked = Self(rawValue: "notAsked")
    /// The source has no such field.
    public static let notSupportedBySource = Self(rawValue: "notSupportedBySource")
    /// The source's field may not be read by the connection.
    public static let notPermitted = Self(rawValue: "notPermitted")
    /// The field makes no sense for this record.
    public static let notApplicable = Self(rawValue: "notApplicable")
    /// It was taken out on purpose.
    public static let redacted = Self(rawValue: "redacted")
    /// The source's value could not be read.
    public static let unparseable = Self(rawValue: "unparseable")
    /// It is on its way.
    public static let pendingSync = Self(rawValue: "pendingSync")

    /// The known codes.
    public static let codes: CodeList = [
        "unknown", "notAsked", "notSupportedBySource", "notPermitted", "notApplicable", "redacted", "unparseable",
        "pendingSync",
    ]
}

/// Something that was found when a record was made and that a person should see.
public struct RecordWarning: Record {
    /// The code.
    public var code: String

    /// The field's path in the record.
    public var path: String?

    /// What was found, in words.
    public var message: String

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A warning.
    public init(code: String, path: String? = nil, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    /// The declaration of a warning.
    public static let schema = RecordSchema(
        "record-warning",
        "Something that was found when a record was made and that a person should see.",
        blank: RecordWarning(code: "", message: "")
    ) {
        Field("code", \.code, "The issue's code.")
        Field("path", \.path, "The field's path in the record.")
        Field("message", \.message, "What was found, in words.")
    }
}

/// A fact that the model has no field for.
///
/// A modifier changes what the record means: who does not understand it must refuse the record.
public struct RecordExtension: Record {
    /// What the fact is, as a URL that its inventor controls.
    public var url: String

    /// The fact itself.
    public var value: JSONText

    /// Whether who does not understand it must refuse the record.
    public var modifier: Bool

    /// The path of the field that the fact is about; the whole record if absent.
    public var scope: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An extension.
    public init(_ url: String, value: JSONText, modifier: Bool = false, scope: String? = nil) {
        self.url = url
        self.value = value
        self.modifier = modifier
        self.scope = scope
    }

    /// The declaration of an extension.
    public static let schema = RecordSchema(
        "record-extension",
        "A fact that the model has no field for.",
        blank: RecordExtension("", value: .null)
    ) {
        Field("url", \.url, "What the fact is, as a URL that its inventor controls.")
        Field("value", \.value, "The fact itself.")
        Field("modifier", \.modifier, "Whether who does not understand it must refuse the record.", hasDefault: true)
        Field("scope", \.scope, "The path of the field that the fact is about; the whole record if absent.")
    }
}

/// Where the value of one field came from.
public struct FieldProvenance: Record {
    /// The field's path in the record.
    public var path: String

    /// The system that the value came from.
    public var system: SystemID

    /// When the system said so.
    public var at: Instant?

    /// The mapping rule that made the value.
    public var rule: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A field's origin.
    public init(_ path: String, system: SystemID, at: Instant? = nil, rule: String? = nil) {
        self.path = path
        self.system = system
        self.at = at
        self.rule = rule
    }

    /// The declaration of a field's origin.
    public static let schema = RecordSchema(
        "field-provenance",
        "Where the value of one field came from.",
        blank: FieldProvenance("", system: .placeholder)
    ) {
        Field("path", \.path, "The field's path in the record.")
        Field("system", \.system, "The system that the value came from.")
        Field("at", \.at, "When the system said so.")
        Field("rule", \.rule, "The mapping rule that made the value.")
    }
}

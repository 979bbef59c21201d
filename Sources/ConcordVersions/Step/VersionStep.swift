public import ConcordSchema
public import ConcordValues

/// One declared difference between two versions of a record that follow one another.
///
/// A step is declared once and works both ways. It names the fields that the earlier version has (``former``) and those
/// that the later one has (``names``), and says how the values of the one become those of the other. Whatever its
/// conversions cannot carry is kept beside the document as residue, so that nothing is lost on the way there and back;
/// a step need not care for that.
///
/// ```swift
/// .rename("accountManager", to: "accountOwner", former: …)
/// ```
///
/// A member is touched by one step at most; members that no step touches are copied as they stand.
public struct VersionStep: Sendable {
    /// What kind of difference it is, in the words of the list of kinds.
    public let kind: Kind

    /// The step's name, by which residue is found again: the name of its first field.
    public let name: String

    /// The fields that the earlier version has in the place of the later one's.
    public let former: [FieldDescription]

    /// The names of the fields that the later version has.
    public let names: [String]

    /// Whether anything is lost for who reads the earlier version.
    public let fidelity: Fidelity

    /// What happens to residue whose live values have changed since.
    public let stalePolicy: StalePolicy

    /// Why the firm wanted it, in one line.
    public let reason: String

    /// How values become others; nil for what needs no conversion.
    let conversion: Conversion?

    /// The steps inside a nested record or the items of a list.
    public let inner: [VersionStep]

    init(
        _ kind: Kind,
        name: String,
        former: [FieldDescription],
        names: [String],
        fidelity: Fidelity,
        stalePolicy: StalePolicy = .keep,
        reason: String,
        conversion: Conversion? = nil,
        inner: [VersionStep] = []
    ) {
        self.kind = kind
        self.name = name
        self.former = former
        self.names = names
        self.fidelity = fidelity
        self.stalePolicy = stalePolicy
        self.reason = reason
        self.conversion = conversion
        self.inner = inner
    }

    /// What kind of difference a step is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The later version has a field more.
        case add
        /// The later version has a field less.
        case remove
        /// A field has another name.
        case rename
        /// A field stands inside another one.
        case move
        /// One field became several.
        case split
        /// Several fields became one.
        case merge
        /// A field has another type.
        case retype
        /// A field has other codes.
        case recode
        /// Flat fields became an item of a list.
        case regroup
        /// What no declaration can say.
        case code
        /// The parts of a nested record, or of the items of a list, differ.
        case within
    }

    /// What an earlier version loses.
    public enum Fidelity: Sendable, Hashable {
        /// Every value of either version has one in the other.
        case lossless
        /// What the other version cannot say is kept as residue.
        case residue
        /// Something is lost for good, for the reason that is given.
        case lossy(String)
    }

    /// What happens to residue whose live values somebody has changed since.
    public enum StalePolicy: String, Sendable, Hashable {
        /// What the live values do not speak of is put back; where they speak, they win.
        case keep
        /// All of it is forgotten.
        case drop
        /// The document is refused with an issue, so that somebody decides.
        case conflict
    }
}

/// Why a step cannot convert a value.
public struct StepFailure: Error, Sendable, Hashable {
    /// What was expected, in words: `hours as a decimal number, such as 7.5`.
    public let expected: String

    /// A failure.
    public init(expected: String) {
        self.expected = expected
    }
}

/// How the values of one version's fields become those of another's.
struct Conversion: Sendable {
    /// Makes the values of some fields of those of others; nil stands for a member that is not there.
    typealias Run = @Sendable ([DocumentValue?]) throws(StepFailure) -> [DocumentValue?]

    /// Writes the members that one scalar becomes, if it does so exactly; else writes nothing and says no.
    typealias Shortcut = @Sendable (UnsafeBufferPointer<UInt8>, inout JSONWriter) -> Bool

    var up: Run
    var down: Run
    var upShortcut: Shortcut?
    var downShortcut: Shortcut?

    /// The names of members that tell the items of lists apart.
    var keys: [String] = []
}

extension FieldDescription {
    /// A field that only an earlier version has.
    ///
    /// - Parameters:
    ///   - name: The member's name in documents.
    ///   - type: The type whose values it held.
    ///   - documentation: What the field meant, in one line.
    ///   - isRequired: Whether a document had to have it.
    ///   - hasDefault: Whether it had a value where a document left it out; it could not be `null` then.
    ///   - unit: The unit that the values were numbers of, where their type does not tell.
    ///   - sensitivity: Who may see the values.
    /// - Returns: The field's declaration.
    public static func former<Value: FieldValue>(
        _ name: String,
        _ type: Value.Type,
        _ documentation: String,
        isRequired: Bool = false,
        hasDefault: Bool = false,
        unit: UnitCode? = nil,
        sensitivity: Sensitivity = .open
    ) -> FieldDescription {
        .former(
            name,
            type.shape,
            documentation,
            isRequired: isRequired,
            hasDefault: hasDefault,
            unit: unit ?? type.unit,
            sensitivity: sensitivity
        )
    }

    /// A field that only an earlier version has, with a shape of its own.
    public static func former(
        _ name: String,
        _ shape: FieldShape,
        _ documentation: String,
        isRequired: Bool = false,
        hasDefault: Bool = false,
        unit: UnitCode? = nil,
        sensitivity: Sensitivity = .open
    ) -> FieldDescription {
        FieldDescription(
            name: name,
            documentation: documentation,
            shape: isRequired || hasDefault ? shape : Self.optional(shape),
            isRequired: isRequired,
            unit: unit,
            sensitivity: sensitivity
        )
    }

    private static func optional(_ shape: FieldShape) -> FieldShape {
        switch shape {
        case .optional, .list: shape
        default: .optional(shape)
        }
    }
}

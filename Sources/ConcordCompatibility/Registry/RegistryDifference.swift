/// A difference of two schemas as registries count them.
public struct RegistryDifference: Sendable, Hashable {
    /// What is different.
    public let kind: RegistryDifferenceKind

    /// Where, in the new schema.
    public let location: JSONLocation
}

extension RegistryDifference: CustomStringConvertible {
    /// The place and the kind.
    public var description: String { "#\(location): \(kind.rawValue)" }
}

/// What is different, and whether registries allow it when the new schema has to read old documents.
public struct RegistryDifferenceKind: RawRepresentable, Sendable, Hashable {
    /// The kind's name.
    public let rawValue: String

    /// A kind with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Something was made stricter, or is of another kind.
    public static let narrowed = Self(rawValue: "narrowed")
    /// Something was made wider.
    public static let widened = Self(rawValue: "widened")
    /// The type is another one.
    public static let typeChanged = Self(rawValue: "typeChanged")
    /// Keywords that registries compare only as a whole are not the same.
    public static let changed = Self(rawValue: "changed")
    /// A property was added where others were allowed already.
    public static let optionalAddedToOpen = Self(rawValue: "optionalPropertyAddedToOpenModel")
    /// The same, and a document must have it, with a default.
    public static let defaultedAddedToOpen = Self(rawValue: "requiredPropertyWithDefaultAddedToOpenModel")
    /// The same, and a document must have it.
    public static let requiredAddedToOpen = Self(rawValue: "requiredPropertyAddedToOpenModel")
    /// A property that accepts everything was added where others were allowed already.
    public static let emptyAddedToOpen = Self(rawValue: "emptyPropertyAddedToOpenModel")
    /// A property was added where no other was allowed.
    public static let optionalAddedToClosed = Self(rawValue: "optionalPropertyAddedToClosedModel")
    /// The same, and a document must have it, with a default.
    public static let defaultedAddedToClosed = Self(rawValue: "requiredPropertyWithDefaultAddedToClosedModel")
    /// The same, and a document must have it.
    public static let requiredAddedToClosed = Self(rawValue: "requiredPropertyAddedToClosedModel")
    /// A property was removed where others are allowed.
    public static let removedFromOpen = Self(rawValue: "propertyRemovedFromOpenModel")
    /// A property was removed where no other is allowed.
    public static let removedFromClosed = Self(rawValue: "propertyRemovedFromClosedModel")
    /// A property that accepts nothing was removed where no other is allowed.
    public static let falseRemovedFromClosed = Self(rawValue: "falsePropertyRemovedFromClosedModel")
    /// A property was added that the schema of other members covers.
    public static let addedCovered = Self(rawValue: "propertyAddedCovered")
    /// A property was added that the schema of other members does not cover.
    public static let addedNotCovered = Self(rawValue: "propertyAddedNotCovered")
    /// A property was removed that the schema of other members covers.
    public static let removedCovered = Self(rawValue: "propertyRemovedCovered")
    /// A property was removed that the schema of other members does not cover.
    public static let removedNotCovered = Self(rawValue: "propertyRemovedNotCovered")
    /// A property that was there already must be there now.
    public static let requiredAdded = Self(rawValue: "requiredAdded")
    /// The same, with a default.
    public static let requiredAddedWithDefault = Self(rawValue: "requiredAddedWithDefault")
    /// Other members are allowed less than before.
    public static let additionalNarrowed = Self(rawValue: "additionalPropertiesNarrowed")

    /// Whether registries allow the difference.
    ///
    /// - Parameter isLenient: Whether the lenient rules apply.
    /// - Returns: Whether old documents are read by the registry's rules.
    public func isAllowed(isLenient: Bool) -> Bool {
        switch self {
        case .widened, .emptyAddedToOpen, .optionalAddedToClosed, .defaultedAddedToClosed, .removedFromOpen,
            .falseRemovedFromClosed, .addedCovered, .removedCovered, .requiredAddedWithDefault:
            true
        case .optionalAddedToOpen, .defaultedAddedToOpen, .removedFromClosed, .addedNotCovered, .removedNotCovered,
            .additionalNarrowed:
            isLenient
        default: false
        }
    }
}

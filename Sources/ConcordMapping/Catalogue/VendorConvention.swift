/// How a vendor names the fields that firms add, and those of objects beside the one that is read.
public struct VendorConvention: Sendable, Hashable {
    /// How a member is named that holds the object which a reference leads to: `Owner` for `OwnerId`.
    public struct Relation: Sendable, Hashable {
        /// How the reference's name ends: `Id`.
        public let reference: String
        /// How the member's name ends instead: nothing.
        public let member: String

        /// A relation.
        public init(reference: String, member: String) {
            self.reference = reference
            self.member = member
        }
    }

    /// How names of fields that firms add begin: `custbody`; an empty one where any name may be a firm's.
    public var prefixes: [String]

    /// How names of fields that firms add end: `__c`.
    public var suffixes: [String]

    /// The beginnings of names that end so and are not the firm's, because a package brings them: `pse__`.
    public var packages: [String]

    /// How objects are named that references lead to.
    public var relations: [Relation]

    /// The members of the object that stands for a reference or a code; none where it is a plain value.
    public var referenceMembers: [String]

    /// A convention.
    ///
    /// - Parameters:
    ///   - prefixes: How names of fields that firms add begin.
    ///   - suffixes: How they end.
    ///   - packages: The beginnings of names that end so and are not the firm's.
    ///   - relations: How objects are named that references lead to.
    ///   - referenceMembers: The members of the object that stands for a reference or a code, the id first.
    public init(
        prefixes: [String] = [],
        suffixes: [String] = [],
        packages: [String] = [],
        relations: [Relation] = [],
        referenceMembers: [String] = []
    ) {
        self.prefixes = prefixes
        self.suffixes = suffixes
        self.packages = packages
        self.relations = relations
        self.referenceMembers = referenceMembers
    }

    /// The same where a package brings fields of its own.
    ///
    /// - Parameter packages: The beginnings of their names.
    /// - Returns: The other convention.
    public func with(packages: [String]) -> VendorConvention {
        var other = self
        other.packages += packages
        return other
    }

    /// Whether a field of this name is one that a firm added.
    public func isCustom(_ name: String) -> Bool {
        if prefixes.contains(where: { name.lowercased().hasPrefix($0) && name.utf8.count > $0.utf8.count }) {
            return true
        }
        return suffixes.contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
            && !packages.contains { name.hasPrefix($0) }
    }
}

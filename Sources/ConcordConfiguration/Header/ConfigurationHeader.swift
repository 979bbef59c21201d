public import ConcordValues
internal import ConcordSchema

/// What every configuration document says of itself: its name, its version, whom it is for, and when.
///
/// ```json
/// { "overlay": "acme-emea", "version": 7, "for": { "tenant": "acme", "businessUnit": "EMEA" },
///   "validFrom": "2026-04-01", "validUntil": "2027-12-31" }
/// ```
public struct ConfigurationHeader: Sendable, Hashable {
    /// The document's name; its versions share it.
    public let name: String

    /// The version, counted from 1; a later one replaces an earlier one from the day it is valid.
    public let version: Int

    /// Whom the document is for; everybody if it does not say.
    public let scope: ConfigurationScope

    /// The days on which the document is valid; both ends belong to it.
    public let validity: DateInterval

    /// A header.
    ///
    /// - Parameters:
    ///   - name: The document's name.
    ///   - version: The version, counted from 1.
    ///   - scope: Whom the document is for.
    ///   - validity: The days on which it is valid.
    public init(
        name: String,
        version: Int,
        scope: ConfigurationScope = ConfigurationScope(),
        validity: DateInterval = .always
    ) {
        self.name = name
        self.version = version
        self.scope = scope
        self.validity = validity
    }

    /// The first day on which the document is valid, or nil if it always was.
    public var validFrom: LocalDate? { validity.from }

    /// The last day on which the document is valid, or nil if it will always be.
    public var validUntil: LocalDate? { validity.through }

    /// How specific the document is.
    public var layer: ConfigurationLayer { scope.layer }

    /// The members of a header beside the name.
    static let members = ["version", "for", "validFrom", "validUntil"]

    /// Reads the header of a document.
    ///
    /// - Parameters:
    ///   - object: The document's root, which must know the header's members.
    ///   - nameMember: The member that holds the name.
    ///   - scopeKeys: The keys that a scope may have beside the standard ones; any if nil.
    ///   - problems: Where to note what is wrong.
    init?(
        _ object: ConfigurationObject,
        nameMember: String,
        scopeKeys: [ConfigurationScope.Key]?,
        _ problems: inout ConfigurationProblems
    ) {
        let name = object.value(nameMember, &problems)?.filledString(&problems)
        let version = object.integer("version", in: 1...ConfigurationValue.exactIntegers.upperBound, &problems)
        let scope = ConfigurationScope(object.value(ifPresent: "for"), furtherKeys: scopeKeys, &problems)
        let from = object.date(ifPresent: "validFrom", &problems)
        let until = object.date(ifPresent: "validUntil", &problems)
        if let from, let until, until < from, let value = object.value(ifPresent: "validUntil") {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "a day that is not before \(from), on which the document begins to be valid"
            )
        }
        guard let name, let version, let scope, let validity = try? DateInterval(from: from, through: until) else {
            return nil
        }
        self.init(name: name, version: version, scope: scope, validity: validity)
    }
}

extension ConfigurationHeader: CustomStringConvertible {
    /// The name and the version: `acme-emea@7`.
    public var description: String { "\(name)@\(version)" }
}

extension ConfigurationScope {
    /// Reads a scope; everybody if there is none.
    fileprivate init?(
        _ value: ConfigurationValue?,
        furtherKeys: [Key]?,
        _ problems: inout ConfigurationProblems
    ) {
        guard let value else {
            self.init()
            return
        }
        guard let object = value.openObject(&problems) else { return nil }
        let known = (Key.standard + (furtherKeys ?? [])).map(\.rawValue)
        self.init()
        for member in object.members {
            if !known.contains(member.name) {
                let nearest = NearestName.find(member.name, among: known)
                // A slip in a standard key would make a document that never applies, and nobody would know.
                if furtherKeys != nil || nearest != nil {
                    let others = furtherKeys == nil ? ", or a key that looks like none of them" : ""
                    object.refuse(member, expected: Quotation.choice(known) + others, nearest: known, &problems)
                    continue
                }
            }
            self[Key(rawValue: member.name)] = member.value.filledString(&problems)
        }
    }
}

extension ConfigurationValue {
    /// The text of a string that is not empty.
    fileprivate func filledString(_ problems: inout ConfigurationProblems) -> String? {
        guard let text = string(&problems) else { return nil }
        if !text.isEmpty { return text }
        problems.add(.unsuitableValue, at: self, expected: "a text that is not empty")
        return nil
    }
}

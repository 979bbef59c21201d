public import ConcordSchema
public import ConcordValues

/// How one object of one vendor becomes a part of a canonical record, and back: by itself, or nested in its record.
///
/// The rules of the part are declared once. ``alone`` is the mapping of objects that come by themselves; it has, before
/// them, the rules for what only such an object needs: its header, and the record that it is a part of. A mapping of the
/// record uses the same rules for the objects in a list, through `each`.
///
/// ```swift
/// static let contact = PartMapping<Customer, Contact>(
///     "salesforce/contact", version: 1, object: "Contact", of: \.contacts, by: \.id, key: "/Id"
/// ) { alone in
///     alone.identity("/Id", version: "/SystemModstamp", object: "Contact")
///     alone.reference("/AccountId", to: \.parent, object: "Account")
/// } part: { rule in
///     rule.identity("/Id", to: \.id, object: "Contact")
///     rule.same("/Title", to: \.jobTitle)
///     rule.keepRest()
/// }
///
/// let outcome = contact.alone.read(payload, in: run)          // a contact by itself
/// rule.each("/Contacts/records", contact)                     // the contacts in an account
/// ```
public struct PartMapping<Parent: CanonicalRecord, Part: Record>: Sendable {
    /// The mapping of objects that come by themselves.
    public let alone: Mapping<PartRecord<Parent, Part>>

    /// The list of the record that the parts stand in.
    public let list: String

    /// The pointer to what tells an object from the others of a list.
    public let key: String

    let property: any WritableKeyPath<Parent, [Part]> & Sendable
    let identity: any WritableKeyPath<Part, RecordID<Part>> & Sendable

    /// The rules of an object that is nested in its record.
    let nested: [MappingRule<Part>]

    /// A mapping of an object to a part of a record.
    ///
    /// - Parameters:
    ///   - name: The vendor and its object.
    ///   - version: The mapping's version.
    ///   - object: The vendor's type of object.
    ///   - api: The vendor's API versions, in words.
    ///   - list: The property of the record that takes the parts.
    ///   - identity: The property of the part by which it is told from the others.
    ///   - key: The pointer to what tells an object from the others of a list.
    ///   - update: What the vendor's API takes for an update of an object by itself.
    ///   - fields: The vendor's fields, so that overlays can be checked against them.
    ///   - alone: The rules that only an object by itself needs: its header, and with the target `parent` its record.
    ///   - part: The rules of the part. A source with `^` before it is found in the object around a nested one; by itself,
    ///     an object has none.
    public init(
        _ name: String,
        version: Int,
        object: String,
        api: String = "",
        of list: any WritableKeyPath<Parent, [Part]> & Sendable,
        by identity: any WritableKeyPath<Part, RecordID<Part>> & Sendable,
        key: String,
        update: VendorUpdate = .everything,
        fields: VendorFields? = nil,
        @MappingBuilder<PartRecord<Parent, Part>> alone: (
            MappingRule<PartRecord<Parent, Part>>.Type
        ) -> [MappingRule<PartRecord<Parent, Part>>],
        @MappingBuilder<Part> part: (MappingRule<Part>.Type) -> [MappingRule<Part>]
    ) {
        property = list
        self.identity = identity
        self.key = key
        self.list = MappingRule<Parent>.path(list)
        let own = alone(MappingRule<PartRecord<Parent, Part>>.self)
        let rules = part(MappingRule<Part>.self)
        nested = Self.nested(rules, besides: own)
        let place = MappingRule<PartRecord<Parent, Part>>
            .constant(
                \.list,
                self.list,
                because: "a \(object) stands in \(self.list) of the record that it is a part of"
            )
        let lifted = rules.map { $0.inPart(of: Parent.self) }
        self.alone = Mapping(name, version, object, api, update, fields, parts: [(nil, own + [place] + lifted, [])])
    }

    /// The rules of a nested object: those of the part, and what becomes of the sources that only others read.
    private static func nested(
        _ rules: [MappingRule<Part>],
        besides own: [MappingRule<PartRecord<Parent, Part>>]
    ) -> [MappingRule<Part>] {
        let read = Set(rules.flatMap(\.sources))
        var added: [MappingRule<Part>] = []
        for rule in own where rule.sources.allSatisfy({ !read.contains($0) }) {
            if rule.word == "drop" {
                added += rule.sources.map { .drop($0, because: rule.note) }
            } else if rule.target == "parent" {
                added += rule.sources.map { .drop($0, because: "it names the object around it") }
            } else if rule.target == "header.lifecycle" {
                added.append(.deletion(rule))
            }
        }
        return added + rules
    }
}

extension PartMapping {
    /// The mapping's name: the vendor and its object, `salesforce/contact`.
    public var name: String { alone.name }

    /// The mapping's version, counted from 1.
    public var version: Int { alone.version }

    /// The vendor's type of object.
    public var object: String { alone.object }

    /// The name with the version: `salesforce/contact@1`.
    public var tag: String { alone.tag }

    /// What the mapping promises about the way back.
    public var law: MappingLaw { alone.law }

    /// The mapping as the table that an analyst reviews.
    public var table: MappingTable { alone.table }
}

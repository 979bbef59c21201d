public import ConcordSchema
public import ConcordValues

extension MappingRule where Target: CanonicalRecord {
    /// Reads the objects of a list as parts of the record, by the rules of those that come by themselves, and back.
    ///
    /// ```swift
    /// rule.each("/Contacts/records", Salesforce.contact)
    /// ```
    ///
    /// An object that is deleted is read with a warning: a list has no place to say so.
    ///
    /// - Parameters:
    ///   - source: The pointer to the list.
    ///   - parts: The mapping of the objects in it.
    /// - Returns: The rule.
    public static func each<Part>(_ source: String, _ parts: PartMapping<Target, Part>) -> Self {
        each(source, to: parts.property, key: parts.key) { _ in parts.nested }
    }
}

extension MappingRule {
    /// Reads the own id of an object that is a part: the part's identity, and its name in the vendor's system.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - property: The property that takes the canonical id.
    ///   - references: The property that takes the name in the vendor's system; nil if the part has none.
    ///   - version: The pointer to the vendor's version of the object, which goes with the name.
    ///   - objectType: The vendor's type of object.
    ///   - normalise: Brings an id that has several forms into one.
    /// - Returns: The rule.
    public static func identity(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Target>> & Sendable,
        references: (any WritableKeyPath<Target, [ExternalReference]> & Sendable)? = nil,
        version: String? = nil,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        Self(
            word: "identity",
            target: path(property),
            sources: [source] + (version.map { [$0] } ?? []),
            law: .iso,
            note: references == nil
                ? "the object's id through the identity crosswalk"
                : "the object's id, and its name in the crosswalk",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" {
                        input.report(.missing, expected: "the object's id", remedy: "Ask for the id in the query.")
                    }
                    return
                }
                let stamp: String? = version == nil ? nil : input.value(1)
                if version != nil, stamp == nil || references == nil { input.keep(1) }
                let system = input.context.system
                let key = ExternalKey(system: system, objectType: objectType, value: normalise(value))
                guard let id = input.context.identities.canonicalID(of: key) else {
                    input.report(.unresolvedReference, expected: "an id that the identity crosswalk knows")
                    return
                }
                guard let id: RecordID<Target> = input.recordID(0, id) else { return }
                record[keyPath: property] = id
                guard let references else { return }
                let tenant = input.context.tenant
                let seen = input.context.ingestedAt
                record[keyPath: references]
                    .append(
                        ExternalReference(system: system, objectType: objectType, value: value) { reference in
                            reference.tenant = tenant
                            reference.sourceVersion = stamp
                            reference.lastSeenAt = seen
                        }
                    )
            },
            write: { record, output in
                guard let references else {
                    return output.setExternal(0, record[keyPath: property].text, objectType: objectType)
                }
                let reference = record[keyPath: references]
                    .first { reference in
                        reference.system == output.context.system && reference.objectType == objectType
                    }
                guard let reference else {
                    return output.setExternal(0, record[keyPath: property].text, objectType: objectType)
                }
                output.set(0, reference.value)
                if version != nil { output.set(1, reference.sourceVersion) }
            }
        )
    }
}

extension MappingRule {
    /// The rule for the part in a part that comes by itself.
    func inPart<Parent>(of parent: Parent.Type) -> MappingRule<PartRecord<Parent, Target>> {
        typealias Whole = MappingRule<PartRecord<Parent, Target>>
        let reading = self.reading
        var write: Whole.Write?
        if let inner = self.write {
            write = { record, output in inner(record.part, &output) }
        }
        var rule = Whole(
            word: word,
            target: word == "drop" || word == "keepRest" ? target : "part.\(target)",
            sources: sources,
            law: law,
            note: note,
            items: items,
            read: { input, record in
                withUnsafeMutablePointer(to: &record.part) { reading(&input, UnsafeMutableRawPointer($0)) }
            },
            write: write
        )
        rule.layer = layer
        rule.owner = owner
        rule.crosswalk = crosswalk
        if let recoded {
            rule.recoded = { recoded($0).inPart(of: Parent.self) }
        }
        return rule
    }

    /// Warns of a nested object that is deleted, which a list of parts has no place to say.
    static func deletion<Parent>(_ rule: MappingRule<PartRecord<Parent, Target>>) -> Self {
        let blank = PartRecord<Parent, Target>.schema.blank
        return Self(
            word: "warn",
            target: "",
            sources: rule.sources,
            law: .iso,
            note: "a deleted object is read with a warning",
            read: { input, _ in
                var record = blank
                withUnsafeMutablePointer(to: &record) { rule.reading(&input, UnsafeMutableRawPointer($0)) }
                for index in rule.sources.indices { input.keep(index) }
                guard record.header.lifecycle == .deleted else { return }
                input.report(
                    .deletedPart,
                    expected: "an object that is not deleted; it is read all the same",
                    severity: .warning,
                    remedy: "Leave deleted objects out of the query."
                )
            },
            write: nil
        )
    }
}

extension IssueCode {
    /// A nested object that is deleted in its system.
    public static let deletedPart: Self = "mapping.deletedPart"
    /// A part of a record that nobody knows.
    public static let unknownParent: Self = "mapping.unknownParent"
    /// A list of which only the first page is there.
    public static let incompleteList: Self = "mapping.incompleteList"
}

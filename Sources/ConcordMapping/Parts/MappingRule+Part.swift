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
    /// Reads the own id of an object that is a part: the part's identity.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - property: The property that takes the canonical id.
    ///   - objectType: The vendor's type of object.
    ///   - normalise: Brings an id that has several forms into one.
    /// - Returns: The rule.
    public static func identity(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Target>> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        Self(
            word: "identity",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "the object's id through the identity crosswalk",
            read: { input, record in
                guard let own: (id: RecordID<Target>, value: String) = input.identity(objectType, normalise) else {
                    return
                }
                record[keyPath: property] = own.id
            },
            write: { record, output in
                output.setExternal(0, record[keyPath: property].text, objectType: objectType)
            }
        )
    }

    /// Reads the own id of an object that is a part: the part's identity, and its name in the vendor's system.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - version: The pointer to the vendor's version of the object, such as a modification stamp.
    ///   - property: The property that takes the canonical id.
    ///   - references: The property that takes the name in the vendor's system.
    ///   - objectType: The vendor's type of object.
    ///   - normalise: Brings an id that has several forms into one.
    /// - Returns: The rule.
    public static func identity(
        _ source: String,
        version: String,
        to property: any WritableKeyPath<Target, RecordID<Target>> & Sendable,
        references: any WritableKeyPath<Target, [ExternalReference]> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        Self(
            word: "identity",
            target: path(property),
            sources: [source, version],
            law: .iso,
            note: "the object's id, and its name in the crosswalk",
            read: { input, record in
                guard let own: (id: RecordID<Target>, value: String) = input.identity(objectType, normalise) else {
                    return
                }
                record[keyPath: property] = own.id
                let context = input.context
                let stamp: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                record[keyPath: references]
                    .append(
                        ExternalReference(system: context.system, objectType: objectType, value: own.value) {
                            $0.tenant = context.tenant
                            $0.sourceVersion = stamp
                            $0.lastSeenAt = context.ingestedAt
                        }
                    )
            },
            write: { record, output in
                let reference = record[keyPath: references]
                    .first { $0.system == output.context.system && $0.objectType == objectType }
                guard let reference else {
                    output.leave(1)
                    return output.setExternal(0, record[keyPath: property].text, objectType: objectType)
                }
                output.set(0, reference.value)
                output.set(1, reference.sourceVersion)
            }
        )
    }
}

extension RuleInput {
    /// The canonical id of the object whose own id is the first source, and the id as it is written; nil if that is
    /// reported.
    fileprivate mutating func identity<Part>(
        _ objectType: String,
        _ normalise: (String) -> String
    ) -> (id: RecordID<Part>, value: String)? {
        guard let value: String = value(0), !value.isEmpty else {
            if !self[0].isPresent || self[0].text == "" {
                report(.missing, expected: "the object's id", remedy: "Ask for the id in the query.")
            }
            return nil
        }
        let key = ExternalKey(system: context.system, objectType: objectType, value: normalise(value))
        guard let id = context.identities.canonicalID(of: key) else {
            report(.unresolvedReference, expected: "an id that the identity crosswalk knows")
            return nil
        }
        return recordID(0, id).map { ($0, value) }
    }
}

extension MappingRule {
    /// The rule for the part in a part that comes by itself.
    func inPart<Parent>(of parent: Parent.Type) -> MappingRule<PartRecord<Parent, Target>> {
        typealias Whole = MappingRule<PartRecord<Parent, Target>>
        let reading = self.reading
        let isIdentity = word == "identity"
        var write: Whole.Write?
        if let inner = self.write {
            let own = sources
            write = { record, output in
                // The document's header knows the id as the vendor wrote it.
                if isIdentity, output.object.json(at: own[0]) != nil { return }
                inner(record.part, &output)
            }
        }
        var rule = Whole(
            word: word,
            target: word == "drop" || word == "keepRest" ? target : "part.\(target)",
            sources: sources,
            law: law,
            note: note,
            items: items,
            read: { input, record in
                let count = input.findings.count
                withUnsafeMutablePointer(to: &record.part) { reading(&input, UnsafeMutableRawPointer($0)) }
                // What is wrong with the id, the document's own rule says.
                if isIdentity { input.findings.removeLast(input.findings.count - count) }
            },
            write: write
        )
        rule.layer = layer
        rule.owner = owner
        rule.crosswalk = crosswalk
        rule.question = question
        rule.lookedAt = lookedAt.map { "part.\($0)" }
        if let rewritten {
            rule.rewritten = { rewritten($0).inPart(of: Parent.self) }
        }
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

public import ConcordConfiguration
internal import ConcordSchema
public import ConcordValues

extension OwnershipLayer {
    /// Reads a document about ownership from a file.
    ///
    /// - Parameter file: The file.
    /// - Returns: The document with its header.
    /// - Throws: A `ConfigurationRefusal` with all that is wrong with its form.
    public static func document(
        _ file: ConfigurationFile
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<OwnershipLayer> {
        let members = ["systems", "aliases", "approvers", "records"]
        let document = try file.document(nameMember: "ownership", knowing: members) { root, problems -> Parts? in
            var reader = OwnershipReader(file: file.name, problems: problems)
            let systems = reader.systems(root)
            let aliases = reader.aliases(root)
            let approvers = reader.approvers(root)
            let records = reader.records(root)
            problems = reader.problems
            return Parts(
                systems: systems,
                aliases: aliases,
                approvers: approvers,
                records: records,
                places: reader.places
            )
        }
        let parts = document.content
        let policy = OwnershipPolicy(
            document.header,
            records: parts.records,
            systems: parts.systems,
            aliases: parts.aliases,
            approvers: parts.approvers
        )
        return ConfigurationDocument(
            file: document.file,
            header: document.header,
            hash: document.hash,
            content: OwnershipLayer(policy, places: parts.places),
            position: document.position
        )
    }

    private struct Parts {
        let systems: [SystemID: SystemRole]
        let aliases: [SystemID: SystemID]
        let approvers: [BusinessRole: ApproverPool]
        let records: [RecordOwnership]
        let places: OwnershipPlaces
    }

    /// The documents about ownership, which must not decide the same matter twice in one layer.
    ///
    /// - Parameter documents: The documents, in any order.
    /// - Returns: The stack, from which those that apply to somebody on a day are chosen.
    /// - Throws: A `ConfigurationRefusal` that names both places of each conflict.
    public static func stack(
        _ documents: [ConfigurationDocument<OwnershipLayer>]
    ) throws(ConfigurationRefusal) -> ConfigurationStack<OwnershipLayer> {
        try ConfigurationStack(documents) { $0.content.keys(at: $0.position) }
    }

    /// What the layer decides.
    private func keys(at start: SourcePosition) -> [ConfigurationKey] {
        var keys: [ConfigurationKey] = []
        func add(_ name: String, _ statement: [String]) {
            keys.append(ConfigurationKey(name, at: places.nearest(statement)?.position ?? start))
        }
        for system in policy.systems.keys { add("the role of the system \(system)", ["systems", system.text]) }
        for alias in policy.aliases.keys { add("the alias \(alias)", ["aliases", alias.text]) }
        for role in policy.approvers.keys { add("the approvers \(role)", ["approvers", role.rawValue]) }
        for record in policy.records {
            let path = ["records", record.record]
            let name = record.record
            for group in record.groups { add("the group \(group.name) of \(name)", path + ["groups", group.name]) }
            for list in record.lists {
                let field = list.field.joined(separator: ".")
                add("the list \(field) of \(name)", path + ["lists", field])
            }
            for status in record.statuses {
                let field = status.field.joined(separator: ".")
                add("the status \(field) of \(name)", path + ["statuses", field])
            }
            for rule in record.rules { add("the rule \(rule.id) of \(name)", path + ["rules", rule.id]) }
            for (member, isThere) in [
                ("stage", record.stage != nil), ("legalEntity", record.legalEntity != nil),
                ("region", record.region != nil),
            ] where isThere {
                add("the \(member) of \(name)", path + [member])
            }
        }
        return keys
    }
}

extension ConfigurationStack where Content == OwnershipLayer {
    /// The policy that holds for somebody on a day: all documents that apply, the narrower over the wider.
    ///
    /// - Parameters:
    ///   - scope: Whom it is looked up for, with all that is known of them.
    ///   - date: The day.
    ///   - base: What lies below all documents, such as the rulebook's default matrix; nothing if nil.
    /// - Returns: The policy in force with its places; nil if no document applies and there is no base.
    public func layer(
        for scope: ConfigurationScope,
        on date: LocalDate,
        over base: OwnershipPolicy? = nil
    ) -> OwnershipLayer? {
        var layer = base.map { OwnershipLayer($0) }
        for document in documents(for: scope, on: date).applied {
            layer = layer?.overlaid(with: document.content) ?? document.content
        }
        return layer
    }
}

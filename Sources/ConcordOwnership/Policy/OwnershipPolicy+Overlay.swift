internal import ConcordConfiguration
internal import ConcordValues

extension OwnershipPolicy {
    /// The policy with another one, of narrower scope, laid over it.
    ///
    /// What the other one names takes the place of what has the same name here: a system, an alias, an approver's role, and
    /// of each record a group, a list, a status, a comparison, the source of a stage or of a scope, and a rule. What has no
    /// namesake is added. Nothing is taken away.
    ///
    /// - Parameter other: The policy to lay over this one.
    /// - Returns: Both in one; its name tells both and its version is the other one's: `base@3+emea@2`.
    public func overlaid(with other: OwnershipPolicy) -> OwnershipPolicy {
        var records = records
        for record in other.records {
            if let index = records.firstIndex(where: { $0.record == record.record }) {
                records[index] = records[index].overlaid(with: record)
            } else {
                records.append(record)
            }
        }
        return OwnershipPolicy(
            ConfigurationHeader(
                name: "\(header)+\(other.header.name)",
                version: other.header.version,
                scope: other.header.scope,
                validity: header.validity.intersection(other.header.validity) ?? other.header.validity
            ),
            records: records,
            systems: systems.merging(other.systems) { $1 },
            aliases: aliases.merging(other.aliases) { $1 },
            approvers: approvers.merging(other.approvers) { $1 }
        )
    }
}

extension RecordOwnership {
    /// The ownership with another one's statements in the place of its own of the same name, and the others added.
    func overlaid(with other: RecordOwnership) -> RecordOwnership {
        RecordOwnership(
            record,
            groups: Self.merge(groups, other.groups, by: \.name),
            lists: Self.merge(lists, other.lists, by: \.field),
            statuses: Self.merge(statuses, other.statuses, by: \.field),
            stage: other.stage ?? stage,
            legalEntity: other.legalEntity ?? legalEntity,
            region: other.region ?? region,
            rules: Self.merge(rules, other.rules, by: \.id),
            comparisons: Self.merge(comparisons, other.comparisons, by: \.field)
        )
    }

    private static func merge<Item, Name: Equatable>(_ below: [Item], _ above: [Item], by name: (Item) -> Name)
        -> [Item]
    {
        var merged = below
        for item in above {
            if let index = merged.firstIndex(where: { name($0) == name(item) }) {
                merged[index] = item
            } else {
                merged.append(item)
            }
        }
        return merged
    }
}

public import ConcordConfiguration
internal import ConcordValues

extension OwnershipPolicy {
    /// The policy as a document, which gives the same policy when it is read.
    ///
    /// Members whose order means nothing are sorted, so equal policies give equal text.
    ///
    /// - Returns: JSON with an end of line for each statement.
    public func json() -> String {
        var root: [(String, PolicyText)] = [("ownership", .text(header.name)), ("version", .number(header.version))]
        let scope = header.scope.keys.compactMap { key in header.scope[key].map { (key.rawValue, PolicyText.text($0)) }
        }
        if !scope.isEmpty { root.append(("for", .object(scope))) }
        if let from = header.validFrom { root.append(("validFrom", .text("\(from)"))) }
        if let until = header.validUntil { root.append(("validUntil", .text("\(until)"))) }
        root.append(
            object: "systems",
            systems.sorted { $0.key < $1.key }.map { ($0.key.text, .text($0.value.rawValue)) }
        )
        root.append(object: "aliases", aliases.sorted { $0.key < $1.key }.map { ($0.key.text, .text($0.value.text)) })
        root.append(
            object: "approvers",
            approvers.sorted { $0.key < $1.key }
                .map { role, pool in
                    switch pool {
                    case .people(let count): (role.rawValue, .number(count))
                    case .named(let names): (role.rawValue, .list(names.map { .text($0) }))
                    }
                }
        )
        root.append(object: "records", records.map { ($0.record, $0.text) })
        return PolicyText.object(root).json() + "\n"
    }

    /// The hash of all that the policy says (RFC 8785), which names it in decisions and logs.
    public var hash: ContentHash {
        let bytes = Array(json().utf8)
        // The text above always has a canonical form; its plain bytes are a hash as good if it had none.
        guard let hash = try? ContentHash(of: bytes) else { return ContentHash(ofBytes: bytes) }
        return hash
    }
}

extension RecordOwnership {
    fileprivate var text: PolicyText {
        var members: [(String, PolicyText)] = []
        members.append(
            object: "groups",
            groups.map { group in
                let fields = PolicyText.list(group.fields.map { .path($0) })
                return (group.name, group.isAtomic ? .object([("fields", fields), ("atomic", .truth(true))]) : fields)
            }
        )
        members.append(
            object: "lists",
            lists.map { list in
                let value: PolicyText =
                    switch list.kind {
                    case .atomic: .text("atomic")
                    case .set: .text("set")
                    case .keyed(let key): .object([("key", .text(key))])
                    }
                return (list.field.joined(separator: "."), value)
            }
        )
        members.append(
            object: "statuses",
            statuses.map { status in
                let codes = status.successors.sorted { $0.key < $1.key }
                return (
                    status.field.joined(separator: "."),
                    .object(codes.map { ($0.key, .list($0.value.map { .text($0) })) })
                )
            }
        )
        members.append(
            object: "comparisons",
            comparisons.map { comparison in
                let words = Canonicalisation.words.filter { comparison.canonicalisation.contains($0.option) }
                return (comparison.field.joined(separator: "."), .list(words.map { .text($0.word) }))
            }
        )
        if let stage {
            var source: [(String, PolicyText)] = [("from", .text(stage.field))]
            source.append(
                object: "stages",
                stage.stages.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.rawValue)) }
            )
            source.append(("initial", .text(stage.initial.rawValue)))
            members.append(("stage", .object(source)))
        }
        if let legalEntity { members.append(("legalEntity", .text(legalEntity))) }
        if let region { members.append(("region", .text(region))) }
        if !rules.isEmpty { members.append(("rules", .list(rules.map(\.text)))) }
        return .object(members)
    }
}

extension OwnershipRule {
    fileprivate var text: PolicyText {
        var members: [(String, PolicyText)] = [("rule", .text(id))]
        switch target {
        case .record: members.append(("all", .truth(true)))
        case .group(let name): members.append(("group", .text(name)))
        case .field(let path): members.append(("field", .path(path)))
        }
        if let stage { members.append(("stage", .text(stage.rawValue))) }
        if let legalEntity = scope.legalEntity { members.append(("legalEntity", .text(legalEntity))) }
        if let region = scope.region { members.append(("region", .text(region))) }
        members.append(
            (
                "grants",
                .list(
                    grants.map { grant in
                        var members: [(String, PolicyText)] = [
                            ("role", .text(grant.role.rawValue)), ("may", grant.capabilities.text),
                        ]
                        if let approval = grant.approval { members.append(("approval", approval.text)) }
                        return .object(members)
                    }
                )
            )
        )
        if !prohibitions.isEmpty {
            let items = prohibitions.map { prohibition -> PolicyText in
                let role = prohibition.role.map { [("role", PolicyText.text($0.rawValue))] } ?? []
                return .object(role + [("mayNot", prohibition.capabilities.text)])
            }
            members.append(("forbid", .list(items)))
        }
        if let because { members.append(("because", .text(because))) }
        return .object(members)
    }
}

extension CapabilitySet {
    fileprivate var text: PolicyText {
        self == .own ? .text("own") : .list(capabilities.map { .text($0.rawValue) })
    }
}

extension ApprovalRequirement {
    fileprivate var text: PolicyText {
        var members: [(String, PolicyText)] = [("roles", .list(roles.map { .text($0.rawValue) }))]
        if people > roles.count { members.append(("people", .number(people))) }
        if let days { members.append(("days", .number(days))) }
        return .object(members)
    }
}

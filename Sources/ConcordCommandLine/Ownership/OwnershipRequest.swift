import ConcordConfiguration
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordValues

/// The ownership policy that a command was given: documents over the rulebook's default, and systems with their roles.
struct OwnershipRequest {
    /// The policy in force, with the places of its statements.
    let layer: OwnershipLayer

    /// Whether nobody said which systems there are, so that their roles follow from their products.
    let derivesSystems: Bool

    /// Whom the documents were looked up for.
    let scope: ConfigurationScope

    /// Earlier policies whose approvals still count, as `name@version`.
    let honoured: Set<String>

    /// A request as the command line has it.
    ///
    /// - Parameters:
    ///   - policies: The documents' files.
    ///   - scope: Whom they are looked up for: `region=EMEA`. Whom the documents are for, if there is none.
    ///   - systems: Systems with their roles: `crm=salesforce:emea`.
    ///   - isAlone: Whether the documents are the whole policy.
    ///   - honoured: Earlier policies whose approvals still count.
    ///   - day: The day on which documents are looked up.
    ///   - console: Where the files are; documents that are passed over are told there.
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    init(
        policies: [String],
        scope: [String],
        systems: [String],
        isAlone: Bool = false,
        honoured: [String] = [],
        day: LocalDate,
        _ console: Console
    ) throws {
        var wanted = ConfigurationScope()
        for text in scope {
            let (key, value) = try Self.pair(text, of: "--for", such: "region=EMEA")
            wanted[ConfigurationScope.Key(rawValue: key)] = value
        }
        if isAlone, policies.isEmpty {
            throw CommandFailure(.usage, "--alone leaves nothing; name the policy with --policy FILE")
        }
        var layer = OwnershipLayer(Rulebook.ownership)
        if !policies.isEmpty {
            let stack = try Self.stack(policies, console)
            if scope.isEmpty { wanted = try Self.scope(of: stack.documents) }
            let choice = stack.documents(for: wanted, on: day)
            for document in choice.expired {
                try console.errors.writeLine("concord: \(document) is not applied: it expired before \(day)")
            }
            for document in choice.upcoming {
                try console.errors.writeLine("concord: \(document) is not applied: it begins after \(day)")
            }
            if let first = choice.applied.first, isAlone {
                layer = choice.applied.dropFirst().reduce(first.content) { $0.overlaid(with: $1.content) }
            } else if isAlone {
                throw CommandFailure(.data, "no document of the policy applies on \(day); see --for")
            } else {
                layer = choice.applied.reduce(layer) { $0.overlaid(with: $1.content) }
            }
        }
        var named: [SystemID: SystemRole] = [:]
        for text in systems {
            let (role, name) = try Self.pair(text, of: "--system", such: "crm=salesforce:emea")
            let system = try RunSettings.option("--system", name) { text throws(ValueError) in try SystemID(text) }
            named[system] = SystemRole(rawValue: role)
        }
        derivesSystems = named.isEmpty && layer.policy.systems.isEmpty
        self.layer = OwnershipLayer(layer.policy.naming(named), places: layer.places)
        self.scope = wanted
        self.honoured = Set(honoured)
    }

    /// The policy, if the analysis finds no error in it.
    ///
    /// - Throws: A ``CommandFailure`` with all errors.
    func checked() throws(CommandFailure) -> CheckedOwnershipPolicy {
        try Self.checked(layer)
    }

    /// A policy, if the analysis finds no error in it.
    fileprivate static func checked(_ layer: OwnershipLayer) throws(CommandFailure) -> CheckedOwnershipPolicy {
        do throws(OwnershipRefusal) {
            return try CheckedOwnershipPolicy(layer, records: Rulebook.ownedRecords)
        } catch {
            throw CommandFailure(.data, "the policy is refused\n\(error)")
        }
    }

    /// The record with a name, as the policy's author declared it.
    ///
    /// - Throws: A ``CommandFailure`` that says which records there are.
    static func record(named name: String) throws(CommandFailure) -> RecordDescription {
        if let record = Rulebook.ownedRecords.first(where: { $0.name == name || $0.tag == name }) { return record }
        let names = Rulebook.ownedRecords.map(\.name)
        throw CommandFailure(
            .usage,
            "there is no record \"\(name)\"\(Nearest.suggestion(for: name, among: names))\n"
                + "The records are \(names.joined(separator: ", "))."
        )
    }

    // MARK: - Documents

    private static func stack(
        _ files: [String],
        _ console: Console
    ) throws -> ConfigurationStack<OwnershipLayer> {
        do {
            var documents: [ConfigurationDocument<OwnershipLayer>] = []
            for file in files {
                let file = ConfigurationFile(try console.input(file).readAll(), name: file)
                documents.append(try OwnershipLayer.document(file))
            }
            return try OwnershipLayer.stack(documents)
        } catch let refusal as ConfigurationRefusal {
            throw CommandFailure(.data, "\(refusal)")
        }
    }

    private static func scope(
        of documents: [ConfigurationDocument<OwnershipLayer>]
    ) throws(CommandFailure) -> ConfigurationScope {
        var wanted = ConfigurationScope()
        for document in documents {
            for key in document.header.scope.keys {
                let value = document.header.scope[key]
                guard wanted[key] == nil || wanted[key] == value else {
                    throw CommandFailure(
                        .usage,
                        "the documents are for several of \(key.rawValue): say for whom with --for \(key.rawValue)=…"
                    )
                }
                wanted[key] = value
            }
        }
        return wanted
    }

    private static func pair(
        _ text: String,
        of option: String,
        such example: String
    ) throws(CommandFailure) -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw CommandFailure(.usage, "\(option) is \"\(text)\"; expected two names, as in \(example)")
        }
        return (parts[0], parts[1])
    }
}

extension OwnershipPolicy {
    /// The policy with more systems, under its own name.
    func naming(_ more: [SystemID: SystemRole]) -> OwnershipPolicy {
        if more.isEmpty { return self }
        return OwnershipPolicy(
            header,
            records: records,
            systems: systems.merging(more) { $1 },
            aliases: aliases,
            approvers: approvers
        )
    }
}

extension CheckedOwnershipPolicy {
    /// The policy with more systems, checked anew.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with it then.
    func naming(_ more: [SystemID: SystemRole]) throws(CommandFailure) -> CheckedOwnershipPolicy {
        if more.isEmpty { return self }
        return try OwnershipRequest.checked(OwnershipLayer(policy.naming(more), places: places))
    }
}

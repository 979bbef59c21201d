public import ConcordSchema
public import ConcordValidation
internal import ConcordValues

/// The trials of one kind of record: a folder with the documents that pass and `trials.json`.
///
/// ```swift
/// let trials = try ValidationTrials(TimeEntry.self, in: "Fixtures/validation/time-entry", beside: records)
/// #expect(trials.violations(of: Rulebook.validation).isEmpty)
/// #expect(trials.untried(in: Rulebook.validation).isEmpty)
/// ```
public struct ValidationTrials<Record: CanonicalRecord>: Sendable {
    /// The trials, in the order of the file.
    public let trials: [ValidationTrial]

    private let folder: String
    private let types: [any CanonicalRecord.Type]

    /// Reads the trials of a folder.
    ///
    /// - Parameters:
    ///   - type: The kind of record.
    ///   - folder: The folder.
    ///   - types: The kinds of records that trials may have at hand.
    ///   - source: The file that asks, from which the folder is looked for upwards.
    /// - Throws: ``FileFailure`` if a file cannot be read.
    public init(
        _ type: Record.Type,
        in folder: String,
        beside types: [any CanonicalRecord.Type] = [],
        near source: String = #filePath
    ) throws(FileFailure) {
        self.folder = Disk.path(folder, near: source)
        self.types = types
        var trials: [ValidationTrial] = []
        // Several files, so that long lists of trials can be read: `trials.json`, `trials-vat.json`.
        for name in try Disk.names(in: self.folder) where name.hasPrefix("trials") && name.hasSuffix(".json") {
            guard let tree = DocumentTree(try Disk.bytes(of: "\(self.folder)/\(name)")) else {
                throw FileFailure("\(folder)/\(name)", "is no JSON")
            }
            for item in tree.items { trials.append(try ValidationTrial(item, in: "\(folder)/\(name)")) }
        }
        self.trials = trials
    }

    /// The rules of a policy that no trial tries.
    public func untried(in policy: ValidationPolicy) -> [String] {
        let tried = Set(trials.map(\.rule))
        return policy.rules(for: Record.self).rules.map(\.description.code)
            .filter { !tried.contains($0) }.map(\.rawValue).sorted()
    }

    /// What the trials show to be wrong, one text each; none if every rule passes and fails as it should.
    public func violations(of policy: ValidationPolicy) -> [String] {
        trials.enumerated()
            .compactMap { number, trial in
                do throws(TrialFailure) {
                    try run(trial, policy)
                    return nil
                } catch {
                    return "trial \(number) of \(trial.rule) on \(trial.base): \(error.reason)"
                }
            }
    }

    private func run(_ trial: ValidationTrial, _ policy: ValidationPolicy) throws(TrialFailure) {
        let validator = policy.validator(for: Record.self, in: trial.circumstances)
        guard validator.descriptions.contains(where: { $0.rule.code == trial.rule }) else {
            throw TrialFailure(reason: "the rule does not apply in these circumstances, or there is none of its name")
        }
        let document = try tree(trial.base)
        let passing = validator.verdict(on: try draft(document, "the base"), with: try related(trial, isChanged: false))
        if let finding = passing.findings.first(where: { $0.code == trial.rule }) {
            throw TrialFailure(reason: "the base should pass: \(finding.text(showing: Set(Sensitivity.all)))")
        }
        if let gap = passing.unchecked.first(where: { $0.code == trial.rule }) {
            throw TrialFailure(reason: "the rule did not look at the base: \(gap)")
        }
        let changed = try change(document, trial.change, trial.base)
        let failing = validator.verdict(
            on: try draft(changed, "the changed document"),
            with: try related(trial, isChanged: true)
        )
        let found = failing.findings.filter { $0.code == trial.rule }
        if found.isEmpty {
            let others = failing.findings.map(\.code.rawValue).joined(separator: ", ")
            let gaps = failing.unchecked.filter { $0.code == trial.rule }.map(\.description).joined(separator: "; ")
            throw TrialFailure(reason: "the change should break the rule; it broke [\(others)] \(gaps)")
        }
        if let path = trial.path, !found.contains(where: { $0.path.description == path }) {
            throw TrialFailure(reason: "expected a finding at \(path), found \(found.map(\.path.description))")
        }
    }

    private func draft(_ tree: DocumentTree, _ name: String) throws(TrialFailure) -> Draft<Record> {
        let draft = Draft<Record>(json: tree.compact)
        if draft.isAcceptable { return draft }
        let issues = draft.issues.filter { $0.severity == .error }.map(\.description)
        throw TrialFailure(reason: "\(name) cannot be read: \(issues.joined(separator: "; "))")
    }

    private func tree(_ file: String) throws(TrialFailure) -> DocumentTree {
        do throws(FileFailure) {
            if let tree = DocumentTree(try Disk.bytes(of: "\(folder)/\(file)")) { return tree }
        } catch {
            throw TrialFailure(reason: error.description)
        }
        throw TrialFailure(reason: "\(file) is no JSON")
    }

    private func change(
        _ tree: DocumentTree,
        _ changes: [String: DocumentTree?],
        _ name: String
    ) throws(TrialFailure) -> DocumentTree {
        var tree = tree
        for (pointer, value) in changes.sorted(by: { $0.key < $1.key }) {
            guard let changed = tree.setting(pointer, to: value) else {
                throw TrialFailure(reason: "nothing can be changed at \(pointer) of \(name)")
            }
            tree = changed
        }
        return tree
    }

    private func related(_ trial: ValidationTrial, isChanged: Bool) throws(TrialFailure) -> RelatedRecords {
        var records = RelatedRecords()
        for type in types where trial.complete.contains(type.documentName) { type.declareComplete(in: &records) }
        for file in trial.related {
            var document = try tree("../\(file)")
            if isChanged, let changes = trial.changeRelated[file] { document = try change(document, changes, file) }
            let schema = document["schema"]?.text ?? ""
            guard let type = types.first(where: { $0.documentTag == schema }) else {
                throw TrialFailure(reason: "\(file) has the schema \(schema), which is none of those beside")
            }
            if let issue = type.insert(document.compact, into: &records) {
                throw TrialFailure(reason: "\(file) cannot be read: \(issue)")
            }
        }
        return records
    }
}

extension CanonicalRecord {
    fileprivate static var documentName: String { schema.description.name }
    fileprivate static var documentTag: String { schema.description.tag }

    fileprivate static func declareComplete(in records: inout RelatedRecords) {
        records.insert([Self](), isComplete: true)
    }

    fileprivate static func insert(_ document: [UInt8], into records: inout RelatedRecords) -> String? {
        do throws(Refusal) {
            records.insert(try Self(json: document))
            return nil
        } catch {
            return error.description
        }
    }
}

extension Sensitivity {
    fileprivate static var all: [Sensitivity] { [.open, .personal, .commercial, .compensation, .financial] }
}

/// Why a trial does not show what it should.
///
/// Outside of the generic type: the optimiser of Swift 6.3 stops at a function that throws an error of a generic type's
/// own.
private struct TrialFailure: Error {
    let reason: String
}

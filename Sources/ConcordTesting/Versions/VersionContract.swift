internal import ConcordSchema
public import ConcordVersions

/// The contract that a record's published versions are: one call for each promise.
///
/// ```swift
/// let contract = VersionContract(Retainer.self, schemas: "Fixtures/schemas", documents: "Fixtures/versions")
/// #expect(contract.frozenSchemas() == [])
/// #expect(contract.goldenCorpus() == [])
/// #expect(contract.examples() == [])
/// #expect(contract.generated(count: 200, seed: 1) == [])
/// ```
///
/// Findings that are known go through ``Swift/Array/without(_:on:)`` with a reason and a day. Whether a new version is
/// compatible with the last release is another question, which ``compatibilityChecks`` is the place for.
public struct VersionContract<Record: VersionedRecord>: Sendable {
    private let schemas: String
    private let documents: String
    private var history: SchemaHistory { Record.history.schema }

    /// Further checks of two versions that follow one another, such as a compatibility checker's; each says in words
    /// what is broken. ``compatibility()`` runs them.
    public var compatibilityChecks: [@Sendable (_ earlier: SchemaDocument, _ later: SchemaDocument) -> [String]] = []

    /// A contract.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - schemas: The folder with a file for each version: `<record>/<version>.json`.
    ///   - documents: The folder with documents of each version: `<record>/<version>.json`, `<record>/<version>.<what>.json`.
    ///   - source: The file that asks, from which the folders are looked for upwards.
    public init(_ record: Record.Type, schemas: String, documents: String, near source: String = #filePath) {
        self.schemas = Disk.path(schemas, near: source)
        self.documents = Disk.path(documents, near: source)
    }

    /// Whether every published version is as it was published.
    ///
    /// With `RECORD_GOLDEN=1` in the environment the files of versions that have none are written; a file that is there
    /// is never changed, because a published version never is.
    public func frozenSchemas() -> [ContractFinding] {
        history.versions.compactMap { version in
            let path = "\(schemas)/\(version.name)/\(version.version ?? 1).json"
            let document = SchemaDocument(version)
            do throws(FileFailure) {
                guard Disk.exists(path) else {
                    guard Disk.environment("RECORD_GOLDEN") == "1" else {
                        return finding(
                            "schema.unpublished",
                            version,
                            "\(path) does not exist; RECORD_GOLDEN=1 writes it"
                        )
                    }
                    try Disk.write(Array(document.text.utf8), to: path)
                    return finding("schema.recorded", version, "\(path) was written; run again without RECORD_GOLDEN")
                }
                let frozen = try Disk.bytes(of: path)
                if frozen.elementsEqual(document.text.utf8) { return nil }
                let lines = RecordDiff(lines: String(decoding: frozen, as: UTF8.self), document.text)
                return finding(
                    "schema.changed",
                    version,
                    "a published version never changes; make a new one (- as published, + as it is now)\n\(lines)"
                )
            } catch {
                return finding("schema.unreadable", version, "\(error)")
            }
        }
    }

    /// Whether every document of every version is read by the newest record, is made one of every other version, and
    /// comes back as it was.
    public func goldenCorpus() -> [ContractFinding] {
        var findings: [ContractFinding] = []
        for version in history.versions {
            let number = version.version ?? 1
            let names = (try? Disk.names(in: "\(documents)/\(version.name)")) ?? []
            let own = names.filter { $0 == "\(number).json" || $0.hasPrefix("\(number).") && $0.hasSuffix(".json") }
            if own.isEmpty { findings.append(finding("golden.missing", version, "no document of it in \(documents)")) }
            for name in own {
                let path = "\(documents)/\(version.name)/\(name)"
                guard let bytes = try? Disk.bytes(of: path), let tree = DocumentTree(bytes) else {
                    findings.append(finding("golden.unreadable", version, "\(path) is no JSON"))
                    continue
                }
                findings += problems(with: tree, of: version, number)
                    .map {
                        ContractFinding(rule: $0.rule, subject: "\(version.name)/\(name)", message: $0.message)
                    }
            }
        }
        return findings
    }

    private func problems(
        with tree: DocumentTree,
        of version: RecordDescription,
        _ number: Int
    ) -> [(rule: String, message: String)] {
        var problems = ShapeCheck(tree, version).problems.map { (rule: "golden.invalid", message: $0) }
        let draft = Record.history.draft(json: tree.compact)
        problems += draft.issues.map { ("golden.refused", "\($0)") }
        for other in history.versions where other.version != number {
            let target = other.version ?? 1
            let pair = VersionPair(history: history, old: min(number, target), new: max(number, target))
            let difference = number < target ? pair.upAndDown(tree) : pair.downAndUp(tree)
            if let difference { problems.append(("golden.lost", "by way of \(other.tag):\n\(difference)")) }
            guard let there = try? history.migrate(tree.compact, to: target), let made = DocumentTree(there) else {
                continue
            }
            problems += ShapeCheck(made, other).problems.map { ("golden.invalid", "as \(other.tag): \($0)") }
        }
        return problems
    }

    /// Whether the examples that the schema of the newest version gives are values of their fields.
    public func examples() -> [ContractFinding] {
        var findings: [ContractFinding] = []
        guard let newest = history.versions.last else { return [] }
        var generator = DocumentGenerator(newest)
        generator.hasUnknownMembers = false
        generator.size = 0
        var random = SeededGenerator(seed: 1)
        let base = generator.sample(using: &random).tree
        for field in newest.fields {
            guard case .text(_, let examples) = field.shape.unwrapped else { continue }
            for example in examples {
                var document = base
                document[field.name] = .string(DocumentTree.Text(example))
                let draft = Record.history.draft(json: document.compact)
                for issue in draft.issues where issue.severity == .error {
                    findings.append(finding("example.refused", newest, "\(field.name): \(issue)"))
                }
            }
        }
        return findings
    }

    /// Whether the laws of versions hold for random documents, each shrunk to the least that breaks its law.
    ///
    /// - Parameters:
    ///   - count: How many documents for each pair of versions, in each direction.
    ///   - seed: The seed of the first.
    public func generated(count: Int, seed: UInt64) -> [ContractFinding] {
        VersionLaws<Record>(count: count, seed: seed).check()
            .map { ContractFinding(rule: "law.\($0.law.rawValue)", subject: $0.pair, message: "\($0)") }
    }

    /// What ``compatibilityChecks`` say of each version and the one before it.
    public func compatibility() -> [ContractFinding] {
        zip(history.versions, history.versions.dropFirst())
            .flatMap { earlier, later in
                compatibilityChecks.flatMap { $0(SchemaDocument(earlier), SchemaDocument(later)) }
                    .map { finding("compatibility", later, $0) }
            }
    }

    private func finding(_ rule: String, _ version: RecordDescription, _ message: String) -> ContractFinding {
        ContractFinding(rule: rule, subject: version.tag, message: message)
    }
}

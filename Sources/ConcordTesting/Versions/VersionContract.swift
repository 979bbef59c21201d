internal import ConcordSchema
public import ConcordValues
public import ConcordVersions

/// The contract that a record's published versions are: one call for each promise, and one for all.
///
/// ```swift
/// let contract = VersionContract(Retainer.self, schemas: "Fixtures/schemas", documents: "Fixtures/versions")
/// #expect(contract.frozenSchemas() == [])
/// #expect(contract.goldenCorpus() == [])
/// #expect(contract.compatibility() == [])
/// #expect(contract.examples() == [])
/// #expect(contract.generated(count: 200, seed: 1) == [])
/// #expect(contract.findings(accepting: [known], on: today) == [])     // all of it
/// ```
public struct VersionContract<Record: VersionedRecord>: Sendable {
    let schemas: String
    private let documents: String
    var history: SchemaHistory { Record.history.schema }

    /// What generated documents must know of values beyond their shape.
    public var rules = VersionLaws<Record>(seed: 0).rules

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
    /// With `RECORD_GOLDEN=1` in the environment the files of versions that have none are written, and so are those whose
    /// documentation, examples or known codes differ, because these say nothing of the data. What a file says of the data
    /// is never changed: a published version never is.
    public func frozenSchemas() -> [ContractFinding] {
        history.versions.compactMap { version in
            let path = path(of: version)
            let document = SchemaDocument(version)
            do throws(FileFailure) {
                guard Disk.exists(path) else {
                    return try record(document, in: path, "schema.unpublished", "does not exist")
                }
                let frozen = try Disk.bytes(of: path)
                if frozen.elementsEqual(document.text.utf8) { return nil }
                if let known = try? SchemaDocument(json: frozen), known.saysTheSame(as: document) {
                    let what = "has other documentation, examples or known codes, which is allowed"
                    return try record(document, in: path, "schema.annotations", what)
                }
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

    private func record(
        _ document: SchemaDocument,
        in path: String,
        _ rule: String,
        _ what: String
    ) throws(FileFailure) -> ContractFinding {
        guard Disk.environment("RECORD_GOLDEN") == "1" else {
            return finding(rule, document.description, "\(path) \(what); RECORD_GOLDEN=1 writes it")
        }
        try Disk.write(Array(document.text.utf8), to: path)
        return finding("schema.recorded", document.description, "\(path) was written; run again without RECORD_GOLDEN")
    }

    func path(of version: RecordDescription, in folder: String? = nil) -> String {
        "\(folder ?? schemas)/\(version.name)/\(version.version ?? 1).json"
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

    /// Whether the laws of versions hold for random documents, each shrunk to the least that breaks its law.
    ///
    /// - Parameters:
    ///   - count: How many documents for each pair of versions, in each direction.
    ///   - seed: The seed of the first.
    /// - Returns: What the laws found, in the order of the pairs; none if all hold.
    public func generated(count: Int, seed: UInt64) -> [ContractFinding] {
        var laws = VersionLaws<Record>(count: count, seed: seed)
        laws.rules = rules
        return laws.check()
            .map { ContractFinding(rule: "law.\($0.law.rawValue)", subject: $0.pair, message: "\($0)") }
    }

    /// All of it: frozen schemas, golden corpus, compatibility, examples and generated documents.
    ///
    /// - Parameters:
    ///   - suppressions: What is known and accepted, with reasons and last days; those that are over or suppress nothing are
    ///     findings themselves.
    ///   - today: The day that counts as today.
    ///   - count: How many documents are generated for each pair of versions, in each direction.
    ///   - seed: The seed of the first.
    /// - Returns: What is not so, and what is no longer accepted.
    public func findings(
        accepting suppressions: [Suppression] = [],
        on today: LocalDate,
        count: Int = 100,
        seed: UInt64 = 1
    ) -> [ContractFinding] {
        let found =
            frozenSchemas() + goldenCorpus() + compatibility() + examples() + generated(count: count, seed: seed)
        return found.without(suppressions, on: today)
    }

    func finding(_ rule: String, _ version: RecordDescription, _ message: String) -> ContractFinding {
        ContractFinding(rule: rule, subject: version.tag, message: message)
    }
}

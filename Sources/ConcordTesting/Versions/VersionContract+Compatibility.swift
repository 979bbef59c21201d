internal import ConcordCompatibility
internal import ConcordSchema
internal import ConcordVersions

extension VersionContract {
    /// Whether what the last release's services wrote is still read, and what they read is still written.
    ///
    /// Two things are asked of each version that was released:
    ///
    /// - Does the code's idea of it still have the same documents? If not, the finding has a document that one of the two
    ///   allows and the other refuses.
    /// - Do its documents come to the newest version? Where the newest schema refuses one as it stands, the steps have to
    ///   make something of it that the newest record reads, and the document is sent through them to see it.
    ///
    /// - Parameters:
    ///   - released: The folder with the released versions, such as the last release's checkout; the contract's own frozen
    ///     schemas if nil.
    ///   - source: The file that the folder's path begins at.
    /// - Returns: What is not so.
    public func compatibility(with released: String? = nil, near source: String = #filePath) -> [ContractFinding] {
        let folder = released.map { Disk.path($0, near: source) } ?? schemas
        guard let newest = history.versions.last else { return [] }
        let new = SchemaRevision(newest)
        var findings: [ContractFinding] = []
        let names = (try? Disk.names(in: "\(folder)/\(history.name)")) ?? []
        let numbers = names.compactMap { $0.hasSuffix(".json") ? Int($0.dropLast(5)) : nil }.sorted()
        for number in numbers {
            let path = "\(folder)/\(history.name)/\(number).json"
            guard let bytes = try? Disk.bytes(of: path), let document = try? SchemaDocument(json: bytes) else {
                findings.append(
                    ContractFinding(rule: "schema.unreadable", subject: "\(history.name)/\(number)", message: path)
                )
                continue
            }
            let old = document.description
            guard let own = history.version(number) else {
                findings.append(
                    finding(
                        "compatibility.gone",
                        old,
                        "it was released and cannot be read; keep the steps that lead to it"
                    )
                )
                continue
            }
            if !document.saysTheSame(as: SchemaDocument(own)) {
                findings += broken(SchemaRevision(old), SchemaRevision(own)).map { finding("compatibility", own, $0) }
            } else if number != history.newest {
                findings += lost(old, new).map { finding("compatibility.migration", own, $0) }
            }
        }
        return findings
    }

    /// What a version's documents lose because it was changed after its release.
    private func broken(_ released: SchemaRevision, _ own: SchemaRevision) -> [String] {
        let verdict = CompatibilityChecker().verdict(released, own, mode: .writerAware)
        let told: [(CompatibilityAnswer, String)] = [
            (verdict.backward, "what was written as released is not read any more"),
            (verdict.forward, "what is written now is not read by who has the released version"),
        ]
        let problems = told.compactMap { answer, what -> String? in
            switch answer {
            case .incompatible(let counterexample): "\(what):\n\(Self.told(counterexample))"
            case .unknown(let reason): "whether \(what), nobody can say: \(reason)"
            default: nil
            }
        }
        return problems.isEmpty ? ["it was changed after its release, in a way that both sides read"] : problems
    }

    /// The document that the newest schema refuses and the steps make nothing of; none if they do, or if it needs none.
    private func lost(_ old: RecordDescription, _ new: SchemaRevision) -> [String] {
        let verdict = CompatibilityChecker().verdict(SchemaRevision(old), new, mode: .writerAware)
        guard case .incompatible(let counterexample) = verdict.backward,
            case .object(let members) = counterexample.document
        else { return [] }
        let tag = JSONMember("schema", .string(old.tag))
        let document = JSONValue.object([tag] + members.filter { $0.name != "schema" })
        let draft = Record.history.draft(json: Array(document.description.utf8))
        // A text whose format only the host knows was made up, so nobody is to blame if it is refused.
        let errors = draft.issues.filter { $0.severity == .error && !old.isMadeUp(at: $0.path) }
        if errors.isEmpty { return [] }
        return [
            "\(old.tag) allows this document, and the steps make nothing of it that \(new.name) reads:\n  \(document)\n"
                + errors.map { "  \($0)" }.joined(separator: "\n")
        ]
    }

    private static func told(_ counterexample: Counterexample) -> String {
        (["  \(counterexample.document)"] + counterexample.violations.prefix(3).map { "  at \($0)" })
            .joined(separator: "\n")
    }

    /// Whether the examples that schemas give are values of their fields, in every version and at every depth.
    public func examples() -> [ContractFinding] {
        var findings: [ContractFinding] = []
        for version in history.versions {
            for (path, field, examples) in version.fieldsWithExamples {
                let alone = RecordDescription(name: "example", version: nil, documentation: "", fields: [field])
                let validator = SchemaValidator(JSONSchema(of: alone, side: .reader, hasTag: false))
                for example in examples {
                    let document = JSONValue.object([JSONMember(JSONString(field.name), .string(example))])
                    guard case .invalid(let violations) = validator.validate(document) else { continue }
                    let reasons = violations.map(\.description).joined(separator: "; ")
                    findings.append(
                        finding("example.refused", version, "\(path): the example \"\(example)\": \(reasons)")
                    )
                }
            }
        }
        return findings + refusedByReader()
    }

    /// The examples of the newest version's own fields that its reader refuses, which knows more than a schema can say.
    private func refusedByReader() -> [ContractFinding] {
        guard let newest = history.versions.last else { return [] }
        var findings: [ContractFinding] = []
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
                    findings.append(
                        finding("example.refused", newest, "\(field.name): the example \"\(example)\": \(issue)")
                    )
                }
            }
        }
        return findings
    }
}

extension RecordDescription {
    /// Whether a schema says of the texts at a path no more than the name of their format.
    fileprivate func isMadeUp(at path: RecordPath) -> Bool {
        let names = path.steps.compactMap { step in if case .field(let name) = step { name } else { nil } }
        guard var shape = field(at: names)?.shape.unwrapped else { return false }
        if case .list(let item, _) = shape { shape = item.unwrapped }
        guard case .text(let format, _) = shape else { return false }
        return !JSONSchema.describes(format: format)
    }

    /// The fields of texts that have examples, at every depth, with their paths; each as one that is required.
    fileprivate var fieldsWithExamples: [(path: String, field: FieldDescription, examples: [String])] {
        fields.flatMap { field -> [(String, FieldDescription, [String])] in
            var shape = field.shape.unwrapped
            if case .list(let item, _) = shape { shape = item.unwrapped }
            switch shape {
            case .text(let format, let examples) where format != "json" && !examples.isEmpty:
                let alone = FieldDescription(name: field.name, documentation: "", shape: shape, isRequired: true)
                return [(field.name, alone, examples)]
            case .record(let record):
                return record.fieldsWithExamples.map { ("\(field.name).\($0)", $1, $2) }
            default:
                return []
            }
        }
    }
}

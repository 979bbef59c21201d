public import ConcordSchema
public import ConcordValues

extension SchemaHistory {
    /// The names that versions dropped, by path and version.
    public var reservedNames: [SchemaRegistry.ReservedName] {
        var names: [SchemaRegistry.ReservedName] = []
        for (earlier, later) in zip(versions, versions.dropFirst()) {
            let (old, new) = (earlier.paths, later.paths)
            for (path, shape) in old.sorted(by: { $0.key < $1.key }) where new[path] == nil {
                // What stands inside a field that is gone went with it.
                let parent = path.split(separator: ".").dropLast().joined(separator: ".")
                guard parent.isEmpty || new[parent] != nil && old[parent] == new[parent] else { continue }
                names.append(.init(path: path, shape: shape, since: later.version ?? 1))
            }
        }
        return names
    }
}

extension RecordDescription {
    /// The paths of all fields with what their values are, in the words of the dictionary.
    var paths: [String: String] {
        var found: [String: String] = [:]
        func visit(_ record: RecordDescription, _ path: String, _ depth: Int) {
            guard depth < 12 else { return }
            for field in record.fields {
                found[path + field.name] = field.shape.unwrapped.summary
                if let inner = field.shape.record { visit(inner, "\(path)\(field.name).", depth + 1) }
            }
        }
        visit(self, "", 0)
        return found
    }
}

/// Something that a registry and the code do not agree about.
public struct RegistryFinding: Sendable, Hashable {
    /// What kind of finding it is, such as `schema.changed`.
    public let code: IssueCode
    /// The schema and version: `customer/2`.
    public let schema: String
    /// Whether it fails a build.
    public let isError: Bool
    /// What was found.
    public let message: String
    /// What to do.
    public let remedy: String

    /// A finding.
    public init(_ code: IssueCode, _ schema: String, isError: Bool = true, _ message: String, remedy: String) {
        self.code = code
        self.schema = schema
        self.isError = isError
        self.message = message
        self.remedy = remedy
    }
}

extension RegistryFinding: CustomStringConvertible {
    /// The finding in one line.
    public var description: String {
        "\(isError ? "error" : "warning") \(code) in \(schema): \(message). \(remedy)"
    }
}

extension SchemaRegistry {
    /// What the registry says that is not so any more.
    ///
    /// - Parameters:
    ///   - histories: The histories of the code.
    ///   - today: The day that sunset dates are compared with; nil to leave them out.
    /// - Returns: The findings, in the order of the registry; none if every published version is as it was.
    public func findings(against histories: [SchemaHistory], on today: LocalDate? = nil) -> [RegistryFinding] {
        var findings: [RegistryFinding] = []
        for subject in subjects {
            guard let history = histories.first(where: { $0.name == subject.name }) else {
                findings.append(
                    .init(
                        "schema.gone",
                        subject.name,
                        "there is no such record",
                        remedy: "Keep reading what was published."
                    )
                )
                continue
            }
            for version in subject.versions {
                let tag = "\(subject.name)/\(version.number)"
                guard let description = history.version(version.number) else {
                    findings.append(
                        .init(
                            "schema.gone",
                            tag,
                            "it cannot be read any more",
                            remedy: "Keep the steps that lead to it."
                        )
                    )
                    continue
                }
                let fingerprint = SchemaDocument(description).fingerprint
                if fingerprint != version.fingerprint {
                    findings.append(
                        .init(
                            "schema.changed",
                            tag,
                            "it was published as \(version.fingerprint) and is \(fingerprint) now",
                            remedy: "A published version never changes: make a new one, with the steps to it."
                        )
                    )
                }
                if let declared = history.dates[version.number], declared != version.dates {
                    findings.append(
                        .init(
                            "schema.dates",
                            tag,
                            "the registry says \(version.dates), and the code says \(declared)",
                            remedy: "Export the registry again; dates are declared beside the steps."
                        )
                    )
                }
                if let sunset = version.dates.sunset, let today, today > sunset {
                    findings.append(
                        .init("schema.sunset", tag, isError: false, "its last day was \(sunset)", remedy: "Refuse it.")
                    )
                }
            }
            for description in history.versions
            where !subject.versions.contains(where: { $0.number == description.version }) {
                findings.append(
                    .init(
                        "schema.unregistered",
                        description.tag,
                        "it is not published",
                        remedy: "Add it to the registry."
                    )
                )
            }
            if let problem = VersionDates.problem(subject.versions.map { ($0.number, $0.dates) }) {
                findings.append(.init("schema.dates", subject.name, problem, remedy: "Correct the dates."))
            }
            findings += returned(subject, history)
        }
        for history in histories where !subjects.contains(where: { $0.name == history.name }) {
            findings.append(
                .init("schema.unregistered", history.name, "it is not published", remedy: "Add it to the registry.")
            )
        }
        return findings
    }

    /// Names that were dropped and stand for something else now.
    private func returned(_ subject: Subject, _ history: SchemaHistory) -> [RegistryFinding] {
        var findings: [RegistryFinding] = []
        for reserved in subject.reserved {
            for description in history.versions where (description.version ?? 1) >= reserved.since {
                guard let shape = description.paths[reserved.path], shape != reserved.shape else { continue }
                findings.append(
                    .init(
                        "schema.nameReused",
                        description.tag,
                        "\(reserved.path) was a \(reserved.shape) before version \(reserved.since) and is a \(shape) now",
                        remedy: "Take another name: documents that carry the old one along are still about."
                    )
                )
            }
        }
        return findings
    }
}

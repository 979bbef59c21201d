import ConcordSchema
import ConcordValues
import ConcordVersions

/// Compares the published versions in a folder with those that the code has.
struct VersionVerification {
    /// The forms of what is told.
    enum Format: String, CaseIterable {
        /// A line for each finding.
        case text
        /// A JSON object for each finding.
        case json
        /// One XML document that build servers read.
        case junit
    }

    let folder: String
    let today: String?
    let format: Format

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var day: LocalDate?
        if let today {
            guard let date = try? LocalDate(today) else {
                throw CommandFailure(.usage, "\"\(today)\" is no day such as 2026-11-21")
            }
            day = date
        }
        let published = try console.input("\(folder)/registry.json").readAll()
        let registry: SchemaRegistry
        do throws(Refusal) {
            registry = try SchemaRegistry(json: published)
        } catch {
            throw CommandFailure(.data, "\(folder)/registry.json: \(error)")
        }
        var findings = registry.findings(against: VersionCatalogue.histories, on: day)
        var tags: [String] = []
        for history in VersionCatalogue.histories {
            for version in history.versions {
                tags.append(version.tag)
                let path = "\(folder)/\(version.name)/\(version.version ?? 1).json"
                guard let frozen = try? console.input(path).readAll() else {
                    findings.append(
                        .init("schema.unpublished", version.tag, "\(path) is not there", remedy: "Check its file in.")
                    )
                    continue
                }
                let own = SchemaDocument(version)
                if frozen.elementsEqual(own.text.utf8) { continue }
                // Documentation and known codes may grow; what is said of the data may not.
                if let known = try? SchemaDocument(json: frozen), known.saysTheSame(as: own) {
                    findings.append(
                        .init(
                            "schema.annotations",
                            version.tag,
                            isError: false,
                            "\(path) has other documentation, examples or known codes than the code",
                            remedy: "That is allowed: write the file again."
                        )
                    )
                    continue
                }
                findings.append(
                    .init(
                        "schema.changed",
                        version.tag,
                        "\(path) says something else than the code",
                        remedy: "A published version never changes: make a new one, with the steps to it."
                    )
                )
            }
        }
        try write(findings, tags, to: console.output)
        return findings.contains(where: \.isError) ? .rejected : .success
    }

    private func write(_ findings: [RegistryFinding], _ tags: [String], to output: Output) throws {
        switch format {
        case .text:
            for finding in findings { try output.writeLine("\(finding)") }
            let errors = findings.count(where: \.isError)
            try output.writeLine(
                "\(tags.count) versions, \(errors) errors, \(findings.count - errors) warnings"
            )
        case .json:
            for finding in findings {
                let value = DocumentValue.object([
                    "code": .text(finding.code.rawValue), "schema": .text(finding.schema),
                    "severity": .text(finding.isError ? "error" : "warning"), "message": .text(finding.message),
                    "remedy": .text(finding.remedy),
                ])
                try output.writeLine(String(decoding: value.json, as: UTF8.self))
            }
        case .junit:
            let failures = findings.filter(\.isError)
            var junit = JUnitReport("concord schema verify")
            for tag in tags + failures.map(\.schema).filter({ !tags.contains($0) }) {
                let own = failures.filter { $0.schema == tag }
                    .map { JUnitReport.Failure(kind: $0.code.rawValue, detail: "\($0.message). \($0.remedy)") }
                junit.add(tag, in: "schema", own.isEmpty ? .passed : .failed(own))
            }
            try output.write(junit.xml)
        }
    }
}

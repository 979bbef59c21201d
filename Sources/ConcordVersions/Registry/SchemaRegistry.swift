public import ConcordSchema
internal import ConcordValues

/// The published versions of all schemas as a file of a repository: no server, and every change of it is reviewed.
///
/// The file says of each version its fingerprint and its dates, and of each schema the names that were dropped and may
/// never come back as something else.
public struct SchemaRegistry: Sendable, Hashable {
    /// One published version.
    public struct Version: Sendable, Hashable {
        /// The version's number.
        public let number: Int
        /// The fingerprint under which it was published.
        public let fingerprint: String
        /// When it was published, deprecated and at an end.
        public var dates: VersionDates

        /// A published version.
        public init(number: Int, fingerprint: String, dates: VersionDates = VersionDates()) {
            self.number = number
            self.fingerprint = fingerprint
            self.dates = dates
        }
    }

    /// A name that a version dropped.
    public struct ReservedName: Sendable, Hashable {
        /// The field's path: `contacts.contactPoints.comment`.
        public let path: String
        /// What its values were, in the words of the dictionary.
        public let shape: String
        /// The version that dropped it.
        public let since: Int
    }

    /// A schema and all that was ever published of it.
    public struct Subject: Sendable, Hashable {
        /// The schema's name.
        public let name: String
        /// The published versions, the oldest first.
        public var versions: [Version]
        /// The names that were dropped.
        public var reserved: [ReservedName]
    }

    /// The schemas.
    public var subjects: [Subject]

    /// A registry of histories as they are now.
    ///
    /// - Parameters:
    ///   - histories: The histories.
    ///   - known: The registry that is there already; its dates are kept where a history declares none.
    public init(_ histories: [SchemaHistory], keepingDatesOf known: SchemaRegistry? = nil) {
        subjects = histories.map { history in
            let former = known?.subjects.first { $0.name == history.name }
            return Subject(
                name: history.name,
                versions: history.versions.map { description in
                    let number = description.version ?? 1
                    return Version(
                        number: number,
                        fingerprint: SchemaDocument(description).fingerprint,
                        dates: history.dates[number] ?? former?.versions.first { $0.number == number }?.dates
                            ?? VersionDates()
                    )
                },
                reserved: history.reservedNames
            )
        }
    }

    /// Reads the file.
    ///
    /// - Throws: A ``Refusal`` if it is no registry.
    public init(json: [UInt8]) throws(Refusal) {
        func refused(_ expected: String) -> Refusal {
            Refusal(issues: [Issue(.syntax, expected: expected)])
        }
        guard let text = try? JSONText(String(decoding: json, as: UTF8.self)),
            let subjects = DocumentValue(.json(Array(text.text.utf8)))["subjects"]?.items
        else { throw refused("a registry: {\"subjects\": […]}") }
        var found: [Subject] = []
        for subject in subjects {
            guard let name = subject["name"]?.text, let versions = subject["versions"]?.items else {
                throw refused("a name and versions in each subject")
            }
            func date(_ value: DocumentValue?) -> LocalDate? { value?.text.flatMap { try? LocalDate($0) } }
            found.append(
                Subject(
                    name: name,
                    versions: versions.compactMap { item in
                        guard let number = item["version"]?.integer, let print = item["fingerprint"]?.text else {
                            return nil
                        }
                        return Version(
                            number: Int(clamping: number),
                            fingerprint: print,
                            dates: VersionDates(
                                published: date(item["published"]),
                                deprecated: date(item["deprecated"]),
                                sunset: date(item["sunset"])
                            )
                        )
                    },
                    reserved: (subject["reserved"]?.items ?? [])
                        .compactMap { item in
                            guard let path = item["path"]?.text, let shape = item["shape"]?.text else { return nil }
                            return ReservedName(
                                path: path,
                                shape: shape,
                                since: Int(clamping: item["since"]?.integer ?? 0)
                            )
                        }
                )
            )
        }
        self.subjects = found
    }

    /// The file's text, with one version and one name a line.
    public var text: String {
        func quoted(_ text: String) -> String { String(decoding: DocumentValue.text(text).json, as: UTF8.self) }
        func list(_ name: String, _ items: [String]) -> String {
            items.isEmpty
                ? "      \"\(name)\": []"
                : "      \"\(name)\": [\n"
                    + items.map { "        \($0)" }.joined(separator: ",\n") + "\n      ]"
        }
        let blocks = subjects.map { subject in
            let versions = subject.versions.map { version in
                var text = "{\"version\": \(version.number), \"fingerprint\": \(quoted(version.fingerprint))"
                if let day = version.dates.published { text += ", \"published\": \"\(day)\"" }
                if let day = version.dates.deprecated { text += ", \"deprecated\": \"\(day)\"" }
                if let day = version.dates.sunset { text += ", \"sunset\": \"\(day)\"" }
                return text + "}"
            }
            let reserved = subject.reserved.map {
                "{\"path\": \(quoted($0.path)), \"shape\": \(quoted($0.shape)), \"since\": \($0.since)}"
            }
            return "    {\n      \"name\": \(quoted(subject.name)),\n\(list("versions", versions)),\n"
                + "\(list("reserved", reserved))\n    }"
        }
        return "{\n  \"subjects\": [\n\(blocks.joined(separator: ",\n"))\n  ]\n}\n"
    }
}

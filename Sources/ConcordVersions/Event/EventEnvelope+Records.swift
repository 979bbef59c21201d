public import ConcordSchema
public import ConcordValues

extension SchemaHistory {
    /// The `dataschema` of a version: its schema and its fingerprint.
    ///
    /// - Parameter version: The version's number.
    /// - Returns: A URI such as `concord:customer/2?sha256=…`; nil if the version was never published.
    public func dataSchema(of version: Int) -> String? {
        self.version(version)
            .map { description in
                let fingerprint = SchemaDocument(description).fingerprint.split(separator: ":").last ?? ""
                return "concord:\(description.tag)?sha256=\(fingerprint)"
            }
    }
}

extension EventEnvelope {
    /// An event that tells a whole record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - version: The version to write it in; the newest if nil.
    ///   - id: What the event is called within its source.
    ///   - source: Where it happened.
    ///   - type: What happened: `concord.customer.changed`.
    /// - Throws: A ``Refusal`` if the version was never published.
    public init<Record: VersionedRecord>(
        _ record: Record,
        version: Int? = nil,
        id: String,
        source: String,
        type: String
    ) throws(Refusal) {
        let history = Record.history
        let number = version ?? history.schema.newest
        self.init(id: id, source: source, type: type)
        subject = record.id.description
        dataContentType = "application/json"
        dataSchema = history.schema.dataSchema(of: number)
        data = .json(DocumentValue(.json(try history.json(of: record, version: number))))
    }

    /// An event that tells what changed in a record.
    ///
    /// - Parameters:
    ///   - before: The record as it was.
    ///   - after: The record as it is.
    ///   - id: What the event is called within its source.
    ///   - source: Where it happened.
    ///   - type: What happened.
    public init<Record: VersionedRecord>(
        from before: Record,
        to after: Record,
        id: String,
        source: String,
        type: String
    ) {
        self.init(id: id, source: source, type: type)
        subject = after.id.description
        dataContentType = "application/json"
        dataSchema = Record.history.schema.dataSchema(of: Record.history.schema.newest)
        let changes = before.changes(to: after)
            .map { change -> DocumentValue in
                .object([
                    "path": .text(change.path.pointer),
                    "before": change.before.map { DocumentValue(.json(Array($0.utf8))) },
                    "after": change.after.map { DocumentValue(.json(Array($0.utf8))) },
                ])
            }
        data = .json(
            .object([
                "schema": .text(Record.schema.description.tag),
                "id": .text(after.id.description),
                "changes": .list(changes),
            ])
        )
    }

    /// The record that the event tells, whatever version it was written in.
    ///
    /// - Parameter type: The type of the record.
    /// - Returns: The record as it was read.
    /// - Throws: A ``Refusal`` if the event names no schema, if its fingerprint is not that of the version as it is known
    ///   here, or if the data follows another schema than the event says.
    public func draft<Record: VersionedRecord>(of type: Record.Type = Record.self) throws(Refusal) -> Draft<Record> {
        Record.history.draft(json: try document(of: type))
    }

    /// The record that the event tells, with a remark if the last day of its version is over.
    ///
    /// - Parameters:
    ///   - type: The type of the record.
    ///   - today: The day that counts as today.
    /// - Returns: The record as it was read, with the warning `version.sunset` if the version's last day is over.
    /// - Throws: A ``Refusal`` as without a day.
    public func draft<Record: VersionedRecord>(
        of type: Record.Type = Record.self,
        on today: LocalDate
    ) throws(Refusal) -> Draft<Record> {
        Record.history.draft(json: try document(of: type), on: today)
    }

    /// The data, if its schema is what the event says and what is known here.
    private func document<Record: VersionedRecord>(of type: Record.Type) throws(Refusal) -> [UInt8] {
        let history = Record.history.schema
        guard case .json(let value)? = data else {
            throw Self.mismatch("data", "a document of \(history.name) as JSON", nil)
        }
        guard let tag = value["schema"]?.text, let dataSchema else {
            throw Self.mismatch("dataschema", "the schema of the data, and its fingerprint", dataSchema)
        }
        let known = history.versions.first { $0.tag == tag }
        guard let known, let expected = history.dataSchema(of: known.version ?? 1) else {
            throw Self.mismatch("data/schema", "one of the published versions of \(history.name)", tag)
        }
        guard dataSchema == expected else { throw Self.mismatch("dataschema", "\"\(expected)\"", dataSchema) }
        return value.json
    }

    private static func mismatch(_ name: String, _ expected: String, _ observed: String?) -> Refusal {
        Refusal(
            issues: [
                Issue(
                    .eventSchemaMismatch,
                    path: RecordPath(name.split(separator: "/").map { .field(String($0)) }),
                    expected: expected,
                    observed: observed.map { "\"\($0)\"" },
                    remedy: "Bring sender and reader to the same published versions; never read past the difference."
                )
            ]
        )
    }
}

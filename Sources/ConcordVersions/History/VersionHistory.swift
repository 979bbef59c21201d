public import ConcordSchema
public import ConcordValues

/// A record whose earlier versions can be read and written.
///
/// ```swift
/// extension Retainer: VersionedRecord {
///     public static let history = VersionHistory<Retainer>([
///         VersionChange(to: 2, "Fees are money", [
///             .rename("text", to: "note", because: "What it is was never clear."),
///         ])
///     ])
/// }
/// ```
public protocol VersionedRecord: CanonicalRecord {
    /// The published versions, and what lies between them.
    static var history: VersionHistory<Self> { get }
}

/// The published versions of a record: reads any of them, and writes any of them.
public struct VersionHistory<Record: CanonicalRecord>: Sendable {
    /// The history as data.
    public let schema: SchemaHistory

    /// A history of the versions before the one that the record declares.
    ///
    /// - Parameter changes: What changed from each version to the next, the oldest first; the last makes the version that
    ///   the record's schema names.
    public init(_ changes: [VersionChange]) {
        schema = SchemaHistory(of: Record.schema.description, changes: changes)
    }

    private init(_ schema: SchemaHistory) {
        self.schema = schema
    }

    /// The history with the days on which versions were published, deprecated and at an end.
    ///
    /// ```swift
    /// VersionHistory<Retainer>([…])
    ///     .dated([
    ///         1: .published("2025-01-13", deprecated: "2026-03-02", sunset: "2027-06-30"),
    ///         2: .published("2026-03-02"),
    ///     ])
    /// ```
    ///
    /// - Parameter dates: The dates by the version's number. Dates that cannot be right stop the process.
    /// - Returns: The history with the dates.
    public func dated(_ dates: [Int: VersionDates]) -> Self {
        Self(schema.dated(dates))
    }

    /// Reads a document of any published version.
    ///
    /// A document of the newest one is read as if there were no others. The places in issues are those of the given
    /// document, in the names of its own version.
    ///
    /// - Parameter document: One JSON object in UTF-8 that names its schema.
    /// - Returns: The record as far as it could be read, with all issues.
    public func draft(json document: UnsafeBufferPointer<UInt8>) -> Draft<Record> {
        guard let version = schema.olderVersion(of: document) else { return Draft(json: document) }
        guard let edges = schema.edges(from: version, to: schema.newest) else {
            return Draft(Record.schema.blank, issues: [schema.unknownVersion(version, in: document)])
        }
        var migration = Migration(document, edges, schema)
        migration.run()
        guard !migration.isBroken else { return Draft(Record.schema.blank, issues: migration.issues) }
        var draft = migration.withResult { Draft<Record>(json: $0) }
        if !draft.issues.isEmpty || !migration.issues.isEmpty {
            draft.replaceIssues(by: migration.issues(with: draft.issues))
        }
        return draft
    }

    /// Reads a document of any published version.
    public func draft(json document: [UInt8]) -> Draft<Record> {
        document.withUnsafeBufferPointer { draft(json: $0) }
    }

    /// Reads a document of any published version.
    public func draft(json document: String) -> Draft<Record> {
        draft(json: Array(document.utf8))
    }

    /// Reads a document of any published version, and remarks on one whose last day is over.
    ///
    /// - Parameters:
    ///   - document: One JSON object in UTF-8 that names its schema.
    ///   - today: The day that counts as today.
    /// - Returns: The draft, with the warning `version.sunset` if the version's last day is over; whether it is taken
    ///   nonetheless is for the reader to say.
    public func draft(json document: UnsafeBufferPointer<UInt8>, on today: LocalDate) -> Draft<Record> {
        var draft = draft(json: document)
        if let remark = schema.sunsetRemark(on: document, today) { draft.replaceIssues(by: draft.issues + [remark]) }
        return draft
    }

    /// Reads a document of any published version, and remarks on one whose last day is over.
    public func draft(json document: [UInt8], on today: LocalDate) -> Draft<Record> {
        document.withUnsafeBufferPointer { draft(json: $0, on: today) }
    }

    /// Reads a record from a document of any published version.
    ///
    /// - Throws: A ``Refusal`` with all issues, if the document is not such a record.
    public func record(json document: [UInt8]) throws(Refusal) -> Record {
        try draft(json: document).record()
    }

    /// Writes a record as a document of any published version.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - version: The version's number.
    /// - Returns: The document: compact JSON in UTF-8.
    /// - Throws: A ``Refusal`` if the version was never published, or if a step cannot convert a value.
    public func json(of record: Record, version: Int) throws(Refusal) -> [UInt8] {
        let document = record.json()
        return version == schema.newest ? document : try schema.migrate(document, to: version)
    }
}

internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

/// Goes over the open codes of a record and keeps those that this version does not know, with their places.
struct CodeSearch<Record: CanonicalRecord> {
    private(set) var found: [(path: RecordPath, code: String)] = []

    /// Looks at a code; its place is only made if nobody knows it.
    mutating func look<Code: OpenCode, Value>(
        at code: Code?,
        _ place: @autoclosure () -> KeyPath<Place<Record, Record>, Place<Record, Value>>
    ) {
        guard let code, !code.isKnown else { return }
        found.append((Place<Record, Record>()[keyPath: place()].path, code.rawValue))
    }
}

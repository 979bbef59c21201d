public import ConcordSchema

/// The published versions of one schema and what lies between them, as data.
///
/// The newest version is the one that a Swift type declares. Each earlier one is worked out from it by going back over
/// the steps, so that a step is declared once and nobody keeps two lists of fields.
public struct SchemaHistory: Sendable {
    /// The schema's name: `customer`.
    public let name: String

    /// What changed from each version to the next, the oldest first.
    public let changes: [VersionChange]

    /// The published versions, the oldest first; the last is the newest.
    public let versions: [RecordDescription]

    /// When each version was published, deprecated and at an end, by its number; what is not known is not there.
    public private(set) var dates: [Int: VersionDates] = [:]

    private let ups: [Edge]
    private let downs: [Edge]

    /// A history.
    ///
    /// - Parameters:
    ///   - newest: The newest version.
    ///   - changes: What changed from each version to the next, the oldest first; each makes the version after the one
    ///     before it, and the last makes the newest.
    public init(of newest: RecordDescription, changes: [VersionChange]) {
        let number = newest.version ?? 1
        let offset = number - (changes.last?.version ?? number)
        let changes = changes.map { offset == 0 ? $0 : $0.renumbered(by: offset) }
        for (first, second) in zip(changes, changes.dropFirst()) {
            precondition(
                second.version == first.version + 1,
                "the changes of \(newest.name) are not one after the other"
            )
        }
        var versions = [newest]
        for change in changes.reversed() { versions.insert(versions[0].before(change), at: 0) }
        for (change, pair) in zip(changes, zip(versions, versions.dropFirst())) {
            if let problem = change.problem(from: pair.0, to: pair.1) {
                preconditionFailure("\(newest.name)/\(change.version): \(problem)")
            }
        }
        name = newest.name
        self.changes = changes
        self.versions = versions
        ups = zip(changes, versions).map { Edge($0, direction: .up, name: newest.name, source: $1) }
        downs = zip(changes, versions.dropFirst()).map { Edge($0, direction: .down, name: newest.name, source: $1) }
    }

    /// The history with the days on which versions were published, deprecated and at an end.
    ///
    /// - Parameter dates: The dates by the version's number. Dates that cannot be right, such as an end before the beginning,
    ///   stop the process.
    /// - Returns: The history with the dates.
    public func dated(_ dates: [Int: VersionDates]) -> SchemaHistory {
        for version in dates.keys.sorted() {
            precondition(self.version(version) != nil, "\(name)/\(version) has dates and was never published")
        }
        let all = versions.map { version in (version: version.version ?? 1, dates: dates[version.version ?? 1]) }
        if let problem = VersionDates.problem(all.map { ($0.version, $0.dates ?? VersionDates()) }) {
            preconditionFailure("\(name): \(problem)")
        }
        var history = self
        history.dates = dates
        return history
    }

    /// The number of the newest version.
    public var newest: Int { versions.last?.version ?? 1 }

    /// The number of the oldest version.
    public var oldest: Int { versions.first?.version ?? 1 }

    /// A version's declaration; nil if it was never published.
    public func version(_ number: Int) -> RecordDescription? {
        versions.first { $0.version == number }
    }

    /// The changes of version that lead from one version to another, in order; nil if one was never published.
    func edges(from source: Int, to target: Int) -> ArraySlice<Edge>? {
        guard (oldest...newest).contains(source), (oldest...newest).contains(target) else { return nil }
        if source <= target { return ups[source - oldest..<target - oldest] }
        return downs.reversed()[(newest - source)..<(newest - target)].map { $0 }[...]
    }
}

extension SchemaHistory: CustomStringConvertible {
    /// The name and the numbers of the versions: `customer/1…3`.
    public var description: String { "\(name)/\(oldest)…\(newest)" }
}

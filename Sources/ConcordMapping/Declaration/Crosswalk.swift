/// A table of a vendor's codes and the canonical codes that they stand for.
public struct Crosswalk: Sendable, Hashable {
    /// How near the two codes of a row are.
    public enum Relationship: String, Sendable, Hashable {
        /// They mean the same.
        case equivalent
        /// The vendor's code means less than the canonical one.
        case narrower
        /// The vendor's code means more than the canonical one.
        case broader
    }

    /// What becomes of a code that the table does not have.
    public enum Unmapped: Sendable, Hashable {
        /// The record is refused.
        case reject
        /// The vendor's code is kept as an open code, and remarked upon.
        case keep
        /// The canonical code is this one, and that is remarked upon.
        case fixed(String)
    }

    /// One row of the table.
    public struct Row: Sendable, Hashable {
        /// The vendor's code.
        public let source: String
        /// The canonical code.
        public let target: String
        /// How near the two are.
        public let relationship: Relationship

        /// A row.
        public init(_ source: String, _ target: String, _ relationship: Relationship = .equivalent) {
            self.source = source
            self.target = target
            self.relationship = relationship
        }
    }

    /// The table's name: `opportunity-stage`.
    public let name: String

    /// The rows; for each canonical code the first equivalent row is the way back.
    public let rows: [Row]

    /// What becomes of a code that the table does not have.
    public let unmapped: Unmapped

    private let targets: [String: Int]

    /// A table.
    ///
    /// - Parameters:
    ///   - name: The table's name.
    ///   - rows: The rows; of two with the same vendor's code, the first counts.
    ///   - unmapped: What becomes of a code that the table does not have.
    public init(_ name: String, unmapped: Unmapped, _ rows: [Row]) {
        self.name = name
        self.rows = rows
        self.unmapped = unmapped
        targets = Dictionary(rows.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table with more rows, which go before those that it has for the same codes.
    ///
    /// - Parameter rows: The rows.
    /// - Returns: The other table; what becomes of a code that it does not have stays as it is.
    public func extended(by rows: [Row]) -> Crosswalk {
        let codes = Set(rows.map(\.source))
        return Crosswalk(name, unmapped: unmapped, rows + self.rows.filter { !codes.contains($0.source) })
    }

    /// The canonical code of a vendor's code, if the table has it.
    public func target(of source: String) -> String? {
        targets[source].map { rows[$0].target }
    }

    /// The row that a vendor's code is read by, if the table has one.
    public func row(of source: String) -> Row? {
        targets[source].map { rows[$0] }
    }

    /// The vendor's code that stands for a canonical one, if the table has one.
    public func source(of target: String) -> String? {
        (rows.first { $0.target == target && $0.relationship == .equivalent } ?? rows.first { $0.target == target })?
            .source
    }

    /// What the table promises: that every code comes back as it was, or why not.
    public var law: MappingLaw {
        let isUnique = Set(rows.map(\.target)).count == rows.count
        return isUnique && rows.allSatisfy { $0.relationship == .equivalent }
            ? .iso : .lossy("several codes of \(name) stand for one canonical code")
    }

    /// The vendor's code nearest to another text, for messages.
    func nearest(to text: String) -> String? {
        let folded = text.lowercased()
        if let same = rows.map(\.source).first(where: { $0.lowercased() == folded }) { return same }
        // A text of few letters is near to nothing in particular.
        guard folded.count >= 4 else { return nil }
        return rows.map(\.source).first { $0.lowercased().hasPrefix(folded.prefix(4)) }
    }
}

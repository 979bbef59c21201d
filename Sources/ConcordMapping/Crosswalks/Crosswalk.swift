public import ConcordValues

/// A table of a vendor's codes and the canonical codes that they stand for.
///
/// A row may hold for some days only. Which day counts is the run's to say: ``MappingContext/codesAsOf``.
///
/// ```swift
/// let stages = Crosswalk("acme-stage", unmapped: .reject, [
///     .init("New", "qualify"),
///     .init("Parked", "develop", .broader, label: "Parked until spring"),
///     .init("Open", "develop", reverse: true),
/// ])
/// stages.target(of: "Parked")    // develop
/// stages.source(of: "develop")   // Open
/// ```
///
/// Crosswalks are read from JSON and CSV as well: ``document(_:)`` and ``table(_:csv:file:unmapped:)``.
public struct Crosswalk: Sendable {
    /// How near the two codes of a row are.
    public enum Relationship: String, Sendable, Hashable, CaseIterable {
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
        /// What the vendor shows people for the code; nil if it shows the code, or nobody said.
        public let label: String?
        /// The days on which the row holds, both ends included.
        public let validity: DateInterval
        /// Whether the row is the way back from its canonical code, before others with the same one.
        public let isReverse: Bool

        /// A row.
        ///
        /// - Parameters:
        ///   - source: The vendor's code.
        ///   - target: The canonical code.
        ///   - relationship: How near the two are.
        ///   - label: What the vendor shows people for the code.
        ///   - validity: The days on which the row holds.
        ///   - reverse: Whether the row is the way back, before others with the same canonical code.
        public init(
            _ source: String,
            _ target: String,
            _ relationship: Relationship = .equivalent,
            label: String? = nil,
            validity: DateInterval = .always,
            reverse: Bool = false
        ) {
            self.source = source
            self.target = target
            self.relationship = relationship
            self.label = label
            self.validity = validity
            isReverse = reverse
        }

        /// The same for other days.
        func valid(_ days: DateInterval) -> Row {
            Row(source, target, relationship, label: label, validity: days, reverse: isReverse)
        }
    }

    /// The table's name: `opportunity-stage`.
    public let name: String

    /// The rows; of those with the same vendor's code that hold on one day, the first counts.
    public let rows: [Row]

    /// What becomes of a code that the table does not have.
    public let unmapped: Unmapped

    /// Whether some row begins or ends on a day.
    public let isDated: Bool

    /// The canonical codes of the vendor's, where no row is dated: one look-up, and nothing else.
    private let targets: [String: String]

    /// The places of the rows with a vendor's code.
    private let places: [String: [Int]]

    /// A table.
    ///
    /// - Parameters:
    ///   - name: The table's name.
    ///   - unmapped: What becomes of a code that the table does not have.
    ///   - rows: The rows; of two with the same vendor's code that hold on one day, the first counts.
    public init(_ name: String, unmapped: Unmapped, _ rows: [Row]) {
        self.name = name
        self.rows = rows
        self.unmapped = unmapped
        let isDated = rows.contains { $0.validity != .always }
        self.isDated = isDated
        targets =
            isDated ? [:] : Dictionary(rows.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
        var places: [String: [Int]] = [:]
        for (place, row) in rows.enumerated() { places[row.source, default: []].append(place) }
        self.places = places
    }
}

extension Crosswalk: Hashable {
    /// Whether two tables have the same name and the same rows, and do the same with other codes.
    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.unmapped == right.unmapped && left.rows == right.rows
    }

    /// Hashes the name and the number of rows.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(rows.count)
    }
}

// MARK: - Codes

extension Crosswalk {
    /// The canonical code of a vendor's code, if the table has it.
    ///
    /// - Parameters:
    ///   - source: The vendor's code.
    ///   - day: The day on which the row must hold; nil if any will do.
    /// - Returns: The canonical code.
    public func target(of source: String, on day: LocalDate? = nil) -> String? {
        guard isDated else { return targets[source] }
        return row(of: source, on: day)?.target
    }

    /// The row that a vendor's code is read by, if the table has one.
    ///
    /// - Parameters:
    ///   - source: The vendor's code.
    ///   - day: The day on which the row must hold; nil if any will do.
    /// - Returns: The row.
    public func row(of source: String, on day: LocalDate? = nil) -> Row? {
        place(of: source, on: day).map { rows[$0] }
    }

    /// The vendor's code that stands for a canonical one, if the table has one: that of the row which says that it is the
    /// way back, else of the first whose codes are equivalent, else of the first.
    ///
    /// - Parameters:
    ///   - target: The canonical code.
    ///   - day: The day on which the row must hold; nil if any will do.
    /// - Returns: The vendor's code, which leads to the canonical one on the same day.
    public func source(of target: String, on day: LocalDate? = nil) -> String? {
        var best: (place: Int, rank: Int)?
        for (place, row) in rows.enumerated() where row.target == target {
            let rank = row.isReverse ? 0 : row.relationship == .equivalent ? 1 : 2
            // A row behind another for the same code does not count, in either direction.
            if rank < best?.rank ?? .max, self.place(of: row.source, on: day) == place { best = (place, rank) }
        }
        return best.map { rows[$0.place].source }
    }

    /// The place of the row that a vendor's code is read by.
    func place(of source: String, on day: LocalDate?) -> Int? {
        guard let candidates = places[source] else { return nil }
        guard isDated, let day else { return candidates.first }
        return candidates.first { rows[$0].validity.contains(day) }
    }

    /// The table with more rows, which go before those that it has for the same codes, on the days on which they hold.
    ///
    /// - Parameter rows: The rows.
    /// - Returns: The other table; what becomes of a code that it does not have stays as it is.
    public func extended(by rows: [Row]) -> Crosswalk {
        let added = Dictionary(grouping: rows, by: \.source)
        let kept = self.rows.flatMap { row in
            (added[row.source] ?? [])
                .reduce([row.validity]) { days, other in days.flatMap { $0.without(other.validity) } }
                .map { $0 == row.validity ? row : row.valid($0) }
        }
        return Crosswalk(name, unmapped: unmapped, rows + kept)
    }

    /// What the table promises of any one day: that every code comes back as it was, or why not.
    public var law: MappingLaw {
        var byTarget: [String: [Row]] = [:]
        var isUnique = true
        for row in rows {
            if let others = byTarget[row.target], others.contains(where: { $0.validity.intersects(row.validity) }) {
                isUnique = false
                break
            }
            byTarget[row.target, default: []].append(row)
        }
        return isUnique && rows.allSatisfy { $0.relationship == .equivalent }
            ? .iso : .lossy("several codes of \(name) stand for one canonical code")
    }
}

// MARK: - Codes that the table does not have

extension Crosswalk {
    /// Why a code that the table has does not hold on a day.
    enum Lapse: Hashable, CustomStringConvertible {
        /// Its last day was before.
        case ended(LocalDate)
        /// Its first day comes later.
        case begins(LocalDate)

        var description: String {
            switch self {
            case .ended(let day): "ended on \(day)"
            case .begins(let day): "begins on \(day)"
            }
        }
    }

    /// Why a code has no row on a day, if it has one on another.
    func lapse(of source: String, on day: LocalDate) -> Lapse? {
        let days = (places[source] ?? []).map { rows[$0].validity }
        guard !days.contains(where: { $0.contains(day) }) else { return nil }
        // What is over is told before what is to come.
        if let last = days.compactMap(\.through).filter({ $0 < day }).max() { return .ended(last) }
        return days.compactMap(\.from).min().map { .begins($0) }
    }

    /// The vendor's code nearest to another text that holds on a day, for messages.
    func nearest(to text: String, on day: LocalDate? = nil) -> String? {
        NearestName.find(text, among: rows.lazy.filter { row in day.map(row.validity.contains) ?? true }.map(\.source))
    }
}

extension DateInterval {
    /// The days of the interval that are not among those of another: none, one run of days, or two.
    fileprivate func without(_ other: DateInterval) -> [DateInterval] {
        guard intersects(other) else { return [self] }
        var rest: [DateInterval] = []
        if let first = other.from, let before = try? first.adding(days: -1), from.map({ $0 <= before }) ?? true {
            if let days = try? DateInterval(from: from, through: before) { rest.append(days) }
        }
        if let last = other.through, let after = try? last.adding(days: 1), through.map({ after <= $0 }) ?? true {
            if let days = try? DateInterval(from: after, through: through) { rest.append(days) }
        }
        return rest
    }
}

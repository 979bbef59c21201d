public import ConcordSchema
internal import ConcordValues

/// What a run asked of one crosswalk: how often each row was hit, and the codes that it does not have.
///
/// A value of a payload counts once, however many records come of the object and however many rules ask about it.
public struct CrosswalkUse: Sendable, Hashable {
    /// A code that the crosswalk does not have on the run's day.
    public struct Unseen: Sendable, Hashable {
        /// How often it came.
        public internal(set) var count = 0

        /// Where it came first.
        public internal(set) var example: Example

        /// Why a row that the crosswalk has for it does not hold: `ended on 2025-12-31`; nil if it has no row.
        public let lapse: String?
    }

    /// A place where a code stands.
    public struct Example: Sendable, Hashable {
        /// The number of the object in the run, counted from 1.
        public internal(set) var object: Int

        /// The pointer to the code in the object.
        public let pointer: String

        /// The file that the object is from, if somebody said.
        public internal(set) var file: String?

        /// Where the code stands in the object, or in the file if one is named.
        public internal(set) var position: SourcePosition
    }

    /// The most codes that are told apart; a field with more holds no codes.
    public static let limit = 1000

    /// The crosswalk.
    public let crosswalk: Crosswalk

    /// How often each of the crosswalk's rows was hit, in their order.
    public private(set) var hits: [Int]

    /// The codes that the crosswalk does not have, with how often and where they came.
    public private(set) var unseen: [String: Unseen] = [:]

    /// How often codes came that are beyond the limit.
    public private(set) var omitted = 0

    /// The codes that came first in the last object.
    private var latest: [String] = []

    init(_ crosswalk: Crosswalk) {
        self.crosswalk = crosswalk
        hits = [Int](repeating: 0, count: crosswalk.rows.count)
    }

    /// How often the crosswalk was asked.
    public var lookups: Int { hits.reduce(0, +) + unseen.values.reduce(0) { $0 + $1.count } + omitted }

    /// The rows that were never hit.
    public var neverHit: [Crosswalk.Row] {
        zip(crosswalk.rows, hits).filter { $0.1 == 0 }.map(\.0)
    }

    /// The codes that the crosswalk does not have, the most frequent first.
    public var unseenCodes: [(code: String, use: Unseen)] {
        unseen.map { (code: $0.key, use: $0.value) }
            .sorted { ($1.use.count, $0.code) < ($0.use.count, $1.code) }
    }

    mutating func beginObject() {
        if !latest.isEmpty { latest = [] }
    }

    mutating func count(_ code: String, on day: LocalDate, _ example: () -> Example) {
        if let place = crosswalk.place(of: code, on: day) {
            hits[place] += 1
        } else if unseen[code] != nil {
            unseen[code]?.count += 1
        } else if unseen.count < Self.limit {
            let lapse = crosswalk.lapse(of: code, on: day)
            unseen[code] = Unseen(count: 1, example: example(), lapse: lapse.map { "\($0)" })
            latest.append(code)
        } else {
            omitted += 1
        }
    }

    /// Adds the account of later objects.
    ///
    /// - Parameters:
    ///   - later: The account.
    ///   - objects: How many objects there were before.
    mutating func merge(_ later: CrosswalkUse, after objects: Int) {
        for (place, count) in later.hits.enumerated() { hits[place] += count }
        omitted += later.omitted
        let codes = later.unseen.sorted {
            ($0.value.example.object, $0.value.example.position.offset, $0.key)
                < ($1.value.example.object, $1.value.example.position.offset, $1.key)
        }
        for (code, use) in codes {
            if unseen[code] != nil {
                unseen[code]?.count += use.count
            } else if unseen.count < Self.limit {
                var use = use
                use.example.object += objects
                unseen[code] = use
            } else {
                omitted += use.count
            }
        }
        latest = []
    }

    /// Gives the codes that came first in the last object their places in what the object is from.
    mutating func locate(_ file: String?, _ place: (SourcePosition) -> SourcePosition) {
        for code in latest {
            guard let position = unseen[code]?.example.position else { continue }
            unseen[code]?.example.file = file
            unseen[code]?.example.position = place(position)
        }
        latest = []
    }
}

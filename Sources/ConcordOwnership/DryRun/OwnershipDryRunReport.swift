public import ConcordValues

/// What a change of a policy does to recorded claims, in counts and in the flips that are worth most.
public struct OwnershipDryRunReport: Sendable, Hashable {
    /// Decisions that become others, by what they were and would be.
    public struct Transition: Sendable, Hashable {
        /// What was decided: `pending`, `refused: notGranted`.
        public let from: String
        /// What would be.
        public let to: String

        /// Decisions that become others.
        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// A field of a kind of record; all items of a list are one.
    public struct Field: Sendable, Hashable {
        /// The kind of record.
        public let record: String
        /// The field: `paymentTerms`, `contacts`, `#address`.
        public let name: String

        /// A field of a kind of record.
        public init(record: String, name: String) {
            self.record = record
            self.name = name
        }
    }

    /// What the records are worth in which something flips, in one currency.
    public struct Sum: Sendable, Hashable {
        /// How many records are worth something in this currency.
        public internal(set) var records = 0
        /// What they are worth together, each counted once; nil if that is no number of 38 digits.
        public internal(set) var total: Money?
        /// How many flips are in records that are worth more than the threshold.
        public internal(set) var flipsAbove = 0
    }

    /// The policy in force.
    public let before: String
    /// The policy that is to be.
    public let after: String
    /// The time whose knowledge was asked for.
    public let asOf: Instant
    /// The amount from which on flips are counted by themselves.
    public let threshold: ExactDecimal?
    /// How many flips are kept.
    public let limit: Int

    /// How many records were folded.
    public internal(set) var records = 0
    /// How many were not, because one of the policies does not speak of them.
    public internal(set) var passedOver = 0
    /// In how many something flips.
    public internal(set) var flippedRecords = 0
    /// How many units flip.
    public internal(set) var flips = 0
    /// How many units flip in each aspect.
    public internal(set) var aspects: [OwnershipFlip.Aspect: Int] = [:]
    /// How many units flip of each field.
    public internal(set) var fields: [Field: Int] = [:]
    /// How many decisions become others.
    public internal(set) var decisions: [Transition: Int] = [:]
    /// How many exceptions there are now.
    public internal(set) var exceptionsBefore = 0
    /// How many there would be.
    public internal(set) var exceptionsAfter = 0
    /// What the records are worth in which something flips.
    public internal(set) var sums: [CurrencyCode: Sum] = [:]
    /// How many records in which something flips are worth nothing that is known.
    public internal(set) var unpriced = 0
    /// The flips that are worth most, in order; at most as many as the limit says.
    public internal(set) var worst: [OwnershipFlip] = []

    init(before: String, after: String, asOf: Instant, threshold: ExactDecimal?, limit: Int) {
        self.before = before
        self.after = after
        self.asOf = asOf
        self.threshold = threshold
        self.limit = limit
    }
}

extension OwnershipDryRunReport {
    /// Counts a record, its decisions and its exceptions.
    mutating func countRecord(_ before: OwnedRecord, _ after: OwnedRecord) {
        records += 1
        exceptionsBefore += before.exceptions.count
        exceptionsAfter += after.exceptions.count
        var (left, right) = (before.decisions[...], after.decisions[...])
        while let old = left.first, let new = right.first {
            if Self.precedes(old, new) {
                left.removeFirst()
            } else if Self.precedes(new, old) {
                right.removeFirst()
            } else {
                let (from, to) = (Self.words(old.outcome), Self.words(new.outcome))
                if from != to { decisions[Transition(from: from, to: to), default: 0] += 1 }
                left.removeFirst()
                right.removeFirst()
            }
        }
    }

    /// Counts the flips of one record.
    mutating func count(_ flips: [OwnershipFlip], worth: Money?) {
        flippedRecords += 1
        self.flips += flips.count
        if let worth {
            var sum = sums[worth.currency] ?? Sum(total: .zero(worth.currency))
            sum.records += 1
            sum.total = sum.total.flatMap { try? $0.adding(worth) }
            if let threshold, worth.amount.magnitude.compare(threshold) == .greater { sum.flipsAbove += flips.count }
            sums[worth.currency] = sum
        } else {
            unpriced += 1
        }
        for var flip in flips {
            flip.worth = worth
            for aspect in flip.aspects { aspects[aspect, default: 0] += 1 }
            let name = flip.unit.item.map { String($0.list) } ?? flip.unit.text
            fields[Field(record: flip.record.name, name: name), default: 0] += 1
            keep(flip)
        }
    }

    private mutating func keep(_ flip: OwnershipFlip) {
        if limit == 0 { return }
        if worst.count == limit, let last = worst.last, !(flip < last) { return }
        var (low, high) = (0, worst.count)
        while low < high {
            let middle = (low + high) / 2
            if worst[middle] < flip { low = middle + 1 } else { high = middle }
        }
        worst.insert(flip, at: low)
        if worst.count > limit { worst.removeLast() }
    }

    private static func precedes(_ left: OwnershipDecision, _ right: OwnershipDecision) -> Bool {
        if left.event != right.event { return left.event.utf8.lexicographicallyPrecedes(right.event.utf8) }
        return left.unit == right.unit ? left.entry < right.entry : left.unit < right.unit
    }

    private static func words(_ outcome: Outcome) -> String {
        outcome.reason.map { "\(outcome.word): \($0)" } ?? outcome.word
    }
}

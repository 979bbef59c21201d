import ConcordModel
import ConcordSchema
import ConcordValues

/// Approved time that is not billed yet: how much, how much money, and how old.
///
/// An entry counts from its approval until it is billed, credited, written off or not to be billed. One that is billed in
/// part counts whole, because the entry does not say how much of it is left.
struct UnbilledTimeMeter: Sendable {
    private struct Waiting: Sendable {
        let since: Instant
        let minutes: Int64
        let amount: Money?
    }

    private var waiting: BoundedMap<String, Waiting>
    /// Every currency that there was, so that one of which nothing is left is reported as nothing.
    private var currencies: BoundedMap<String, Bool>
    private let reportsAmounts: Bool

    init(limit: Int, reportsAmounts: Bool) {
        waiting = BoundedMap(limit: limit)
        currencies = BoundedMap(limit: 200)
        self.reportsAmounts = reportsAmounts
    }

    var forgotten: Int { waiting.forgotten + currencies.forgotten }

    /// Takes notice of an entry.
    ///
    /// - Returns: When it was approved, if it is approved and not billed.
    mutating func take(_ entry: TimeEntry, at time: Instant) -> Instant? {
        let isBilled = [.billed, .credited, .writtenOff, .nonBillable].contains(entry.billingState)
        guard entry.approval.state == .approved, entry.billability == .billable, !isBilled, !entry.header.isGone
        else {
            waiting[entry.id.text] = nil
            return nil
        }
        let since = waiting[entry.id.text]?.since ?? entry.approval.approvedAt ?? time
        currencies[Self.label(entry.billAmount)] = true
        waiting[entry.id.text] = Waiting(since: since, minutes: entry.worked.count, amount: entry.billAmount)
        return since
    }

    func gauges(at now: Instant) -> [BusinessReading] {
        var minutes: [String: Int64] = [:]
        var amounts: [String: Money] = [:]
        var oldest: Instant?
        for entry in waiting.values {
            let currency = Self.label(entry.amount)
            minutes[currency] = (minutes[currency] ?? 0).addingReportingOverflow(entry.minutes).partialValue
            if oldest.map({ entry.since < $0 }) ?? true { oldest = entry.since }
            guard let amount = entry.amount else { continue }
            // A sum beyond 38 digits stays where it was.
            amounts[currency] = amounts[currency].map { (try? $0.adding(amount)) ?? $0 } ?? amount
        }
        var readings: [BusinessReading] = []
        for currency in currencies.keys.sorted() {
            let labels = [TelemetryLabel("currency", currency)]
            let hours = try? Minutes(minutes[currency] ?? 0).hours(scale: 2, rounding: .halfUp)
            readings.append(BusinessReading(.unbilledHours, labels, .amount(hours ?? .zero)))
            guard reportsAmounts, currency != Self.unpriced else { continue }
            readings.append(BusinessReading(.unbilledAmount, labels, .amount(amounts[currency]?.amount ?? .zero)))
        }
        let age = oldest.map { $0.elapsed(until: now) } ?? .zero
        return readings + [BusinessReading(.unbilledAge, [], .duration(age))]
    }

    private static let unpriced = "none"

    private static func label(_ amount: Money?) -> String { amount.map { "\($0.currency)" } ?? unpriced }
}

extension Approval {
    /// When it was approved the last time, if it says so.
    var approvedAt: Instant? { steps.last { $0.decision == .approved && $0.at != nil }?.at }
}

import ConcordModel
import ConcordSchema
import ConcordValues

/// From the last approval of a period to its invoice: how long time lies about that could be billed.
///
/// An invoice belongs to the approved time of its projects on the days of its service period. Credits and corrections
/// are none.
struct InvoiceLagMeter: Sendable {
    private struct ProjectDay: Hashable, Sendable {
        let project: String
        let day: Int
    }

    private var approvals: BoundedMap<ProjectDay, Instant>
    private var issued: BoundedMap<String, Bool>

    /// The longest period that is looked at, in days.
    private static let longestPeriod = 400

    init(limit: Int) {
        approvals = BoundedMap(limit: limit)
        issued = BoundedMap(limit: limit)
    }

    var forgotten: Int { approvals.forgotten + issued.forgotten }

    mutating func take(_ entry: TimeEntry, approvedAt approved: Instant) {
        guard let project = entry.project else { return }
        let key = ProjectDay(project: project.text, day: entry.date.dayNumber)
        if approvals[key].map({ $0 < approved }) ?? true { approvals[key] = approved }
    }

    mutating func take(_ invoice: Invoice, at time: Instant) -> [BusinessReading] {
        guard invoice.documentStatus == .issued || invoice.documentStatus == .sent, issued[invoice.id.text] == nil
        else { return [] }
        issued[invoice.id.text] = true
        guard invoice.corrects.isEmpty, invoice.type != .creditNote, let period = period(of: invoice) else { return [] }
        var projects = Set(invoice.projects.map(\.text))
        for line in invoice.lines { if let project = line.project { projects.insert(project.text) } }
        var last: Instant?
        for project in projects {
            for day in period {
                guard let approved = approvals[ProjectDay(project: project, day: day)] else { continue }
                if last.map({ $0 < approved }) ?? true { last = approved }
            }
        }
        guard let last else { return [] }
        return [BusinessReading(.invoiceLag, [], .duration(last.elapsed(until: time)))]
    }

    private func period(of invoice: Invoice) -> ClosedRange<Int>? {
        let periods = [invoice.service] + invoice.lines.map(\.service)
        let days = periods.compactMap { interval -> ClosedRange<Int>? in
            guard let from = interval?.from?.dayNumber, let through = interval?.through?.dayNumber, from <= through
            else { return nil }
            return from...through
        }
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
        return max(first, last - Self.longestPeriod)...last
    }
}

import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// Exceptions as those read them who must act: the most urgent first, with what hangs on them.
enum ExceptionTable {
    /// Who must act until when and what is at stake, and below it what it is about, for each exception.
    static func lines(_ exceptions: [QueuedException], width: Int) -> [String] {
        var table = TextTable(["ID", "DUE", "WHO", "AT RISK", "CLIENT"])
        for exception in exceptions {
            table.append(
                [
                    String(exception.id.description.prefix(8)), exception.due.map { "\($0.localDate)" } ?? "",
                    exception.owner?.rawValue ?? "-", exception.context.amountAtRisk.map { "\($0)" } ?? "-",
                    exception.context.client ?? "-",
                ]
            )
        }
        let rows = table.lines(width: width)
        guard rows.count == exceptions.count + 1 else { return rows }
        let told = zip(rows.dropFirst(), exceptions)
            .flatMap { row, exception in
                [row] + TextTable.wrap(exception.headline, width: max(40, width - 2)).map { "  " + $0 }
            }
        return [rows[0]] + told
    }

    /// All of one exception.
    static func lines(_ entry: ExceptionEntry, width: Int) -> [String] {
        let exception = entry.exception
        var lines = TextTable.wrap(exception.headline, width: width)
        func fact(_ name: String, _ value: String?) {
            guard let value else { return }
            let label = name + String(repeating: " ", count: max(1, 12 - name.count))
            lines += TextTable.wrap(value, width: max(40, width - 14)).enumerated()
                .map { "  " + ($0.offset == 0 ? label : String(repeating: " ", count: 12)) + $0.element }
        }
        fact("id", exception.id.description)
        fact("state", state(entry.state))
        fact("from", "\(exception.origin.rawValue), \(exception.kind)")
        fact("record", exception.record?.description)
        fact(exception.parts.count > 1 ? "places" : "place", places(exception))
        fact("waiting", exception.sequence.map { "\($0), with all that comes behind it" })
        fact("client", exception.context.client)
        fact("project", exception.context.project)
        fact("invoices", exception.context.openInvoices.map { "\($0) open" })
        fact("at risk", exception.context.amountAtRisk.map { "\($0)" })
        fact("who", exception.owner?.rawValue)
        fact("since", exception.openedAt.description)
        fact("due", exception.due?.description)
        for (place, detail) in exception.details.enumerated() { fact(place == 0 ? "found" : "", detail) }
        fact("can be done", exception.actions.joined(separator: ", "))
        return lines
    }

    private static func places(_ exception: QueuedException) -> String? {
        exception.parts.isEmpty ? nil : exception.parts.map(\.unit.text).joined(separator: ", ")
    }

    private static func state(_ state: ExceptionEntry.State) -> String {
        switch state {
        case .open: "open"
        case .resolved(let resolution):
            "\(resolution.action.rawValue) by \(resolution.person) on \(resolution.time.localDate): \(resolution.reason)"
        case .withdrawn(let time): "no longer so since \(time)"
        }
    }
}

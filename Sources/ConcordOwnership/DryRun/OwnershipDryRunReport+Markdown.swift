internal import ConcordConfiguration
import ConcordValues

extension OwnershipDryRunReport {
    /// The result in one sentence: `this change flips 214 fields of 90 records, 3 above 10000 EUR`.
    public var headline: String {
        if flips == 0 { return "this change flips nothing in \(Self.count(records, "record"))" }
        var text = "this change flips \(Self.count(flips, "field")) of \(Self.count(flippedRecords, "record"))"
        guard let threshold else { return text }
        let above = sums.filter { $0.value.flipsAbove > 0 }.sorted { $0.key.description < $1.key.description }
        text += above.isEmpty ? ", none above \(threshold)" : ""
        for (currency, sum) in above { text += ", \(sum.flipsAbove) above \(threshold) \(currency)" }
        return text
    }

    /// The report as Markdown: the sentence, the counts, and the flips that are worth most.
    public var markdown: String {
        let escaped = MarkdownText.escaped
        var text = "# \(headline.prefix(1).uppercased() + headline.dropFirst())\n\n"
        text += "\(escaped(after)) instead of \(escaped(before)), as of \(asOf). "
        text += "Of \(Self.count(records, "record")), \(flippedRecords) would be otherwise.\n"
        if passedOver > 0 {
            text += "\n\(Self.count(passedOver, "record")) passed over: a policy does not speak of them.\n"
        }
        if flips == 0 { return text + changedDecisions }
        let kinds = OwnershipFlip.Aspect.allCases.map { aspect in
            switch aspect {
            case .value: "values \(aspects[aspect] ?? 0)"
            case .basis: "by whose word \(aspects[aspect] ?? 0)"
            case .owner: "owners \(aspects[aspect] ?? 0)"
            case .waiting: "what waits \(aspects[aspect] ?? 0)"
            }
        }
        text += "\n- What flips: \(kinds.joined(separator: ", ")).\n"
        let names = fields.sorted {
            ($1.value, $0.key.record, $0.key.name) < ($0.value, $1.key.record, $1.key.name)
        }
        text += "- Where: \(names.map { "`\($0.key.record).\($0.key.name)` \($0.value)" }.joined(separator: ", ")).\n"
        for (currency, sum) in sums.sorted(by: { $0.key.description < $1.key.description }) {
            let total = sum.total.map { "\($0)" } ?? "more \(currency) than can be written"
            text += "- Worth: \(total) in \(Self.count(sum.records, "record")).\n"
        }
        if unpriced > 0, !sums.isEmpty { text += "- Worth nothing that is known: \(Self.count(unpriced, "record")).\n" }
        text += changedDecisions
        let shown = worst.count < flips ? "The \(worst.count) that are worth most" : "All of them"
        text += "\n\(shown):\n\n| Record | Field | What | Now | Then | Worth |\n| --- | --- | --- | --- | --- | --- |\n"
        for flip in worst {
            let cells = [
                "\(flip.record)", flip.unit.text, flip.aspects.map(\.rawValue).joined(separator: ", "),
                "\(flip.before)", "\(flip.after)", flip.worth.map { "\($0)" } ?? "",
            ]
            text += "| \(cells.map(escaped).joined(separator: " | ")) |\n"
        }
        return text
    }

    private var changedDecisions: String {
        var text = ""
        let changed = decisions.sorted { ($1.value, $0.key.from, $0.key.to) < ($0.value, $1.key.from, $1.key.to) }
        if !changed.isEmpty {
            let words = changed.map { "\($0.key.from) → \($0.key.to) \($0.value)" }
            text += "- Decisions: \(words.joined(separator: ", ")).\n"
        }
        if exceptionsBefore != exceptionsAfter {
            text += "- Exceptions: \(exceptionsBefore) now, \(exceptionsAfter) then.\n"
        }
        return text
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}

import ConcordConfiguration
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import Testing

/// The rules as a page that people read.
@Suite struct RuleTableTests {
    @Test("the page of rules is what the policy says")
    func page() {
        let policy = Rulebook.validation
        let rules = policy.rules.filter { $0.record != "invoice" }
        let records = policy.records.map(\.name).filter { $0 != "invoice" }
        var lines = Self.introduction.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines += ["", "| Record | Rules |", "|---|---:|"]
        for record in records { lines.append("| [\(record)](#\(record)) | \(rules.count { $0.record == record }) |") }
        lines.append("| all | \(rules.count) |")
        for record in records {
            lines += [
                "", "## \(record)", "", "| Rule | What is asked | If not | When | Who |", "|---|---|---|---|---|",
            ]
            lines += rules.filter { $0.record == record }.map(Self.row)
        }
        let text = lines.joined(separator: "\n") + "\n"
        #expect(GoldenFile("../../../Documentation/Validation/Records.md").difference(from: text) == "")
    }

    private static func row(_ rule: RuleDescription) -> String {
        var asked = rule.summary
        if let clause = rule.clause { asked += " (\(clause))" }
        if !rule.parameters.isEmpty {
            asked +=
                "<br>"
                + rule.parameters.map { "`\($0.name)` \($0.standard): \($0.documentation)" }.joined(separator: "<br>")
        }
        var when = rule.applicability.readiness.map { "`\($0)`" }
        when += rule.applicability.countries.map { "in \($0)" }
        let columns = ["`\(rule.code)`", asked, "\(rule.weight)", when.joined(separator: ", "), "\(rule.actor)"]
        return "| " + columns.joined(separator: " | ") + " |"
    }

    private static let introduction = """
        # Rules of records

        What `Rulebook.validation` asks of every record but the invoice, which has [a page of its own](Invoice.md). The table
        is made from the rules themselves. [Validation](../Validation.md) says how rules are used and set.

        - **If not** is what a broken rule weighs: an error refuses the record, an approval waits for somebody in that role.
        - **When** is what the record is to be ready for; a rule without it always looks. A draft may be incomplete: what a
          record must have is asked only where it is needed.
        - **Who** puts it right. A rule's parameters stand under it with what holds unless a firm says otherwise.
        - A rule that needs another record looks only where it is at hand, and says so where it is not. Whether that record
          exists is asked once, by the rules called `…Exists`, and only where all records of its kind are at hand.
        - The rules of amendments look at the contract that they are in.

        Records that are there twice are found by their identifying keys, with `DuplicateIndex` and `Rulebook.customerKeys`,
        `resourceKeys`, `contractKeys`, `invoiceKeys`, `timeEntryKeys` and `paymentKeys`. Two records with a certain key are
        one; with a likely one somebody should look. Names are compared without case, accents, punctuation and legal form.

        ## How many
        """
}

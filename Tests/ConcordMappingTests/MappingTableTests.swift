import Concord
import Testing

/// Each mapping as the table that an analyst reads; a change of a mapping is a change of its file.
@Suite("Mapping tables")
struct MappingTableTests {
    @Test func accountsAreMappedAsWritten() throws { try expectTable(Salesforce.account, "salesforce-account.md") }

    @Test func opportunitiesAreMappedAsWritten() throws {
        try expectTable(Salesforce.opportunity, "salesforce-opportunity.md")
    }

    @Test func timecardsAreMappedAsWritten() throws {
        try expectTable(Certinia.timecardHeader, "certinia-timecard-header.md")
    }

    private func expectTable<Target: CanonicalRecord>(_ mapping: Mapping<Target>, _ name: String) throws {
        var text = "# \(mapping.tag)\n\n"
        text += "`\(mapping.object)`, \(mapping.api), to `\(Target.schema.description.tag)`"
        text += mapping.keepsRest ? "; what no rule names is kept.\n\n" : "; what no rule names is lost.\n\n"
        text += "| how | source | target | law | note |\n| --- | --- | --- | --- | --- |\n"
        for rule in mapping.rules {
            let cells = [rule.word, rule.sources.joined(separator: "<br>"), rule.target, "\(rule.law)", rule.note]
            text += "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
        }
        try expectGolden(text, name)
    }
}

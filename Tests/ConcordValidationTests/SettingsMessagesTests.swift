import ConcordConfiguration
import ConcordModel
import ConcordSchema
import ConcordTesting
import ConcordValidation
import Testing

/// Each kind of mistake in a document that sets rules, with the message that its author sees.
@Suite struct SettingsMessagesTests {
    private static let good = """
        { "validation": "acme", "version": 1, "rules": [
          { "rule": "time-entry.dayLimit", "with": { "maximumMinutes": 600 }, "weight": "warning", "because": "a" },
          { "off": "time-entry.projectOpen", "because": "b" },
          { "add": "acme.travel", "record": "time-entry", "when": "timeType == 'travel'", "require": "has(location)",
            "at": "location", "expected": "where", "actor": "timekeeper", "remedy": "Add it.", "because": "c" }
        ], "understands": ["https://acme.example/union"] }
        """

    private static let mistakes: [(name: String, what: String, with: String)] = [
        ("a rule that there is not, near", "time-entry.dayLimit", "time-entry.dayLimt"),
        ("a rule that there is not", "time-entry.dayLimit", "acme.nothing"),
        ("a rule that is switched off and not there", "time-entry.projectOpen", "time-entry.projectOpn"),
        ("a parameter that the rule does not have", "maximumMinutes", "maximumMinute"),
        ("a parameter of a rule that has none", #"{ "off": "time-entry.projectOpen""#,
            #"{ "rule": "time-entry.projectOpen", "with": { "days": 3 }"#),
        ("a parameter of another kind", "600", #""600""#),
        ("a weight that there is not", #""warning""#, #""warn""#),
        ("a weight and an approval", #""weight": "warning""#, #""weight": "warning", "approval": "finance""#),
        ("an approval by a role with a slip", #""weight": "warning""#, #""approval": "finanse""#),
        ("no reason", #""because": "a""#, #""because": """#),
        ("a missing reason", #", "because": "b""#, ""),
        ("two words in one rule", #"{ "off""#, #"{ "rule": "time-entry.dayLimit", "off""#),
        ("no word in a rule", #""off": "time-entry.projectOpen", "#, ""),
        ("one rule twice", "time-entry.projectOpen", "time-entry.dayLimit"),
        ("an added rule with a name that there is", "acme.travel", "time-entry.billAmount"),
        ("a record that there is not", #""record": "time-entry""#, #""record": "timeentry""#),
        ("a condition over a field that there is not", "timeType == 'travel'", "timeTyp == 'travel'"),
        ("a condition over a code that there is not", "'travel'", "'travle'"),
        ("a requirement with a mistake", "has(location)", "has(location"),
        ("a requirement that compares a list", "has(location)", "dimensions > 3"),
        ("a place that there is not", #""at": "location""#, #""at": "locaton""#),
        ("no remedy", #", "remedy": "Add it.""#, ""),
        ("an unknown member of an added rule", #""remedy""#, #""remedies""#),
        ("an unknown member at the root", #""understands""#, #""understand""#),
        ("a number among extensions", #""https://acme.example/union""#, "1"),
        ("rules that are no list", "[\n", "{\n"),
    ]

    @Test("the document without mistakes is accepted")
    func accepted() throws {
        let policy = ValidationPolicy("test", version: 1) { EngineTests.rules }
        let document = try policy.document(ConfigurationFile(Self.good, name: "acme.json"))
        #expect(document.content.settings.count == 2)
        #expect(document.content.additions.map(\.path.description) == ["location"])
    }

    @Test("each mistake is told with its line, what was expected and what is nearest")
    func messages() {
        let policy = ValidationPolicy("test", version: 1) { EngineTests.rules }
        var text = ""
        for mistake in Self.mistakes {
            let parts = Self.good.split(separator: mistake.what, maxSplits: 1, omittingEmptySubsequences: false)
            let document = parts.joined(separator: mistake.with)
            text += "# \(mistake.name)\n"
            do throws(ConfigurationRefusal) {
                _ = try policy.document(ConfigurationFile(document, name: "acme.json"))
                text += "accepted\n\n"
            } catch {
                text += "\(error)\n\n"
            }
        }
        #expect(GoldenFile("Golden/settings-messages.txt").difference(from: text) == "")
    }

    @Test("two documents of one layer that set one rule are refused with both places")
    func conflict() throws {
        let policy = ValidationPolicy("test", version: 1) { EngineTests.rules }
        let first = try policy.document(ConfigurationFile(Self.good, name: "a.json"))
        let other = Self.good.replacing("\"acme\"", with: "\"other\"")
        let second = try policy.document(ConfigurationFile(other, name: "b.json"))
        let refusal = #expect(throws: ConfigurationRefusal.self) { _ = try policy.configured(by: [first, second]) }
        #expect(
            refusal?.problems.first?.description
                == """
                b.json:2:13: error: expected one document of the layer base to decide "rule time-entry.dayLimit", \
                found other@1 beside acme@1; take one out, or make one more specific or valid on other days \
                (see a.json:2:13) [configuration.conflict]
                """
        )
    }
}

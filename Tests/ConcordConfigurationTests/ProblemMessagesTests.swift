import ConcordConfiguration
import ConcordSchema
import Testing

/// Each kind of mistake with the message that its author sees, in golden files.
@Suite struct ProblemMessagesTests {
    private static let good =
        #"{"overlay":"a","version":1,"extends":"b","rules":[{"set":"x","mode":"keep","because":"y"}]}"#

    /// The good document with something else in the place of some text.
    private static func with(_ replacement: String, for text: String) -> String {
        let parts = good.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
        return parts.joined(separator: replacement)
    }

    private static let documents: [(String, String)] = [
        ("nothing at all", ""),
        ("a byte order mark", "\u{FEFF}{}"),
        ("a comment", "// overlay\n{}"),
        ("a comma too many", with(#""keep",}"#, for: #""keep","because":"y"}"#)),
        ("a text without its end", with("\"b,\n", for: "\"b\",")),
        ("something behind the document", good + "\n{}"),
        ("nested too deep", String(repeating: "[", count: 40)),
        ("half of a surrogate pair", with(#""\ud83d""#, for: #""b""#)),
        ("a member twice", with(#""version":1,"version":2"#, for: #""version":1"#)),
        ("a number beyond all doubles", with("1e999", for: "1")),
        ("a list for an object", "[]"),
        ("a missing member", with("", for: #""version":1,"#)),
        ("an unknown member, near", with("mod", for: "mode")),
        ("an unknown member, like none", with("colour", for: "mode")),
        ("an unknown member at the root", with(#""extend":"#, for: #""extends":"#)),
        ("a number for a text", with("3", for: #""b""#)),
        ("null for a text", with("null", for: #""b""#)),
        ("an object for a text", with("{}", for: #""b""#)),
        ("a text for a number", with(#""1""#, for: "1")),
        ("a fraction for a whole number", with("1.5", for: "1")),
        ("a number out of its range", with("0", for: "1")),
        ("a number out of its narrow range", with(#""set":"x","priority":11"#, for: #""set":"x""#)),
        ("a number beyond 64 bits", with("99999999999999999999", for: "1")),
        ("a text for true or false", with(#""b","isDraft":"no""#, for: #""b""#)),
        ("a number for a decimal", with(#""b","limit":1250.00"#, for: #""b""#)),
        ("a decimal that is none", with(#""b","limit":"1,250""#, for: #""b""#)),
        ("a date that is none", with(#""b","validFrom":"1.4.2026""#, for: #""b""#)),
        ("a day that does not exist", with(#""b","validFrom":"2026-02-29""#, for: #""b""#)),
        ("a number for a date", with(#""b","validFrom":20260401"#, for: #""b""#)),
        ("an end before the beginning", with(#""b","validFrom":"2026-04-01","validUntil":"2026-03-31""#, for: #""b""#)),
        ("a choice that is none, near", with(#""rejcet""#, for: #""keep""#)),
        ("a choice that is none", with(#""other""#, for: #""keep""#)),
        ("an object for a list", with("{}", for: #"[{"set":"x","mode":"keep","because":"y"}]"#)),
        ("an empty name", with(#""overlay":"""#, for: #""overlay":"a""#)),
        ("a scope that is a text", with(#""b","for":"EMEA""#, for: #""b""#)),
        ("a scope's key with a slip", with(#""b","for":{"buisnessUnit":"EMEA"}"#, for: #""b""#)),
        ("a scope's value that is empty", with(#""b","for":{"region":""}"#, for: #""b""#)),
        ("a predicate with a mistake", with(#""set":"x","when":"amount > 5 +""#, for: #""set":"x""#)),
        (
            "a predicate with an unknown name behind escapes",
            with(#""set":"x","when":"name == \"\u00fc\" && amonut > 5""#, for: #""set":"x""#)
        ),
        ("a predicate that is no text", with(#""set":"x","when":true"#, for: #""set":"x""#)),
        (
            "several mistakes",
            "{\n  \"overlay\": \"a\",\n  \"version\": \"7\",\n  \"extends\": \"b\",\n  \"rules\": [\n"
                + "    { \"set\": \"x\", \"mode\": \"keeep\", \"frm\": 1, \"because\": \"y\" },\n    7\n  ]\n}"
        ),
    ]

    @Test func documents() throws {
        var text = ""
        for (name, document) in Self.documents {
            let refusal = #expect(throws: ConfigurationRefusal.self, "\(name)") { try SampleOverlay.read(document) }
            text += "# \(name)\n\(refusal.map { "\($0)" } ?? "accepted")\n\n"
        }
        try expectGolden(text, "documents.txt")
    }

    @Test func furtherScopeKeys() throws {
        let text = Self.with(#""b","for":{"contractType":"fixed","practice":"tax"}"#, for: #""b""#)
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try SampleOverlay.read(text, scopeKeys: [.init(rawValue: "contractType")])
        }
        try expectGolden("\(refusal.map { "\($0)" } ?? "accepted")\n", "scope-keys.txt")
        #expect(try SampleOverlay.read(text).header.scope[.init(rawValue: "practice")] == "tax")
    }

    private static let predicates = [
        "", " ", "amount", "amount >", "amount > 5 isIntercompany", "amount > 5 &&", "&& amount > 5", "(amount > 5",
        "amount > 5)", "()", "amount = 5", "amount === 5", "amount <> 5", "amount => 5", "amount > 5 & isIntercompany",
        "amount > 5 | isIntercompany", "amount > 5 and isIntercompany", "amount > 5 OR isIntercompany",
        "not isIntercompany", "name is 'x'", "name like 'x%'", "name not in ['x']", "!amount == 5",
        "!amount in [5]", "!!amount == 5", "!has(name) == true",
        "!(amount) == 5", "!has == 5", "not (isIntercompany)", "(amount) == 5", "1 < amount < 5", "has(name) == true",
        "stage.canonical in ['won'] == true",
        "amount + 1 > 5", "amount > -", "amount > - 5", "amount * 2 > 5", "amount > 5 ? true : false",
        "name.startsWith('A')", "name.matches('^A')", "size(name) > 0", "createdAt > timestamp('2026-01-01')",
        "lines.exists(l, l.hours > 8)", "has()", "has('name')", "has(name", "discount(amount) > 5", "{'a': 1}",
        "[1, 2] == [1, 2]", "lines[0].hours > 8", "source['Practice__c'] == 'x'", "source['/a~2'] == 'x'",
        "source[/Practice__c] == 'x'", "source['/Account'].Name == 'x'", "source == 'x'", "name. == 'x'",
        "name in 'x'", "name in names", "name in []", "name in ['x',]", "name in ['x' 'y']", "name in [other]",
        "'x'", "5", "null", "'x' == 'y'", "name == name", "'x' in ['x']", "name == 'x", "name == 'x\ny'",
        #"name == '\q'"#, #"name == '\u12'"#, #"name == '\ud83d'"#, "name == r'x'", "name == b'x'", "name == '''x'''",
        "name == “x”", "amount > 1.", "amount > .5", "amount > 1e3", "amount > 0x10", "amount > 5u", "amount > 5kg",
        "amount > 007", "amount == -0", "amount > 123456789012345678901234567890123456789", "amount > 5 // five",
        "True", "name == NULL", "if == 5", "name == in",
        String(repeating: "!", count: 33) + "isIntercompany",
        String(repeating: "(", count: 33) + "isIntercompany" + String(repeating: ")", count: 33),
        String(repeating: "isIntercompany || ", count: 500) + "true",
        // From here on they are predicates, and do not fit the names that there are.
        "amonut > 5", "colour == 'red'", "source.Practise__c == 'x'", "has(nmae)", "name", "!amount", "amount == '5'",
        "amount == 'many'", "name == 5", "name < 5", "isIntercompany == 'true'", "isIntercompany < true",
        "stage.canonical == 'Won'", "stage.canonical == 'parked'", "stage.canonical in ['won', 'losst', 5]",
        "stage.canonical < 'won'", "stage.canonical == 5", "amount > null", "closeDate < '1.4.2026'",
        "closeDate < '2026-02-30'", "closeDate < 20260401", "closeDate < '2026-04-01T00:00:00Z'",
        "createdAt < '2026-04-01'", "closeDate == createdAt", "amount == name", "isIntercompany == amount",
        "amonut > 5 && stage.canonical == 'wno' && name == 5",
    ]

    @Test func predicates() throws {
        var text = ""
        for source in Self.predicates {
            let refusal = #expect(throws: PredicateRefusal.self, "\(source)") {
                _ = try Predicate(source).checked(against: SampleOverlay.symbols)
            }
            let shown = source.count > 80 ? source.prefix(60) + "…" : source[...]
            text += "# \(shown.replacing("\n", with: "\\n"))\n\(refusal.map { "\($0)" } ?? "accepted")\n\n"
        }
        try expectGolden(text, "predicates.txt")
    }
}

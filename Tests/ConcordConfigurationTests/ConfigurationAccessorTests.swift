import ConcordConfiguration
import ConcordSchema
import ConcordValues
import Testing

@Suite struct ConfigurationAccessorTests {
    private static let text = #"""
        { "s": "x", "i": -3, "b": true, "d": "2026-03-01", "n": "1.50", "l": [1], "c": "keep", "o": { "k": 1 },
          "p": "a == 1", "e": "EUR" }
        """#

    private static let symbols = PredicateSymbolTable([(.field("a"), .decimal)])

    private func read<Content>(
        _ body: (ConfigurationObject, inout ConfigurationProblems) -> Content?
    ) throws(ConfigurationRefusal) -> Content {
        try ConfigurationFile(Self.text, name: "x.json")
            .read { value, problems in
                value.openObject(&problems).flatMap { body($0, &problems) }
            }
    }

    @Test func membersThatAreThere() throws {
        #expect(try read { $0.string("s", &$1) } == "x")
        #expect(try read { $0.string(ifPresent: "s", &$1) } == "x")
        #expect(try read { $0.integer("i", &$1) } == -3)
        #expect(try read { $0.integer(ifPresent: "i", in: -3...3, &$1) } == -3)
        #expect(try read { $0.boolean("b", &$1) } == true)
        #expect(try read { $0.boolean(ifPresent: "b", &$1) } == true)
        #expect(try read { $0.date("d", &$1) } == LocalDate("2026-03-01"))
        #expect(try read { $0.date(ifPresent: "d", &$1) } == LocalDate("2026-03-01"))
        #expect(try read { $0.decimal("n", &$1) } == ExactDecimal("1.50"))
        #expect(try read { $0.decimal(ifPresent: "n", &$1) } == ExactDecimal("1.50"))
        #expect(try read { $0.list("l", &$1) }.count == 1)
        #expect(try read { $0.list(ifPresent: "l", &$1) }.count == 1)
        #expect(try read { $0.choice("c", of: ["drop", "keep"], &$1) } == "keep")
        #expect(try read { $0.choice(ifPresent: "c", of: ["drop", "keep"], &$1) } == "keep")
        #expect(try read { $0.object("o", knowing: ["k"], &$1) }.names == ["k"])
        #expect(try read { $0.object(ifPresent: "o", knowing: ["k"], &$1) }.names == ["k"])
        #expect(try read { $0.predicate("p", checkedAgainst: Self.symbols, &$1) }.predicate == Predicate("a == 1"))
        #expect(
            try read { $0.predicate(ifPresent: "p", checkedAgainst: Self.symbols, &$1) }.predicate
                == Predicate("a == 1")
        )
        #expect(try read { $0.value("e", &$1)?.text(as: CurrencyCode.self, "a currency", &$1) } == CurrencyCode("EUR"))
        #expect(try read { object, _ in object.position(ofName: "i") }.column == 13)
    }

    @Test func membersThatAreNotThere() throws {
        let found = try read { object, problems in
            [
                object.string(ifPresent: "z", &problems) == nil, object.integer(ifPresent: "z", &problems) == nil,
                object.boolean(ifPresent: "z", &problems) == nil, object.date(ifPresent: "z", &problems) == nil,
                object.decimal(ifPresent: "z", &problems) == nil, object.list(ifPresent: "z", &problems) == nil,
                object.choice(ifPresent: "z", of: ["a"], &problems) == nil,
                object.object(ifPresent: "z", knowing: [], &problems) == nil,
                object.predicate(ifPresent: "z", checkedAgainst: Self.symbols, &problems) == nil,
                object.position(ofName: "z") == nil, problems.isEmpty,
            ]
        }
        #expect(found.allSatisfy { $0 })
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try read { object, problems in
                _ = object.string("z", &problems)
                _ = object.object("o", knowing: [], &problems)
                _ = object.value("e", &problems)?.text(as: CurrencyCode.self, "a currency", &problems)
                return object.value("i", &problems)?.text(as: CurrencyCode.self, "a currency", &problems)
            }
        }
        #expect(refusal?.problems.map(\.pointer) == ["/z", "/i", "/o/k"])
        #expect(refusal?.problems.map(\.code) == [.missing, .type, .unknownMember])
    }

    /// Kinds of a host's own are noted like the others, and stand in the order of the file with them.
    @Test func problemsOfAKindOfDocument() {
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try read { object, problems -> Int? in
                if let value = object.value(ifPresent: "s") {
                    problems.add("acme.mood", at: value, expected: "good mood", advice: "smile")
                }
                return 1
            }
        }
        #expect(refusal?.description == #"x.json:1:8: error: expected good mood, found "x"; smile [acme.mood]"#)
    }

    /// Long texts are cut between characters, wherever those begin.
    @Test(arguments: 0..<5)
    func longTextsAreCut(offset: Int) {
        let text = String(repeating: "a", count: offset) + String(repeating: "語😀", count: 100)
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try ConfigurationFile("\"\(text)\"", name: "x").read { $0.boolean(&$1) }
        }
        let found = refusal?.problems.first?.found ?? ""
        #expect(found.hasPrefix("\"\(text.prefix(offset + 6))") && found.hasSuffix("…\""))
        #expect(found.utf8.count <= 65 && !found.contains("\u{FFFD}"))
    }
}

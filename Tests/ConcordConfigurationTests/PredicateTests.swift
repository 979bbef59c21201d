import ConcordConfiguration
import ConcordValues
import Testing

@Suite struct PredicateTests {
    /// What is written, and its canonical text.
    @Test(arguments: [
        ("true", "true"),
        ("isIntercompany", "isIntercompany"),
        ("! isIntercompany", "!isIntercompany"),
        ("!!a", "!!a"),
        ("a==1", "a == 1"),
        ("-1.50 <= a", "-1.50 <= a"),
        ("a in[1,'x',true,null]", "a in [1, 'x', true, null]"),
        ("!(a in ['x'])", "!(a in ['x'])"),
        ("!((a))", "!a"),
        ("has ( source . Practice__c )", "has(source.Practice__c)"),
        ("source['/Practice__c'] == \"x\"", "source.Practice__c == 'x'"),
        ("source.Account.Name == 'x'", "source.Account.Name == 'x'"),
        ("source['/first name'] == 'x'", "source['/first name'] == 'x'"),
        ("source['/lines/0'] == 'x'", "source['/lines/0'] == 'x'"),
        ("source['/a/in'] == 'x'", "source['/a/in'] == 'x'"),
        ("source['/a/'] == 'x'", "source['/a/'] == 'x'"),
        ("source['/'] == 'x'", "source['/'] == 'x'"),
        ("source['/a~1b'] == 'x'", "source['/a~1b'] == 'x'"),
        ("source['/it\\'s'] == 'x'", #"source['/it\'s'] == 'x'"#),
        ("(a && b) && c", "a && b && c"),
        ("a && (b && (c || d))", "a && b && (c || d)"),
        ("a && b || c && d", "(a && b) || (c && d)"),
        ("a || b || (c || d)", "a || b || c || d"),
        ("!(a && b)", "!(a && b)"),
        ("has", "has"),
        ("has.a == 1", "has.a == 1"),
        ("a.for == 1", "a.for == 1"),
        (#"a == "it's""#, #"a == 'it\'s'"#),
        (#"a == 'q\"\\\n\t\x41\u00e9\U0001F600\101\`\?\a\v'"#, #"a == 'q"\\\n\tAé😀A`?\u0007\u000b'"#),
        ("a\n  == 1\t&&\r\nb", "a == 1 && b"),
        ("a == 1.10", "a == 1.10"),
    ])
    func canonicalText(source: String, canonical: String) throws {
        let predicate = try Predicate(source)
        #expect("\(predicate)" == canonical)
        #expect(try Predicate(canonical) == predicate)
        #expect("\(try Predicate(canonical))" == canonical)
    }

    @Test func whatIsSaidDifferentlyIsNotEqual() throws {
        #expect(try Predicate("a == 1.0") != Predicate("a == 1.00"))
        #expect(try Predicate("a && b") != Predicate("b && a"))
        // Two texts that look the same: é in one scalar, and in two.
        #expect(try Predicate("a == '\u{e9}'") != Predicate("a == 'e\u{301}'"))
        #expect(try Predicate("source['/\u{e9}'] == 1 || source['/e\u{301}'] == 1").names.count == 2)
    }

    @Test func namesAreListedOnce() throws {
        let predicate = try Predicate("b == 1 && (a.c in ['x'] || has(source.X)) && !b && a.c == source['/X']")
        #expect(predicate.names == [.field("b"), .field("a.c"), .source("/X")])
    }

    @Test func limits() throws {
        let nested = String(repeating: "(", count: 32) + "a" + String(repeating: ")", count: 32)
        #expect("\(try Predicate(nested))" == "a")
        let long = Array(repeating: "a", count: 1500).joined(separator: "||")
        #expect(try Predicate(long).names == [.field("a")])
    }
}

@Suite struct PredicateEvaluationTests {
    private struct Values: PredicateValues {
        let list: [PredicateValue]

        func value(of slot: Int) -> PredicateValue { list[slot] }
    }

    private static let symbols = PredicateSymbolTable([
        (.field("gone"), .text), (.field("none"), .text), (.field("name"), .text), (.field("amount"), .decimal),
        (.field("day"), .date), (.field("time"), .instant), (.field("flag"), .boolean),
        (.field("stage"), .code(["won", "lost"])), (.source("/any"), .unknown), (.field("goneFlag"), .boolean),
        (.field("limit"), .decimal), (.field("noFlag"), .boolean),
    ])

    private static func values() throws -> Values {
        Values(list: [
            .absent, .null, .text("Müller"), .decimal(try ExactDecimal("1250.00")), .date(try LocalDate("2026-03-01")),
            .instant(try Instant("2026-03-01T09:00:00+01:00")), .boolean(true), .text("won"),
            .decimal(try ExactDecimal("3")), .absent, .decimal(try ExactDecimal("1250.0")), .null,
        ])
    }

    @Test(arguments: [
        // Numbers by value, texts by bytes, dates and points in time by theirs.
        ("amount == 1250", PredicateResult.holds), ("amount != 1250.0", .fails), ("amount == limit", .holds),
        ("amount < limit", .fails), ("amount <= limit", .holds), ("amount > 1249.99", .holds),
        ("1250 >= amount", .holds),
        ("1300 < amount", .fails), ("amount in [1, 1250]", .holds), ("amount in [1, 2]", .fails),
        ("name == 'Müller'", .holds), ("name == 'Mu\u{308}ller'", .fails), ("name < 'N'", .holds),
        ("name >= 'M'", .holds),
        ("day == '2026-03-01'", .holds), ("day < '2026-03-01'", .fails), ("'2026-02-28' < day", .holds),
        ("time == '2026-03-01T08:00:00Z'", .holds), ("time > '2026-03-01T08:00:00.000Z'", .fails),
        ("time <= '2026-03-01T08:00:00Z'", .holds), ("time < '2026-03-01T08:00:01Z'", .holds),
        ("flag", .holds), ("!flag", .fails), ("flag == true", .holds), ("flag != true", .fails),
        ("stage in ['lost', 'won']", .holds), ("stage != 'lost'", .holds), ("stage == name", .fails),
        ("true", .holds), ("false", .fails), ("!false", .holds),
        // Values of two types are not the same, and have no order.
        ("source.any == 'x'", .fails), ("source.any != 'x'", .holds), ("source.any == 3.0", .holds),
        ("source.any < 'x'", .undetermined), ("source.any > 2", .holds), ("source.any in ['x', 3]", .holds),
        ("source.any", .undetermined), ("source.any == name", .fails), ("source.any == null", .fails),
        // What is absent is neither equal nor unequal to anything.
        ("gone == 'x'", .undetermined), ("gone != 'x'", .undetermined), ("!(gone == 'x')", .undetermined),
        ("gone < 'x'", .undetermined), ("gone in ['x']", .undetermined), ("gone == null", .undetermined),
        ("gone != null", .undetermined), ("'x' == gone", .undetermined), ("gone == name", .undetermined),
        ("has(gone)", .fails), ("!has(gone)", .holds), ("goneFlag", .undetermined), ("!goneFlag", .undetermined),
        ("!has(gone) || gone != 'x'", .holds),
        // null is there, and is the same as null alone.
        ("none == 'x'", .fails), ("none != 'x'", .holds), ("none < 'x'", .undetermined), ("none in ['x']", .fails),
        ("none in ['x', null]", .holds), ("none == null", .holds), ("name != null", .holds), ("has(none)", .holds),
        ("noFlag", .undetermined), ("noFlag == null", .holds),
        // One part decides, wherever it stands; without one, all must be known.
        ("flag && !flag", .fails), ("flag || !flag", .holds), ("gone == 'x' && !flag", .fails),
        ("!flag && gone == 'x'", .fails), ("gone == 'x' && flag", .undetermined), ("flag || gone == 'x'", .holds),
        ("gone == 'x' || flag", .holds), ("gone == 'x' || !flag", .undetermined),
        ("!(gone == 'x' && !flag)", .holds), ("(flag && (!flag || has(none))) && amount > 5", .holds),
        ("!flag && flag || !flag && flag || amount == 1250", .holds),
    ])
    func results(source: String, result: PredicateResult) throws {
        let predicate = try Predicate(source).checked(against: Self.symbols)
        let values = try Self.values()
        #expect(predicate.evaluate(over: values) == result)
        #expect(predicate.holds(for: values) == (result == .holds))
        #expect(predicate.predicate == (try Predicate(source)))
    }
}

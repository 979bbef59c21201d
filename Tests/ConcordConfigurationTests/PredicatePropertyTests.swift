import ConcordConfiguration
import ConcordValues
import Testing

@Suite struct PredicatePropertyTests {
    /// What is printed is read as an equal predicate, and is printed the same again.
    @Test func printedAndReadAgain() throws {
        for seed in UInt64(0)..<2000 {
            var writer = PredicateWriter(random: ConfigurationRandom(seed: seed))
            let source = writer.any(depth: 0)
            let predicate = try #require(try? Predicate(source), "seed \(seed): \(source)")
            let canonical = "\(predicate)"
            let again = try? Predicate(canonical)
            #expect(again == predicate, "seed \(seed): \(source) printed as \(canonical)")
            #expect(again?.description == canonical, "seed \(seed): \(source) printed as \(canonical)")
            #expect(again?.names == predicate.names, "seed \(seed): \(source)")
        }
    }

    /// Printing changes no result: both are evaluated over the same values.
    @Test func printedAndReadAgainMeansTheSame() throws {
        let symbols = PredicateSymbolTable(PredicateWriter.names.map { ($0.name, .unknown) })
        for seed in UInt64(0)..<1000 {
            var writer = PredicateWriter(random: ConfigurationRandom(seed: seed))
            let source = writer.any(depth: 0)
            guard let checked = try? Predicate(source).checked(against: symbols) else { continue }
            let again = try Predicate("\(checked.predicate)").checked(against: symbols)
            for _ in 0..<4 {
                let values = RandomValues(list: PredicateWriter.names.map { _ in writer.value() })
                #expect(
                    checked.evaluate(over: values) == again.evaluate(over: values),
                    "seed \(seed): \(source) over \(values.list)"
                )
            }
        }
    }

    private struct RandomValues: PredicateValues {
        let list: [PredicateValue]

        func value(of slot: Int) -> PredicateValue { list[slot] }
    }
}

/// Writes random predicates with random white space, quotes and parentheses.
private struct PredicateWriter {
    var random: ConfigurationRandom

    static let names: [(text: String, name: PredicateName)] = [
        ("a", .field("a")), ("stage.canonical", .field("stage.canonical")), ("_x9.in_.for", .field("_x9.in_.for")),
        ("has", .field("has")), ("source.Practice__c", .source("/Practice__c")),
        ("source['/Practice__c']", .source("/Practice__c")), ("source[\"/first name\"]", .source("/first name")),
        ("source['/a/0/true']", .source("/a/0/true")), ("source . b . c", .source("/b/c")),
    ]

    mutating func any(depth: Int) -> String {
        (0...(depth > 3 ? 0 : random.below(3))).map { _ in all(depth: depth) }
            .joined(separator: "\(space())||\(space())")
    }

    mutating func all(depth: Int) -> String {
        (0...(depth > 3 ? 0 : random.below(3))).map { _ in term(depth: depth) }
            .joined(separator: "\(space())&&\(space())")
    }

    mutating func term(depth: Int) -> String {
        switch random.below(depth > 3 ? 5 : 8) {
        case 0: "has(\(space())\(name())\(space()))"
        case 1: name()
        case 2:
            "\(operand())\(space())\(random.one(of: ["==", "!=", "<", "<=", ">", ">="]))\(space())\(operand())"
        case 3: "\(name()) in [\((0...random.below(4)).map { _ in literal() }.joined(separator: ",\(space())"))]"
        case 4: random.one(of: ["true", "false"])
        case 5: "!\(space())\(random.below(2) == 0 ? closed(depth: depth) : name())"
        default: closed(depth: depth)
        }
    }

    private mutating func closed(depth: Int) -> String { "(\(space())\(any(depth: depth + 1))\(space()))" }

    private mutating func space() -> String { random.one(of: ["", " ", "  ", "\n", "\t"]) }

    private mutating func name() -> String { random.one(of: Self.names).text }

    private mutating func operand() -> String { random.below(2) == 0 ? name() : literal() }

    private mutating func literal() -> String {
        switch random.below(6) {
        case 0: random.one(of: ["true", "false", "null"])
        case 1: random.one(of: ["0", "7", "-12", "1.50", "-0.001", "12345678901234567890.10"])
        default:
            random.one(of: ["'\(text(#"'"#))'", "\"\(text("\""))\""])
        }
    }

    private mutating func text(_ quote: String) -> String {
        let parts = [
            "a", "Z", " ", "é", "e\u{301}", "😀", #"\\"#, #"\n"#, #"\t"#, #"\'"#, #"\""#, #"\x7f"#, #"\u2028"#,
            #"\U0001F600"#, #"\0"# + "07", "\u{85}", "~", "/", quote == "'" ? "\"" : "'",
        ]
        return (0..<random.below(6)).map { _ in random.one(of: parts) }.joined()
    }

    mutating func value() -> PredicateValue {
        switch random.below(6) {
        case 0: .absent
        case 1: .null
        case 2: .boolean(random.below(2) == 0)
        case 3: .decimal(ExactDecimal(random.below(9)))
        default: .text(random.one(of: ["a", "Z", "", "é"]))
        }
    }
}

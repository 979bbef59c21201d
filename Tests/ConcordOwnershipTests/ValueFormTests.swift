import ConcordTesting
import Testing

@testable import ConcordOwnership
@testable import ConcordSchema

/// Values that are equal however they are written, and what is certainly not.
@Suite struct ValueFormTests {
    private static let form = ValueForm(shape: nil, options: [])
    private static let decimal = ValueForm(shape: .text(format: "decimal", examples: []), options: [])

    @Test(arguments: [
        (#""a""#, #""b""#), ("30", "60"), ("true", "false"), (#"{"a":1,"b":"x"}"#, #"{"a":1,"b":"y"}"#),
        (#"["a","b"]"#, #"["a","c"]"#), ("1.5", "1.6"),
        (#""2026-01-01""#, #""2026-02-01""#), (#""1.0x""#, #""1.00x""#), (#"{"n":12}"#, #"{"n":129}"#),
        (#"{"name":"some longer text","b":"x"}"#, #"{"name":"some longer text","b":"y"}"#),
        (#"{"name":"a \"quote\" in it","b":"some x"}"#, #"{"name":"a \"quote\" in it","b":"some y"}"#),
    ])
    func certainlyDifferent(left: String, right: String) {
        #expect(ValueDifference(left, right) == .certain)
        #expect(ValueDifference(right, left) == .certain)
        #expect(!Self.form.isSame(left, right))
    }

    @Test(arguments: [
        (#"{"name":"longer","a":1,"b":2}"#, #"{"name":"longer","b":2,"a":1}"#),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#), (#"{"a":1}"#, #"{"a":1,"b":null}"#), ("1.0", "1.00"), ("1e1", "10"),
        (#"{"b":"it: \"b\":","a":1,"c":2}"#, #"{"b":"it: \"b\":","c":2,"a":1}"#),
        (#"{"a":"b:"}"#, #"{"a":"b:","c":null}"#), (#"{"a":"b:","c":{"d":1}}"#, #"{"a":"b:", "c":{"d":1}}"#),
        ("-0", "0"), (#""A""#, #""\u0041""#), ("[1.50]", "[1.5]"), (#"{"a":{"b":1,"c":2}}"#, #"{"a":{"c":2,"b":1}}"#),
    ])
    func equalAndNeverCertainlyDifferent(left: String, right: String) {
        #expect(ValueDifference(left, right) == .unclear)
        #expect(ValueDifference(right, left) == .unclear)
        #expect(Self.form.isSame(left, right))
    }

    @Test func decimalsAreNumbers() {
        #expect(Self.decimal.isSame(#""10.00""#, #""10""#))
        #expect(!Self.decimal.isSame(#""10.00""#, #""100""#))
        #expect(!Self.form.isSame(#""10.00""#, #""10""#))
    }

    /// What is certainly different has no form in common, whatever the shape.
    @Test(arguments: 1...300)
    func certaintyIsNeverWrong(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let left = Self.json(&random, depth: 2)
        let right = random.happens(percent: 50) ? Self.json(&random, depth: 2) : Self.mutated(left, &random)
        guard (try? JSONText(left)) != nil, (try? JSONText(right)) != nil else { return }
        #expect((ValueDifference(left, right) == .same) == (left == right), "seed \(seed): \(left) \(right)")
        guard ValueDifference(left, right) == .certain else { return }
        #expect(Self.form.text(of: left) != Self.form.text(of: right), "seed \(seed): \(left) \(right)")
        #expect(Self.decimal.text(of: left) != Self.decimal.text(of: right), "seed \(seed): \(left) \(right)")
    }

    private static func json(_ random: inout SeededGenerator, depth: Int) -> String {
        switch random.number(in: 0...(depth > 0 ? 5 : 3)) {
        case 0: return random.one(of: ["1", "1.0", "10", "-1", "0", "-0", "1e1", "0.10", "true", "false", "null"])
        case 1, 2, 3: return random.one(of: [#""""#, #""1""#, #""1.0""#, #""a""#, #""ab""#, #""\u0061""#, #""1.00""#])
        case 4:
            let items = (0..<random.number(in: 0...3)).map { _ in json(&random, depth: depth - 1) }
            return "[\(items.joined(separator: ","))]"
        default:
            let names = random.shuffled(["a", "b", "1"]).prefix(random.number(in: 0...3))
            return "{\(names.map { "\"\($0)\":\(json(&random, depth: depth - 1))" }.joined(separator: ","))}"
        }
    }

    private static func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
        let pairs = [("1.0", "1.00"), ("\"a\"", "\"\\u0061\""), ("1", "1.0"), ("a", "b"), ("\"1\"", "\"1.0\"")]
        let pair = random.one(of: pairs)
        return text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
}

import Testing

@testable import ConcordCompatibility

@Suite
struct ExpressionTests {
    @Test(arguments: [
        ("^a*$", "aaa", true), ("^a*$", "", true), ("^a*$", "b", false), ("a+", "bab", true), ("^$", "", true),
        ("^$", "a", false), ("a|^b$", "b", true), ("a|^b$", "bb", false), ("^[^a-c]{2,3}$", "xyz", true),
        ("^[^a-c]{2,3}$", "xaz", false), ("^(ab){2}$", "abab", true), ("^\\u0061\\x62$", "ab", true),
        ("^\\uD83D\\uDC32*$", "\u{1F432}\u{1F432}", true), ("^.$", "\n", false), ("^\\s$", "\u{FEFF}", true),
        ("[-a]", "-", true), ("^(?:a|b)+?$", "abba", true), ("^\\cC$", "\u{3}", true), ("$^", "", true),
        ("x$y", "xy", false),
    ])
    func matches(_ pattern: String, _ text: String, _ isMatch: Bool) throws {
        #expect(try RegularExpression(pattern).matches(text) == isMatch)
    }

    @Test(arguments: [
        "(", ")", "[a", "a{2", "a**", "(?=a)", "(?!a)", "(?<=a)", "\\1", "\\b", "\\p{L}", "a{1001}{1001}",
        "(a{100}){100}",
        "\\", "[b-a]", "^*", "\\u12", "\\uD83D\\u0061", "*",
    ])
    func whatIsNotRegularIsRefused(_ pattern: String) {
        #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    }

    @Test func noPatternIsSlow() throws {
        let expression = try RegularExpression("^(a|a)*(a|a)*(a*)*b$")
        #expect(!expression.matches(String(repeating: "a", count: 5000)))
        #expect(throws: RegularExpressionError.self) { try RegularExpression(String(repeating: "(", count: 100_000)) }
    }

    @Test func numbersAreDecimals() {
        #expect(JSONNumber("1.0") == JSONNumber("10e-1"))
        #expect(JSONNumber("-0") == 0)
        #expect(JSONNumber("1e308")?.isMultiple(of: JSONNumber("0.5") ?? 1) == true)
        #expect(JSONNumber("9007199254740993")! > JSONNumber("9007199254740992")!)
        #expect(JSONNumber("-1.5")! < JSONNumber("-1.49")!)
        #expect(JSONNumber("0.3")?.isMultiple(of: JSONNumber("0.1") ?? 1) == true)
        #expect(JSONNumber("1e9999999999999999999") == nil)
        #expect(JSONNumber("") == nil)
    }
}

/// SplitMix64: a small generator whose whole state is its seed, so that a failure can be repeated.
struct JSONRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }
}

/// A JSON value that knows its canonical form by the letter of RFC 8785, without regard for speed.
indirect enum JSONTree {
    case word(String)
    /// A number: ways to write it, the canonical one first.
    case number([String])
    case text(String)
    case list([JSONTree])
    case object([(name: String, value: JSONTree)])
}

extension JSONTree {
    private static let numbers: [[String]] = [
        ["0", "-0", "0.0", "0e9", "-0.000E-3"], ["1", "1.0", "10e-1", "0.1E+1"], ["-1.5", "-1.50", "-15e-1"],
        ["100", "1e2", "100.00"], ["1e+21", "1000000000000000000000", "1E21"], ["1e-7", "0.0000001", "10.0E-8"],
        ["0.000001", "1e-6"], ["123456789012345680000", "123456789012345678901"],
        ["9007199254740992", "9007199254740993"], ["5e-324", "4.9e-324", "0.49E-323"],
        ["0.1", "0.1000000000000000055511151231257827"], ["333333333.3333333", "333333333.33333329"],
    ]
    private static let pieces = [
        "a", "b", "Z", "0", " ", "é", "e\u{301}", "€", "\u{FB33}", "\u{E000}", "\u{FFFF}", "\u{10000}", "😀",
        "\u{10FFFF}", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{80}", "\u{2028}", "\r", "\u{8}",
        "\u{C}",
    ]

    private static func string(_ random: inout JSONRandom) -> String {
        (0..<random.below(6)).map { _ in pieces[random.below(pieces.count)] }.joined()
    }

    static func random(depth: Int, _ random: inout JSONRandom) -> JSONTree {
        switch random.below(depth > 0 ? 8 : 4) {
        case 0: return .word(["true", "false", "null"][random.below(3)])
        case 1: return .number(numbers[random.below(numbers.count)])
        case 2, 3: return .text(string(&random))
        case 4, 5: return .list((0..<random.below(5)).map { _ in .random(depth: depth - 1, &random) })
        default:
            var names: Set<[UInt8]> = []
            var members: [(String, JSONTree)] = []
            for _ in 0..<random.below(9) {
                let name = string(&random)
                guard names.insert(Array(name.utf8)).inserted else { continue }
                members.append((name, .random(depth: depth - 1, &random)))
            }
            return .object(members)
        }
    }

    var canonical: String {
        switch self {
        case .word(let word): word
        case .number(let forms): forms[0]
        case .text(let text): Self.quoted(text)
        case .list(let items): "[" + items.map(\.canonical).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { Array($0.name.utf16).lexicographicallyPrecedes(Array($1.name.utf16)) }
                .map { Self.quoted($0.name) + ":" + $0.value.canonical }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escapes: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\t": "\\t", "\n": "\\n", "\u{C}": "\\f", "\r": "\\r",
            "\u{0}": "\\u0000", "\u{1F}": "\\u001f",
        ]
        return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
    }

    /// The value in another order, with white space and with escapes that nobody needs.
    func shuffled(_ random: inout JSONRandom) -> String {
        func blank(_ random: inout JSONRandom) -> String {
            ["", "", " ", "\n", "\t ", "\r\n"][random.below(6)]
        }
        func escaped(_ text: String, _ random: inout JSONRandom) -> String {
            var result = "\""
            for scalar in text.unicodeScalars {
                if random.below(3) == 0 || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
                    for unit in String(scalar).utf16 {
                        let digits = String(unit, radix: 16, uppercase: random.below(2) == 0)
                        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }
                } else if scalar == "/", random.below(2) == 0 {
                    result += "\\/"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
            return result + "\""
        }
        let before = blank(&random)
        let body: String
        switch self {
        case .word(let word): body = word
        case .number(let forms): body = forms[random.below(forms.count)]
        case .text(let text): body = escaped(text, &random)
        case .list(let items):
            var parts: [String] = []
            for item in items { parts.append(item.shuffled(&random)) }
            body = "[" + parts.joined(separator: ",") + blank(&random) + "]"
        case .object(let members):
            var parts: [String] = []
            for member in members.shuffled(using: &random) {
                let name = blank(&random) + escaped(member.name, &random) + blank(&random)
                parts.append(name + ":" + member.value.shuffled(&random))
            }
            body = "{" + parts.joined(separator: ",") + blank(&random) + "}"
        }
        return before + body + blank(&random)
    }
}

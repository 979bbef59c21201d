public import ConcordValues
import Testing

/// An open code as the documentation of `OpenCode` declares it.
public struct ExampleTimeType: OpenCode {
    /// The code's text.
    public let rawValue: String

    /// The code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Time beyond what was agreed.
    public static let overtime = Self(rawValue: "overtime")

    /// The codes that are known.
    public static let codes: CodeList = ["regular", "overtime"]
}

private typealias TimeType = ExampleTimeType

@Suite("Code: open codes")
struct CodeListTests {
    @Test func unknownCodesAreKept() {
        #expect(TimeType.overtime.isKnown)
        let unknown = TimeType(rawValue: "graveyardShift")
        #expect(!unknown.isKnown)
        #expect(unknown.description == "graveyardShift")
        #expect(unknown != .overtime)
        #expect(TimeType(rawValue: "overtime") == .overtime)
        #expect(Set([TimeType.overtime, TimeType(rawValue: "overtime"), unknown]).count == 2)
    }

    @Test func listIsACollection() {
        let codes = TimeType.codes
        #expect(Array(codes) == ["regular", "overtime"])
        #expect(codes.count == 2 && codes[1] == "overtime" && codes.last == "overtime")
        #expect(codes.description == "regular, overtime")
        #expect(codes.contains("regular") && !codes.contains("Regular") && !codes.contains(""))
        let empty: CodeList = []
        #expect(empty.isEmpty && !empty.contains("") && empty.nearest(to: "x") == nil)
        let twice: CodeList = ["a", "a"]
        #expect(CalendarFuzz.withExactMemory([0x61]) { twice.index(of: $0) } == 0)
    }

    /// Codes of every length around the widths of words, each against all others and all its one-byte mutations.
    @Test func lookUpFindsExactlyTheCodes() {
        var texts: [String] = [""]
        for length in 1...40 {
            texts.append(String("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN".prefix(length)))
            texts.append(String(repeating: "z", count: length))
        }
        let codes = CodeList(texts)
        var wrong: [String] = []
        for (index, text) in texts.enumerated() {
            let bytes = Array(text.utf8)
            if CalendarFuzz.withExactMemory(bytes, { codes.index(of: $0) }) != index || codes[index] != text {
                wrong.append(text)
            }
            for position in bytes.indices {
                for byte in UInt8.min...UInt8.max {
                    var mutated = bytes
                    mutated[position] = byte
                    let expected = texts.firstIndex { Array($0.utf8) == mutated }
                    if CalendarFuzz.withExactMemory(mutated, { codes.index(of: $0) }) != expected {
                        wrong.append("\(mutated)")
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    /// Short codes over two letters collide as often as codes can.
    @Test func lookUpOfRandomCodes() {
        let seed: UInt64 = 21
        var random = CalendarFuzz.SplitMix64(seed: seed)
        func code() -> String {
            String((0..<Int.random(in: 0...18, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" })
        }
        var wrong: [String] = []
        for _ in 0..<200 {
            let texts = (0..<Int.random(in: 0...20, using: &random)).map { _ in code() }
            let codes = CodeList(texts)
            for text in texts + (0..<50).map({ _ in code() })
            where CalendarFuzz.withExactMemory(Array(text.utf8), { codes.index(of: $0) }) != texts.firstIndex(of: text)
            {
                wrong.append(text)
            }
        }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(5))")
    }

    @Test(arguments: [
        ("overtme", "overtime"), ("Overtime", "overtime"), ("over-time", "overtime"), ("OVER TIME", "overtime"),
        ("ovretime", "overtime"), ("regulr", "regular"), ("timeAndMaterials", "timeAndMaterial"),
        ("time_and_material", "timeAndMaterial"), ("t", nil), ("", nil), ("holiday", nil),
        (String(repeating: "overtime", count: 9), nil),
    ])
    func nearest(text: String, code: String?) {
        let codes: CodeList = ["regular", "overtime", "timeAndMaterial"]
        #expect(codes.nearest(to: text) == code)
    }
}

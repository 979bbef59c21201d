import ConcordSchema
import Testing

@Suite("JSON: canonical form")
struct CanonicalJSONTests {
    @Test(arguments: [
        (#" { "b" : 1.50 , "a" : "\u00e9" } "#, #"{"a":"é","b":1.5}"#),
        ("[]", "[]"), ("{}", "{}"), ("null", "null"), ("\"\\/\"", "\"/\""), ("-0", "0"), ("[ -0.0 , 0e5 ]", "[0,0]"),
        ("1e21", "1e+21"), ("999999999999999", "999999999999999"), ("9999999999999999", "10000000000000000"),
        ("-123456789012345", "-123456789012345"), ("100000000000000000000", "100000000000000000000"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"), ("2.4703282292062327e-324", "0"), ("1E-999", "0"),
        ("1e-7", "1e-7"), ("0.00000123", "0.00000123"), ("0.000000123", "1.23e-7"), ("123456.789e3", "123456789"),
        (
            #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#,
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{FB33}\":3}"
        ),
        (#"{"a":{"d":[{"z":1,"y":2}],"c":{}},"":0}"#, #"{"":0,"a":{"c":{},"d":[{"y":2,"z":1}]}}"#),
        (#"{"ab":1,"a":2,"abc":3}"#, #"{"a":2,"ab":1,"abc":3}"#),
        (#"["\u007f\u001f\u0008\"\\"]"#, "[\"\u{7F}\\u001f\\b\\\"\\\\\"]"),
    ])
    func documentHasOneForm(document: String, canonical: String) throws {
        let result = try CanonicalJSON.canonicalize(document)
        #expect(Array(result.utf8) == Array(canonical.utf8), "\(result)")
    }

    @Test(
        arguments: [
            (#"{"a":1,"b":2,"a":3}"#, "json.duplicateKey", 13, 1, "a"),
            (#"{"a":1,"\u0061":2}"#, "json.duplicateKey", 7, 1, "a"),
            (#"[{"x":{"b":1,"a":1,"b":1,"a":1}}]"#, "json.duplicateKey", 19, 7, "[0].x.b"),
            ("[1e309]", "json.numberRange", 1, nil, "[0]"),
            ("{\"n\":[0,-1.8e308]}", "json.numberRange", 8, nil, "n[1]"),
            (#"{"\ud800":1}"#, "json.loneSurrogate", 2, nil, ""),
            (#"{"k":"\udc00\ud800"}"#, "json.loneSurrogate", 6, nil, "k"),
            ("", "json.unexpectedEnd", 0, nil, ""),
            ("{\"a\":1} x", "json.trailingBytes", 8, nil, ""),
            ("{\"a\":[1,]}", "json.syntax", 8, nil, "a[1]"),
            ("{\"a\":1,}", "json.syntax", 7, nil, ""),
            ("[1}", "json.syntax", 2, nil, ""),
            ("{\"a\":1]", "json.syntax", 6, nil, ""),
        ] as [(String, String, Int, Int?, String)]
    )
    func documentWithoutAFormIsRefused(
        document: String,
        code: String,
        offset: Int,
        related: Int?,
        path: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(document) }
        let issue = try #require(refusal?.issues.first)
        #expect(refusal?.issues.count == 1)
        #expect(issue.code.rawValue == code)
        #expect(issue.position == SourcePosition(offset: offset, line: 1, column: offset + 1))
        #expect(issue.related?.offset == related)
        #expect(issue.path.description == path)
    }

    @Test func writerThatRefusedHoldsWhatItHeld() throws {
        var writer = JSONWriter()
        writer.write("before")
        let broken: [UInt8] = Array(#"{"a":[1,2,{"b":tru}]}"#.utf8)
        let good: [UInt8] = Array(#"{"b":1,"a":2}"#.utf8)
        _ = broken.withUnsafeBufferPointer { broken in
            #expect(throws: Refusal.self) { try CanonicalJSON.write(broken, to: &writer) }
        }
        #expect(writer.text() == "\"before\"")
        try good.withUnsafeBufferPointer { try CanonicalJSON.write($0, to: &writer) }
        #expect(writer.text() == #""before"{"a":2,"b":1}"#)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func formIsThatOfTheStandardAndStaysAsItIs(seed: UInt64) throws {
        var random = JSONRandom(seed: seed)
        for round in 0..<10 {
            let tree = JSONTree.random(depth: 5, &random)
            let expected = tree.canonical
            for _ in 0..<2 {
                let document = tree.shuffled(&random)
                let canonical = try CanonicalJSON.canonicalize(document)
                #expect(Array(canonical.utf8) == Array(expected.utf8), "seed \(seed), round \(round): \(document)")
            }
            #expect(try CanonicalJSON.canonicalize(expected) == expected, "seed \(seed), round \(round)")
        }
    }

    /// Doubles of every size: the text reads back as the same double, and no shorter one does.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func numberReadsBackAsTheSameDouble(seed: UInt64) throws {
        var random = JSONRandom(seed: seed)
        for _ in 0..<500 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let canonical = try CanonicalJSON.canonicalize("\(value)")
            #expect(Double(canonical) == value, "seed \(seed): \(value)")
            #expect(try CanonicalJSON.canonicalize(canonical) == canonical, "seed \(seed): \(value)")
        }
    }

    @Test func bytesAtRandomAreAnswered() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = JSONRandom(seed: seed)
            var document = Array(JSONTree.random(depth: 4, &random).shuffled(&random).utf8)
            for _ in 0..<random.below(4) where !document.isEmpty {
                let place = random.below(document.count)
                switch random.below(3) {
                case 0: document[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: document.remove(at: place)
                default: document.insert(Array("\",{}[]:\\".utf8), at: place, choosing: &random)
                }
            }
            let issue = JSONText.check(document)
            let canonical = try? CanonicalJSON.canonicalize(document)
            if issue != nil { #expect(canonical == nil, "seed \(seed)") }
            if let canonical { #expect(JSONText.check(canonical) == nil, "seed \(seed)") }
        }
    }

    @Test func aHundredThousandMembersAreSorted() throws {
        let numbers = Array(0..<100_000)
        func object(_ numbers: [Int]) -> String {
            "{" + numbers.map { "\"member-\($0 + 100_000)\":\($0)" }.joined(separator: ",") + "}"
        }
        var random = JSONRandom(seed: 7)
        let canonical = try CanonicalJSON.canonicalize(object(numbers.shuffled(using: &random)))
        #expect(canonical == object(numbers))
        #expect(try CanonicalJSON.canonicalize(object(numbers.reversed())) == canonical)

        let document = object(numbers.reversed() + [70_000])
        let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(document) }
        #expect(refusal?.issues.first?.code == .duplicateKey)
        #expect(refusal?.issues.first?.path.description == "member-170000")
    }
}

extension [UInt8] {
    fileprivate mutating func insert(_ choices: [UInt8], at place: Int, choosing random: inout JSONRandom) {
        insert(choices[random.below(choices.count)], at: place)
    }
}

import Concord
import ConcordXML
import Testing

@Suite("XML written")
struct XMLPayloadWriterTests {
    private static func written(
        _ object: String,
        _ writer: XMLPayloadWriter = XMLPayloadWriter(),
        as element: String = "r"
    ) throws -> String {
        String(decoding: try writer.write(Array(object.utf8), as: element), as: UTF8.self)
    }

    @Test("Names, prefixes and declarations")
    func names() throws {
        let object =
            ##"{"@Descriptor":"CI-1","ID":[{"@type":"WID","#text":"a"},"b"],"Paid":true,"Sum":1.50,"None":null}"##
        let workday = XMLPayloadWriter(prefix: "wd", namespace: "urn:com.workday/bsvc", qualifiesAttributes: true)
        let reference = """
            <wd:Ref xmlns:wd="urn:com.workday/bsvc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            wd:Descriptor="CI-1"><wd:ID wd:type="WID">a</wd:ID><wd:ID>b</wd:ID><wd:Paid>true</wd:Paid>\
            <wd:Sum>1.50</wd:Sum><wd:None xsi:nil="true"/></wd:Ref>
            """
        #expect(try Self.written(object, workday, as: "Ref") == reference)
        let coupa = XMLPayloadWriter(nilAttribute: .plain)
        #expect(
            try Self.written(#"{"end-date":null,"id":3}"#, coupa, as: "contract")
                == "<contract><end-date nil=\"true\"/><id>3</id></contract>"
        )
        let netsuite = XMLPayloadWriter(
            namespace: "urn:sales",
            namespaces: XMLNamespaces(["urn:core": "core"])
        )
        let record = """
            <record xmlns="urn:sales" xmlns:core="urn:core" internalId="1" xml:lang="en"><core:name>x</core:name></record>
            """
        #expect(
            try Self.written(#"{"@internalId":"1","@xml:lang":"en","core:name":"x"}"#, netsuite, as: "record") == record
        )
        #expect(try Self.written("{}") == "<r/>")
        #expect(try Self.written(#"{"a":[],"b":""}"#) == "<r><b/></r>")
    }

    @Test("Characters that mean something are escaped")
    func escapes() throws {
        let object = ##"{"@a":"<&>\"'\t\n\r","#text":"<&>]]>\"\t\n\r"}"##
        #expect(
            try Self.written(object)
                == "<r a=\"&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\">&lt;&amp;&gt;]]&gt;\"\t\n&#13;</r>"
        )
    }

    @Test(
        "What cannot stand in XML is refused",
        arguments: [
            ("[]", "json.type", ""),
            ("{", "json.unexpectedEnd", nil),
            ("{\"a\":1}x", "json.trailingBytes", nil),
            ("{\"a\":{\"b c\":1}}", "xml.name", "/a/b c"),
            ("{\"@a b='1' c\":1}", "xml.name", "/@a b='1' c"),
            ("{\"1\":1}", "xml.name", "/1"),
            ("{\"\":1}", "xml.name", "/"),
            ("{\"p:a\":1}", "xml.name", "/p:a"),
            ("{\"a:b:c\":1}", "xml.name", "/a:b:c"),
            ("{\"@xmlns\":\"urn:x\"}", "xml.name", "/@xmlns"),
            ("{\"@xmlns:a\":\"urn:x\"}", "xml.name", "/@xmlns:a"),
            ("{\"@a\":null}", "json.type", "/@a"),
            ("{\"@a\":{}}", "json.type", "/@a"),
            ("{\"#text\":[1]}", "json.type", "/#text"),
            ("{\"a\":[1,[2]]}", "xml.value", "/a/1"),
            ("{\"a\":\"\\u0001\"}", "xml.value", "/a"),
            ("{\"a\":\"\\uffff\"}", "xml.value", "/a"),
            ("{\"@a\":1,\"@a\":2}", "json.duplicateKey", "/@a"),
        ]
    )
    func refusals(object: String, code: String, pointer: String?) throws {
        let refusal = #expect(throws: Refusal.self) { try Self.written(object) }
        #expect(refusal?.issues.map(\.code.rawValue) == [code])
        if let pointer { #expect(refusal?.issues.first?.source == pointer) }
        let deep = String(repeating: "{\"a\":", count: 300) + "1" + String(repeating: "}", count: 300)
        #expect(throws: Refusal.self) { try Self.written(deep) }
        #expect(throws: Refusal.self) { try Self.written("{}", as: "a b") }
    }

    @Test("What is written is read back", arguments: UInt64(0)..<400)
    func roundTrip(seed: UInt64) throws {
        var random = XMLRandom(seed: seed)
        let object = Self.object(&random, depth: 0)
        let namespace = random.chance(50) ? "urn:own" : nil
        let writer = XMLPayloadWriter(
            prefix: random.chance(50) ? "p" : nil,
            namespace: namespace,
            qualifiesAttributes: random.chance(50),
            namespaces: XMLNamespaces(["urn:other": "o"]),
            nilAttribute: random.one(of: XMLPayloadWriter.NilAttribute.allCases)
        )
        let reader = XMLPayloadReader(records: "r", lists: ["list"], namespaces: XMLNamespaces(["urn:other": "o"]))
        let text = try Self.written(object, writer)
        let found = try XMLFound("<x>\n \(text)</x>", with: reader, chunk: 1 + random.below(50))
        #expect(found.objects == [object], "seed \(seed): \(text)")
        #expect(found.issues == [], "seed \(seed)")
    }

    private static let alphabet = [
        "a", "Z", " ", "\t", "\n", "\r", "<", ">", "&", "\"", "'", "]]>", "é", "名", "😀", "\u{85}", "\u{2028}", "\u{7F}",
    ]

    private static func text(_ random: inout XMLRandom) -> String {
        (0..<random.below(6)).map { _ in random.one(of: alphabet) }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter()
        writer.write(text)
        return writer.text()
    }

    /// An object as readers give them.
    private static func object(_ random: inout XMLRandom, depth: Int) -> String {
        var members: [String] = []
        // Sorted, as the reader gives them.
        for name in ["@a", "@b.c", "@o:d", "@xsi:type"] where random.chance(30) {
            members.append("\(quoted(name)):\(quoted(text(&random)))")
        }
        let names = ["one", "two-2", "o:three", "list", "Ünï"].filter { _ in random.chance(depth < 3 ? 40 : 0) }
        // Text among elements is text only if there is more than blanks in it.
        let content = names.isEmpty ? text(&random) : random.chance(20) ? "t" + text(&random) : ""
        if !content.isEmpty { members.append("\"#text\":\(quoted(content))") }
        for name in names {
            if name == "list" || random.chance(20) {
                let count = name == "list" ? 1 + random.below(3) : 2 + random.below(2)
                let items = (0..<count).map { _ in value(&random, depth: depth) }
                members.append("\(quoted(name)):[\(items.joined(separator: ","))]")
            } else {
                members.append("\(quoted(name)):\(value(&random, depth: depth))")
            }
        }
        return "{\(members.joined(separator: ","))}"
    }

    private static func value(_ random: inout XMLRandom, depth: Int) -> String {
        if random.chance(10) { return "null" }
        if random.chance(50) { return quoted(text(&random)) }
        let object = object(&random, depth: depth + 1)
        // An element with nothing but text is a string.
        return object == "{}" || object.hasPrefix("{\"#text\"") && !object.contains(",\"") ? "\"x\"" : object
    }
}

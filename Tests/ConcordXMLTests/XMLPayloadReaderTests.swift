import Concord
import ConcordXML
import Foundation
import Testing

@Suite("Records in XML")
struct XMLPayloadReaderTests {
    struct Document: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let objects: [String]

        var testDescription: String { name }
    }

    static let documents: [Document] = [
        Document(name: "no record", text: "<a><b/></a>", objects: []),
        Document(name: "the root is the record", text: "<r><a>1</a></r>", objects: [#"{"a":"1"}"#]),
        Document(
            name: "an empty record, and one of text",
            text: "<x><r/><r>t</r></x>",
            objects: ["{}", ##"{"#text":"t"}"##]
        ),
        Document(
            name: "one inside another",
            text: "<x><r><a/><r>2</r></r></x>",
            objects: [#"{"a":"","r":"2"}"#]
        ),
        Document(
            name: "repeated elements, together and apart",
            text: "<r><a>1</a><a>2</a><b>3</b><a>4</a></r>",
            objects: [#"{"a":["1","2","4"],"b":"3"}"#]
        ),
        Document(name: "a list of one", text: "<r><l>1</l></r>", objects: [#"{"l":["1"]}"#]),
        Document(
            name: "attributes, sorted, with text and with elements",
            text: "<r z='1' a='2'><b c='3'>t</b><d e='4'><f/></d></r>",
            objects: [##"{"@a":"2","@z":"1","b":{"@c":"3","#text":"t"},"d":{"@e":"4","f":""}}"##]
        ),
        Document(
            name: "nothing in three ways",
            text: "<r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><a/><b nil='true'/><c xsi:nil='1'> </c>"
                + "<d nil='false'/><e nil='true' type='x'/></r>",
            objects: [#"{"a":"","b":null,"c":null,"d":{"@nil":"false"},"e":{"@nil":"true","@type":"x"}}"#]
        ),
        Document(
            name: "white space",
            text: "<r>\n  <a> x </a>\n  <b>  </b>\n <c><d/>\n</c></r>",
            objects: [#"{"a":" x ","b":"  ","c":{"d":""}}"#]
        ),
        Document(
            name: "mixed content",
            text: "<r><p>one <b>two</b> three</p></r>",
            objects: [##"{"p":{"#text":"one  three","b":"two"}}"##]
        ),
        Document(
            name: "entities, references, CDATA and comments",
            text:
                "<r><a>&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;</a><b><![CDATA[<x> & ]]>]]&gt;</b><c>1<!-- no -->2</c></r>",
            objects: [#"{"a":"<&>\"'é€","b":"<x> & ]]>","c":"12"}"#]
        ),
        Document(
            name: "local names",
            text: "<p:r xmlns:p='urn:p' p:a='1'><p:b xmlns='urn:q'><c/></p:b></p:r>",
            objects: [#"{"@a":"1","b":{"c":""}}"#]
        ),
        Document(
            name: "types of two kinds",
            text:
                "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' type='invoice' i:type='p:Ref' xml:lang='en'/>",
            objects: [#"{"@type":"invoice","@xml:lang":"en","@xsi:type":"p:Ref"}"#]
        ),
        Document(
            name: "names of a namespace that has a prefix",
            text: "<r xmlns:k='urn:kept'><name>1</name><k:name k:id='2'>3</k:name></r>",
            objects: [##"{"name":"1","q:name":{"@q:id":"2","#text":"3"}}"##]
        ),
        Document(
            name: "a byte order mark, a declaration and instructions",
            text: "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<?style <!DOCTYPE ?><!-- <!DOCTYPE --><r>é</r>\n",
            objects: [##"{"#text":"é"}"##]
        ),
    ]

    static let reader = XMLPayloadReader(records: "r", lists: ["l"], namespaces: XMLNamespaces(["urn:kept": "q"]))

    @Test("What a document holds", arguments: documents)
    func holds(_ document: Document) throws {
        for chunk in [1, 3, 1 << 16] {
            let found = try XMLFound(document.text, with: Self.reader, chunk: chunk)
            #expect(found.objects == document.objects)
            #expect(found.issues == [])
            #expect(found.summary?.records == document.objects.count)
        }
    }

    @Test("A document in Latin letters of one byte")
    func latin() throws {
        let bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><r>M".utf8) + [0xFC] + Array("ller</r>".utf8)
        #expect(try XMLFound(bytes, with: Self.reader).objects == [##"{"#text":"Müller"}"##])
    }

    @Test("Records stand where their tags begin")
    func positions() throws {
        let text = "<x>\n é<r>1</r>\n\n<y><r a='>'>2</r></y><r/></x>"
        for chunk in [1, 4, 1 << 16] {
            let found = try XMLFound(text, with: Self.reader, chunk: chunk)
            #expect(
                found.payloads == [
                    ##"r 2:4+7 {"#text":"1"}"##, ##"r 4:4+20 {"@a":">","#text":"2"}"##, "r 4:22+38 {}",
                ]
            )
        }
    }

    @Test("Names of two namespaces that would fall together cost their record")
    func collisions() throws {
        let text = "<x xmlns:a='urn:a' xmlns:b='urn:b'><r><a:n/><b:n/></r><r a:i='1' b:i='2'/><r>3</r></x>"
        let found = try XMLFound(text, with: Self.reader)
        #expect(
            found.payloads == ["r 1:36+35 xml.collision", "r 1:55+54 xml.collision", ##"r 1:75+74 {"#text":"3"}"##]
        )
        #expect(found.issues.first?.observed == "urn:a and urn:b")
        let apart = XMLPayloadReader(records: "r", namespaces: XMLNamespaces(["urn:b": "b"]))
        #expect(
            try XMLFound(text, with: apart).objects == [
                #"{"n":"","b:n":""}"#, #"{"@b:i":"2","@i":"1"}"#, ##"{"#text":"3"}"##,
            ]
        )
    }

    @Test(
        "Documents that are broken",
        arguments: [
            ("", "xml.syntax", "a document element"),
            ("  \n", "xml.syntax", "a document element"),
            ("<a><r>1</r><r>2</a>", "xml.syntax", "the end tag </r>"),
            ("<a><r>1</r><r>2</r>", "xml.unexpectedEnd", "the end tag </a>"),
            ("<a><r>1</r><r", "xml.unexpectedEnd", "the end tag </r>"),
            ("<a><r>1</r></a><b/>", "xml.syntax", "nothing behind the end of the document"),
            ("<a><r>1</r>&nbsp;</a>", "xml.syntax", "one of the entities amp, lt, gt, quot and apos"),
            ("<a><r>1</r><b c='1' c='2'/></a>", "xml.syntax", "each attribute once"),
            ("<a><r>1</r><x:b/></a>", "xml.syntax", "a prefix that an element around it declares"),
            ("<a><r>1</r><r x:b='1'/></a>", "xml.syntax", "a prefix that an element around it declares"),
            ("<a><r>1</r>\u{1}</a>", "xml.syntax", "well-formed XML"),
            ("{\"a\":1}", "xml.encoding", "a document that begins with <"),
            (
                "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "xml.encoding",
                "UTF-8, or ISO-8859-1 without a byte order mark"
            ),
            ("<a><r>1</r>\0</a>", "xml.encoding", "a byte that is not zero"),
            (
                "<?xml version='1.0' encoding='UTF-7'?><a/>", "xml.encoding",
                "UTF-8, or ISO-8859-1 without a byte order mark"
            ),
        ]
    )
    func broken(text: String, code: String, expected: String) throws {
        for chunk in [1, 1 << 16] {
            let found = try XMLFound(text, with: Self.reader, chunk: chunk)
            #expect(found.issues.map(\.code.rawValue) == [code])
            #expect(found.issues.map(\.expected) == [expected])
            #expect(found.issues.first?.position != nil && found.issues.first?.remedy != nil)
            if text.contains("<r>1</r>") { #expect(found.objects.first == ##"{"#text":"1"}"##) }
        }
    }

    @Test("Wide encodings are refused")
    func wide() throws {
        let zeros = Array("<r>1</r>".utf8).reduce(into: [UInt8]()) { $0 += [$1, 0] }
        let documents: [[UInt8]] = [[0xFF, 0xFE] + zeros, [0] + zeros, zeros, [0x4C, 0x6F, 0xA7, 0x94]]
        for bytes in documents {
            let found = try XMLFound(bytes, with: Self.reader)
            #expect(found.issues.map(\.code) == [IssueCode.xmlEncoding])
            #expect(found.objects == [])
        }
    }

    @Test("Limits on depth, records, attributes and tags")
    func limits() throws {
        let reader = XMLPayloadReader(
            records: "r",
            limits: XMLLimits(depth: 6, recordSize: 400, attributes: 3, tagSize: 200)
        )
        func found(_ text: String) throws -> [String] {
            try XMLFound("<x>\(text)<r>ok</r></x>", with: reader).payloads
                .map { $0.split(separator: " ").last.map(String.init)! }
        }
        let ok = ##"{"#text":"ok"}"##
        #expect(try found("<r>" + String(repeating: "t", count: 500) + "</r>") == ["xml.limit", ok])
        #expect(try found("<r>" + String(repeating: "<a/>", count: 20) + "</r>") == ["xml.limit", ok])
        #expect(try found("<r a='1' b='2' c='3'/>").last == ok)
        #expect(try found("<r><b a='1' b='2' c='3' d='4'/></r>") == ["xml.limit", ok])
        #expect(try found("<b a='1' b='2' c='3' d='4'/>") == ["xml.limit"])
        #expect(try found("<b><c><d><e/></d></c></b>") == [ok])
        #expect(try found("<b><c><d><e><f/></e></d></c></b>") == [ok])
        #expect(try found("<b><c><d><e><f><g/></f></e></d></c></b>") == ["xml.limit"])
        #expect(try found("<b a='" + String(repeating: "v", count: 300) + "'/>") == ["xml.limit"])
        #expect(try found("<!--" + String(repeating: "v", count: 300) + "-->") == ["xml.limit"])
        #expect(try found("<b>" + String(repeating: "v", count: 3000) + "</b>") == [ok])
    }

    @Test("What closures throw ends the reading")
    func throwing() throws {
        struct Stop: Error {}
        var count = 0
        #expect(throws: Stop.self) {
            try Self.reader.read(Array("<x><r>1</r><r>2</r><r>3</r></x>".utf8)) { _ in
                count += 1
                if count == 2 { throw Stop() }
            }
        }
        #expect(count == 2)
        let source = { (_: UnsafeMutableRawBufferPointer) -> Int in throw Stop() }
        #expect(throws: Stop.self) { try Self.reader.read(from: source) { _ in count += 1 } }
        #expect(count == 2)
    }

    @Test("An input stream")
    func stream() throws {
        let stream = InputStream(data: Data("<x><r>1</r><r>2</r></x>".utf8))
        var objects: [String] = []
        let summary = try Self.reader.read(stream) { objects.append(String(decoding: $0.bytes, as: UTF8.self)) }
        #expect(objects == [##"{"#text":"1"}"##, ##"{"#text":"2"}"##])
        #expect(summary.records == 2)
    }

    @Test(
        "SOAP faults say what the server said",
        arguments: [
            (
                "soap-fault.xml", "SOAP-ENV:Client.validationError: The customer reference CI-9 names nobody.",
                #""Message":"No such customer""#
            ),
            ("soap12-fault.xml", "env:Sender INVALID_SESSION: The session has timed out.", #""@xml:lang":"en""#),
        ]
    )
    func faults(name: String, said: String, detail: String) throws {
        var bodies: [String] = []
        try XMLPayloadReader(records: "record")
            .read(try XMLFiles.fixture(name)) { payload in
                #expect(payload.element == "Fault")
                #expect(payload.issue?.code == .soapFault)
                #expect(payload.issue?.observed == said)
                bodies.append(String(decoding: payload.bytes, as: UTF8.self))
            }
        #expect(bodies.count == 1)
        #expect(bodies.first?.contains(detail) == true)
    }

    @Test("Memory is that of one record")
    func flat() throws {
        let count = 200_000
        let record = Array("<r id='7'><name>Hollis &amp; Ward</name><n/></r>\n".utf8)
        var given = 0
        var rest: ArraySlice<UInt8> = Array("<x>".utf8)[...]
        let source = { (buffer: UnsafeMutableRawBufferPointer) -> Int in
            var filled = 0
            while filled < buffer.count {
                if rest.isEmpty {
                    if given == count {
                        rest = Array("</x>".utf8)[...]
                        given += 1
                    } else if given < count {
                        rest = record[...]
                        given += 1
                    } else {
                        break
                    }
                }
                let piece = rest.prefix(buffer.count - filled)
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyBytes(from: piece)
                rest = rest.dropFirst(piece.count)
                filled += piece.count
            }
            return filled
        }
        var bytes = 0
        let summary = try Self.reader.read(from: source) { payload in bytes += payload.bytes.count }
        #expect(summary.records == count)
        #expect(summary.issues == 0)
        #expect(bytes == count * #"{"@id":"7","name":"Hollis & Ward","n":""}"#.utf8.count)
        #expect(summary.largestRecordSize < 1 << 10)
        #expect(summary.longestQueue < 1 << 16)
    }
}

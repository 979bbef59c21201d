import Concord
@testable import ConcordMapping
import Foundation
import Testing

@Suite("CSV")
struct CSVTests {
    /// How a stream is read.
    struct Options {
        var separator: CSVSeparator?
        var header: [String]?
        var emptyFields = CSVEmptyField.absent
        var maximumRowSize = CSVReader.defaultMaximumRowSize
        /// How many bytes come at a time.
        var chunk = 1 << 16
    }

    /// A closure that brings bytes.
    static func source(_ bytes: [UInt8]) -> (UnsafeMutableRawBufferPointer) throws -> Int {
        var offset = 0
        return { buffer in
            let count = min(buffer.count, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<(offset + count)])
            offset += count
            return count
        }
    }

    static func reader(_ bytes: [UInt8], _ options: Options = Options()) -> CSVReader {
        CSVReader(
            separator: options.separator,
            header: options.header,
            emptyFields: options.emptyFields,
            maximumRowSize: options.maximumRowSize,
            bufferSize: options.chunk,
            read: source(bytes)
        )
    }

    /// What a reader finds in a stream, in words.
    static func found(in bytes: [UInt8], _ options: Options = Options()) throws -> [String] {
        var reader = reader(bytes, options)
        var found: [String] = []
        while let row = try reader.next() {
            let place = "\(row.number) at \(row.position.line):\(row.position.column)+\(row.position.offset)"
            #expect(row.isObject == (row.issues.isEmpty && !row.bytes.isEmpty))
            if row.issues.isEmpty { found.append("\(place) \(String(decoding: row.bytes, as: UTF8.self))") }
            for issue in row.issues {
                let position = issue.position.map { "\($0.line):\($0.column)+\($0.offset)" } ?? "nowhere"
                found.append("\(place) \(issue.code) at \(position): \(String(decoding: row.source, as: UTF8.self))")
            }
        }
        return found
    }

    static func found(in text: String, _ options: Options = Options()) throws -> [String] {
        try found(in: Array(text.utf8), options)
    }

    struct Stream: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let found: [String]

        var testDescription: String { name }
    }

    static let streams: [Stream] = [
        Stream(name: "nothing", text: "", found: []),
        Stream(name: "a header alone", text: "Id,Name\n", found: []),
        Stream(name: "a row", text: "Id,Name\n1,Ward\n", found: [#"1 at 2:1+8 {"Id":"1","Name":"Ward"}"#]),
        Stream(name: "no end of the last line", text: "Id\n1", found: [#"1 at 2:1+3 {"Id":"1"}"#]),
        Stream(
            name: "ends of lines of three kinds",
            text: "a,b\r\n1,2\r3,4\n5,6\r",
            found: [
                #"1 at 2:1+5 {"a":"1","b":"2"}"#, #"2 at 3:1+9 {"a":"3","b":"4"}"#, #"3 at 4:1+13 {"a":"5","b":"6"}"#,
            ]
        ),
        Stream(
            name: "a byte order mark",
            text: "\u{FEFF}a,b\n1,2\n",
            found: [#"1 at 2:1+7 {"a":"1","b":"2"}"#]
        ),
        Stream(
            name: "quotes, separators and ends of lines in quotes",
            text: "a,b\n\"x,\r\ny\",\"say \"\"so\"\"\"\n\"\"\"\",z\n",
            found: [#"1 at 2:1+4 {"a":"x,\r\ny","b":"say \"so\""}"#, #"2 at 4:1+25 {"a":"\"","b":"z"}"#]
        ),
        Stream(
            name: "a quote inside a field without quotes",
            text: "a,b\n5' 2\",x\"y\"z\n",
            found: [#"1 at 2:1+4 {"a":"5' 2\"","b":"x\"y\"z"}"#]
        ),
        Stream(name: "empty fields", text: "a,b,c\n,\"\",x\n", found: [#"1 at 2:1+6 {"c":"x"}"#]),
        Stream(name: "empty lines", text: "\na\n\n\r\n1\n\n", found: [#"1 at 5:1+6 {"a":"1"}"#]),
        Stream(name: "semicolons", text: "a;b,c;d\n1,5;2;3\n", found: [#"1 at 2:1+8 {"a":"1,5","b,c":"2","d":"3"}"#]),
        Stream(
            name: "semicolons in quotes",
            text: "\"a;b;c\",d\n1,2\n",
            found: [#"1 at 2:1+10 {"a;b;c":"1","d":"2"}"#]
        ),
        Stream(name: "tabs", text: "a\tb\n1\t2\n", found: [#"1 at 2:1+4 {"a":"1","b":"2"}"#]),
        Stream(
            name: "too few fields and too many",
            text: "a,b\n1\n1,2,3\n1,2\n",
            found: [
                "1 at 2:1+4 csv.fieldCount at 2:2+5: 1", "2 at 3:1+6 csv.fieldCount at 3:5+10: 1,2,3",
                #"3 at 4:1+12 {"a":"1","b":"2"}"#,
            ]
        ),
        Stream(
            name: "text behind a closing quote",
            text: "a,b\n\"1\"x,2\n3,4\n",
            found: ["1 at 2:1+4 csv.quote at 2:4+7: \"1\"x,2", #"2 at 3:1+11 {"a":"3","b":"4"}"#]
        ),
        Stream(
            name: "a quote that is never closed",
            text: "a,b\n1,2\n3,\"4\n5,6\n",
            found: [#"1 at 2:1+4 {"a":"1","b":"2"}"#, "2 at 3:1+8 csv.quote at 3:3+10: 3,\"4\n5,6\n"]
        ),
        Stream(
            name: "a name twice, and none",
            text: "Id,Name,,Name\n1,x,y,z\n",
            found: [
                "0 at 1:1+0 csv.header at 1:4+3: Id,Name,,Name", "0 at 1:1+0 csv.header at 1:9+8: Id,Name,,Name",
                "0 at 1:1+0 csv.header at 1:10+9: Id,Name,,Name",
                ##"1 at 2:1+14 {"Id":"1","Name#2":"x","#3":"y","Name#4":"z"}"##,
            ]
        ),
    ]

    @Test("What a stream holds", arguments: streams)
    func holds(_ stream: Stream) throws {
        for chunk in [1, 2, 3, 5, 1 << 16] {
            let found = try Self.found(in: stream.text, Options(chunk: chunk))
            #expect(found == stream.found, "\(chunk) bytes at a time")
        }
    }

    @Test("Empty fields are what they shall be")
    func emptyFields() throws {
        let text = "a,b,c\n,\"\",x\n"
        let null = try Self.found(in: text, Options(emptyFields: .null))
        #expect(null == [#"1 at 2:1+6 {"a":null,"b":null,"c":"x"}"#])
        let empty = try Self.found(in: text, Options(emptyFields: .text))
        #expect(empty == [#"1 at 2:1+6 {"a":"","b":"","c":"x"}"#])
    }

    @Test("A stream without a header, and a separator that is given")
    func header() throws {
        let given = try Self.found(in: "1;2\n3;4\n", Options(header: ["a", "b"]))
        #expect(given == [#"1 at 1:1+0 {"a":"1","b":"2"}"#, #"2 at 2:1+4 {"a":"3","b":"4"}"#])
        let comma = try Self.found(in: "a;b;c,d\n1,2\n", Options(separator: .comma))
        #expect(comma == [#"1 at 2:1+8 {"a;b;c":"1","d":"2"}"#])
        var reader = Self.reader(Array("x\ty\n".utf8))
        #expect(reader.separator == nil)
        #expect(try reader.next() == nil)
        #expect(reader.separator == .tab)
        #expect(reader.names == ["x", "y"])
    }

    @Test("A row that is too large is told of and passed over", arguments: [1, 7, 64, 1 << 16])
    func tooLarge(chunk: Int) throws {
        let long = "1,\"" + String(repeating: "x\r\n", count: 40) + "\""
        let found = try Self.found(
            in: "a,b\n1,2\n\(long)\r\n3,4\n\(long)",
            Options(maximumRowSize: 20, chunk: chunk)
        )
        #expect(
            found == [
                #"1 at 2:1+4 {"a":"1","b":"2"}"#, "2 at 3:1+8 payload.tooLarge at 3:1+8: ",
                #"3 at 44:1+134 {"a":"3","b":"4"}"#, "4 at 45:1+138 payload.tooLarge at 45:1+138: ",
            ]
        )
        #expect(try Self.found(in: "\(long)\n1,2\n", Options(maximumRowSize: 20, chunk: chunk)).count == 1)
        let exact = try Self.found(in: "a\r\n12345678\r\n123456789\r\n", Options(maximumRowSize: 8, chunk: chunk))
        #expect(exact == [#"1 at 2:1+3 {"a":"12345678"}"#, "2 at 3:1+13 payload.tooLarge at 3:1+13: "])
    }

    @Test("Bytes that are not UTF-8 cost their row")
    func encoding() throws {
        let bytes = Array("a,b\n1,M".utf8) + [0xFC] + Array("ller\n2,Müller\n".utf8)
        let found = try Self.found(in: bytes)
        #expect(found.count == 2)
        #expect(found[0].hasPrefix("1 at 2:1+4 json.encoding at 2:4+7"))
        #expect(found[1] == #"2 at 3:1+13 {"a":"2","b":"Müller"}"#)
        let wide = Array("a,b\n".utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try Self.found(in: [0xFF, 0xFE] + wide).count == 1)
    }

    @Test("Too many columns are refused")
    func columns() throws {
        let text = String(repeating: ",", count: CSVReader.maximumColumnCount) + "\n1\n"
        #expect(try Self.found(in: text).count == 1)
    }

    @Test("What the closure throws costs nothing that was read")
    func throwing() throws {
        struct Hiccup: Error {}
        var chunks: [[UInt8]?] = [Array("a\n1".utf8), nil, Array("2\n".utf8)]
        var reader = CSVReader { buffer in
            guard !chunks.isEmpty else { return 0 }
            guard let chunk = chunks.removeFirst() else { throw Hiccup() }
            buffer.copyBytes(from: chunk)
            return chunk.count
        }
        var hiccups = 0
        while true {
            do {
                guard let row = try reader.next() else { break }
                #expect(String(decoding: row.bytes, as: UTF8.self) == #"{"a":"12"}"#)
            } catch is Hiccup {
                hiccups += 1
            }
        }
        #expect(hiccups == 1)
    }

    @Test("A mapping reads rows, and its issues have their places in the stream")
    func mapping() throws {
        let mapping = Mapping<Customer>("acme/client", version: 1, object: "Client") { rule in
            rule.identity("/id", version: "/etag", object: "Client")
            rule.same("/Client~1Name", to: \.name)
            rule.constant(\.kind, .organisation, because: "all clients are companies")
            rule.constant(\.status, .active, because: "former clients are deleted")
            rule.same("/internal", to: \.isIntercompany)
            rule.keepRest()
        }
        let context = try MappingLawsTests.context()
        let text = "id,Client/Name,internal,Note\n1,\"Hollis\n& Ward\",F,x\n2,\"A\nB\",perhaps,\n3,,TRUE,\n"
        var reader = Self.reader(Array(text.utf8))
        var names: [String] = []
        var places: [String] = []
        while let row = try reader.next() {
            let mapped = mapping.read(row.bytes, in: context)
            var issues = mapped.allIssues
            row.locate(&issues)
            places += issues.filter { $0.severity == .error }
                .map { "\($0.code) \($0.position?.description ?? "nowhere")" }
            if mapped.isAcceptable { names += try mapped.records().map { "\($0.name) \($0.isIntercompany)" } }
        }
        #expect(names == ["Hollis\n& Ward false"])
        #expect(places.count == 2)
        #expect(places.first?.hasSuffix("line 5, column 4 (byte 59)") == true, "\(places)")
        #expect(places.last?.hasSuffix("line 6, column 3 (byte 70)") == true, "\(places)")
    }

    @Test("Booleans and whole numbers as strings")
    func words() throws {
        for (text, value) in [("T", true), ("true", true), ("TRUE", true), ("1", true), ("f", false), ("0", false)] {
            #expect(try Self.converted(text, as: Bool.self) == value)
        }
        for text in ["", "yes", "tru", "2", "tt", "10"] {
            #expect(throws: ValueError.self) { try Self.converted(text, as: Bool.self) }
        }
        #expect(try Self.converted("-12", as: Int.self) == -12)
        #expect(throws: ValueError.self) { try Self.converted("1.5", as: Int.self) }
    }

    private static func converted<Value: SourceConvertible>(_ text: String, as type: Value.Type) throws -> Value {
        try Array("\"\(text)\"".utf8)
            .withUnsafeBufferPointer { try Value(source: SourceValue(bytes: $0, offset: 0)) }
    }

    @Test("Fixtures", arguments: ["timebill-suiteql.csv", "offene-posten.csv"])
    func fixtures(name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/csv").appending(path: name)
        let found = try Self.found(in: [UInt8](try Data(contentsOf: file)))
        #expect(!found.contains { $0.contains(" csv.") })
        #expect(
            found.first
                == (name == "offene-posten.csv"
                    ? #"1 at 2:1+31 {"Kunde":"Rheinufer Beratung","Betrag":"1.250,00","Fällig":"2026-04-30","Aktiv":"true"}"#
                    : "1 at 2:1+48 {\"id\":\"7101\",\"trandate\":\"2026-03-02\",\"hours\":\"7.50\",\"rate\":\"185.00\","
                        + "\"isbillable\":\"T\",\"memo\":\"Scoping, day 1\",\"customer\":\"Marlow & Finch Ltd\"}")
        )
        #expect(found.count == (name == "offene-posten.csv" ? 2 : 3))
    }
}

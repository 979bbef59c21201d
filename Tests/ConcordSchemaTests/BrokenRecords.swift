import ConcordSchema
import ConcordValues
import Synchronization

// Values of a careless host, each wrong in one way, and records that hold them. The laws must notice every one.

/// A text that is read and written as it should be; the others change one thing about it.
protocol HostText: FieldValue {
    init(text: String)
    var text: String { get set }
}

extension HostText {
    static var placeholder: Self { Self(text: "") }
    static var shape: FieldShape { .text(format: "text", examples: []) }

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        text = try reader.readString()
    }

    func write(to writer: inout JSONWriter) {
        writer.write(text)
    }
}

/// Nothing is wrong with it.
struct Faithful: HostText {
    var text: String
}

/// Takes an empty text for no text, so that it is not written.
struct Forgetful: HostText {
    var text: String
    var isNothing: Bool { text.isEmpty }
}

/// Cuts the decimals off when it reads.
struct Rounding: HostText {
    var text: String
    static var placeholder: Self { Self(text: "0") }
    static var shape: FieldShape { .text(format: "decimal", examples: []) }

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        let decimal: ExactDecimal = try reader.readText()
        text = String(decimal.description.prefix { $0 != "." })
    }
}

/// Writes more than it read.
struct Growing: HostText {
    var text: String

    func write(to writer: inout JSONWriter) {
        writer.write("\(text)!")
    }
}

/// Writes something else each time.
struct Fickle: HostText {
    var text: String
    private static let count = Atomic(0)

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = try reader.readString()
    }

    func write(to writer: inout JSONWriter) {
        writer.write(String(Self.count.add(1, ordering: .relaxed).newValue))
    }
}

/// Takes texts that differ in case for equal.
struct CaseBlind: HostText {
    var text: String
    static var shape: FieldShape { .text(format: "case", examples: ["net", "Net", "NET", "gross"]) }

    static func == (left: Self, right: Self) -> Bool { left.text.lowercased() == right.text.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}

/// Never says that it differs.
struct Silent: HostText {
    var text: String
    static func compare(_ before: Self, _ after: Self, into differences: inout DifferenceCollector) {}
}

/// Always says that it differs.
struct Alarming: HostText {
    var text: String
    static func compare(_ before: Self, _ after: Self, into differences: inout DifferenceCollector) {
        differences.report(before, after)
    }
}

/// Refuses what its shape promises.
struct Picky: HostText {
    var text: String

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        let place = reader.offset
        text = try reader.readString()
        if text.utf8.count > 8 { throw ReadFailure("picky.long", at: place, expected: "a text of at most 8 bytes") }
    }
}

/// Takes `null` for an empty text.
struct Lenient: HostText {
    var text: String

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        text = try reader.readNull() ? "" : try reader.readString()
    }
}

/// Says that a mistake is where the document begins.
struct Lost: HostText {
    var text: String

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        do {
            text = try reader.readString()
        } catch {
            throw ReadFailure(error.code, at: 0, expected: error.expected)
        }
    }
}

/// Says that a mistake is far behind the document's end.
struct Distant: HostText {
    var text: String

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        do {
            text = try reader.readString()
        } catch {
            throw ReadFailure(error.code, at: 1_000_000, expected: error.expected, isFatal: error.isFatal)
        }
    }
}

/// A record that holds one value of a host.
struct Bearer<Value: FieldValue>: CanonicalRecord {
    var id: RecordID<Self> = .placeholder
    var header: RecordHeader = .placeholder
    var value: Value = .placeholder
    var note: String?
    var remainder = Remainder()

    static var schema: RecordSchema<Self> {
        Schemas.schema {
            RecordSchema("bearer", version: 1, "A record with one value.", blank: Self()) {
                Field("id", \.id, "The identity.")
                Field("header", \.header, "What is known about the record.")
                Field("value", \.value, "The value.")
                Field("note", \.note, "Something that is not needed.")
            }
        }
    }
}

/// The schemas of generic types, which cannot have stored static properties: each is made once.
private enum Schemas {
    private static let all = Mutex<[ObjectIdentifier: any Sendable]>([:])

    static func schema<R>(_ make: () -> RecordSchema<R>) -> RecordSchema<R> {
        all.withLock { all in
            if let found = all[ObjectIdentifier(R.self)] as? RecordSchema<R> { return found }
            let made = make()
            all[ObjectIdentifier(R.self)] = made
            return made
        }
    }
}

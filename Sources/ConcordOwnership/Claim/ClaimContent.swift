import ConcordConfiguration
import ConcordSchema
import ConcordValues

/// What one event says: its head, and behind it in the same piece of memory its values.
///
/// Millions of them are held at once: each is one piece of memory, and the names of a record's fields are there once for all.
final class ClaimContent: ManagedBuffer<ClaimHead, ClaimSpan> {}

/// All that an event says but for its values.
struct ClaimHead {
    let id: String
    let system: SystemID
    let record: RecordKey
    let version: SourceVersion
    let sourceTime: Instant
    let completeness: ClaimEvent.Completeness
    let payloadHash: ContentHash?
    let author: String?
    /// What few events say beside; nil if there is nothing of it.
    let terms: ClaimTerms?
    /// The names of what something may be said about: of all fields of a record, or of the event's own paths.
    var names: [String] = []
    /// How many of the names are those of a record's fields, by their numbers.
    var fieldCount: Int32 = 0
    /// How many values there are.
    var count: Int32 = 0
}

/// From when on and until when an event holds, what orders it, what it overrides: what few events say.
final class ClaimTerms: Sendable {
    let validFrom: Instant?
    let validTo: Instant?
    let tieOrder: Int64
    let override: OverrideTerms?

    /// The terms; nil if they say nothing.
    init?(validFrom: Instant?, validTo: Instant?, tieOrder: Int64 = 0, override: OverrideTerms? = nil) {
        if validFrom == nil, validTo == nil, tieOrder == 0, override == nil { return nil }
        self.validFrom = validFrom
        self.validTo = validTo
        self.tieOrder = tieOrder
        self.override = override
    }
}

/// Where a value's JSON stands and what it is said about; of no bytes for a kind of nothing, which `begin` tells then.
struct ClaimSpan {
    let begin: UInt32
    let count: UInt32
    /// Where the name of what it is about stands among the event's names.
    let name: Int32

    /// A value of bytes.
    init(name: Int, _ place: Range<Int>) {
        begin = UInt32(truncatingIfNeeded: place.lowerBound)
        count = UInt32(truncatingIfNeeded: place.count)
        self.name = Int32(truncatingIfNeeded: name)
    }

    /// That there is nothing, and which kind of nothing.
    init(name: Int, nothing kind: UInt32) {
        begin = kind
        count = 0
        self.name = Int32(truncatingIfNeeded: name)
    }
}

extension ClaimContent {
    /// Makes the content of an event.
    ///
    /// - Parameters:
    ///   - head: All but its values, their number included.
    ///   - spans: The values.
    ///   - json: The bytes that the spans are places of.
    static func make(
        _ head: ClaimHead,
        _ spans: UnsafeBufferPointer<ClaimSpan>,
        _ json: UnsafeBufferPointer<UInt8>
    ) -> ClaimContent {
        let stride = MemoryLayout<ClaimSpan>.stride
        let room = spans.count + (json.count + stride - 1) / stride
        let content = create(minimumCapacity: room) { _ in head }
        content.withUnsafeMutablePointerToElements { elements in
            if let first = spans.baseAddress { elements.initialize(from: first, count: spans.count) }
            if let first = json.baseAddress {
                UnsafeMutableRawPointer(elements + spans.count).copyMemory(from: first, byteCount: json.count)
            }
        }
        return unsafeDowncast(content, to: ClaimContent.self)
    }

    /// Makes the content of an event that says something about any paths.
    static func make(_ head: consuming ClaimHead, saying entries: [ClaimEntry]) -> ClaimContent {
        var spans: [ClaimSpan] = []
        spans.reserveCapacity(entries.count)
        var bytes: [UInt8] = []
        head.names = entries.map(\.path.text)
        head.count = Int32(truncatingIfNeeded: entries.count)
        for (place, entry) in entries.enumerated() { spans.append(ClaimSpan(entry.value, of: place, to: &bytes)) }
        return spans.withUnsafeBufferPointer { spans in
            bytes.withUnsafeBufferPointer { make(head, spans, $0) }
        }
    }
}

extension ClaimSpan {
    /// A value, whose bytes go behind others'.
    init(_ value: ClaimValue, of name: Int, to bytes: inout [UInt8]) {
        switch value {
        case .absent: self.init(name: name, nothing: 0)
        case .null: self.init(name: name, nothing: 1)
        case .cleared: self.init(name: name, nothing: 2)
        case .unreadable: self.init(name: name, nothing: 3)
        case .value(let json):
            let begin = bytes.count
            bytes.append(contentsOf: json.text.utf8)
            self.init(name: name, begin..<bytes.count)
        }
    }
}

extension ClaimContent {
    /// How many values there are.
    @inline(__always)
    var count: Int { Int(header.count) }

    /// The values.
    @inline(__always)
    var values: FlatValues {
        withUnsafeMutablePointers { FlatValues($1, count: Int($0.pointee.count)) }
    }

    func value(_ index: Int) -> ClaimValue { values.value(index) }

    /// What a value is said about.
    func path(_ index: Int) -> ClaimPath {
        ClaimPath(header.names[values.name(index)])
    }

    /// What is said about a path; nil if nothing is.
    func value(at path: String) -> ClaimValue? {
        let (values, names) = (values, header.names)
        return (0..<count).first { names[values.name($0)] == path }.map(values.value)
    }

    var entries: [ClaimEntry] { (0..<count).map { ClaimEntry(path($0), value($0)) } }
}

/// The values of one event, one after the other in one piece of memory, so that comparing them counts no references.
///
/// It is a view: the memory lives as long as the event that it is of.
struct FlatValues: @unchecked Sendable {
    // Sound: the memory is written before the event is made and never after.
    private let spans: UnsafePointer<ClaimSpan>
    private let bytes: UnsafePointer<UInt8>

    init(_ spans: UnsafeMutablePointer<ClaimSpan>, count: Int) {
        self.spans = UnsafePointer(spans)
        bytes = UnsafeRawPointer(spans + count).assumingMemoryBound(to: UInt8.self)
    }

    /// Where the name of what a value is about stands.
    @inline(__always)
    func name(_ index: Int) -> Int { Int(spans[index].name) }

    /// The JSON of a value; of no bytes for a kind of nothing.
    @inline(__always)
    func json(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let span = spans[index]
        return UnsafeBufferPointer(start: bytes + Int(span.count == 0 ? 0 : span.begin), count: Int(span.count))
    }

    func value(_ index: Int) -> ClaimValue {
        let span = spans[index]
        if span.count > 0 { return .value(JSONText(verified: String(decoding: json(index), as: UTF8.self))) }
        return switch span.begin {
        case 1: .null
        case 2: .cleared
        case 3: .unreadable
        default: .absent
        }
    }
}

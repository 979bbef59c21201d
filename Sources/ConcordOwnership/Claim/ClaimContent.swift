import ConcordConfiguration
import ConcordSchema
import ConcordValues

/// What one event says.
final class ClaimContent: Sendable {
    let id: String
    let system: SystemID
    let record: RecordKey
    let version: SourceVersion
    let sourceTime: Instant
    let validFrom: Instant?
    let validTo: Instant?
    let completeness: ClaimEvent.Completeness
    let payloadHash: ContentHash?
    let tieOrder: Int64
    let author: String?
    let override: OverrideTerms?

    /// The paths that something is said about.
    let paths: [ClaimPath]

    /// What is said about each.
    let values: FlatValues

    init(
        id: String,
        system: SystemID,
        record: RecordKey,
        version: SourceVersion,
        sourceTime: Instant,
        validFrom: Instant?,
        validTo: Instant?,
        completeness: ClaimEvent.Completeness,
        payloadHash: ContentHash?,
        tieOrder: Int64,
        author: String?,
        override: OverrideTerms?,
        said: consuming SaidValues
    ) {
        self.id = id
        self.system = system
        self.record = record
        self.version = version
        self.sourceTime = sourceTime
        self.validFrom = validFrom
        self.validTo = validTo
        self.completeness = completeness
        self.payloadHash = payloadHash
        self.tieOrder = tieOrder
        self.author = author
        self.override = override
        paths = said.paths
        values = FlatValues(said)
    }

    deinit {
        values.deallocate()
    }

    func value(_ index: Int) -> ClaimValue { values.value(index) }

    /// What is said about a path; nil if nothing is.
    func value(at path: String) -> ClaimValue? {
        paths.firstIndex { $0.text == path }.map(value)
    }

    var entries: [ClaimEntry] { paths.indices.map { ClaimEntry(paths[$0], value($0)) } }
}

/// Paths and values while an event is made.
struct SaidValues {
    private(set) var paths: [ClaimPath] = []
    fileprivate var spans: [FlatValues.Span] = []
    fileprivate var bytes: [UInt8] = []

    init(capacity: Int) {
        paths.reserveCapacity(capacity)
        spans.reserveCapacity(capacity)
        bytes.reserveCapacity(capacity * 32)
    }

    init(_ entries: [ClaimEntry]) {
        self.init(capacity: entries.count)
        for entry in entries { append(entry) }
    }

    mutating func append(_ entry: ClaimEntry) {
        switch entry.value {
        case .absent: append(entry.path, nothing: 0)
        case .null: append(entry.path, nothing: 1)
        case .cleared: append(entry.path, nothing: 2)
        case .unreadable: append(entry.path, nothing: 3)
        case .value(let json):
            var text = json.text
            text.withUTF8 { append(entry.path, $0) }
        }
    }

    mutating func append(_ path: ClaimPath, nothing kind: UInt32) {
        paths.append(path)
        spans.append(FlatValues.Span(begin: kind, count: 0))
    }

    /// Appends a value by its JSON, which is never empty.
    mutating func append(_ path: ClaimPath, _ json: UnsafeBufferPointer<UInt8>) {
        paths.append(path)
        spans.append(
            FlatValues.Span(
                begin: UInt32(truncatingIfNeeded: bytes.count),
                count: UInt32(truncatingIfNeeded: json.count)
            )
        )
        bytes.append(contentsOf: json)
    }
}

/// The values of one event, one after the other in one piece of memory, so that comparing them counts no references.
///
/// It is a view: the memory lives as long as the event that it is of.
struct FlatValues: @unchecked Sendable {
    // Sound: the memory is written before the event is made and never after.

    /// Where a value's JSON stands; of no bytes for a kind of nothing, which `begin` tells then.
    struct Span {
        let begin: UInt32
        let count: UInt32
    }

    private let bytes: UnsafeMutablePointer<UInt8>
    private let spans: UnsafeMutablePointer<Span>

    init(_ said: borrowing SaidValues) {
        bytes = .allocate(capacity: max(1, said.bytes.count))
        spans = .allocate(capacity: max(1, said.spans.count))
        bytes.initialize(from: said.bytes, count: said.bytes.count)
        spans.initialize(from: said.spans, count: said.spans.count)
    }

    func deallocate() {
        bytes.deallocate()
        spans.deallocate()
    }

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

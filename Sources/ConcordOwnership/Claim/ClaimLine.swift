public import ConcordSchema

/// One line of a recorded history: an event, an approval, or what was sent.
///
/// ```
/// {"event":"e-1","system":"erp:eu","record":"customer","id":"c-1","version":7,"at":"2026-03-02T09:00:00Z",
///  "completeness":"delta","values":{"paymentTerms":30,"note":null},"cleared":["language"],"unreadable":["bank"]}
/// {"approval":"a-1","record":"customer","id":"c-1","unit":"paymentTerms","base":"<digest>","proposed":"<digest>",
///  "policy":"acme@7","approver":"kim","role":"finance","at":"2026-03-02T10:00:00Z","verdict":"approve"}
/// {"emission":"<key>","system":"crm","record":"customer","id":"c-1","at":"2026-03-02T11:00:00Z","values":{…}}
/// ```
///
/// Each stands on one line. Members that are not known are refused: a slip would otherwise be a claim that nobody made.
public enum ClaimLine: Sendable, Hashable {
    /// What a system said.
    case event(ClaimEvent)
    /// What somebody decided.
    indirect case approval(ApprovalDecision)
    /// What was sent.
    indirect case emission(EmissionRecord)

    /// Reads a line.
    ///
    /// - Parameter json: The line's bytes.
    /// - Throws: A `Refusal` with one issue that says where in the line, and what was expected there.
    public init(json: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        var reader = JSONReader(json)
        do throws(ReadFailure) {
            var form = ClaimLineForm()
            try form.read(&reader)
            try reader.finish()
            self = try form.line()
        } catch {
            throw Refusal(issues: [Issue(error, severity: .error, in: json)])
        }
    }

    /// Reads a line.
    public init(json: String) throws(Refusal) {
        var json = json
        let result: Result<Self, Refusal> = json.withUTF8 { bytes in
            Result { () throws(Refusal) in try Self(json: bytes) }
        }
        self = try result.get()
    }

    /// The record that the line is about.
    public var record: RecordKey {
        switch self {
        case .event(let event): event.record
        case .approval(let approval): approval.record
        case .emission(let emission): emission.record
        }
    }

    /// The line's text.
    public func jsonText() -> String {
        switch self {
        case .event(let event): event.jsonText()
        case .approval(let approval): approval.jsonText()
        case .emission(let emission): emission.jsonText()
        }
    }
}

/// Reads a recorded history line by line, in bounded memory; a bad line stops nothing.
public struct ClaimReader: ~Copyable {
    private var lines: LineReader

    /// The number of the line that was read last, counted from 1; 0 before the first.
    public private(set) var lineNumber = 0

    /// A reader at the beginning of a stream.
    ///
    /// - Parameter lines: The lines.
    public init(_ lines: consuming LineReader) {
        self.lines = lines
    }

    /// Reads the next line that has content.
    ///
    /// - Returns: What the line says, or its issues, which say where in the stream they are; nil at the end.
    /// - Throws: What the stream's closure throws.
    public mutating func next() throws -> Result<ClaimLine, Refusal>? {
        guard let line = try lines.next() else { return nil }
        lineNumber = line.number
        if let issue = line.issue { return .failure(Refusal(issues: [issue])) }
        do throws(Refusal) {
            return .success(try ClaimLine(json: line.bytes))
        } catch {
            var issues = error.issues
            line.locate(&issues)
            return .failure(Refusal(issues: issues))
        }
    }
}

extension ClaimLedger {
    /// Takes in what a line says, if it is about the ledger's record.
    public mutating func insert(_ line: ClaimLine) {
        switch line {
        case .event(let event): insert(event)
        case .approval(let approval): insert(approval)
        case .emission(let emission): insert(emission)
        }
    }

    /// Everything that the ledger holds, as lines in an order that does not depend on arrival.
    public var lines: [String] {
        arrivals.map { $0.jsonText() }.sorted() + approvals.map { $0.jsonText() } + emissions.map { $0.jsonText() }
    }
}

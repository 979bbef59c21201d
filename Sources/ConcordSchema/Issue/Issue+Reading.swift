extension Issue {
    /// The issue of a failure in a document.
    ///
    /// - Parameters:
    ///   - failure: The failure.
    ///   - severity: How much it weighs.
    ///   - document: The whole document, in whose bytes the failure's offset counts.
    ///   - description: The record that was read; it says which fields are sensitive.
    package init(
        _ failure: ReadFailure,
        severity: Severity,
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription? = nil
    ) {
        // One failure, one issue.
        self = Self.issues([(failure, severity)], in: document, of: description)[0]
    }

    /// The issues of what was found in one document, in the order of the document.
    ///
    /// All places are worked out in one walk, so that a document with thousands of issues costs no more than it must.
    ///
    /// - Parameters:
    ///   - errors: What the document is refused for.
    ///   - warnings: What refuses nothing.
    ///   - document: The whole document, in whose bytes the failures' offsets count.
    ///   - description: The record that was read; it says which fields are sensitive.
    /// - Returns: One issue for each.
    package static func issues(
        _ errors: [ReadFailure],
        warnings: [ReadFailure],
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription?
    ) -> [Issue] {
        let found = errors.map { ($0, Severity.error) } + warnings.map { ($0, Severity.warning) }
        return issues(found, in: document, of: description)
    }

    private static func issues(
        _ found: [(ReadFailure, Severity)],
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription?
    ) -> [Issue] {
        var reading = IssueReading(document, description)
        let found = found.map { (failure: $0.0, severity: $0.1, offset: reading.place(of: $0.0)) }
            .sorted { ($0.offset, $0.failure.code.rawValue) < ($1.offset, $1.failure.code.rawValue) }
        let offsets = found.map(\.offset)
        let steps = reading.locator.steps(to: offsets.map(reading.clamped))
        let positions = reading.locator.positions(of: offsets)
        let seconds = Set(found.compactMap { $0.failure.relatedOffset.map(reading.bounded) }).sorted()
        let related = Dictionary(uniqueKeysWithValues: zip(seconds, reading.locator.positions(of: seconds)))
        return found.indices.map { index in
            let (failure, severity, _) = found[index]
            return reading.issue(
                failure,
                severity,
                steps: steps[index],
                position: positions[index],
                related: failure.relatedOffset.flatMap { related[reading.bounded($0)] }
            )
        }
    }
}

/// Makes issues of the failures in one document.
private struct IssueReading {
    let locator: JSONLocator
    private let document: UnsafeBufferPointer<UInt8>
    private let description: RecordDescription?

    /// What was decided for the fields at the paths that were asked about.
    private var discretions: [[String]: Discretion] = [:]

    /// The last place that was looked for.
    private var lastPlace: (given: Int, found: Int)?

    /// The last quotation: many issues may speak of one place, such as a list whose items repeat a key.
    private var last: (offset: Int, discretion: Discretion, text: String?)?

    init(_ document: UnsafeBufferPointer<UInt8>, _ description: RecordDescription?) {
        self.document = document
        self.description = description
        locator = JSONLocator(document)
    }

    /// An offset inside the document, at its end, or just outside; a host's own field may have made it up, and a place
    /// outside stays outside, so that somebody notices.
    func bounded(_ offset: Int) -> Int {
        min(max(offset, -1), document.count + 1)
    }

    /// An offset inside the document or at its end.
    func clamped(_ offset: Int) -> Int {
        min(max(offset, 0), document.count)
    }

    /// Where a failure is: at the value that it speaks of, not at white space before it.
    mutating func place(of failure: ReadFailure) -> Int {
        let offset = bounded(failure.offset)
        // A fatal one may be about a line end in a string.
        if failure.isFatal || offset != clamped(offset) { return offset }
        if let lastPlace, lastPlace.given == offset { return lastPlace.found }
        var reader = JSONReader(document).fresh(at: offset)
        reader.skipWhitespace()
        lastPlace = (offset, reader.offset)
        return reader.offset
    }

    mutating func issue(
        _ failure: ReadFailure,
        _ severity: Issue.Severity,
        steps: [RecordPath.Step],
        position: SourcePosition,
        related: SourcePosition?
    ) -> Issue {
        var path = RecordPath(steps)
        // The offset is that of the object around the member, even where the object has the same name.
        if let member = failure.member { path.steps.append(.field(member)) }
        // What is quoted is the value that the failure is at, which may be the object around the member that is meant.
        let discretion = max(discretion(at: RecordPath(steps)), discretion(at: path))
        return Issue(
            failure.code,
            severity: severity,
            path: path,
            position: position,
            related: related,
            expected: failure.expected,
            observed: observed(failure, at: position.offset, discretion)
        )
    }

    private mutating func observed(_ failure: ReadFailure, at offset: Int, _ discretion: Discretion) -> String? {
        if failure.code == .missing { return nil }
        let excerpt = Excerpt(document, at: clamped(offset))
        // A duplicate shows the name, which stands in the path as well.
        if failure.code == .duplicateKey, let member = failure.member, let name = excerpt.text(ofName: member) {
            return name
        }
        if let last, last.offset == offset, last.discretion == discretion { return last.text }
        let text =
            switch discretion {
            case .none: excerpt.text(isInRecord: description != nil)
            case .kindOnly: excerpt.kind()
            case .full: excerpt.isEmpty ? nil : "\"•••\""
            }
        last = (offset, discretion, text)
        return text
    }

    private mutating func discretion(at path: RecordPath) -> Discretion {
        guard let description else { return .none }
        let names = path.fields
        if let known = discretions[names] { return known }
        let discretion = description.discretion(at: names)
        discretions[names] = discretion
        return discretion
    }
}

/// How much of a value a message may show.
private enum Discretion: Int, Comparable {
    /// All of it.
    case none
    /// What kind of value it is: a field inside it is not for everybody.
    case kindOnly
    /// Nothing: the field, or one that holds it, is not for everybody.
    case full

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension RecordDescription {
    /// How much a message may show of the value at a path.
    fileprivate func discretion(at names: [String]) -> Discretion {
        var record: RecordDescription? = self
        for name in names {
            // Of a member that nobody declared, nobody knows that it is sensitive.
            guard let field = record?.field(named: name) else { return .none }
            if field.sensitivity != .open { return .full }
            record = field.shape.record
        }
        return record?.holdsSensitiveFields == true ? .kindOnly : .none
    }

    /// Whether the field at a path, or one that holds it, is not for everybody.
    package func isSensitive(at names: [String]) -> Bool {
        discretion(at: names) == .full
    }

    /// Whether a field of the record, or of the records inside it, is not for everybody.
    private var holdsSensitiveFields: Bool {
        fields.contains { $0.sensitivity != .open || $0.shape.record?.holdsSensitiveFields == true }
    }
}

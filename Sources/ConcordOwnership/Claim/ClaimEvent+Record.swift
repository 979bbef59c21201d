public import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

extension ClaimEvent {
    /// A snapshot of a record: a claim on each of its fields that holds something, or says that it holds nothing.
    ///
    /// The record's identity and header are not claimed; they are the library's.
    ///
    /// - Parameters:
    ///   - record: The record, as the system has it.
    ///   - id: The event's id.
    ///   - system: The system that speaks.
    ///   - version: How far the system had got.
    ///   - sourceTime: When the system said so.
    ///   - validFrom: From when on it holds; from when it was said if nil.
    ///   - validTo: Until when it holds; without end if nil.
    ///   - payloadHash: The hash of the payload that the record was made from.
    ///   - author: Who in the system made the change.
    ///   - attributes: What is said beside the record's fields, such as `@stage`.
    public init<Record: CanonicalRecord>(
        of record: Record,
        id: String,
        system: SystemID,
        version: SourceVersion = .none,
        sourceTime: Instant,
        validFrom: Instant? = nil,
        validTo: Instant? = nil,
        payloadHash: ContentHash? = nil,
        author: String? = nil,
        attributes: [ClaimEntry] = []
    ) {
        var writer = JSONWriter(capacity: 2_048)
        self = withUnsafePointer(to: record) { place in
            ClaimEvent(
                at: place,
                id: id,
                system: system,
                version: version,
                sourceTime: sourceTime,
                terms: ClaimTerms(validFrom: validFrom, validTo: validTo),
                payloadHash: payloadHash,
                author: author,
                attributes: attributes,
                in: &writer
            )
        }
    }

    /// A snapshot of a record where it stands, written in memory that is there: for who makes many, one after the other.
    package init<Record: CanonicalRecord>(
        at record: UnsafePointer<Record>,
        id: String,
        system: SystemID,
        version: SourceVersion = .none,
        sourceTime: Instant,
        payloadHash: ContentHash? = nil,
        author: String? = nil,
        in writer: inout JSONWriter
    ) {
        self.init(
            at: record,
            id: id,
            system: system,
            version: version,
            sourceTime: sourceTime,
            terms: nil,
            payloadHash: payloadHash,
            author: author,
            attributes: [],
            in: &writer
        )
    }

    private init<Record: CanonicalRecord>(
        at record: UnsafePointer<Record>,
        id: String,
        system: SystemID,
        version: SourceVersion,
        sourceTime: Instant,
        terms: ClaimTerms?,
        payloadHash: ContentHash?,
        author: String?,
        attributes: [ClaimEntry],
        in writer: inout JSONWriter
    ) {
        let head = ClaimHead(
            id: id,
            system: system,
            record: RecordKey(Record.schema.description.name, Record.id(at: record).text),
            version: version,
            sourceTime: sourceTime,
            completeness: .snapshot,
            payloadHash: payloadHash,
            author: author,
            terms: terms
        )
        self.init(ClaimContent.make(head, saying: record, attributes, in: &writer))
    }

    /// What changed in a record: a claim on each of some fields.
    ///
    /// - Parameters:
    ///   - fields: The fields that changed.
    ///   - record: The record, as the system has it now.
    ///   - id: The event's id.
    ///   - system: The system that speaks.
    ///   - version: How far the system had got.
    ///   - sourceTime: When the system said so.
    ///   - validFrom: From when on it holds; from when it was said if nil.
    ///   - nothing: What it means that a field that changed holds nothing: that the system has no value, or that there is
    ///     to be none.
    ///   - author: Who in the system made the change.
    ///   - attributes: What is said beside the record's fields.
    public init<Record: CanonicalRecord>(
        changesTo fields: FieldSet<Record>,
        of record: Record,
        id: String,
        system: SystemID,
        version: SourceVersion = .none,
        sourceTime: Instant,
        validFrom: Instant? = nil,
        nothing: ClaimValue = .null,
        author: String? = nil,
        attributes: [ClaimEntry] = []
    ) {
        let description = Record.schema.description
        let names = Set(fields.paths.map { String($0.prefix { $0 != "." }) })
        let said = ClaimEvent(of: record, id: id, system: system, sourceTime: sourceTime).entries
        var entries: [ClaimEntry] = []
        for field in description.fields where names.contains(field.name) {
            if description.isIdentity(field) { continue }
            let entry = said.first { $0.path.text == field.name && $0.value.json != nil }
            entries.append(entry ?? ClaimEntry(ClaimPath(field.name), nothing))
        }
        self.init(
            id: id,
            system: system,
            record: RecordKey(description.name, record.id.text),
            version: version,
            sourceTime: sourceTime,
            validFrom: validFrom,
            completeness: .delta,
            author: author,
            entries: entries + attributes
        )
    }
}

extension ClaimContent {
    /// Makes the content of an event that says all of a record.
    fileprivate static func make<Record: CanonicalRecord>(
        _ head: consuming ClaimHead,
        saying record: UnsafePointer<Record>,
        _ attributes: [ClaimEntry],
        in writer: inout JSONWriter
    ) -> ClaimContent {
        writer.removeAll()
        head.names = Record.fieldNames
        let fieldCount = head.names.count
        head.fieldCount = Int32(truncatingIfNeeded: fieldCount)
        if !attributes.isEmpty { head.names += attributes.map(\.path.text) }
        return withUnsafeTemporaryAllocation(of: ClaimSpan.self, capacity: fieldCount + attributes.count) { spans in
            // Each value is written for itself: nothing is written that is not claimed, and nothing is read again.
            var count = 0
            Record.writeValues(of: record, to: &writer) { field, place in
                spans.initializeElement(at: count, to: ClaimSpan(name: field, place))
                count += 1
            }
            for place in 0..<count where spans[place].count == 4 {
                let isNull = writer.withBytes { $0[Int(spans[place].begin)] == UInt8(ascii: "n") }
                if isNull { spans[place] = ClaimSpan(name: Int(spans[place].name), nothing: 1) }
            }
            for (place, attribute) in attributes.enumerated() {
                var bytes: [UInt8] = []
                var span = ClaimSpan(attribute.value, of: fieldCount + place, to: &bytes)
                if !bytes.isEmpty {
                    span = ClaimSpan(name: fieldCount + place, writer.count..<writer.count + bytes.count)
                }
                writer.writeRaw(bytes)
                spans.initializeElement(at: count, to: span)
                count += 1
            }
            head.count = Int32(truncatingIfNeeded: count)
            return writer.withBytes { make(head, UnsafeBufferPointer(rebasing: spans[..<count]), $0) }
        }
    }
}

extension RecordDescription {
    /// Whether a field says which record it is and what is known about it, which no system is asked about.
    func isIdentity(_ field: FieldDescription) -> Bool {
        field.isIdentity
    }
}

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
        self.init(
            ClaimContent(
                id: id,
                system: system,
                record: RecordKey(Record.schema.description.name, record.id.text),
                version: version,
                sourceTime: sourceTime,
                validFrom: validFrom,
                validTo: validTo,
                completeness: .snapshot,
                payloadHash: payloadHash,
                tieOrder: 0,
                author: author,
                override: nil,
                said: Self.said(by: record, attributes)
            )
        )
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
        for (index, field) in description.fields.enumerated() where names.contains(field.name) {
            if description.isIdentity(field) { continue }
            let entry = said.first { $0.path.text == field.name && $0.value.json != nil }
            entries.append(entry ?? ClaimEntry(ClaimPath(field.name, hint: index), nothing))
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

    private static func said<Record: CanonicalRecord>(by record: Record, _ attributes: [ClaimEntry]) -> SaidValues {
        var said = SaidValues(capacity: Record.schema.description.fields.count + attributes.count)
        // Each value is written for itself: nothing is written that is not claimed, and nothing is read again.
        record.eachValue { index, name, json in
            let path = ClaimPath(name, hint: index)
            if json.count == 4, json[0] == UInt8(ascii: "n") {
                said.append(path, nothing: 1)
            } else {
                said.append(path, json)
            }
        }
        for attribute in attributes { said.append(attribute) }
        return said
    }
}

extension RecordDescription {
    /// Whether a field says which record it is and what is known about it, which no system is asked about.
    func isIdentity(_ field: FieldDescription) -> Bool {
        field.isIdentity
    }
}

public import ConcordSchema
public import ConcordValues

extension Examination {
    /// A record that this one refers to, without a copy of it: for rules that look at many records.
    ///
    /// - Parameter id: The reference.
    /// - Returns: The record as it is kept. Nil as with ``find(_:)``.
    @inlinable
    public mutating func look<Other: CanonicalRecord>(up id: RecordID<Other>?) -> RelatedRecord<Other>? {
        guard let id else { return nil }
        switch related.kept(id) {
        case .found(let record): return record
        case .doesNotExist: return nil
        case .notAtHand:
            note(.record(Other.self, id.text))
            return nil
        }
    }

    /// The record that a part belongs to: the contract of a line, the rate card of a rate.
    ///
    /// - Parameters:
    ///   - part: The part's id.
    ///   - parts: The list that such parts are in.
    ///   - id: A part's id.
    /// - Returns: The record as it is kept; nil if there is no reference, if all records of the kind are at hand and none
    ///   has the part, or if none that is at hand has it, which is noted: the rule did not look.
    @inlinable
    public mutating func owner<Other: CanonicalRecord, Part>(
        of part: RecordID<Part>?,
        in parts: @autoclosure () -> any KeyPath<Other, [Part]> & Sendable,
        id: @autoclosure () -> KeyPath<Part, RecordID<Part>>
    ) -> RelatedRecord<Other>? {
        guard let part else { return nil }
        if let table = related.table(Other.self) {
            let (parts, id) = (parts(), id())
            let owners = table.records(with: part.text, by: parts) { $0[keyPath: parts].map { $0[keyPath: id].text } }
            if let owner = owners.first { return owner }
            if table.isComplete { return nil }
        }
        note(.owner(Other.self, part.text))
        return nil
    }

    /// All records of one kind that refer to one other: the time of a resource.
    ///
    /// - Parameters:
    ///   - type: The kind of record.
    ///   - property: What refers to the other record.
    ///   - id: The other record.
    /// - Returns: The records, sorted by id; nil if not all of the kind are at hand, which is noted.
    @inlinable
    public mutating func all<Other: CanonicalRecord, Target>(
        _ type: Other.Type,
        with property: @autoclosure () -> any KeyPath<Other, RecordID<Target>> & Sendable,
        _ id: RecordID<Target>
    ) -> [RelatedRecord<Other>]? {
        if let table = related.table(type), table.isComplete {
            let property = property()
            return table.records(with: id.text, by: property) { [$0[keyPath: property].text] }
        }
        note(.all(type))
        return nil
    }

    /// All records of one kind that refer to one other, where they need not refer to any.
    ///
    /// - Parameters:
    ///   - type: The kind of record.
    ///   - property: What refers to the other record.
    ///   - id: The other record.
    /// - Returns: The records, sorted by id; nil if not all of the kind are at hand, which is noted.
    @inlinable
    public mutating func all<Other: CanonicalRecord, Target>(
        _ type: Other.Type,
        with property: @autoclosure () -> any KeyPath<Other, RecordID<Target>?> & Sendable,
        _ id: RecordID<Target>
    ) -> [RelatedRecord<Other>]? {
        if let table = related.table(type), table.isComplete {
            let property = property()
            return table.records(with: id.text, by: property) { $0[keyPath: property].map { [$0.text] } ?? [] }
        }
        note(.all(type))
        return nil
    }
}

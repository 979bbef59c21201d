public import ConcordSchema
public import ConcordValues

/// One record under examination: where rules report what they find, and ask for what they do not have.
public struct Examination<Record: CanonicalRecord>: Sendable {
    /// What is known of the situation.
    public let circumstances: Circumstances

    /// The records that are at hand beside this one.
    public let related: RelatedRecords

    /// The number of the check that looks.
    @usableFromInline var rule = 0
    @usableFromInline var reports: [FindingReport] = []
    @usableFromInline var gaps: [ValidationGap] = []
    /// Whether a rule did not look for want of something.
    @usableFromInline var hasGaps = false
    /// Whether what was not at hand is listed.
    @usableFromInline let listsGaps: Bool
    /// What rules have computed for each other.
    @usableFromInline var facts: (any AnyObject & Sendable)?

    @inlinable
    init(_ circumstances: Circumstances, _ related: RelatedRecords, listsGaps: Bool) {
        self.circumstances = circumstances
        self.related = related
        self.listsGaps = listsGaps
    }

    /// Reports that something is not as it should be.
    ///
    /// - Parameters:
    ///   - place: The place in the record: `\.dueDate`, `\.lines[2].amount`; the record itself if not said.
    ///   - expected: What was expected, in words, without values that are not for everybody.
    ///   - value: The value that was expected, if there is one.
    ///   - observed: What was found; nil if nothing is there.
    ///   - other: Another record that matters: `project p-1`.
    public mutating func report<Value>(
        at place: (Place<Record, Record>) -> Place<Record, Value>,
        expected: String,
        value: (any FieldValue)? = nil,
        observed: (any FieldValue)? = nil,
        related other: String? = nil
    ) {
        report(at: place(Place()), expected: expected, value: value, observed: observed, related: other)
    }

    /// Reports that something is not as it should be, at a place that was put together before.
    public mutating func report<Value>(
        at place: Place<Record, Value>,
        expected: String,
        value: (any FieldValue)? = nil,
        observed: (any FieldValue)? = nil,
        related other: String? = nil
    ) {
        report(path: place.path, expected: expected, value: value, observed: observed, related: other)
    }

    /// Reports that something is not as it should be, at a path.
    public mutating func report(
        path: RecordPath = RecordPath(),
        expected: String,
        value: (any FieldValue)? = nil,
        observed: (any FieldValue)? = nil,
        related other: String? = nil
    ) {
        reports.append(
            FindingReport(
                rule: rule,
                path: path,
                expected: expected,
                expectedValue: value?.jsonText,
                observed: observed?.jsonText,
                related: other
            )
        )
    }

    /// Says that the rule could not look, because something is not at hand.
    ///
    /// - Parameter missing: What is not at hand: `the project p-1`.
    public mutating func skip(without missing: String) {
        note(.text(missing))
    }

    /// Notes that the rule could not look; for want of what is put together only if it is listed.
    @inlinable
    @inline(__always)
    mutating func note(_ subject: @autoclosure () -> MissingSubject) {
        hasGaps = true
        if listsGaps { list(subject()) }
    }

    @usableFromInline
    mutating func list(_ subject: MissingSubject) {
        // The rules look one after the other: an equal gap is among the last ones.
        var index = gaps.count
        while index > 0, gaps[index - 1].rule == rule {
            index -= 1
            if gaps[index].subject == subject { return }
        }
        // Where one record is not at hand, others are not either.
        if gaps.isEmpty { gaps.reserveCapacity(24) }
        gaps.append(ValidationGap(rule: rule, subject: subject))
    }

    /// A record that this one refers to.
    ///
    /// - Parameter id: The reference.
    /// - Returns: The record. Nil if there is no reference, if the record is known not to exist, which is another rule's
    ///   business, or if it is not at hand, which is noted: the rule did not look.
    @inlinable
    public mutating func find<Other: CanonicalRecord>(_ id: RecordID<Other>?) -> Other? {
        look(up: id)?.record
    }

    /// All records of one kind, for rules that need to know that they see all.
    ///
    /// - Parameter type: The kind of record.
    /// - Returns: The records, sorted by id; nil if not all of them are at hand, which is noted.
    @inlinable
    public mutating func all<Other: CanonicalRecord>(_ type: Other.Type) -> [Other]? {
        if let records = related.all(type) { return records }
        note(.all(type))
        return nil
    }
}

extension FieldValue {
    /// The value as JSON; nil if it holds nothing.
    fileprivate var jsonText: String? {
        if isNothing { return nil }
        var writer = JSONWriter(capacity: 64)
        write(to: &writer)
        let text = writer.text()
        // A message is read by people: a long value is cut where it no longer helps.
        return text.utf8.count <= 160 ? text : String(text.prefix(159)) + "…"
    }
}

public import ConcordSchema
internal import ConcordValues

/// Reads a sample of a vendor's objects with two plans, and counts what becomes something else.
///
/// ```swift
/// var comparison = MappingComparison(now, against: Salesforce.opportunity)
/// for payload in sample { comparison.read(payload, in: run) }
/// print(comparison.description)
/// ```
public struct MappingComparison<Target: CanonicalRecord>: Sendable {
    /// How the two plans differ in what they say.
    public let difference: MappingDifference

    private let earlier: Mapping<Target>
    private let later: Mapping<Target>
    /// For each code that becomes something else, the slot of its source in the later plan.
    private let slots: [Int?]
    /// The codes that belong to each source and field by name, so that they are none of the others.
    private let named: [Set<String>]
    private var counts = SampleDifference()
    private var fields: [String: FieldCount] = [:]
    private var reasonsBefore: [ReasonKey: Int] = [:]
    private var reasonsAfter: [ReasonKey: Int] = [:]

    /// As many different changes of one field's value are told apart.
    private static var mostValues: Int { 1000 }
    /// As many of them are told.
    private static var shownValues: Int { 5 }

    private struct FieldCount: Sendable {
        var records = 0
        var values: [ValueKey: Int] = [:]
    }

    private struct ValueKey: Sendable, Hashable {
        let before: String?
        let after: String?
    }

    private struct ReasonKey: Sendable, Hashable {
        let code: IssueCode
        let field: String
        let source: String?
    }

    /// A comparison that has read nothing yet.
    ///
    /// - Parameters:
    ///   - later: The plan as it is to be.
    ///   - earlier: The plan as it was.
    public init(_ later: Mapping<Target>, against earlier: Mapping<Target>) {
        self.later = later
        self.earlier = earlier
        let difference = later.difference(from: earlier)
        self.difference = difference
        slots = difference.codes.map { later.plan.pointers.firstIndex(of: $0.source) }
        named = difference.codes.map { change in
            guard change.code == nil else { return [] }
            let rules = (later.rules + earlier.rules)
                .filter { $0.target == change.target && $0.sources.first == change.source }
            return Set(rules.flatMap { $0.crosswalk?.rows.map(\.source) ?? [] })
        }
        counts.codes = difference.codes.map { _ in 0 }
    }

    /// Reads one object with both plans.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say.
    public mutating func read(_ payload: UnsafeBufferPointer<UInt8>, in context: MappingContext) {
        let before = earlier.read(payload, in: context)
        let after = later.read(payload, in: context)
        counts.objects += 1
        switch (before.isAcceptable, after.isAcceptable) {
        case (false, false):
            counts.refusedByBoth += 1
            return
        case (false, true):
            counts.accepted += 1
            Self.note(before.allIssues, &reasonsBefore)
        case (true, false):
            counts.refused += 1
            Self.note(after.allIssues, &reasonsAfter)
        case (true, true):
            guard compare(before.drafts.map(\.value), after.drafts.map(\.value)) else {
                counts.same += 1
                return
            }
            counts.changed += 1
        }
        noteCodes(of: payload, on: context.codesOn)
    }

    /// Reads one object with both plans.
    public mutating func read(_ payload: String, in context: MappingContext) {
        var payload = payload
        payload.withUTF8 { read($0, in: context) }
    }

    /// What the objects so far come to.
    public var sample: SampleDifference {
        var sample = counts
        sample.fields = fields.map(effect).sorted { ($1.records, $0.field) < ($0.records, $1.field) }
        sample.reasonsBefore = Self.reasons(reasonsBefore)
        sample.reasonsAfter = Self.reasons(reasonsAfter)
        return sample
    }

    /// Compares the records of one object.
    ///
    /// - Returns: Whether they differ.
    private mutating func compare(_ before: [Target], _ after: [Target]) -> Bool {
        var isChanged = false
        for record in after {
            guard let old = before.first(where: { $0.id == record.id }) else {
                counts.addedRecords += 1
                isChanged = true
                continue
            }
            let changes = old.changes(to: record)
            guard !changes.isEmpty else { continue }
            counts.changedRecords += 1
            isChanged = true
            var seen: Set<String> = []
            for change in changes { note(change, &seen) }
        }
        for record in before where !after.contains(where: { $0.id == record.id }) {
            counts.removedRecords += 1
            isChanged = true
        }
        return isChanged
    }

    private mutating func note(_ change: FieldChange, _ seen: inout Set<String>) {
        let names = change.path.fields
        // What no rule names is kept in one text, of which nobody wants to read all.
        let isRest = names.starts(with: ["header", "remarks"])
        let field = isRest ? "header.remarks" : names.joined(separator: ".")
        var count = fields[field] ?? FieldCount()
        if seen.insert(field).inserted { count.records += 1 }
        if !isRest, Target.schema.description.isShown(at: names) {
            let key = ValueKey(before: change.before.map(Self.excerpt), after: change.after.map(Self.excerpt))
            if count.values[key] != nil || count.values.count < Self.mostValues { count.values[key, default: 0] += 1 }
        }
        fields[field] = count
    }

    private mutating func noteCodes(of payload: UnsafeBufferPointer<UInt8>, on day: LocalDate) {
        guard !slots.isEmpty, let object = try? SourceObject(later.plan.source, payload) else { return }
        for (index, change) in difference.codes.enumerated() where change.days.contains(day) {
            guard let slot = slots[index], let text = object.values[slot].text else { continue }
            if change.code == text || change.code == nil && !named[index].contains(text) { counts.codes[index] += 1 }
        }
    }

    private static func note(_ issues: [Issue], _ reasons: inout [ReasonKey: Int]) {
        let keys = issues.filter { $0.severity == .error }
            .map { ReasonKey(code: $0.code, field: $0.path.fields.joined(separator: "."), source: $0.source) }
        for key in Set(keys) { reasons[key, default: 0] += 1 }
    }

    private static func reasons(_ counts: [ReasonKey: Int]) -> [SampleDifference.Reason] {
        counts
            .map { SampleDifference.Reason(code: $0.code, field: $0.field, source: $0.source, objects: $1) }
            .sorted {
                ($1.objects, $0.code.rawValue, $0.field, $0.source ?? "")
                    < ($0.objects, $1.code.rawValue, $1.field, $1.source ?? "")
            }
    }

    private static func excerpt(_ json: String) -> String {
        json.utf8.count <= 80 ? json : String(json.prefix(80)) + "…"
    }

    private func effect(_ field: String, _ count: FieldCount) -> SampleDifference.FieldEffect {
        let values = count.values
            .map { SampleDifference.FieldEffect.Values(before: $0.before, after: $0.after, records: $1) }
            .sorted {
                ($1.records, $0.before ?? "", $0.after ?? "") < ($0.records, $1.before ?? "", $1.after ?? "")
            }
        let rows = difference.rules.added + difference.rules.changed.map(\.after) + difference.rules.removed
        let row = rows.first { row in
            !row.target.isEmpty
                && (row.target == field || field.hasPrefix(row.target + ".") || row.target.hasPrefix(field + "."))
        }
        return SampleDifference.FieldEffect(
            field: field,
            records: count.records,
            values: Array(values.prefix(Self.shownValues)),
            rule: row?.title,
            layer: row?.layer
        )
    }
}

extension RecordDescription {
    /// Whether the values at a path may be shown to everybody, and all that is inside them.
    fileprivate func isShown(at names: [String]) -> Bool {
        guard !isSensitive(at: names) else { return false }
        return field(at: names)?.shape.record?.isOpen ?? true
    }

    private var isOpen: Bool {
        fields.allSatisfy { $0.sensitivity == .open && $0.shape.record?.isOpen ?? true }
    }
}

internal import ConcordSchema
internal import ConcordValues

extension Mapping {
    /// Says why a field of the records has its value.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say; the same as when it was read.
    ///   - target: The field's path: `stage.canonical`. A path to a part of a field, such as `amount.currency`, is that
    ///     field's rule to explain; one to a field that several rules fill, such as `stage`, is that of all of them.
    /// - Returns: One answer for each rule that fills the field, in each record of the object.
    public func explain(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: MappingContext,
        target: String
    ) -> MappingExplanation {
        let retold: RetoldObject<Target>
        do throws(ReadFailure) {
            retold = try RetoldObject(self, payload, context)
        } catch {
            return unreadable(target, error, payload)
        }
        var fields: [MappingExplanation.Field] = []
        for index in retold.records.indices {
            let found = retold.fields(of: index, at: target)
            fields += found.isEmpty ? retold.unruled(index, at: target) : found
        }
        return MappingExplanation(mapping: tag, question: target, fields: fields, sources: [], issues: retold.issues)
    }

    /// Says where a value of the vendor's object went.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say; the same as when it was read.
    ///   - source: The JSON Pointer to the value: `/StageName`. A pointer to an object is one to what is in it.
    /// - Returns: One answer for each source that the mapping tells apart there.
    public func explain(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: MappingContext,
        source: String
    ) -> MappingExplanation {
        let retold: RetoldObject<Target>
        do throws(ReadFailure) {
            retold = try RetoldObject(self, payload, context)
        } catch {
            return unreadable(source, error, payload)
        }
        return MappingExplanation(
            mapping: tag,
            question: source,
            fields: [],
            sources: retold.sources(at: source),
            issues: retold.issues
        )
    }

    /// Says everything there is to say about an object: why each field has its value, and where each value went.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say; the same as when it was read.
    /// - Returns: The fields in the order of the rules, and the sources in the order of their pointers.
    public func explain(_ payload: UnsafeBufferPointer<UInt8>, in context: MappingContext) -> MappingExplanation {
        let retold: RetoldObject<Target>
        do throws(ReadFailure) {
            retold = try RetoldObject(self, payload, context)
        } catch {
            return unreadable("", error, payload)
        }
        return MappingExplanation(
            mapping: tag,
            question: "",
            fields: retold.records.indices.flatMap { retold.fields(of: $0, at: "") },
            sources: retold.sources(at: ""),
            issues: retold.issues
        )
    }

    /// Says why a field of the records has its value.
    public func explain(_ payload: String, in context: MappingContext, target: String) -> MappingExplanation {
        var payload = payload
        return payload.withUTF8 { explain($0, in: context, target: target) }
    }

    /// Says where a value of the vendor's object went.
    public func explain(_ payload: String, in context: MappingContext, source: String) -> MappingExplanation {
        var payload = payload
        return payload.withUTF8 { explain($0, in: context, source: source) }
    }

    private func unreadable(
        _ question: String,
        _ failure: ReadFailure,
        _ payload: UnsafeBufferPointer<UInt8>
    ) -> MappingExplanation {
        let issue = Issue(failure, severity: .error, in: payload)
        return MappingExplanation(mapping: tag, question: question, fields: [], sources: [], issues: [issue])
    }
}

/// An object that was read once more, with all that is needed to say what happened to it.
private struct RetoldObject<Target: CanonicalRecord> {
    /// One record that came of the object.
    struct Record {
        let draft: Draft<Target>
        let part: Int
        let json: [UInt8]
    }

    let records: [Record]
    let issues: [Issue]

    private let mapping: Mapping<Target>
    private let rows: [[MappingTable.Row]]
    private let payload: UnsafeBufferPointer<UInt8>
    private let object: SourceObject
    private let coverage: Coverage

    init(
        _ mapping: Mapping<Target>,
        _ payload: UnsafeBufferPointer<UInt8>,
        _ context: MappingContext
    ) throws(ReadFailure) {
        let object = try SourceObject(mapping.plan.source, payload)
        var coverage = Coverage()
        let mapped = mapping.read(payload, in: context, coverage: &coverage)
        let parts = mapping.parts.indices.filter { mapping.plan.parts[$0].isThere(in: object) }
        records = zip(mapped.drafts, parts).map { Record(draft: $0, part: $1, json: $0.value.json()) }
        issues = mapped.issues
        rows = mapping.partRows()
        self.mapping = mapping
        self.payload = payload
        self.object = object
        self.coverage = coverage
    }

    // MARK: Why a field has its value

    /// The rules of a record that fill a field, a part of it, or something that it is a part of.
    func fields(of index: Int, at path: String) -> [MappingExplanation.Field] {
        let wanted = path.split(separator: ".")
        return explained(index) { row, _ in
            guard !row.target.isEmpty else { return nil }
            let names = row.target.split(separator: ".")
            if names.starts(with: wanted) { return row.target }
            return wanted.starts(with: names) ? path : nil
        }
    }

    /// A field that no rule has as its target.
    func unruled(_ index: Int, at path: String) -> [MappingExplanation.Field] {
        guard let value = value(at: path, in: records[index]) else { return [] }
        return [field(records[index], path, value: value, rule: nil, inputs: [], lookups: [], issues: [])]
    }

    /// The rules of a record for which a path is given, explained.
    private func explained(
        _ index: Int,
        _ path: (MappingTable.Row, [Int]) -> String?
    ) -> [MappingExplanation.Field] {
        let record = records[index]
        let part = mapping.parts[record.part]
        return zip(part.rules, rows[record.part])
            .compactMap { rule, row in
                guard let path = path(row, rule.slots) else { return nil }
                let issues = record.draft.issues.filter { issue in
                    guard issue.path.fields.joined(separator: ".") == row.target else { return false }
                    return issue.source.map(row.sources.contains) ?? row.sources.isEmpty
                }
                let isRefused = issues.contains { $0.severity == .error }
                return field(
                    record,
                    path,
                    value: isRefused ? nil : value(at: path, in: record),
                    rule: row,
                    inputs: row.word == "keepRest"
                        ? (index == 0 ? kept : [])
                        : rule.slots.map { input(mapping.plan.pointers[$0], object.values[$0]) },
                    lookups: lookups(of: rule.rule, rule.slots),
                    issues: issues
                )
            }
    }

    private func field(
        _ record: Record,
        _ path: String,
        value: String?,
        rule: MappingTable.Row?,
        inputs: [MappingExplanation.Input],
        lookups: [MappingExplanation.Lookup],
        issues: [Issue]
    ) -> MappingExplanation.Field {
        MappingExplanation.Field(
            record: record.draft.value.id.text,
            part: mapping.parts[record.part].title,
            path: path,
            value: value,
            rule: rule,
            inputs: inputs,
            lookups: lookups,
            issues: issues
        )
    }

    /// What the first record carries beside its fields.
    private var kept: [MappingExplanation.Input] {
        coverage.fields.keys.sorted().filter { coverage.fields[$0]?.disposition == .kept }
            .compactMap { source($0, goingAs: $0)?.input }
    }

    private func value(at path: String, in record: Record) -> String? {
        let names = path.split(separator: ".").map(String.init)
        return record.json.withUnsafeBufferPointer { JSONPlace.json(at: names, in: $0) }
    }

    /// What a rule asks of its crosswalk about its sources' values.
    private func lookups(of rule: MappingRule<Target>, _ slots: [Int]) -> [MappingExplanation.Lookup] {
        guard let crosswalk = rule.crosswalk else { return [] }
        return slots.compactMap { slot in
            guard let code = object.values[slot].text else { return nil }
            return MappingExplanation.Lookup(
                crosswalk: crosswalk.name,
                code: code,
                row: crosswalk.row(of: code),
                unmapped: crosswalk.unmapped
            )
        }
    }

    // MARK: Where a value went

    /// The sources that the mapping tells apart at a pointer: the one there, those in it, or the one that it is in.
    func sources(at pointer: String) -> [MappingExplanation.Source] {
        let wanted = pointer.pointerNames
        var found: [MappingExplanation.Source] = []
        for known in coverage.fields.keys.sorted() where Self.isRelated(known.pointerNames, wanted) {
            // What is asked for may be inside of what goes as a whole.
            let isInside = known.pointerNames.count < wanted.count
            guard let source = source(isInside ? pointer : known, goingAs: known) else { continue }
            found.append(source)
        }
        if found.isEmpty {
            // Not in this object; the mapping may know it all the same.
            for known in mapping.plan.pointers where Self.isRelated(known.pointerNames, wanted) {
                found.append(
                    MappingExplanation.Source(
                        input: input(known, .absent),
                        disposition: nil,
                        reason: dropReason(known) ?? "",
                        fields: fields(readFrom: known)
                    )
                )
            }
        }
        return found
    }

    private static func isRelated(_ one: [String], _ other: [String]) -> Bool {
        one.starts(with: other) || other.starts(with: one)
    }

    private func source(_ pointer: String, goingAs known: String) -> MappingExplanation.Source? {
        guard let account = coverage.fields[known],
            let range = JSONPlace.range(of: pointer.pointerNames, in: payload)
        else { return nil }
        let value = SourceValue(bytes: UnsafeBufferPointer(rebasing: payload[range]), offset: range.lowerBound)
        return MappingExplanation.Source(
            input: input(pointer, value),
            disposition: account.disposition,
            reason: account.disposition == .mapped ? "" : account.note,
            fields: account.disposition == .mapped ? fields(readFrom: known) : []
        )
    }

    private func fields(readFrom pointer: String) -> [MappingExplanation.Field] {
        records.indices.flatMap { index in
            explained(index) { row, _ in
                !row.target.isEmpty && row.sources.contains(pointer) ? row.target : nil
            }
        }
    }

    private func dropReason(_ pointer: String) -> String? {
        mapping.rules.first { $0.word == "drop" && $0.sources.contains(pointer) }?.note
    }

    private func input(_ pointer: String, _ value: SourceValue) -> MappingExplanation.Input {
        let isThere = value.kind != .absent
        return MappingExplanation.Input(
            pointer: pointer,
            json: value.json,
            position: isThere ? SourceLocator(payload).position(value.offset) : nil
        )
    }
}

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
    private let parts: [[(rule: PlacedRule, row: MappingTable.Row)]]
    private let payload: UnsafeBufferPointer<UInt8>
    private let coverage: Coverage

    /// The day on which rows of crosswalks must hold.
    private let day: LocalDate

    init(
        _ mapping: Mapping<Target>,
        _ payload: UnsafeBufferPointer<UInt8>,
        _ context: MappingContext
    ) throws(ReadFailure) {
        let object = try SourceObject(mapping.plan.source, payload)
        var coverage = Coverage()
        let mapped = mapping.read(payload, in: context, coverage: &coverage)
        let present = mapping.parts.indices.filter { mapping.plan.parts[$0].isThere(in: object) }
        records = zip(mapped.drafts, present).map { Record(draft: $0, part: $1, json: $0.value.json()) }
        issues = mapped.issues
        parts = mapping.placedParts()
        self.mapping = mapping
        self.payload = payload
        day = context.codesOn
        self.coverage = coverage
    }

    // MARK: Why a field has its value

    /// The rules of a record that fill a field, a part of it, or something that it is a part of.
    func fields(of index: Int, at path: String) -> [MappingExplanation.Field] {
        let wanted = path.fieldNames
        return explained(index) { target, _ in
            let names = target.fieldNames
            if Self.matches(names, wanted) { return target }
            // The rule of a list leaves its items to the rules for them.
            let hasItemRules = parts[records[index].part].contains { $0.rule.target.hasPrefix("\(target)[]") }
            return Self.matches(wanted, names) && !hasItemRules ? path : nil
        }
    }

    /// A field that no rule has as its target.
    func unruled(_ index: Int, at path: String) -> [MappingExplanation.Field] {
        guard let value = value(at: path, in: records[index]) else { return [] }
        return [
            MappingExplanation.Field(
                record: records[index].draft.value.id.text,
                part: mapping.parts[records[index].part].title,
                path: path,
                value: value,
                rule: nil,
                inputs: [],
                lookups: [],
                issues: []
            )
        ]
    }

    /// The rules of a record for which a path is given, explained; those for items of lists once for each item.
    ///
    /// - Parameters:
    ///   - index: Which record.
    ///   - path: Gives the path to be explained, of a target and its sources.
    /// - Returns: The fields, in the order of the rules.
    private func explained(_ index: Int, _ path: (String, [String]) -> String?) -> [MappingExplanation.Field] {
        let record = records[index]
        var fields: [MappingExplanation.Field] = []
        for (rule, row) in parts[record.part] where !rule.target.isEmpty {
            guard let list = rule.list else {
                if let path = path(rule.target, rule.sources) {
                    fields.append(field(index, path, rule, row, target: rule.target, sources: rule.sources))
                }
                continue
            }
            // What items have no place for is kept with the record, and told there.
            guard rule.word != "keepRest" else { continue }
            for (item, place) in items(of: list) {
                let target = rule.target.split(separator: "[]", maxSplits: 1).joined(separator: "[\(place)]")
                let sources = rule.sources.map { source in
                    source.hasPrefix("\(list)/*") ? "\(list)/\(item)\(source.dropFirst(list.count + 2))" : source
                }
                if let path = path(target, sources) {
                    fields.append(field(index, path, rule, row, target: target, sources: sources))
                }
            }
        }
        return fields
    }

    private func field(
        _ index: Int,
        _ path: String,
        _ rule: PlacedRule,
        _ row: MappingTable.Row,
        target: String,
        sources: [String]
    ) -> MappingExplanation.Field {
        let record = records[index]
        let issues = record.draft.issues.filter { issue in
            guard issue.path.names == target.fieldNames else { return false }
            return issue.source.map(sources.contains) ?? sources.isEmpty
        }
        var inputs = sources.map(input)
        if rule.word == "keepRest" { inputs = index == 0 && rule.list == nil ? kept : [] }
        return MappingExplanation.Field(
            record: record.draft.value.id.text,
            part: mapping.parts[record.part].title,
            path: path,
            value: issues.contains { $0.severity == .error } ? nil : value(at: path, in: record),
            rule: row,
            inputs: inputs,
            lookups: lookups(of: rule, sources),
            issues: issues
        )
    }

    /// What the first record carries beside its fields.
    private var kept: [MappingExplanation.Input] {
        coverage.fields.keys.sorted().filter { coverage.fields[$0]?.disposition == .kept }.flatMap(places).map(input)
    }

    private func value(at path: String, in record: Record) -> String? {
        record.json.withUnsafeBufferPointer { JSONPlace.json(at: path.fieldNames, in: $0) }
    }

    /// What a rule asks of its crosswalk about its sources' values.
    private func lookups(of rule: PlacedRule, _ places: [String]) -> [MappingExplanation.Lookup] {
        guard let crosswalk = rule.crosswalk else { return [] }
        return places.compactMap { place in
            guard let code = value(at: place)?.text else { return nil }
            return MappingExplanation.Lookup(
                crosswalk: crosswalk.name,
                code: code,
                row: crosswalk.row(of: code, on: day),
                unmapped: crosswalk.unmapped
            )
        }
    }

    // MARK: Where a value went

    /// The sources that the mapping tells apart at a pointer: the one there, those in it, or the one that it is in.
    func sources(at pointer: String) -> [MappingExplanation.Source] {
        let wanted = pointer.pointerNames
        var found: [MappingExplanation.Source] = []
        for known in coverage.fields.keys.sorted() {
            for place in places(known) where Self.isRelated(place.pointerNames, wanted) {
                // What is asked for may be inside of what goes as a whole.
                let isInside = place.pointerNames.count < wanted.count
                found += source(isInside ? pointer : place, in: place, goingAs: known)
            }
        }
        guard found.isEmpty else { return found }
        // Not in this object; the mapping may know it all the same.
        return mapping.plan.pointers.filter { Self.isRelated($0.pointerNames, wanted) && value(at: $0) == nil }
            .map { known in
                MappingExplanation.Source(
                    input: input(known),
                    disposition: nil,
                    reason: mapping.rules.first { $0.word == "drop" && $0.sources.contains(known) }?.note ?? "",
                    fields: fields(readFrom: known)
                )
            }
    }

    private func source(_ pointer: String, in place: String, goingAs known: String) -> [MappingExplanation.Source] {
        guard let account = coverage.fields[known] else { return [] }
        let input = input(pointer)
        guard input.json != nil else { return [] }
        return [
            MappingExplanation.Source(
                input: input,
                disposition: account.disposition,
                reason: account.disposition == .mapped ? "" : account.note,
                fields: account.disposition == .mapped ? fields(readFrom: place) : []
            )
        ]
    }

    private func fields(readFrom pointer: String) -> [MappingExplanation.Field] {
        records.indices.flatMap { index in
            explained(index) { target, sources in sources.contains(pointer) ? target : nil }
        }
    }

    // MARK: Places

    /// Whether a path begins with another one, in which `*` stands for any item.
    private static func matches(_ names: [String], _ beginning: [String]) -> Bool {
        names.count >= beginning.count && zip(names, beginning).allSatisfy { $0 == $1 || $1 == "*" || $0 == "*" }
    }

    private static func isRelated(_ one: [String], _ other: [String]) -> Bool {
        one.starts(with: other) || other.starts(with: one)
    }

    /// The pointers to the lists whose items have rules of their own.
    private var lists: [String] {
        mapping.parts.flatMap(\.rules).compactMap { $0.rule.items?.pointer }
    }

    /// The objects of a list that are items, each with its place in the record's list.
    private func items(of list: String) -> [(object: Int, place: Int)] {
        let rules = mapping.parts.lazy.map { $0.rules.map(\.rule) }.first { $0.contains { $0.items?.pointer == list } }
        guard let rules, let own = rules.first(where: { $0.items?.pointer == list }) else { return [] }
        var before = 0
        for rule in rules where rule.target == own.target {
            guard let items = rule.items, let elements = value(at: items.pointer).flatMap(ItemRules.elements) else {
                continue
            }
            let objects = elements.indices.filter { index in
                (try? items.object(elements[index])).map(items.takes) ?? true
            }
            if items.pointer == list { return objects.enumerated().map { (object: $1, place: before + $0) } }
            before += objects.count
        }
        return []
    }

    private func itemCount(_ list: String) -> Int {
        value(at: list).flatMap(ItemRules.elements)?.count ?? 0
    }

    /// The values that an account of the object means by a pointer: one, or one in each item of a list.
    private func places(_ known: String) -> [String] {
        guard let list = lists.first(where: { known.hasPrefix("\($0)/*") }) else { return [known] }
        return (0..<itemCount(list)).map { "\(list)/\($0)\(known.dropFirst(list.count + 2))" }
    }

    private func value(at pointer: String) -> SourceValue? {
        JSONPlace.range(of: pointer.pointerNames, in: payload)
            .map { SourceValue(bytes: UnsafeBufferPointer(rebasing: payload[$0]), offset: $0.lowerBound) }
    }

    private func input(_ pointer: String) -> MappingExplanation.Input {
        let value = value(at: pointer)
        let start = SourcePosition(offset: 0, line: 1, column: 1)
        return MappingExplanation.Input(
            pointer: pointer,
            json: value?.json,
            position: value.map { start.advanced(over: UnsafeBufferPointer(rebasing: payload[..<$0.offset])) }
        )
    }
}

extension RecordPath {
    /// The names and the numbers of items that lead to the value.
    fileprivate var names: [String] {
        steps.map { step in
            switch step {
            case .field(let name): name
            case .index(let index): String(index)
            case .key(_, let text): text
            }
        }
    }
}

public import ConcordSchema
internal import ConcordValues

extension Mapping {
    /// Writes records as a new vendor's object.
    ///
    /// Members that no rule names and that the first record kept are written as they were.
    ///
    /// - Parameters:
    ///   - records: The record; for an object of several parts, those of one object.
    ///   - context: What the run knows that the record does not say.
    /// - Returns: The object as compact JSON.
    public func write(_ records: [Target], in context: MappingContext) -> String {
        composed(records, in: context).text()
    }

    /// Writes a record as a new vendor's object.
    public func write(_ record: Target, in context: MappingContext) -> String {
        write([record], in: context)
    }

    /// Writes records as a new vendor's object, and says what of them it does not hold.
    ///
    /// - Parameters:
    ///   - records: The records of one object.
    ///   - context: What the run knows that the record does not say.
    /// - Returns: The object as compact JSON, with an error for each value that a rule refused, such as an amount in another
    ///   currency than its list, and a warning for each other value that no rule can write.
    public func writeNew(_ records: [Target], in context: MappingContext) -> (object: [UInt8], issues: [Issue]) {
        let object = composed(records, in: context)
        let text = object.text()
        var found = read(text, in: context).drafts.map(\.value)
        // An object that is to be created has no id yet.
        for index in found.indices
        where found.count == records.count && !records.contains(where: { $0.id == found[index].id }) {
            found[index].id = records[index].id
        }
        return (Array(text.utf8), said(object.findings, of: records, from: records, found: found))
    }

    /// A new object with what rules say of the records, and what was kept beside them.
    private func composed(_ records: [Target], in context: MappingContext) -> VendorObject {
        let kept = records.compactMap { $0.header.remarks?.unmapped }
        let trees = kept.map { JSONTree($0) }
        let object = fold(records, in: context) { pointer, _ in
            trees.lazy.compactMap { $0[pointer: pointer]?.text }.first
        }
        for unmapped in kept { object.merge(unmapped) }
        return object
    }

    /// Whether an object becomes several records, one for each part that it has.
    package var isDivided: Bool { parts.count > 1 }

    /// Writes records onto the object that they came from: what did not change stays as it is, byte for byte.
    ///
    /// - Parameters:
    ///   - records: The records, of one object.
    ///   - original: The object as the vendor sent it.
    ///   - context: What the run knows that the record does not say.
    /// - Returns: The object with the changed members, and a warning for each change that no rule can write.
    /// - Throws: A `Refusal` if the original is not a JSON object.
    public func write(
        _ records: [Target],
        onto original: [UInt8],
        in context: MappingContext
    ) throws(Refusal) -> (object: [UInt8], issues: [Issue]) {
        let update = try updated(records, onto: original, in: context)
        return (update.object, update.issues)
    }

    /// The object with the changed members, what was found, and what is refused.
    func updated(
        _ records: [Target],
        onto original: [UInt8],
        in context: MappingContext
    ) throws(Refusal) -> (object: [UInt8], issues: [Issue]) {
        var edits: [SourceEdit] = []
        var before: [Target] = []
        var refused: [Issue] = []
        let failure: Refusal? = original.withUnsafeBufferPointer { bytes in
            let source: SourceObject
            do throws(ReadFailure) {
                source = try SourceObject(plan.source, bytes)
            } catch {
                return Refusal(issues: [Issue(error, severity: .error, in: bytes)])
            }
            before = read(bytes, in: context).drafts.map(\.value)
            edits = self.edits(from: before, to: records, in: source, context, &refused)
            return nil
        }
        if let failure { throw failure }
        let result = SourceEdit.applied(edits, to: original)
        // What reading the result does not give back was not written, whatever the reason.
        let after = result.withUnsafeBufferPointer { read($0, in: context).drafts.map(\.value) }
        return (result, said(refused, of: records, from: before, found: after))
    }

    private func part(of record: Target) -> Part? {
        parts.first { part in part.title.map { record.id.text.hasSuffix("/\($0)") } ?? true }
    }

    private func fold(
        _ records: [Target],
        in context: MappingContext,
        onto beneath: @escaping (String, Bool) -> String?
    ) -> VendorObject {
        let object = VendorObject()
        object.beneath = beneath
        for record in records { write(record, part(of: record), to: object, context) }
        return object
    }

    private func write(_ record: Target, _ part: Part?, to object: VendorObject, _ context: MappingContext) {
        for (rule, _) in part?.rules ?? [] {
            var output = RuleOutput(
                object: object,
                context: context,
                pointers: rule.sources,
                target: rule.target,
                mapping: name
            )
            rule.write?(record, &output)
        }
        object.settle()
    }
}

// MARK: - Edits

extension Mapping {
    /// What has to be done to an object so that it says what the records say.
    ///
    /// What the rules would write of the records as they were tells a change from another way to write the same.
    private func edits(
        from before: [Target],
        to records: [Target],
        in source: SourceObject,
        _ context: MappingContext,
        _ refused: inout [Issue]
    ) -> [SourceEdit] {
        let slots = plan.slots
        func original(_ pointer: String) -> String? {
            slots[pointer].flatMap { source.values[$0].json }
        }
        let old = fold(before, in: context) { pointer, _ in original(pointer) }
        let written = records.compactMap { record -> (part: Part, object: VendorObject)? in
            guard let part = part(of: record) else { return nil }
            let object = VendorObject()
            object.beneath = { pointer, isLeft in
                // What rules said before and say no more is taken away.
                let json = original(pointer)
                return !isLeft && old.value(at: pointer, whereThere: json != nil) != nil ? nil : json
            }
            write(record, part, to: object, context)
            return (part, object)
        }
        refused = written.flatMap(\.object.findings)
        var edits: [SourceEdit] = []
        let additions = VendorObject()
        for (slot, pointer) in plan.pointers.enumerated() {
            let value = source.values[slot]
            let isThere = value.isPresent
            let earlier = old.value(at: pointer, whereThere: isThere)
            let speakers = written.filter { $0.part.slots.contains(slot) }.map(\.object)
            let later: String?
            if speakers.isEmpty {
                // A part that is gone takes its own values with it, and leaves those that it shared with others.
                guard parts.count > 1, parts.count(where: { $0.slots.contains(slot) }) == 1 else { continue }
                later = nil
            } else {
                let values = speakers.filter { !$0.leaves(pointer) }.map { $0.value(at: pointer, whereThere: isThere) }
                guard let last = values.last else { continue }
                // Of records that share a value, the one that changed it is heard; it is gone when all agree on that.
                let changed = values.compactMap(\.self).first { $0 != earlier && $0 != "null" }
                if let changed {
                    later = changed
                } else if values.contains(where: { $0 == earlier }) {
                    continue
                } else {
                    later = last
                }
            }
            guard earlier != later else { continue }
            if let items = self.items(at: slot), let old = old.items(at: pointer),
                let new = speakers.compactMap({ $0.items(at: pointer) }).first,
                let inside = items.edits(of: value, from: old, to: new)
            {
                edits += inside
            } else if value.kind != .absent {
                let range = value.offset..<(value.offset + value.bytes.count)
                edits.append(SourceEdit(range: range, text: Array((later ?? "null").utf8)))
            } else if let later {
                additions.set(pointer, json: later)
            }
        }
        source.insert(additions, &edits)
        return edits
    }
}

extension Mapping {
    /// The rules for the items of the list that a slot takes.
    private func items(at slot: Int) -> ItemRules? {
        for part in parts {
            for (rule, slots) in part.rules where slots.first == slot {
                if let items = rule.items { return items }
            }
        }
        return nil
    }
}

extension Mapping.Part {
    /// The slots of the part's rules.
    fileprivate var slots: [Int] { rules.flatMap(\.slots) }
}

// MARK: - What was refused

extension Mapping {
    /// What is to be said of a writing: what rules refused, and of the rest what reading does not give back.
    private func said(_ refused: [Issue], of records: [Target], from before: [Target], found: [Target]) -> [Issue] {
        let paths = refused.flatMap { self.paths(of: $0, in: records) }
        let unwritten = unwritten(from: before, to: records, found: found)
            .filter { issue in
                let path = issue.path.description
                return !paths.contains { path.hasPrefix($0) }
            }
        return masked(refused + unwritten)
    }

    /// The issues without what is not for everybody.
    private func masked(_ issues: [Issue]) -> [Issue] {
        let description = Target.schema.description
        return issues.map { issue in
            var issue = issue
            if issue.observed != nil, description.isSensitive(at: issue.path.fields) { issue.observed = "\"•••\"" }
            return issue
        }
    }

    /// The place of an issue as differences name it: items by their place, and by their key where the list has one.
    private func paths(of issue: Issue, in records: [Target]) -> [String] {
        guard let list = issue.path.steps.firstIndex(where: { if case .index = $0 { true } else { false } }),
            case .index(let index) = issue.path.steps[list]
        else { return [issue.path.description] }
        var paths = [issue.path.description]
        let names = RecordPath(Array(issue.path.steps[..<list])).fields
        guard case .list(_, let key?)? = Target.schema.description.field(at: names)?.shape.unwrapped else {
            return paths
        }
        for record in records {
            let items = JSONTree(JSONText(verified: record.jsonText()))[names]?.items ?? []
            guard items.indices.contains(index), let value = items[index][[key]] else { continue }
            var path = issue.path
            path.steps[list] = .key(field: key, text: value.string ?? value.text)
            paths.append(path.description)
        }
        return paths
    }
}

// MARK: - What was not written

extension Mapping {
    /// A warning for each change that reading the written object does not give back.
    private func unwritten(from before: [Target], to records: [Target], found: [Target]) -> [Issue] {
        let headerFields = rules.filter { $0.write != nil && $0.target.hasPrefix("header.") }.map(\.target)
        var issues: [Issue] = []
        func report(_ path: RecordPath, _ expected: String, observed: String?) {
            issues.append(
                Issue(
                    .notWritable,
                    severity: .warning,
                    path: path,
                    expected: expected,
                    observed: observed,
                    remedy: "Change it in the system that owns it.",
                    rule: name
                )
            )
        }
        for record in records {
            guard let now = found.first(where: { $0.id == record.id }) else {
                report(RecordPath([.field("id")]), "a record that \(tag) can write", observed: "\"\(record.id.text)\"")
                continue
            }
            for change in now.changes(to: record) {
                let names = change.path.fields
                let isHeader = names.first == "header"
                // Of the header only what rules map is the vendor's; the rest is the firm's own.
                guard !isHeader || headerFields.contains(names.prefix(2).joined(separator: ".")) else { continue }
                report(change.path, "a field that \(tag) can write", observed: change.after)
            }
            if let unmapped = record.header.remarks?.unmapped,
                !before.contains(where: { $0.header.remarks?.unmapped == unmapped })
            {
                report(
                    RecordPath(["header", "remarks", "unmapped"].map { .field($0) }),
                    "what no rule names to stay as it is in the object",
                    observed: nil
                )
            }
        }
        for record in found where !records.contains(where: { $0.id == record.id }) {
            report(RecordPath([.field("id")]), "a record that \(tag) can take away", observed: "\"\(record.id.text)\"")
        }
        return issues
    }
}

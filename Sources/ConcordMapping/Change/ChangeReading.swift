internal import ConcordSchema
internal import ConcordValues

/// The reading of one event by one mapping.
struct ChangeReading<Target: CanonicalRecord> {
    let mapping: Mapping<Target>
    let event: ChangeEvent
    let context: MappingContext

    /// The fields that came with a value, each once.
    private var given: [(pointer: String, value: JSONText)] {
        var values: [String: JSONText] = [:]
        for field in event.fields { values[field.pointer] = field.value }
        var seen: Set<String> = []
        return event.fields.compactMap { field in
            guard seen.insert(field.pointer).inserted else { return nil }
            return values[field.pointer].map { (field.pointer, $0) }
        }
    }

    /// The pointer to the object's id.
    private var idPointer: String? {
        mapping.parts.first?.rules.first { $0.rule.word == "identity" }?.rule.sources.first
    }

    /// The event as an object of the vendor's, with what came and nothing else.
    private func payload(_ id: String) -> [UInt8] {
        let object = VendorObject()
        if let idPointer { object.set(idPointer, text: id) }
        for field in given where field.pointer != idPointer { object.set(field.pointer, json: field.value.text) }
        return Array(object.text().utf8)
    }

    // MARK: With all fields

    /// The change of an object that was made, of which the event has everything.
    func whole(_ id: String) -> MappedChange<Target> {
        let mapped = payload(id).withUnsafeBufferPointer { mapping.read($0, in: context) }
        let changes = mapped.drafts.map { draft in
            let tree = document(marked(draft.value))
            return MappedChange<Target>
                .Change(
                    id: draft.value.id,
                    kind: event.kind,
                    patch: MergePatch(pruned(tree, draft.issues))
                )
        }
        let issues = unplaced(mapped.allIssues)
        return MappedChange(kind: event.kind, changes: known(changes, issues), object: nil, issues: issues)
    }

    /// The changes, if it is known which records they are of.
    private func known(_ changes: [MappedChange<Target>.Change], _ issues: [Issue]) -> [MappedChange<Target>.Change] {
        issues.contains { $0.severity == .error && $0.path.fields == ["id"] } ? [] : changes
    }

    // MARK: Onto an object

    /// The change as it follows from the object before it.
    func applied(to original: [UInt8], _ id: String) -> MappedChange<Target> {
        let fields = given.filter { $0.pointer != idPointer }
        var edits: [SourceEdit] = []
        let failure: Issue? = original.withUnsafeBufferPointer { bytes in
            do throws(ReadFailure) {
                let source = try SourceObject(SourcePlan(fields.map(\.pointer)), bytes)
                let additions = VendorObject()
                for (slot, field) in fields.enumerated() {
                    let value = source.values[slot]
                    if value.kind == .absent {
                        additions.set(field.pointer, json: field.value.text)
                    } else if value.json != field.value.text {
                        let range = value.offset..<(value.offset + value.bytes.count)
                        edits.append(SourceEdit(range: range, text: Array(field.value.text.utf8)))
                    }
                }
                source.insert(additions, &edits)
                return nil
            } catch {
                return Issue(error, severity: .error, in: bytes)
            }
        }
        if let failure { return refused(failure) }
        if let idPointer, identity(of: original) != identity(of: payload(id)) {
            var issue = issue(.otherObject, expected: "the object with the id \(id), which the change is of")
            issue.source = idPointer
            issue.path = RecordPath([.field("id")])
            return refused(issue)
        }
        let object = SourceEdit.applied(edits, to: original)
        let before = original.withUnsafeBufferPointer { mapping.read($0, in: context) }.drafts
        let after = object.withUnsafeBufferPointer { mapping.read($0, in: context) }
        var changes = after.drafts.map { draft in
            let old = before.first { $0.value.id == draft.value.id }
            let new = document(marked(draft.value))
            var tree = old.map { MergePatch.difference(document($0.value), new) ?? .empty } ?? new
            if event.kind == .undeleted { revive(&tree) }
            return MappedChange<Target>
                .Change(
                    id: draft.value.id,
                    kind: old == nil ? .created : event.kind,
                    patch: MergePatch(pruned(tree, draft.issues))
                )
        }
        for draft in before where !after.drafts.contains(where: { $0.value.id == draft.value.id }) {
            let gone = MergePatch.difference(document(draft.value), document(deleted(draft.value))) ?? .empty
            changes.append(.init(id: draft.value.id, kind: .deleted, patch: MergePatch(gone)))
        }
        return MappedChange(
            kind: event.kind,
            changes: known(changes, after.allIssues),
            object: object,
            issues: after.allIssues + untold() + unplaceable(fields.map(\.pointer), in: object)
        )
    }

    /// What is to be said of fields for which the object has no place, because something else stands there.
    private func unplaceable(_ pointers: [String], in object: [UInt8]) -> [Issue] {
        let tree = JSONTree(JSONText(written: object))
        return pointers.filter { tree[pointer: $0] == nil }
            .map { pointer in
                var issue = needsWhole("an object with a place for \(pointer)", severity: .error)
                issue.source = pointer
                return issue
            }
    }

    /// The identity that an object gives its records, parts aside.
    private func identity(of payload: [UInt8]) -> RecordID<Target>? {
        payload.withUnsafeBufferPointer { bytes in
            guard let part = mapping.parts.first, let object = try? SourceObject(mapping.plan.source, bytes) else {
                return nil
            }
            let run = PartialRun(mapping, part, object, context)
            return run.read(run.identities).record.id
        }
    }

    /// What is to be said of fields that changed and whose values did not come; left-out ones aside.
    private func untold() -> [Issue] {
        let dropped = Set(mapping.rules.filter { $0.word == "drop" }.flatMap(\.sources))
        return event.fields.filter { $0.value == nil && !dropped.contains($0.pointer) }
            .map { field in
                let target = mapping.rules.first { rule in
                    rule.word != "drop" && rule.sources.contains { $0.isRelated(to: field.pointer, by: "/") }
                }?
                .target
                var issue = needsWhole(
                    "the value of \(field.pointer), which changed and did not come",
                    at: target ?? "header.remarks.unmapped"
                )
                issue.source = field.pointer
                return issue
            }
    }

    // MARK: With some fields

    /// The change as far as it follows from the fields that came.
    func partial(_ id: String) -> MappedChange<Target> {
        let payload = payload(id)
        return payload.withUnsafeBufferPointer { bytes in
            guard let part = mapping.parts.first else { return refused(needsWhole("a mapping with rules")) }
            let object: SourceObject
            do throws(ReadFailure) {
                object = try SourceObject(mapping.plan.source, bytes)
            } catch {
                return refused(Issue(error, severity: .error, in: bytes))
            }
            let run = PartialRun(mapping, part, object, context)
            var issues: [Issue] = []
            var chosen = run.identities
            var filled: [String] = []
            for rule in run.touched(by: event) {
                let needed = run.needed(by: rule)
                let missing = run.missing(for: needed, event)
                if missing.isEmpty {
                    chosen.formUnion(needed)
                    if !filled.contains(run.target(of: rule)) { filled.append(run.target(of: rule)) }
                } else if !issues.contains(where: { $0.path.description == run.target(of: rule) }) {
                    var issue = needsWhole(
                        "\(listed(missing)) too, which the change does not have",
                        at: run.target(of: rule)
                    )
                    issue.source = missing.first
                    issues.append(issue)
                }
            }
            let outcome = run.read(chosen)
            let after = document(marked(outcome.record.keeping(mapping.keepsRest ? outcome.rest : nil)))
            let before = document(run.read(run.identities).record)
            var tree = MergePatch.difference(before, after) ?? .empty
            for target in filled where !target.isEmpty {
                let names = target.split(separator: ".").map(String.init)
                let shape = Target.schema.description.field(at: names)?.shape.unwrapped
                tree.set(after[names].map { $0.saying(shape) } ?? .null, at: names)
            }
            if event.kind == .undeleted { revive(&tree) }
            let found = unplaced(outcome.issues)
            let unmapped = untold()
                .filter { issue in
                    let pointer = issue.source ?? ""
                    return mapping.keepsRest && !mapping.plan.pointers.contains { $0.isRelated(to: pointer, by: "/") }
                }
            let change = MappedChange<Target>
                .Change(id: outcome.record.id, kind: event.kind, patch: MergePatch(pruned(tree, found)))
            return MappedChange(
                kind: event.kind,
                changes: known([change], found),
                object: nil,
                issues: found + issues + unmapped
            )
        }
    }

    // MARK: Documents

    private func document(_ record: Target) -> JSONTree {
        JSONTree(JSONText(verified: record.jsonText()))
    }

    /// The record, deleted if the event says so.
    private func marked(_ record: Target) -> Target { event.kind == .deleted ? deleted(record) : record }

    private func deleted(_ record: Target) -> Target {
        var record = record
        record.header.lifecycle = .deleted
        var remarks = record.header.remarks ?? RecordRemarks()
        remarks.tombstone = Tombstone(detectedAt: context.ingestedAt) { tombstone in
            tombstone.deletedAt = event.at
            tombstone.detection = "event"
        }
        record.header.remarks = remarks
        return record
    }

    /// Says that the record is there again.
    private func revive(_ tree: inout JSONTree) {
        tree.set(.leaf("\"\(RecordLifecycle.present.rawValue)\""), at: ["header", "lifecycle"])
        tree.set(.null, at: ["header", "remarks", "tombstone"])
    }

    /// A patch without the fields that could not be read, which hold nothing that anybody should take over.
    private func pruned(_ tree: JSONTree, _ issues: [Issue]) -> JSONTree {
        var tree = tree
        for issue in issues where issue.severity == .error {
            let names = issue.path.steps.prefix { if case .field = $0 { true } else { false } }
            tree.remove(at: RecordPath(Array(names)).fields)
        }
        return tree
    }
}

extension CanonicalRecord {
    /// The record with what it has no place for.
    fileprivate func keeping(_ rest: JSONText?) -> Self {
        guard let rest else { return self }
        var record = self
        var remarks = record.header.remarks ?? RecordRemarks()
        remarks.unmapped = rest
        record.header.remarks = remarks
        return record
    }
}

extension JSONTree {
    /// The value with `null` for what it does not have of its declared members, so that nothing of an earlier one is left.
    fileprivate func saying(_ shape: FieldShape?) -> JSONTree {
        guard case .record(let record)? = shape, let members else { return self }
        var result: [Member] = []
        for field in record.fields {
            let value = self[field.name]
            result.append(Member(field.name, value?.saying(field.shape.unwrapped) ?? .null))
        }
        for member in members where !record.fields.contains(where: { member.key.elementsEqual($0.name.utf8) }) {
            result.append(member)
        }
        return .object(result)
    }
}

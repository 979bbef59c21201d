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
        let object = fold(records, in: context)
        for record in records {
            if let unmapped = record.header.remarks?.unmapped { object.merge(unmapped) }
        }
        return object.text()
    }

    /// Writes a record as a new vendor's object.
    public func write(_ record: Target, in context: MappingContext) -> String {
        write([record], in: context)
    }

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
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        var before: [Target] = []
        let failure: Refusal? = original.withUnsafeBufferPointer { bytes in
            let source: SourceObject
            do throws(ReadFailure) {
                source = try SourceObject(plan, bytes)
            } catch {
                return Refusal(issues: [Issue(error, severity: .error, in: bytes)])
            }
            // What the rules would write of the original tells a change from another way to write the same.
            before = read(bytes, in: context).drafts.map(\.value)
            edits = self.edits(from: fold(before, in: context), to: fold(records, in: context), in: source)
            return nil
        }
        if let failure { throw failure }
        var result = original
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            result.replaceSubrange(edit.range, with: edit.text)
        }
        return (result, unwritable(from: before, to: records))
    }

    private func fold(_ records: [Target], in context: MappingContext) -> VendorObject {
        let object = VendorObject()
        for record in records {
            let part = parts.first { part in
                part.title.map { record.id.text.hasSuffix("/\($0)") } ?? true
            }
            for (rule, _) in part?.rules ?? [] {
                var output = RuleOutput(object: object, context: context, pointers: rule.sources)
                rule.write?(record, &output)
            }
        }
        return object
    }

    private func edits(
        from before: VendorObject,
        to after: VendorObject,
        in source: SourceObject
    ) -> [(range: Range<Int>, text: [UInt8])] {
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        var additions: [String: [String]] = [:]
        for (slot, pointer) in plan.pointers.enumerated() {
            let old = before.json(at: pointer)
            let new = after.json(at: pointer)
            guard old != new else { continue }
            let value = source.values[slot]
            if value.kind != .absent {
                let range = value.offset..<(value.offset + value.bytes.count)
                edits.append((range, Array((new ?? "null").utf8)))
            } else if let new {
                let names = pointer.pointerNames
                let level = names.dropLast().map { "/\($0)" }.joined()
                additions[level, default: []].append("\"\(names.last ?? "")\":\(new)")
            }
        }
        for (level, members) in additions {
            if let end = source.ends[level] {
                let text = (end.isEmpty ? "" : ",") + members.joined(separator: ",")
                edits.append((end.offset..<end.offset, Array(text.utf8)))
            } else if let end = source.ends[""] {
                // The whole level is new.
                let name = level.pointerNames.joined(separator: "/")
                let text = (end.isEmpty ? "" : ",") + "\"\(name)\":{\(members.joined(separator: ","))}"
                edits.append((end.offset..<end.offset, Array(text.utf8)))
            }
        }
        return edits
    }

    /// A warning for each changed field that no rule writes.
    private func unwritable(from before: [Target], to after: [Target]) -> [Issue] {
        let writable = Set(rules.filter { $0.write != nil }.map { String($0.target.prefix { $0 != "." }) })
        var issues: [Issue] = []
        for record in after {
            guard let old = before.first(where: { $0.id == record.id }) else { continue }
            for change in old.changes(to: record) {
                guard let field = change.path.fields.first, field != "header", !writable.contains(field) else { continue }
                issues.append(
                    Issue(
                        .notWritable,
                        severity: .warning,
                        path: change.path,
                        expected: "a field that \(tag) can write",
                        observed: change.after,
                        remedy: "Change it in the system that owns it.",
                        rule: name
                    )
                )
            }
        }
        return issues
    }
}

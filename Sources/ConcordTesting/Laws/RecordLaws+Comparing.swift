internal import ConcordSchema

// Laws of two records.

extension RecordLaws {
    func equality(_ first: Sample, _ second: Sample) -> Finding? {
        guard let first = read(first), let second = read(second) else { return nil }
        let written = (first.json(), second.json())
        guard (first == second) == (written.0 == written.1) else {
            return Finding(
                first == second
                    ? "the records are equal and write different bytes:\n"
                        + difference(Self.text(written.0), Self.text(written.1))
                    : "the records are not equal and write the same bytes:\n\(Self.text(written.0))"
            )
        }
        guard first != second || first.hashValue == second.hashValue else {
            return Finding("the records are equal and have different hash values:\n\(Self.text(written.0))")
        }
        return nil
    }

    func changes(_ first: Sample, _ second: Sample) -> Finding? {
        guard let first = read(first), let second = read(second) else { return nil }
        let own = first.changes(to: first)
        guard own.isEmpty else { return Finding("a record differs from itself:\n" + Self.list(own)) }
        // What the records write, not what they were read from: there, defaults are written out.
        guard let before = DocumentTree(first.json()), let after = DocumentTree(second.json()) else { return nil }
        let changes = first.changes(to: second)
        let fields = second.difference(from: first)
        func finding(_ text: String) -> Finding {
            Finding(
                "\(text)\nchanges:\n\(Self.list(changes))\nfields: \(fields)\n"
                    + difference(before.plain.description, after.plain.description)
            )
        }
        guard first != second || changes.isEmpty else { return finding("equal records have changes") }

        let expected = ExpectedChanges(of: generator.description, from: before, to: after)
        for path in expected.certain.sorted(by: Self.precedes) where !fields.covers(path) {
            return finding("\(path) differs and is not among the fields that do")
        }
        let all = expected.certain.union(expected.possible)
        for change in changes {
            let names = change.path.fields
            guard all.contains(where: { $0.fields.starts(with: names) }) else {
                return finding("\(change.path) is said to differ and does not")
            }
            guard fields.contains(change.path) else {
                return finding("\(change.path) has changed and is not among the fields that differ")
            }
            for (json, tree) in [(change.before, before), (change.after, after)]
            where !Self.isShown(json, at: change.path, in: tree) {
                return finding("the change of \(change.path) shows \(json ?? "nothing"), which is not there")
            }
        }
        let paths = Set(changes.map { $0.path.fields.joined(separator: ".") })
        guard paths == Set(fields.paths) else {
            return finding("the fields that differ are not those of the changes")
        }
        return nil
    }

    /// Whether the value that a change shows is the one at its path in what the record writes.
    private static func isShown(_ json: String?, at path: RecordPath, in tree: DocumentTree) -> Bool {
        var value: DocumentTree? = tree
        for step in path.steps {
            switch step {
            case .field(let name):
                value = value?[name]
            case .index(let index):
                value = value.flatMap { $0.items.indices.contains(index) ? $0.items[index] : nil }
            case .key(let field, let key):
                value = value?.items
                    .first { item in
                        guard let found = item[field] else { return key == "null" }
                        return found.text.map { DocumentTree.Text($0) == DocumentTree.Text(key) }
                            ?? (found.description == key)
                    }
            }
        }
        let shown = json.flatMap { DocumentTree($0) }
        if json != nil, shown == nil { return false }
        // A field that holds nothing is left out, or written as null or as no items.
        let nothing: [DocumentTree?] = [nil, .null, .array([])]
        if nothing.contains(value), nothing.contains(shown) { return true }
        guard let value, let shown else { return false }
        return contains(value, shown)
    }

    /// Whether a value has all that another has; members of composites that the record keeps may be more.
    private static func contains(_ value: DocumentTree, _ part: DocumentTree) -> Bool {
        switch (value, part) {
        case (.object, .object(let members)):
            members.allSatisfy { member in
                value.members.contains { $0.name == member.name && contains($0.value, member.value) }
            }
        case (.array(let items), .array(let parts)):
            items.count == parts.count && zip(items, parts).allSatisfy(contains)
        default:
            value == part
        }
    }

    private static func list(_ changes: [FieldChange]) -> String {
        changes.isEmpty
            ? "none"
            : changes.map { "\($0.path): \($0.before ?? "nothing") → \($0.after ?? "nothing")" }.joined(separator: "\n")
    }

    private static func precedes(_ left: RecordPath, _ right: RecordPath) -> Bool {
        left.fields.lexicographicallyPrecedes(right.fields)
    }
}

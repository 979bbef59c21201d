internal import ConcordSchema

// Laws of what is read and written.

extension RecordLaws {
    /// The record of a document, or nil if it is refused, which is for the law of acceptance to report.
    func read(_ sample: Sample) -> R? {
        try? R(json: sample.bytes)
    }

    func acceptance(_ sample: Sample) -> Finding? {
        let bytes = sample.bytes
        let draft = Draft<R>(json: bytes)
        let errors = draft.issues.filter { $0.severity == .error }
        guard errors.isEmpty, draft.isAcceptable else {
            return Finding("expected no errors, found:\n" + Self.list(errors))
        }
        if let flaw = flaw(of: draft.issues, in: bytes) { return Finding(flaw) }
        let names = Set(sample.tree.members.map(\.name))
        let expected = R.schema.description.fields.map(\.name).filter { names.contains(DocumentTree.Text($0)) }
        guard draft.present.paths == expected else {
            return Finding("expected the draft to have \(expected) present, found \(draft.present.paths)")
        }
        return nil
    }

    func roundTrip(_ sample: Sample) -> Finding? {
        guard let record = read(sample) else { return nil }
        return roundTrip(record)
    }

    func roundTrip(_ record: R) -> Finding? {
        let written = record.json()
        let draft = Draft<R>(json: written)
        guard let again = try? draft.record() else {
            return Finding(
                "the record writes what it refuses:\n\(Self.text(written))\n"
                    + Self.list(draft.issues.filter { $0.severity == .error })
            )
        }
        guard again == record else {
            let diff = difference(Self.text(written), again.jsonText())
            return Finding(
                "the record that is read from what a record writes is another:\n\(Self.text(written))\n"
                    + (diff.isEmpty ? "both write the same" : diff)
            )
        }
        return nil
    }

    func preservation(_ sample: Sample) -> Finding? {
        guard let record = read(sample) else { return nil }
        return preservation(of: sample.tree, by: record)
    }

    func preservation(of tree: DocumentTree, by record: R) -> Finding? {
        let written = record.json()
        guard let kept = DocumentTree(written) else {
            return Finding("the record writes no JSON:\n\(Self.text(written))")
        }
        let defaults = DocumentTree(R.schema.blank.json())
        let preservation = Preservation(record: generator.description, defaults: defaults)
        let losses = preservation.losses(from: tree, to: kept)
        guard losses.isEmpty else {
            let aligned = preservation.aligned(kept, to: tree)
            return Finding(
                losses.joined(separator: "\n") + "\n"
                    + difference(tree.plain.description, aligned.plain.description)
            )
        }
        return nil
    }

    func determinism(_ sample: Sample) -> Finding? {
        guard let record = read(sample) else { return nil }
        let first = record.json()
        let second = record.json()
        guard first == second else {
            return Finding(
                "the same record writes different bytes:\n\(Self.text(first))\n\(Self.text(second))"
            )
        }
        guard let again = try? R(json: first) else { return nil }
        let third = again.json()
        guard first == third else {
            return Finding(
                "the record that is read from a record's bytes writes other bytes:\n\(Self.text(first))\n"
                    + Self.text(third)
            )
        }
        return nil
    }

    /// What is wrong with the issues of a document themselves; nil if each has its place and stands there once.
    func flaw(of issues: [Issue], in bytes: [UInt8]) -> String? {
        for (index, issue) in issues.enumerated() {
            guard let position = issue.position else { return "the issue has no position: \(issue)" }
            for position in [position, issue.related].compactMap(\.self) {
                guard (0...bytes.count).contains(position.offset) else {
                    return "the issue's position is outside the document of \(bytes.count) bytes: \(issue)"
                }
                let before = bytes[..<position.offset]
                let line = before.count { $0 == 0x0A } + 1
                let column = position.offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
                guard position.line == line, position.column == column else {
                    return "expected line \(line), column \(column) in the issue: \(issue)"
                }
            }
            if issues[..<index].contains(issue) { return "the issue is reported twice: \(issue)" }
        }
        return nil
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func list(_ issues: [Issue]) -> String {
        issues.isEmpty ? "none" : issues.map(\.description).joined(separator: "\n")
    }
}

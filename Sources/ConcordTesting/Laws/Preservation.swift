internal import ConcordSchema

/// Looks for what a document says and what was written does not.
struct Preservation {
    let record: RecordDescription

    /// What the record's blank writes; a member of it may be added where the document left it out.
    let defaults: DocumentTree?

    /// What was lost or made up, in words, with its path.
    func losses(from document: DocumentTree, to written: DocumentTree) -> [String] {
        var found: [String] = []
        compare(document, written, .record(record), "", into: &found)
        return found
    }

    /// What was written with its members in the document's order and without defaults, so that only what was lost or made
    /// up differs.
    func aligned(_ written: DocumentTree, to document: DocumentTree) -> DocumentTree {
        align(written, to: document, .record(record), isOutermost: true)
    }

    private func align(
        _ written: DocumentTree,
        to document: DocumentTree,
        _ shape: FieldShape?,
        isOutermost: Bool = false
    ) -> DocumentTree {
        switch (document, written) {
        case (.object(let before), .object(var rest)):
            let record = Self.record(of: shape)
            var members: [DocumentTree.Member] = []
            for member in before {
                guard let index = rest.firstIndex(where: { $0.name == member.name }) else { continue }
                let field = record?.field(named: member.name)
                let value = align(rest.remove(at: index).value, to: member.value, field?.shape)
                members.append(DocumentTree.Member(member.name, value))
            }
            return .object(members + rest.filter { !isDefault($0, record, isOutermost: isOutermost) })
        case (.array(let before), .array(let after)):
            return .array(
                after.enumerated()
                    .map { index, item in
                        index < before.count ? align(item, to: before[index], Self.item(of: shape)) : item
                    }
            )
        default:
            return written
        }
    }

    private static func record(of shape: FieldShape?) -> RecordDescription? {
        if case .record(let record)? = shape?.unwrapped { record } else { nil }
    }

    private static func item(of shape: FieldShape?) -> FieldShape? {
        if case .list(let item, _)? = shape?.unwrapped { item } else { nil }
    }

    private func compare(
        _ document: DocumentTree,
        _ written: DocumentTree,
        _ shape: FieldShape?,
        _ path: String,
        into found: inout [String]
    ) {
        switch (document, written) {
        case (.object(let before), .object(let after)):
            compare(before, after, Self.record(of: shape), path, into: &found)
        case (.array(let before), .array(let after)) where before.count == after.count:
            for index in before.indices {
                compare(before[index], after[index], Self.item(of: shape), "\(path)[\(index)]", into: &found)
            }
        default:
            if document != written { found.append("\(path): expected \(document), found \(written)") }
        }
    }

    private func compare(
        _ before: [DocumentTree.Member],
        _ after: [DocumentTree.Member],
        _ record: RecordDescription?,
        _ path: String,
        into found: inout [String]
    ) {
        var rest = after
        for member in before {
            let name = path.isEmpty ? "\(member.name)" : "\(path).\(member.name)"
            guard let index = rest.firstIndex(where: { $0.name == member.name }) else {
                found.append("\(name): expected \(member.value), found nothing")
                continue
            }
            let counterpart = rest.remove(at: index)
            compare(member.value, counterpart.value, record?.field(named: member.name)?.shape, name, into: &found)
        }
        for member in rest where !isDefault(member, record, isOutermost: path.isEmpty) {
            let name = path.isEmpty ? "\(member.name)" : "\(path).\(member.name)"
            found.append("\(name): expected nothing, found \(member.value)")
        }
    }

    private func isDefault(_ member: DocumentTree.Member, _ record: RecordDescription?, isOutermost: Bool) -> Bool {
        guard let field = record?.field(named: member.name), !field.isRequired else { return false }
        switch field.shape {
        case .optional, .list:
            // Nothing is the default of these unless the record's blank says otherwise.
            return isOutermost && defaults?.members.contains(member) == true
        default:
            return true
        }
    }
}

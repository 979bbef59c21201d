internal import ConcordSchema
internal import ConcordVersions

/// Two versions of a record, and what holds between them.
struct VersionPair: Sendable {
    let history: SchemaHistory
    let old: Int
    let new: Int

    func downAndUp(_ document: DocumentTree) -> String? {
        roundTrip(document, over: old, to: new)
    }

    func upAndDown(_ document: DocumentTree) -> String? {
        roundTrip(document, over: new, to: old)
    }

    private func roundTrip(_ document: DocumentTree, over other: Int, to own: Int) -> String? {
        do throws(Refusal) {
            let there = try history.migrate(document.compact, to: other)
            let back = try history.migrate(there, to: own)
            guard let tree = DocumentTree(back) else { return "no JSON: \(String(decoding: back, as: UTF8.self))" }
            // White space says nothing, wherever it stands.
            var random = SeededGenerator(seed: 1)
            let spaced = try history.migrate(document.spaced(using: &random), to: other)
            let isSame = DocumentTree(spaced) == DocumentTree(there)
            guard isSame, DocumentTree(spaced) != nil else {
                return "with white space:\n\(Self.difference(there, spaced))"
            }
            if tree.inOneOrder == document.inOneOrder { return nil }
            return "\(String(decoding: there, as: UTF8.self))\n\(Self.difference(document.compact, back))"
        } catch {
            return "\(error)"
        }
    }

    func validity(_ document: DocumentTree) -> String? {
        do throws(Refusal) {
            let earlier = try history.migrate(document.compact, to: old)
            guard let tree = DocumentTree(earlier), let version = history.version(old) else { return "no JSON" }
            let problems = ShapeCheck(tree, version).problems
            return problems.isEmpty ? nil : problems.joined(separator: "\n") + "\n\(tree)"
        } catch {
            return "\(error)"
        }
    }

    func composition(_ document: DocumentTree) -> String? {
        do throws(Refusal) {
            let direct = try history.migrate(document.compact, to: old)
            var bytes = document.compact
            for version in stride(from: new - 1, through: old, by: -1) {
                bytes = try history.migrate(bytes, to: version)
            }
            if bytes != direct { return Self.difference(direct, bytes) }
            let back = try history.migrate(direct, to: new)
            for version in stride(from: old + 1, through: new, by: 1) {
                bytes = try history.migrate(bytes, to: version)
            }
            return bytes == back ? nil : Self.difference(back, bytes)
        } catch {
            return "\(error)"
        }
    }

    func idempotence(_ document: DocumentTree) -> String? {
        do throws(Refusal) {
            let bytes = document.compact
            let same = try history.migrate(bytes, to: new)
            if same != bytes { return Self.difference(bytes, same) }
            let once = try history.migrate(bytes, to: old)
            let twice = try history.migrate(try history.migrate(once, to: new), to: old)
            return DocumentTree(once)?.inOneOrder == DocumentTree(twice)?.inOneOrder
                ? nil : Self.difference(once, twice)
        } catch {
            return "\(error)"
        }
    }

    /// Changes one value in the earlier version.
    func edit(_ document: DocumentTree, _ generator: DocumentGenerator, _ random: inout SeededGenerator) -> String? {
        guard let down = try? history.migrate(document.compact, to: old), let before = DocumentTree(down) else {
            return nil
        }
        let edited = generator.neighbour(of: before, using: &random)
        // Another id is another record, and residue belongs to one.
        guard edited["id"] == before["id"], edited["schema"] == before["schema"] else { return nil }
        // Values that cannot be converted are refused, which other laws look at.
        guard let up = try? history.migrate(edited.compact, to: new), let after = DocumentTree(up) else { return nil }
        do throws(Refusal) {
            let again = try history.migrate(up, to: old)
            let seen = DocumentTree(again)?.withoutResidue.inOneOrder
            if seen != edited.withoutResidue.inOneOrder {
                return "the change was lost:\n\(Self.difference(edited.compact, again))\nbetween: \(after)"
            }
        } catch {
            return "\(error)"
        }
        var mayDiffer = Set(
            Set(before.members.map(\.name)).union(edited.members.map(\.name))
                .filter { before[$0.description] != edited[$0.description] }.map(\.description)
        )
        for change in history.changes where change.version > old && change.version <= new {
            let steps = change.steps.filter { !$0.former.isEmpty }
            let hit = steps.filter { step in step.former.contains { mayDiffer.contains($0.name) } }
            mayDiffer.formUnion(hit.flatMap(\.names))
        }
        mayDiffer.insert("residue")
        for name in Set(document.members.map(\.name.description)).union(after.members.map(\.name.description)) {
            guard !mayDiffer.contains(name), document[name]?.inOneOrder != after[name]?.inOneOrder else { continue }
            return "\(name) differs, where \(mayDiffer.sorted()) may:\n\(edited)\n"
                + Self.difference(document.compact, up)
        }
        return nil
    }

    /// The lines of two documents that differ.
    static func difference(_ first: [UInt8], _ second: [UInt8]) -> String {
        guard let first = DocumentTree(first), let second = DocumentTree(second) else { return "one is no JSON" }
        return "\(RecordDiff(lines: first.inOneOrder.pretty, second.inOneOrder.pretty))"
    }
}

extension DocumentTree {
    /// The value with the members of its objects sorted, because their order says nothing.
    var inOneOrder: DocumentTree {
        switch self {
        case .object(let members):
            .object(
                members.map { Member($0.name, $0.value.inOneOrder) }
                    .sorted { $0.name.meant.lexicographicallyPrecedes($1.name.meant) }
            )
        case .array(let items):
            .array(items.map(\.inOneOrder))
        default:
            self
        }
    }

    var withoutResidue: DocumentTree {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !$0.name.means("residue") })
    }
}

/// Whether a document has what its version must have, and values of the right kind.
struct ShapeCheck {
    private(set) var problems: [String] = []

    init(_ document: DocumentTree, _ description: RecordDescription) {
        check(document, .record(description), "")
    }

    private mutating func check(_ value: DocumentTree, _ shape: FieldShape, _ path: String) {
        switch (shape, value) {
        case (.optional, .null), (.boolean, .boolean), (.integer, .number), (.code, .string): break
        case (.text(let format, _), .string) where format != "json": break
        case (.text("json", _), _): break
        case (.optional(let shape), _): check(value, shape, path)
        case (.list(let item, _), .array(let items)):
            for (index, part) in items.enumerated() { check(part, item, "\(path)[\(index)]") }
        case (.record(let record), .object):
            for field in record.fields {
                if let part = value[field.name] {
                    check(part, field.shape, "\(path).\(field.name)")
                } else if field.isRequired {
                    problems.append("\(path).\(field.name) is missing")
                }
            }
        default: problems.append("\(path) is \(value), which is no \(shape.summary)")
        }
    }
}

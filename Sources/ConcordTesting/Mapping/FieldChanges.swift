internal import ConcordMapping
internal import ConcordSchema

/// Makes other values for a field of a record: such as other objects have, such as a crosswalk knows, and random ones of
/// the field's shape.
struct FieldChanges {
    let generator: DocumentGenerator
    var random: SeededGenerator

    /// Whether changes are to be plain.
    private var isPlain = false

    init(generator: DocumentGenerator, random: SeededGenerator) {
        self.generator = generator
        self.random = random
    }

    /// Other values for a field, those that a vendor is likeliest to take first; nil takes the value away.
    ///
    /// - Parameters:
    ///   - row: The rule that fills the field.
    ///   - field: The field.
    ///   - current: The value that it has.
    ///   - others: The values that it has in other records.
    ///   - crosswalk: The crosswalk that the rule asks.
    /// - Returns: The values, each another one than the field has.
    mutating func candidates(
        _ row: TrialRow,
        _ field: FieldDescription,
        current: DocumentTree?,
        others: [DocumentTree],
        crosswalk: Crosswalk?
    ) -> [DocumentTree?] {
        var found: [DocumentTree?] = []
        if row.word == "code", let crosswalk {
            let codes = random.shuffled(Array(Set(crosswalk.rows.map(\.target))).sorted())
            found += codes.prefix(6).map { .string(DocumentTree.Text($0)) }
        } else if row.word != "reference" {
            let model = current.flatMap { $0 == .null ? nil : $0 } ?? others.first
            for _ in 0..<4 {
                guard let model else { break }
                found.append(changed(model, field.shape))
            }
            if model == nil, Self.isScalar(field.shape) {
                for _ in 0..<4 { found.append(generator.value(of: field.shape, using: &random)) }
            }
        }
        found += random.shuffled(others).prefix(2).map(Optional.some)
        if case .optional = field.shape, current != nil, current != .null { found.append(nil) }
        return found.filter { $0 != current }
    }

    /// A value with its first part changed as little as can be, so that a person sees at once what was done.
    mutating func plainlyChanged(_ value: DocumentTree, _ shape: FieldShape) -> DocumentTree {
        isPlain = true
        defer { isPlain = false }
        return changed(value, shape)
    }

    /// A value with one part made anew: of an amount of money the number, of a code with its list the code.
    private mutating func changed(_ value: DocumentTree, _ shape: FieldShape) -> DocumentTree {
        switch (value, shape.unwrapped) {
        case (.object(var members), .record(let record)):
            let places = members.indices.filter { index in
                guard members[index].value != .null, let field = record.field(named: members[index].name.description)
                else { return false }
                // A code belongs to its list; without one it stands for nothing that was sent.
                if record.name == "coding" { return field.name == "code" && value["system"] != nil }
                return Self.isFree(field.shape)
            }
            guard !places.isEmpty else { return value }
            // The first part says what the value is; it is changed most often.
            let index = isPlain || random.happens(percent: 70) ? places[0] : random.one(of: places)
            guard let field = record.field(named: members[index].name.description) else { return value }
            members[index].value = changed(members[index].value, field.shape)
            var changed = DocumentTree.object(members)
            generator.rules.correction(ofRecord: record.name)?(&changed, &random)
            return changed
        case (.array(var items), .list(let item, _)) where !items.isEmpty:
            let index = isPlain ? 0 : random.number(in: 0...items.count - 1)
            items[index] = changed(items[index], item)
            return .array(items)
        case (.string(let text), .text("text", _)) where isPlain:
            return .string(DocumentTree.Text("\(text) 2"))
        case (.string, .text("decimal", _)) where isPlain:
            return .string("1.00")
        default:
            return generator.value(of: shape.unwrapped, using: &random)
        }
    }

    /// Whether a part of a value may be changed alone; ids, currencies and codes belong to something else.
    private static func isFree(_ shape: FieldShape) -> Bool {
        switch shape.unwrapped {
        case .text(let format, _): !["id", "currency", "json", "unit", "time-zone"].contains(format)
        case .code: false
        default: true
        }
    }

    private static func isScalar(_ shape: FieldShape) -> Bool {
        switch shape.unwrapped {
        case .text(let format, _): format != "id" && format != "json"
        case .integer, .boolean: true
        default: false
        }
    }
}

extension DocumentTree {
    /// The value that some names lead to; of a list, its first item is gone through.
    func value(at names: ArraySlice<String>) -> DocumentTree? {
        guard let name = names.first else { return self }
        if case .array(let items) = self { return items.first?.value(at: names) }
        return self[name]?.value(at: names.dropFirst())
    }

    /// The value with another one where some names lead to, or none; nil if there is nothing around that place.
    func setting(_ value: DocumentTree?, at names: ArraySlice<String>) -> DocumentTree? {
        if case .array(var items) = self {
            guard let first = items.first?.setting(value, at: names) else { return nil }
            items[0] = first
            return .array(items)
        }
        guard let name = names.first, case .object = self else { return nil }
        var tree = self
        if names.count == 1 {
            tree[name] = value
        } else {
            guard let inner = self[name]?.setting(value, at: names.dropFirst()) else { return nil }
            tree[name] = inner
        }
        return tree
    }
}

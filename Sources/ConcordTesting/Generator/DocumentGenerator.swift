public import ConcordSchema

/// Makes random valid documents of a record's schema, from the schema's description alone.
///
/// Required members are always there; the others are left out, are nothing (`null` or an empty list) or have a value.
/// Keyed lists have distinct keys. What the description cannot say is in ``rules``.
///
/// ```swift
/// let generator = DocumentGenerator(Retainer.schema.description)
/// var random = SeededGenerator(seed: 1)
/// let document = generator.document(using: &random)
/// ```
public struct DocumentGenerator: Sendable {
    /// The record whose documents are made.
    public let description: RecordDescription

    /// What must be known of values beyond their shape.
    public var rules = GeneratorRules.standard

    /// Whether some documents have members that the schema does not know, in the record and in everything inside it.
    public var hasUnknownMembers = true

    /// Whether some codes are not in their list.
    public var hasUnknownCodes = true

    /// Whether some documents have their members in another order than the declared one.
    public var hasAnyOrder = true

    /// Whether some documents have white space between their tokens.
    public var hasWhiteSpace = true

    /// Whether some names and free texts are written with escapes that they do not need.
    public var hasNeedlessEscapes = true

    /// About how many values a document has at most, beside those that it must have.
    public var size = 300

    /// A generator of a record's documents.
    ///
    /// - Parameter description: The record's description.
    public init(_ description: RecordDescription) {
        self.description = description
    }

    /// A random document.
    ///
    /// - Parameter random: The source of randomness.
    /// - Returns: The document in UTF-8.
    public func document(using random: inout SeededGenerator) -> [UInt8] {
        sample(using: &random).bytes
    }

    /// A random document as a tree, and how it is laid out.
    func sample(using random: inout SeededGenerator) -> Sample {
        let layout = hasWhiteSpace && random.happens(percent: 30) ? random.next() : nil
        var run = Run(self, random)
        let tree = run.document()
        random = run.random
        return Sample(tree: tree, layout: layout)
    }

    /// A random value of a shape, plainly written.
    func value(of shape: FieldShape, using random: inout SeededGenerator) -> DocumentTree {
        var run = Run(self, random)
        let value = run.value(of: shape, examples: [], depth: 2)
        random = run.random
        return value
    }

    /// A document that differs from another in one declared value, most often.
    func neighbour(of tree: DocumentTree, using random: inout SeededGenerator) -> DocumentTree {
        var run = Run(self, random)
        let result = run.change(tree, of: description, depth: 0)
        random = run.random
        return result
    }
}

/// One document: what it says and how it is laid out.
struct Sample: Sendable {
    var tree: DocumentTree

    /// The seed of the white space; nil if there is none.
    var layout: UInt64?

    var bytes: [UInt8] {
        guard let layout else { return tree.compact }
        var random = SeededGenerator(seed: layout)
        return tree.spaced(using: &random)
    }
}

/// The making of one document.
private struct Run {
    let generator: DocumentGenerator
    var random: SeededGenerator

    /// How many optional members in a hundred have a value at the top level; deeper, fewer.
    let density: Int
    /// How many values may still be made that need not be.
    var rest: Int
    let hasUnknownMembers: Bool
    let hasAnyOrder: Bool
    let needlessEscapes: Int

    init(_ generator: DocumentGenerator, _ random: SeededGenerator) {
        var random = random
        self.generator = generator
        density = random.one(of: [0, 10, 10, 20, 20, 40, 40, 40, 70, 100])
        rest = generator.size
        hasUnknownMembers = generator.hasUnknownMembers && random.happens(percent: 60)
        hasAnyOrder = generator.hasAnyOrder && random.happens(percent: 30)
        needlessEscapes = generator.hasNeedlessEscapes && random.happens(percent: 30) ? 10 : 0
        self.random = random
    }

    mutating func document() -> DocumentTree {
        var object = object(of: generator.description, depth: 0, reserved: ["schema"])
        guard case .object(var members) = object else { return object }
        let tag = DocumentTree.Member(
            random.written("schema", escaping: needlessEscapes),
            .string(DocumentTree.Text(generator.description.tag))
        )
        members.insert(tag, at: hasAnyOrder ? random.number(in: 0...members.count) : 0)
        object = .object(members)
        return object
    }

    private mutating func object(of record: RecordDescription, depth: Int, reserved: [String] = []) -> DocumentTree {
        var members: [DocumentTree.Member] = []
        for field in record.fields {
            guard let value = member(of: field, depth: depth) else { continue }
            members.append(DocumentTree.Member(random.written(field.name, escaping: needlessEscapes), value))
        }
        if hasUnknownMembers, random.happens(percent: depth == 0 ? 80 : 25) {
            var names = Set((record.fields.map(\.name) + reserved).map { DocumentTree.Text($0) })
            for _ in 0..<random.number(in: 1...3) {
                let name = unknownName(besides: record)
                guard names.insert(name).inserted else { continue }
                let place = hasAnyOrder ? random.number(in: 0...members.count) : members.count
                members.insert(DocumentTree.Member(name, random.anyJSON()), at: place)
            }
        }
        if hasAnyOrder { members = random.shuffled(members) }
        return corrected(.object(members), record)
    }

    private mutating func corrected(_ object: DocumentTree, _ record: RecordDescription) -> DocumentTree {
        var object = object
        generator.rules.correction(ofRecord: record.name)?(&object, &random)
        return object
    }

    /// A name that is near those of the fields, so that a careless comparison takes it for one of them.
    private mutating func unknownName(besides record: RecordDescription) -> DocumentTree.Text {
        let known = record.fields.isEmpty ? "name" : random.one(of: record.fields).name
        switch random.number(in: 0...9) {
        case 0: return DocumentTree.Text(known.uppercased())
        case 1: return DocumentTree.Text(known + random.one(of: ["s", "_", " ", "\"", "2", "\u{0}"]))
        case 2: return DocumentTree.Text(String(known.dropLast()))
        case 3: return DocumentTree.Text("schema")
        case 4, 5: return random.unreadText()
        default:
            return DocumentTree.Text("x-\(random.characters("abcdefghijklmnop", count: random.number(in: 1...20)))")
        }
    }

    /// The value of a member, or nil if the document leaves it out.
    private mutating func member(of field: FieldDescription, depth: Int) -> DocumentTree? {
        if field.isRequired { return value(of: field.shape, examples: [], depth: depth) }
        var percent = density
        for _ in 0..<depth where density < 100 { percent = percent * 7 / 10 }
        if rest > 0, random.happens(percent: percent) { return value(of: field.shape, examples: [], depth: depth) }
        guard random.happens(percent: 12) else { return nil }
        switch field.shape {
        case .optional: return .null
        case .list: return .array([])
        default: return nil
        }
    }

    mutating func value(of shape: FieldShape, examples: [String], depth: Int) -> DocumentTree {
        rest -= 1
        switch shape {
        case .optional(let shape):
            return value(of: shape, examples: examples, depth: depth)
        case .boolean:
            return .boolean(random.happens(percent: 50))
        case .integer(let minimum, let maximum):
            return .number(integer(minimum, maximum))
        case .code(_, let known):
            return .string(code(known))
        case .text(let format, let examples):
            return text(format, examples)
        case .record(let record):
            return object(of: record, depth: depth + 1)
        case .list(let item, let key):
            return list(of: item, key: key, depth: depth)
        }
    }

    private mutating func integer(_ minimum: Int64, _ maximum: Int64) -> String {
        let candidates: [Int64] =
            switch random.number(in: 0...9) {
            case 0: [minimum, maximum]
            case 1: [Int64(truncatingIfNeeded: random.next())]
            default: [Int64(random.number(in: -20...2000)), Int64(random.number(in: 0...20))]
            }
        return String(min(max(random.one(of: candidates), minimum), maximum))
    }

    private mutating func code(_ known: [String]) -> DocumentTree.Text {
        let isKnown = !known.isEmpty && !(generator.hasUnknownCodes && random.happens(percent: 12))
        if isKnown { return random.written(random.one(of: known), escaping: needlessEscapes) }
        guard generator.hasUnknownCodes, let near = known.randomElement(using: &random), random.happens(percent: 50)
        else {
            return random.written(random.freeText(), escaping: needlessEscapes)
        }
        return random.written(random.one(of: ["\(near)s", String(near.dropLast()), near.uppercased()]), escaping: 0)
    }

    private mutating func text(_ format: String, _ examples: [String]) -> DocumentTree {
        if !examples.isEmpty, random.happens(percent: 15) {
            return .string(DocumentTree.Text(random.one(of: examples)))
        }
        if let texts = generator.rules.texts(ofFormat: format) { return .string(DocumentTree.Text(texts(&random))) }
        switch format {
        case "json":
            return random.anyJSON()
        case "id":
            return .string(random.written(random.identity(), escaping: needlessEscapes))
        case "text":
            return .string(random.written(random.freeText(), escaping: needlessEscapes))
        default:
            // A format that nobody explained: only its examples are known to be right.
            return .string(DocumentTree.Text(examples.isEmpty ? random.freeText() : random.one(of: examples)))
        }
    }

    private mutating func list(of item: FieldShape, key: String?, depth: Int) -> DocumentTree {
        var items: [DocumentTree] = []
        var keys: Set<DocumentTree?> = []
        for _ in 0..<(random.happens(percent: 10) ? 0 : random.number(in: 1...3)) where items.isEmpty || rest > 0 {
            if case .optional = item, random.happens(percent: 20) {
                items.append(.null)
                continue
            }
            let made = value(of: item, examples: [], depth: depth + 1)
            if let key, !keys.insert(made[key]).inserted { continue }
            items.append(made)
        }
        return .array(items)
    }

    // MARK: Changes

    /// An object with one declared value made anew, here or in a part.
    mutating func change(_ object: DocumentTree, of record: RecordDescription, depth: Int) -> DocumentTree {
        guard case .object(var members) = object, let field = record.fields.randomElement(using: &random) else {
            return object
        }
        // Most records have many fields and few values; those that are there are looked for first.
        let there = record.fields.filter { object[$0.name].map { $0 != .null } ?? false }
        let chosen = random.happens(percent: 60) ? there.randomElement(using: &random) ?? field : field
        let index = members.firstIndex { $0.name.means(chosen.name) }
        if let index, let changed = inside(members[index].value, of: chosen.shape, depth: depth) {
            members[index].value = changed
            return corrected(.object(members), record)
        }
        rest = max(rest, 20)
        let made: DocumentTree? =
            chosen.isRequired || random.happens(percent: 60)
            ? value(of: chosen.shape, examples: [], depth: depth) : member(of: chosen, depth: depth + 2)
        switch (index, made) {
        case (let index?, let made?): members[index].value = made
        case (let index?, nil): members.remove(at: index)
        case (nil, let made?): members.append(DocumentTree.Member(DocumentTree.Text(chosen.name), made))
        case (nil, nil): break
        }
        return corrected(.object(members), record)
    }

    /// A record or a list with a change inside it; nil where the value should rather be made anew.
    private mutating func inside(_ value: DocumentTree, of shape: FieldShape, depth: Int) -> DocumentTree? {
        guard random.happens(percent: 80) else { return nil }
        switch (value, shape.unwrapped) {
        case (.object, .record(let record)):
            return change(value, of: record, depth: depth + 1)
        case (.array(var items), .list(let item, _)) where !items.isEmpty:
            switch random.number(in: 0...4) {
            case 0: items = random.shuffled(items)
            case 1: items.remove(at: random.number(in: 0...items.count - 1))
            case 2: items.append(random.one(of: items))
            default:
                let index = random.number(in: 0...items.count - 1)
                guard let changed = inside(items[index], of: item, depth: depth) else { return nil }
                items[index] = changed
                if random.happens(percent: 20) { items = random.shuffled(items) }
            }
            return .array(items)
        default:
            return nil
        }
    }
}

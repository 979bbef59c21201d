import ConcordModel
import ConcordSchema
import ConcordTesting
import Foundation
import Testing

@testable import ConcordCompatibility

/// A canonical record with its exported schemas.
struct Exported: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let writer: JSONSchema
    let reader: JSONSchema
    let description: RecordDescription
    /// What is wrong with a document, as the record's reader says.
    let issues: @Sendable ([UInt8]) -> [ConcordSchema.Issue]
    /// The document that comes out if one goes in; nil if it is refused.
    let rewrite: @Sendable ([UInt8]) -> [UInt8]?

    init<R: CanonicalRecord>(_ type: R.Type) {
        description = R.schema.description
        testDescription = description.tag
        writer = JSONSchema(of: description, side: .writer)
        reader = JSONSchema(of: description, side: .reader)
        issues = { (document: [UInt8]) -> [ConcordSchema.Issue] in
            do throws(Refusal) {
                _ = try R(json: document)
                return []
            } catch {
                return error.issues
            }
        }
        rewrite = { (document: [UInt8]) -> [UInt8]? in (try? R(json: document))?.json() }
    }

    static let all: [Exported] = [
        Exported(Assignment.self), Exported(CatalogueItem.self), Exported(Contract.self),
        Exported(CostTransaction.self),
        Exported(Customer.self), Exported(Invoice.self), Exported(InvoiceAllocation.self), Exported(LegalEntity.self),
        Exported(Opportunity.self), Exported(Payment.self), Exported(Project.self), Exported(RateCard.self),
        Exported(Resource.self), Exported(TaxProfile.self), Exported(TimeEntry.self),
    ]

    /// How many documents of each record are made; `CONCORD_DOCUMENTS` sets another number.
    static let count = ProcessInfo.processInfo.environment["CONCORD_DOCUMENTS"].flatMap { Int($0) } ?? 15

    /// The same number in parts, each with a seed of its own, so that memory does not grow with it.
    static let batches: [(seed: UInt64, count: Int)] = stride(from: 0, to: count, by: 500)
        .map { (UInt64($0 / 500) * 1_000, min(500, count - $0)) }

    /// Documents of the generator: those that the record's writer wrote again, or with what nobody knows.
    func written(count: Int, hasStrangers: Bool = false, seed: UInt64 = 0) -> [JSONValue] {
        var generator = DocumentGenerator(description)
        generator.hasUnknownMembers = hasStrangers
        generator.hasUnknownCodes = hasStrangers
        var random = SeededGenerator(seed: 7 + seed)
        var documents: [JSONValue] = []
        while documents.count < count {
            let made = generator.document(using: &random)
            // Half a surrogate pair in a member that nobody reads is no text, and nothing that a schema could be about.
            // Leap seconds at other offsets than UTC's are left out of the schema.
            guard let bytes = hasStrangers ? made : rewrite(made), let document = try? JSONValue(parsing: bytes),
                !document.description.contains(":60")
            else { continue }
            documents.append(document)
        }
        return documents
    }

    /// Documents with one member of another kind.
    static func broken(_ documents: [JSONValue], seed: UInt64 = 0) -> [JSONValue] {
        var random = SeededGenerator(seed: 9 + seed)
        return
            documents
            .compactMap { document in
                guard var members = document.members, let index = members.indices.randomElement(using: &random) else {
                    return nil
                }
                members[index].value = random.one(of: [.array([.array([])]), .boolean(true), .string("?"), .object([])])
                return .object(members)
            }
    }

    /// Documents made from the reader's schema alone.
    func sampled(count: Int, seed: UInt64 = 0) -> [JSONValue] {
        var sampler = SchemaSampler(reader.document, SeededGenerator(seed: 11 + seed))
        return (0..<count).map { _ in sampler.document() }
    }
}

/// Makes documents that an exported schema accepts, from the schema alone.
struct SchemaSampler {
    private let root: JSONValue
    private var random: SeededGenerator
    private var expressions: [String: ExpressionNode] = [:]

    init(_ root: JSONValue, _ random: SeededGenerator) {
        self.root = root
        self.random = random
    }

    mutating func document() -> JSONValue { value(root, depth: 0) }

    private mutating func value(_ schema: JSONValue, depth: Int) -> JSONValue {
        if let reference = schema["$ref"]?.text {
            return value(
                root["$defs"]?[JSONString(String(reference.dropFirst("#/$defs/".count)))] ?? true,
                depth: depth
            )
        }
        if let constant = schema["const"] { return constant }
        if let values = schema["enum"]?.items { return random.one(of: values) }
        if let branches = schema["anyOf"]?.items {
            var branch = random.one(of: branches)
            if let type = schema["type"], case .object(let members) = branch {
                branch = .object(members + [JSONMember("type", type)])
            }
            return value(branch, depth: depth)
        }
        switch schema["type"]?.text {
        case "null": return .null
        case "boolean": return .boolean(random.happens(percent: 50))
        case "integer": return .number(JSONNumber(random.number(in: -5...5000)))
        case "string": return .string(text(schema))
        case "array":
            let count = depth > 4 ? 0 : random.number(in: 0...2)
            return .array((0..<count).map { _ in value(schema["items"] ?? true, depth: depth + 1) })
        case "object": return object(schema, depth: depth)
        default: return random.one(of: [.null, .boolean(true), .array([.string("x"), .null])])
        }
    }

    private mutating func object(_ schema: JSONValue, depth: Int) -> JSONValue {
        let required = Set((schema["required"]?.items ?? []).compactMap(\.text))
        var members: [JSONMember] = []
        for property in schema["properties"]?.members ?? [] {
            guard required.contains(property.name.text) || random.happens(percent: depth > 3 ? 5 : 35) else { continue }
            members.append(JSONMember(property.name, value(property.value, depth: depth + 1)))
        }
        if random.happens(percent: 20) { members.append(JSONMember("x-more", .array([.null, .boolean(false)]))) }
        return .object(random.shuffled(members))
    }

    private mutating func text(_ schema: JSONValue) -> String {
        guard let pattern = schema["pattern"]?.text else {
            return random.one(of: ["", "a", "Häuser & Söhne", "e\u{301}", "line\nbreak", "\u{1F409}"])
        }
        let most = schema["maxLength"]?.number?.integer ?? 1000
        guard let node = expression(pattern) else { return "" }
        for _ in 0..<50 {
            let text = text(node)
            if text.unicodeScalars.count <= most { return text }
        }
        return ""
    }

    /// A pattern's expression, which is read once.
    private mutating func expression(_ pattern: String) -> ExpressionNode? {
        if let known = expressions[pattern] { return known }
        var parser = ExpressionParser(pattern)
        let node = try? parser.parse()
        expressions[pattern] = node
        return node
    }

    private mutating func text(_ node: ExpressionNode) -> String {
        switch node {
        case .empty, .start, .end: return ""
        case .characters(let set):
            let range = random.one(of: set.ranges.filter { $0.lowerBound < 0x3000 })
            let last = min(range.upperBound, max(range.lowerBound, 0x2FF))
            let value = UInt32(random.number(in: Int(range.lowerBound)...Int(last)))
            return Unicode.Scalar(value).map { String(Character($0)) } ?? "a"
        case .sequence(let parts): return parts.map { text($0) }.joined()
        case .choice(let branches): return text(random.one(of: branches))
        case .repetition(let part, let least, let most):
            let count = random.number(in: least...min(most ?? least + 6, least + 6))
            return (0..<count).map { _ in text(part) }.joined()
        }
    }
}

import ConcordCompatibility
import ConcordTesting
import Testing

/// No proof may be contradicted by any value, and no counterexample may be wrong, whatever the schemas.
@Suite
struct SoundnessTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func provenPairsHaveNoCounterexample(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var figures = (proven: 0, refuted: 0, unknown: 0)
        for _ in 0..<250 {
            let first = RandomSchema.schema(&random, depth: 2)
            // Two schemas of chance are seldom comparable; one that was changed a little is more of a question.
            let second =
                random.happens(percent: 60)
                ? RandomSchema.mutated(first, &random) : RandomSchema.schema(&random, depth: 2)
            let (old, new) = (JSONSchema(first), JSONSchema(second))
            let (before, after) = (SchemaValidator(old), SchemaValidator(new))
            switch old.implies(new, options: SchemaOptions(fuel: 60_000)) {
            case .contained:
                figures.proven += 1
                for _ in 0..<120 {
                    let value = RandomSchema.value(&random, depth: 3)
                    if before.validate(value).isValid, after.validate(value).isInvalid {
                        Issue.record("seed \(seed): \(first) ⊆ \(second) is proven, and \(value) is against it")
                    }
                }
            case .refuted(let counterexample):
                figures.refuted += 1
                #expect(before.validate(counterexample.document).isValid, "seed \(seed)")
                #expect(after.validate(counterexample.document).isInvalid, "seed \(seed)")
            case .unknown: figures.unknown += 1
            }
        }
        if Suites.isVerbose { print("soundness \(seed): \(figures)") }
        #expect(figures.proven > 20)
        #expect(figures.refuted > 20)
    }
}

/// Schemas and values of a small world, so that they meet.
enum RandomSchema {
    private static let names: [JSONString] = ["a", "b", "ab"]
    private static let patterns = ["^a", "b$", "^[ab]+$", "^.$"]

    static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
        switch random.number(in: 0...(depth > 0 ? 9 : 6)) {
        case 0: return .null
        case 1: return .boolean(random.happens(percent: 50))
        case 2, 3: return .number(JSONNumber(random.number(in: -1...4)))
        case 4: return .number(JSONNumber(random.one(of: ["0.5", "1.5", "2.5", "1.0"])) ?? 0)
        case 5, 6: return .string(random.one(of: ["", "a", "b", "ab", "aab", "2026-01-01"]))
        case 7: return .array((0..<random.number(in: 0...3)).map { _ in value(&random, depth: depth - 1) })
        default:
            return .object(
                names.compactMap { name in
                    random.happens(percent: 45) ? JSONMember(name, value(&random, depth: depth - 1)) : nil
                }
            )
        }
    }

    static func schema(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
        if random.happens(percent: 6) { return .boolean(random.happens(percent: 70)) }
        var members: [JSONMember] = []
        for _ in 0..<random.number(in: 1...3) {
            let member = keyword(&random, depth: depth)
            if !members.contains(where: { $0.name == member.name }) { members.append(member) }
        }
        return .object(members)
    }

    static func mutated(_ schema: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
        guard case .object(var members) = schema, !members.isEmpty else { return schema }
        let index = random.number(in: 0...members.count - 1)
        switch random.number(in: 0...4) {
        case 0: members.remove(at: index)
        case 1:
            let member = keyword(&random, depth: 1)
            if !members.contains(where: { $0.name == member.name }) { members.append(member) }
        case 2:
            if case .number(let number) = members[index].value, let value = number.integer {
                members[index].value = .number(JSONNumber(max(value + random.number(in: -1...1), 1)))
            }
        default:
            switch members[index].value {
            case .object(let inner) where ["properties", "patternProperties"].contains(members[index].name.text):
                members[index].value = .object(inner.map { JSONMember($0.name, mutated($0.value, &random)) })
            case .array(let items) where ["anyOf", "allOf", "oneOf", "prefixItems"].contains(members[index].name.text):
                members[index].value = .array(items.map { mutated($0, &random) })
            case .object where members[index].name != "dependentRequired":
                members[index].value = mutated(members[index].value, &random)
            default: break
            }
        }
        return .object(members)
    }

    private static func keyword(_ random: inout SeededGenerator, depth: Int) -> JSONMember {
        let count = JSONValue.number(JSONNumber(random.number(in: 0...3)))
        func child(_ random: inout SeededGenerator) -> JSONValue {
            depth > 0 ? schema(&random, depth: depth - 1) : .boolean(true)
        }
        func list(_ random: inout SeededGenerator) -> JSONValue {
            .array((0..<random.number(in: 1...3)).map { _ in child(&random) })
        }
        switch random.number(in: 0...(depth > 0 ? 32 : 17)) {
        case 0, 1, 2:
            return JSONMember(
                "type",
                .string(random.one(of: ["null", "boolean", "integer", "number", "string", "array", "object"]))
            )
        case 3: return JSONMember("enum", .array((0..<3).map { _ in value(&random, depth: 1) }))
        case 4: return JSONMember("const", value(&random, depth: 1))
        case 5: return JSONMember("minimum", count)
        case 6: return JSONMember("exclusiveMaximum", count)
        case 7: return JSONMember("multipleOf", .number(JSONNumber(random.one(of: ["1", "2", "0.5", "1.5"])) ?? 1))
        case 8: return JSONMember("minLength", count)
        case 9: return JSONMember("maxLength", count)
        case 10: return JSONMember("pattern", .string(random.one(of: patterns)))
        case 11: return JSONMember("minItems", count)
        case 12: return JSONMember("maxItems", count)
        case 13: return JSONMember("uniqueItems", true)
        case 14: return JSONMember("required", .array([.string(random.one(of: names))]))
        case 15: return JSONMember("minProperties", count)
        case 16: return JSONMember("maxProperties", count)
        case 17:
            return JSONMember(
                "dependentRequired",
                .object([JSONMember(random.one(of: names), .array([.string(random.one(of: names))]))])
            )
        case 18, 19:
            return JSONMember(
                "properties",
                .object([JSONMember("a", child(&random)), JSONMember("b", child(&random))])
            )
        case 20: return JSONMember("additionalProperties", random.happens(percent: 50) ? false : child(&random))
        case 21:
            return JSONMember(
                "patternProperties",
                .object([JSONMember(JSONString(random.one(of: patterns)), child(&random))])
            )
        case 22: return JSONMember("propertyNames", child(&random))
        case 23: return JSONMember("items", child(&random))
        case 24: return JSONMember("prefixItems", list(&random))
        case 25: return JSONMember("contains", child(&random))
        case 26: return JSONMember("anyOf", list(&random))
        case 27: return JSONMember("oneOf", list(&random))
        case 28: return JSONMember("allOf", list(&random))
        case 29: return JSONMember("not", child(&random))
        case 30: return JSONMember("if", child(&random))
        case 31: return JSONMember("then", child(&random))
        default: return JSONMember("dependentSchemas", .object([JSONMember("a", child(&random))]))
        }
    }
}

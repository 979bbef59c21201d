import ConcordCompatibility
import Testing

@Suite
struct ContainmentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let isContained: Bool
        var testDescription: String { "\(old) \(isContained ? "⊆" : "⊄") \(new)" }

        init(_ old: String, _ new: String, _ isContained: Bool) {
            self.old = old
            self.new = new
            self.isContained = isContained
        }
    }

    @Test(arguments: ContainmentTests.cases + ContainmentTests.unsoundSpots)
    func answersAreDecided(_ test: Case) throws {
        let old = try JSONSchema(parsing: test.old)
        let new = try JSONSchema(parsing: test.new)
        switch old.implies(new) {
        case .contained(let proof):
            #expect(test.isContained)
            #expect(proof.count > 0)
        case .refuted(let counterexample):
            #expect(!test.isContained, "\(counterexample.document)")
            #expect(SchemaValidator(old).validate(counterexample.document).isValid)
            #expect(SchemaValidator(new).validate(counterexample.document).isInvalid)
        case .unknown(let reason): Issue.record("unknown: \(reason)")
        }
    }

    static let cases = [
        Case("false", "{\"type\":\"string\"}", true),
        Case("{\"type\":\"integer\"}", "{\"type\":\"number\"}", true),
        Case("{\"type\":\"number\"}", "{\"type\":\"integer\"}", false),
        Case("{\"exclusiveMinimum\":10}", "{\"minimum\":10}", true),
        Case("{\"type\":\"integer\",\"minimum\":3,\"maximum\":5}", "{\"enum\":[3,4,5]}", true),
        Case("{\"type\":\"integer\",\"exclusiveMinimum\":0,\"exclusiveMaximum\":1}", "false", true),
        Case("{\"multipleOf\":6}", "{\"multipleOf\":1.5}", true),
        Case("{\"allOf\":[{\"type\":\"integer\"},{\"multipleOf\":2},{\"multipleOf\":3}]}", "{\"multipleOf\":6}", true),
        Case("{\"pattern\":\"^a+$\"}", "{\"pattern\":\"^[ab]+$\"}", true),
        Case("{\"pattern\":\"^[ab]+$\"}", "{\"pattern\":\"^a+$\"}", false),
        Case("{\"type\":\"string\",\"pattern\":\"^[0-9]{3}$\"}", "{\"minLength\":3,\"maxLength\":3}", true),
        Case("{\"type\":[\"string\",\"null\"]}", "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}", true),
        Case("{\"type\":\"boolean\"}", "{\"enum\":[true,false]}", true),
        Case(
            "{\"not\":{\"type\":\"string\",\"maxLength\":10}}",
            "{\"not\":{\"type\":\"string\",\"maxLength\":5}}",
            true
        ),
        Case(
            "{\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false}",
            "{\"maxProperties\":1}",
            true
        ),
        Case(
            "{\"patternProperties\":{\"^x-\":{\"type\":\"string\"}},\"additionalProperties\":false}",
            "{\"propertyNames\":{\"minLength\":2}}",
            true
        ),
        Case("{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"}],\"items\":false}", "{\"maxItems\":1}", true),
        Case("{\"minItems\":2,\"uniqueItems\":true}", "{\"not\":{\"const\":[1,1]}}", true),
        Case(
            ##"{"type":"object","properties":{"next":{"$ref":"#"},"v":{"type":"integer"}}}"##,
            ##"{"type":"object","properties":{"next":{"$ref":"#"},"v":{"type":"number"}}}"##,
            true
        ),
        Case(
            ##"{"type":"object","properties":{"next":{"$ref":"#"},"v":{"type":"number"}}}"##,
            ##"{"type":"object","properties":{"next":{"$ref":"#"},"v":{"type":"integer"}}}"##,
            false
        ),
        Case("{\"required\":[\"a\"]}", "{\"dependentRequired\":{\"b\":[\"a\"]}}", true),
        Case("{\"contains\":{\"type\":\"integer\"},\"minContains\":2}", "{\"contains\":{\"type\":\"number\"}}", true),
        Case(
            ##"{"allOf":[{"properties":{"a":true}},{"properties":{"b":true}}],"unevaluatedProperties":false}"##,
            ##"{"propertyNames":{"enum":["a","b"]}}"##,
            true
        ),
    ]

    /// Changes that a published checker calls compatible, or that are easily got wrong.
    static let unsoundSpots = [
        // Names of `required` that no property declares.
        Case("{\"type\":\"object\"}", "{\"type\":\"object\",\"required\":[\"foo\"]}", false),
        Case("{\"required\":[\"bar\"]}", "{\"required\":[\"foo\",\"bar\"]}", false),
        // `oneOf` that grows, and one whose branch is widened.
        Case("{\"oneOf\":[{\"type\":\"string\"}]}", "{\"oneOf\":[{\"type\":\"string\"},{\"maxLength\":5}]}", false),
        Case(
            "{\"oneOf\":[{\"type\":\"string\"},{\"maxLength\":5}]}",
            "{\"oneOf\":[{\"type\":\"string\"},{\"maxLength\":10}]}",
            false
        ),
        // Keywords that are not looked at.
        Case("{\"type\":\"string\"}", "{\"type\":\"string\",\"format\":\"date\"}", false),
        Case("{\"format\":\"date-time\"}", "{\"format\":\"date\"}", false),
        Case("{\"type\":\"object\"}", "{\"type\":\"object\",\"propertyNames\":{\"maxLength\":3}}", false),
        Case("{\"type\":\"integer\"}", "{\"if\":{\"minimum\":5},\"then\":{\"multipleOf\":5}}", false),
        Case(
            "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":1}}",
            "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2}}",
            false
        ),
        Case(
            "{\"patternProperties\":{\"^a\":{\"type\":\"string\"}}}",
            "{\"patternProperties\":{\"^a\":{\"type\":\"integer\"}}}",
            false
        ),
        // Bounds that are the same double and different decimals.
        Case("{\"minimum\":9007199254740992}", "{\"minimum\":9007199254740993}", false),
        Case("{\"type\":\"number\",\"maximum\":0.10000000000000001}", "{\"maximum\":0.1}", false),
        Case("{\"const\":0.1}", "{\"multipleOf\":0.01}", true),
        Case("{\"const\":12345678901234567890.1}", "{\"type\":\"integer\"}", false),
        // `exclusiveMaximum` made smaller beside an old `maximum`.
        Case("{\"type\":\"number\",\"exclusiveMaximum\":10}", "{\"type\":\"number\",\"exclusiveMaximum\":9}", false),
        // A model that is open although `unevaluatedProperties` is false.
        Case("{\"additionalProperties\":true,\"unevaluatedProperties\":false}", "{\"propertyNames\":false}", false),
        Case("true", "{\"additionalProperties\":true,\"unevaluatedProperties\":false}", true),
        // A default fills nothing.
        Case("{\"type\":\"object\"}", "{\"properties\":{\"a\":{\"default\":1}},\"required\":[\"a\"]}", false),
        Case(##"{"properties":{"a":{}}}"##, ##"{"properties":{"a":{"type":"string","default":""}}}"##, false),
        // An optional property where anything was allowed under its name.
        Case("{\"type\":\"object\"}", "{\"properties\":{\"taxPercent\":{\"type\":\"number\"}}}", false),
        // Strings that are equal to Unicode and not to JSON.
        Case("{\"const\":\"\\u00e9\"}", "{\"const\":\"e\\u0301\"}", false),
        Case("{\"required\":[\"\\u00e9\"]}", "{\"required\":[\"e\\u0301\"]}", false),
        // Plain memory of visited references hides what is inside.
        Case(
            ##"{"$ref":"#/$defs/A","$defs":{"A":{"properties":{"b":{"$ref":"#/$defs/B"},"a":{"$ref":"#/$defs/A"}}},"B":{"properties":{"a":{"$ref":"#/$defs/A"},"v":{"type":"string"}}}}}"##,
            ##"{"$ref":"#/$defs/A","$defs":{"A":{"properties":{"b":{"$ref":"#/$defs/B"},"a":{"$ref":"#/$defs/A"}}},"B":{"properties":{"a":{"$ref":"#/$defs/A"},"v":{"type":"integer"}}}}}"##,
            false
        ),
        // Items of a tuple that its rest does not cover.
        Case(
            ##"{"prefixItems":[{"type":"string"}]}"##,
            ##"{"prefixItems":[{"type":"string"},{"type":"string"}]}"##,
            false
        ),
        Case(##"{"items":{"type":"string"}}"##, ##"{"contains":{"type":"string"}}"##, false),
        // Characters are code points, not bytes and not what a person sees.
        Case("{\"const\":\"\\ud83d\\udca9\\ud83d\\udca9\"}", "{\"maxLength\":2}", true),
        Case("{\"const\":\"e\\u0301\"}", "{\"maxLength\":1}", false),
    ]

    @Test
    func whatIsNotUnderstoodIsUnknown() throws {
        let pairs = [
            ("{\"type\":\"string\"}", "{\"pattern\":\"(?=a)b\"}"), ("{}", ##"{"$ref":"https://example.com/other"}"##),
            (##"{"$ref":"#"}"##, "false"), ("{\"type\":\"object\"}", "{\"minimum\":\"three\"}"),
        ]
        for (old, new) in pairs {
            let answer = try JSONSchema(parsing: old).implies(try JSONSchema(parsing: new))
            guard case .unknown = answer else {
                Issue.record("\(old) and \(new): \(answer)")
                continue
            }
        }
    }

    @Test
    func workIsLimited() throws {
        let branches = (0..<14).map { "{\"anyOf\":[{\"required\":[\"a\($0)\"]},{\"required\":[\"b\($0)\"]}]}" }
        let schema = try JSONSchema(parsing: "{\"allOf\":[\(branches.joined(separator: ","))]}")
        let other = try JSONSchema(
            parsing: "{\"not\":{\"required\":[\"a1\",\"b1\",\"a2\",\"b2\",\"a3\",\"b3\",\"zz\"],\"maxProperties\":3}}"
        )
        _ = schema.implies(other, options: SchemaOptions(fuel: 5000))
        let deep = String(repeating: "{\"not\":", count: 100) + "{}" + String(repeating: "}", count: 100)
        _ = try JSONSchema(parsing: deep).implies(other)
        #expect(throws: (any Error).self) { try JSONSchema(parsing: String(repeating: "[", count: 100_000)) }
    }
}

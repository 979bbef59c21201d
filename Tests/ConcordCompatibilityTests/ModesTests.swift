import ConcordCompatibility
import Testing

@Suite
struct ModesTests {
    private func revision(_ text: String, _ name: String) throws -> SchemaRevision {
        SchemaRevision(try JSONSchema(parsing: text), name: name)
    }

    struct Change: Sendable {
        let old: String
        let new: String
        let word: String
    }

    /// What users ask for: optional members come and go as they like.
    @Test(arguments: [
        Change(
            old: #"{"properties":{"a":{"type":"string"}}}"#,
            new: #"{"properties":{"a":{"type":"string"},"b":{"type":"string"}}}"#,
            word: "FULL"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"},"b":{"type":"string"}}}"#,
            new: #"{"properties":{"a":{"type":"string"}}}"#,
            word: "FULL"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"}}}"#,
            new: #"{"properties":{"a":{"type":"string"},"b":{}},"required":["b"]}"#,
            word: "FORWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"},"b":{}},"required":["b"]}"#,
            new: #"{"properties":{"a":{"type":"string"}}}"#,
            word: "BACKWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"}}}"#,
            new: #"{"properties":{"a":{"type":"string"}},"required":["a"]}"#,
            word: "FORWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"}},"required":["a"]}"#,
            new: #"{"properties":{"a":{"type":"string"}}}"#,
            word: "BACKWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"integer"}}}"#,
            new: #"{"properties":{"a":{"type":"number"}}}"#,
            word: "BACKWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"enum":["x"]}}}"#,
            new: #"{"properties":{"a":{"enum":["x","y"]}}}"#,
            word: "BACKWARD"
        ),
        Change(
            old: #"{"properties":{"a":{"type":"string"}},"required":["a"]}"#,
            new: #"{"properties":{"b":{"type":"string"}},"required":["b"]}"#,
            word: "NONE"
        ),
    ])
    func writerAwareVerdicts(_ change: Change) throws {
        let verdict = CompatibilityChecker()
            .verdict(
                try revision(change.old, "old"),
                try revision(change.new, "new"),
                mode: .writerAware
            )
        #expect(verdict.word == change.word, "\(verdict.backward) \(verdict.forward)")
    }

    /// The twenty-four combinations: policy, content model, change, and how the property is required.
    @Test
    func registryTable() throws {
        for isLenient in [false, true] {
            for isOpen in [true, false] {
                for isAdding in [true, false] {
                    for (need, name) in ["required", "default", "optional"].enumerated() {
                        let rest = isOpen ? "" : ",\"additionalProperties\":false"
                        let property = need == 1 ? "{\"type\":\"string\",\"default\":\"\"}" : "{\"type\":\"string\"}"
                        let required = need < 2 ? ",\"required\":[\"p\"]" : ""
                        let without = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}\(rest)}"
                        let with =
                            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"p\":\(property)}\(required)\(rest)}"
                        let verdict = CompatibilityChecker()
                            .verdict(
                                try revision(isAdding ? without : with, "old"),
                                try revision(isAdding ? with : without, "new"),
                                mode: isLenient ? .registryLenient : .registryStrict
                            )
                        let expected =
                            switch (isLenient, isOpen, isAdding) {
                            case (false, true, true): false
                            case (false, false, true), (true, _, true): need > 0
                            case (_, true, false): true
                            case (false, false, false): false
                            case (true, false, false): true
                            }
                        #expect(
                            verdict.backward.isCompatible == expected,
                            "lenient \(isLenient), open \(isOpen), adding \(isAdding), \(name): \(verdict.backward)"
                        )
                    }
                }
            }
        }
    }

    @Test
    func allVersionsCountAndNotOnlyTheLatest() throws {
        // A member that was a string went away and came back as a number: each step is fine, the whole is not.
        let first = try revision(#"{"properties":{"a":{},"p":{"type":"string"}}}"#, "v1")
        let second = try revision(#"{"properties":{"a":{}}}"#, "v2")
        let third = try revision(#"{"properties":{"a":{},"p":{"type":"integer"}}}"#, "v3")
        let report = CompatibilityChecker().check(history: [first, second], new: third)
        #expect(report.verdicts(in: .writerAware, isTransitive: false).map(\.word) == ["FULL"])
        #expect(report.verdicts(in: .writerAware).map(\.word) == ["FULL", "NONE"])
        #expect(report.transitiveWord(in: .writerAware) == "NONE")
        let document = report.verdicts(in: .writerAware).last
            .flatMap { verdict in
                if case .incompatible(let counterexample) = verdict.backward { counterexample } else { nil }
            }
        #expect(document?.pointer.pointer == "/p")
    }

    @Test
    func aMigrationIsAVerdictOfItsOwn() throws {
        let checker = CompatibilityChecker { from, to in
            from == "v1" && to == "v2" ? MigrationGround(path: "v1 → v2", note: "residue: 1 field") : nil
        }
        let old = try revision(#"{"properties":{"a":{}},"required":["a"]}"#, "v1")
        let new = try revision(#"{"properties":{"b":{}},"required":["b"]}"#, "v2")
        let verdict = checker.verdict(old, new, mode: .writerAware)
        #expect(verdict.backward.summary == "by migration (residue: 1 field)")
        #expect(verdict.forward.isIncompatible)
        #expect(verdict.word == "BACKWARD")
        #expect(checker.verdict(old, new, mode: .containment).backward.isIncompatible)
    }
}

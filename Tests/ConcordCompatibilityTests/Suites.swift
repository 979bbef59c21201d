import ConcordCompatibility
import ConcordTesting
import Foundation

/// The suites that others wrote, where there are any.
enum Suites {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_SUITES"]
    static let isVerbose = ProcessInfo.processInfo.environment["CONCORD_VERBOSE"] != nil

    /// A pair of schemas and what is true of it.
    struct Pair {
        let name: String
        let first: JSONSchema
        let second: JSONSchema
        let isContained: Bool
        let options: SchemaOptions
    }

    static func value(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// The questions of the containment suite; a pair whose truth is known both ways is two.
    static func containment() throws -> [Pair] {
        guard let folder else { return [] }
        let root = "\(folder)/json-schema-containment/tests/draft2020-12"
        let files = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".json") }.sorted()
        var pairs: [Pair] = []
        for file in files {
            // Formats are annotations but where the suite says that they are not.
            let options = SchemaOptions(assertsFormats: file.contains("optional/format"))
            for test in try value("\(root)/\(file)").items ?? [] {
                guard let first = test["schema1"], let second = test["schema2"], let truth = test["tests"] else {
                    continue
                }
                let name = "\(file) \(test["id"]?.description ?? "")"
                let schemas = (JSONSchema(first), JSONSchema(second))
                if case .boolean(let isContained)? = truth["s1SubsetEqOfs2"] {
                    pairs.append(
                        Pair(
                            name: name,
                            first: schemas.0,
                            second: schemas.1,
                            isContained: isContained,
                            options: options
                        )
                    )
                }
                if case .boolean(let isContained)? = truth["s2SubsetEqOfs1"] {
                    pairs.append(
                        Pair(
                            name: "\(name) back",
                            first: schemas.1,
                            second: schemas.0,
                            isContained: isContained,
                            options: options
                        )
                    )
                }
            }
        }
        return pairs
    }

    /// The pairs of the registry's suite with their labels.
    static func registry() throws -> [(name: String, old: JSONSchema, new: JSONSchema, label: String)] {
        guard let folder else { return [] }
        let document = try value("\(folder)/apicurio/jsonschema/compatibility-test-data.json")
        return (document["tests"]?.items ?? [])
            .map { test in
                (
                    test["id"]?.text ?? "", JSONSchema(test["original"] ?? true), JSONSchema(test["updated"] ?? true),
                    test["compatibility"]?.text ?? ""
                )
            }
    }
}

import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import Foundation
import Testing

/// The policies in the folder of fixtures.
enum PolicyFixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/policies/ownership").standardized

    static let records = [Customer.schema.description, Contract.schema.description, Project.schema.description]

    static func file(_ name: String) throws -> ConfigurationFile {
        ConfigurationFile([UInt8](try Data(contentsOf: folder.appending(path: name))), name: name)
    }

    static func document(_ name: String) throws -> ConfigurationDocument<OwnershipLayer> {
        try OwnershipLayer.document(try file(name))
    }

    static func document(text: String, name: String = "policy.json") throws -> ConfigurationDocument<OwnershipLayer> {
        try OwnershipLayer.document(ConfigurationFile(text, name: name))
    }

    static func names(in subfolder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: subfolder).path)
            .filter { $0.hasSuffix(".json") }.sorted()
    }

    static func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let difference = GoldenFile("Golden/\(name)").difference(from: text)
        if difference != "" { Issue.record("\(difference)", sourceLocation: sourceLocation) }
    }
}

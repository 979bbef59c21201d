import ConcordHistory
import ConcordModel
import ConcordSchema
import ConcordTesting
import ConcordVersions
import Foundation
import Testing

/// `Fixtures/schemas`: every published version of every canonical record, and the registry of them.
@Suite struct RegistryFileTests {
    static let histories: [SchemaHistory] = RecordHistories.published

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/schemas").path

    @Test func theRegistryIsThatOfTheCode() throws {
        let file = "\(Self.folder)/registry.json"
        let known = (try? Data(contentsOf: URL(filePath: file))).flatMap { try? SchemaRegistry(json: Array($0)) }
        let registry = SchemaRegistry(Self.histories, keepingDatesOf: known)
        #expect(GoldenFile(file).difference(from: registry.text) == "")
        #expect(known?.findings(against: Self.histories) == [])
    }

    @Test(arguments: histories.filter { $0.changes.isEmpty }.map(\.name))
    func recordsWithOneVersionArePublishedAsWell(_ name: String) throws {
        let history = try #require(Self.histories.first { $0.name == name })
        let version = try #require(history.versions.last)
        let file = "\(Self.folder)/\(name)/\(history.newest).json"
        #expect(GoldenFile(file).difference(from: SchemaDocument(version).text) == "")
    }
}

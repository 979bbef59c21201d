#if CommandLine
import ConcordCompatibility
import ConcordSchema
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord schema export and check")
struct SchemaCheckTests {
    /// A file with a schema, for the length of a test.
    private final class File {
        let path: String

        init(_ text: String) throws {
            path = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).json").path
            try Data(text.utf8).write(to: URL(filePath: path))
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("Every record has both schemas", arguments: SchemaCatalogue.records)
    func export(record: RecordDescription) throws {
        let name = record.name
        for flag in ["--writer", "--reader"] {
            let result = Shell.run("schema", "export", name, flag)
            #expect(result.status == 0)
            let schema = try JSONSchema(parsing: result.output)
            #expect(schema.document["title"]?.text == record.tag)
            #expect((schema.document["additionalProperties"] != nil) == (flag == "--writer"))
            #expect(schema.opaqueKeywords.isEmpty)
        }
        #expect(Shell.run("schema", "check", name, name, "--require", "full").status == 0)
    }

    @Test("An incompatible change has its document and its status")
    func check() throws {
        let old = try File(#"{"properties":{"a":{"type":"string"}}}"#)
        let new = try File(#"{"properties":{"a":{"type":"string"}},"required":["a"]}"#)
        let result = Shell.run("schema", "check", old.path, new.path)
        #expect(result.status == 1)
        #expect(result.output.contains("expected the member \"a\" (#/required)"))
        #expect(result.output.contains("writer-aware"))
        #expect(Shell.run("schema", "check", old.path, new.path, "--require", "forward").status == 0)
        #expect(Shell.run("schema", "check", old.path, new.path, "--require", "full").status == 1)
        let proof = Shell.run("schema", "check", new.path, old.path, "--explain")
        #expect(proof.status == 0)
        #expect(proof.output.contains("proven in"))

        let json = try JSONValue(parsing: Shell.run("schema", "check", old.path, new.path, "--format", "json").output)
        #expect(json["verdicts"]?.items?.count == 4)
        let junit = Shell.run("schema", "check", old.path, new.path, "--format", "junit").output
        #expect(junit.contains("failures=\"1\""))
    }

    @Test("What nobody can say has a status of its own")
    func unknown() throws {
        let old = try File(#"{"type":"string"}"#)
        let new = try File(#"{"pattern":"(?=a)b"}"#)
        #expect(Shell.run("schema", "check", old.path, new.path).status == 2)
        let broken = try File("{")
        #expect(Shell.run("schema", "check", old.path, broken.path).status == 65)
        #expect(Shell.run("schema", "check", old.path).status == 64)
        #expect(Shell.run("schema", "check", old.path, new.path, "--mode", "containmnt").status == 64)
    }
}
#endif

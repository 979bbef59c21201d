#if CommandLine
import ConcordVersions
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord schema diff, migrate and verify")
struct VersionCommandTests {
    private var newest: Int { VersionCatalogue.histories[0].newest }
    private var oldest: Int { VersionCatalogue.histories[0].oldest }

    @Test("A document there and back is the same document")
    func migrate() throws {
        let down = Shell.run("schema", "migrate", "--to", "customer/\(oldest)", Shell.fixture("canonical/customer.json"))
        #expect(down.status == 0)
        #expect(down.output.hasPrefix("{\"schema\":\"customer/\(oldest)\",\"residue\":{"))
        let up = Shell.run("schema", "migrate", "--to", "customer", "-", input: down.output)
        #expect(up.status == 0)
        #expect(up.output.hasPrefix("{\"schema\":\"customer/\(newest)\",\"id\":"))
        let bare = Shell.run(
            "schema", "migrate", "--to", "customer/\(oldest)", "--without-residue", Shell.fixture("canonical/customer.json")
        )
        #expect(!bare.output.contains("residue"))
    }

    @Test("What is no such document is refused with its line")
    func refused() {
        let result = Shell.run("schema", "migrate", "--to", "customer", "-", input: "{}\n{\"schema\":\"invoice/2\"}\n")
        #expect(result.status == 1)
        #expect(result.errorLines.count == 2)
        #expect(result.errorLines.last?.hasPrefix("-:2: error schema.mismatch") == true)
        #expect(Shell.run("schema", "migrate", "--to", "customr/1").status == 64)
        #expect(Shell.run("schema", "migrate", "--to", "customer/99").status == 64)
    }

    @Test("The steps between two versions, with what they lose and why")
    func diff() {
        let result = Shell.run("schema", "diff", "customer/\(oldest)", "customer", columns: 140)
        #expect(result.status == 0)
        #expect(result.lines.contains { $0.hasPrefix("regroup ") && $0.contains("billTo") && $0.contains("partyRoles") })
        #expect(result.output.contains("contacts.contactPoints.comment"))
        #expect(Shell.run("schema", "diff", "customer", "invoice").status == 64)
    }

    @Test("The published versions are as they were published", arguments: ["text", "json", "junit"])
    func verify(format: String) {
        let result = Shell.run("schema", "verify", "--format", format, Shell.fixture("schemas"))
        #expect(result.status == 0, "\(result.output)")
        if format == "junit" { #expect(result.output.contains("failures=\"0\"")) }
    }

    @Test("A code more is a remark, a field less is an error, and so are other dates")
    func verifyChanges() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schemas-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: Shell.fixture("schemas")), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        func edit(_ name: String, _ old: String, _ new: String) throws {
            let file = folder.appending(path: name)
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: file)
        }
        try edit("customer/3.json", "\"known\":[", "\"known\":[\"x-more\",")
        let more = Shell.run("schema", "verify", folder.path)
        #expect(more.status == 0)
        #expect(more.lines.first?.hasPrefix("warning schema.annotations in customer/3: ") == true)
        try edit("invoice/1.json", "\"name\":\"printed\"", "\"name\":\"stamped\"")
        try edit("registry.json", "\"sunset\": \"2026-12-31\"", "\"sunset\": \"2026-12-30\"")
        let less = Shell.run("schema", "verify", folder.path)
        #expect(less.status == 1)
        #expect(less.output.contains("error schema.changed in invoice/1: "))
        #expect(less.output.contains("error schema.dates in customer/1: the registry says published 2025-01-13"))
    }

    @Test("Versions have dates, which are compared with a day that is given")
    func dates() {
        let list = Shell.run("schema", "list", "--versions", columns: 120)
        #expect(list.output.contains("customer/1            2025-01-13  2025-09-01  2026-12-31  The first version"))
        let verify = Shell.run("schema", "verify", "--today", "2027-01-05", Shell.fixture("schemas"))
        #expect(verify.status == 0)
        #expect(
            verify.lines == [
                "warning schema.sunset in customer/1: its last day was 2026-12-31. Refuse it.",
                "22 versions, 0 errors, 1 warnings",
            ]
        )
    }

    @Test("A folder without a registry")
    func nothing() {
        #expect(Shell.run("schema", "verify", Shell.fixture("nowhere")).status == 66)
    }
}
#endif

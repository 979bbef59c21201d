#if CommandLine
import ConcordVersions
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

    @Test("A folder without a registry")
    func nothing() {
        #expect(Shell.run("schema", "verify", Shell.fixture("nowhere")).status == 66)
    }
}
#endif

#if CommandLine
import ConcordOwnership
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord ownership")
struct OwnershipTests {
    static let claims = Shell.fixture("ownership/engagement.ndjson")
    static let policy = Shell.fixture("ownership/policy.json")
    static let next = Shell.fixture("ownership/policy-next.json")

    /// Runs a command about the engagement's claims.
    static func run(_ command: String, _ options: String..., claims: String = claims, input: String = "")
        -> Shell.Result
    {
        Shell.run(input: input) { console in
            let all = ["ownership", command, claims, "--policy", policy, "--as-of", "2026-11-21T09:00:00Z"]
            return ConcordTool.run(all + options, on: console)
        }
    }

    @Test("The matrix is written as tables")
    func table() throws {
        let result = Shell.run("ownership", "table", "--record", "customer", "--policy", Self.policy)
        #expect(result.status == 0)
        try expectGolden(result.output, "ownership-table.md")
        let html = Shell.run("ownership", "table", "--format", "html")
        #expect(html.output.hasPrefix("<!doctype html>"))
        #expect(html.output.contains("invoice.bank"))
        #expect(Shell.run("ownership", "table", "--record", "costumer").errors.contains("did you mean \"customer\"?"))
    }

    @Test("What is wrong with a policy is told as compilers tell it")
    func check() throws {
        #expect(Shell.run("ownership", "check", Self.policy).status == 0)
        let wrong = Shell.fixture("policies/ownership/wrong/unknown-field-in-rule.json")
        let result = Shell.run("ownership", "check", wrong)
        #expect(result.status == 1)
        #expect(result.output.contains("unknown-field-in-rule.json:13:46: error: expected a field of customer"))
        #expect(
            Shell.run("ownership", "check", wrong, "--alone").output.split(separator: "\n").count < result.lines.count
        )
        #expect(Shell.run("ownership", "check", Shell.fixture("policies/ownership/wrong/rule-twice.json")).status == 65)
    }

    @Test("A region's document lies over the firm's only there")
    func layers() {
        let emea = Shell.fixture("policies/ownership/halden-marsh-emea.json")
        let options = ["ownership", "table", "--policy", Self.policy, "--policy", emea, "--on", "2026-11-21"]
        let result = Shell.run { ConcordTool.run(options, on: $0) }
        #expect(result.output.contains("nine currencies"))
        let early = Shell.run { ConcordTool.run(options.dropLast() + ["2026-01-01"], on: $0) }
        #expect(!early.output.contains("nine currencies"))
        #expect(early.errors.contains("halden-marsh-emea@2"))
        let other = Shell.run { ConcordTool.run(options + ["--for", "region=APAC"], on: $0) }
        #expect(!other.output.contains("nine currencies"))
    }

    @Test("What a system may write is JSON for its connector")
    func filter() throws {
        let result = Shell.run(
            "ownership",
            "filter",
            "--system",
            "netsuite",
            "--record",
            "invoice",
            "--stage",
            "issued",
            "--policy",
            Self.policy
        )
        #expect(result.status == 0)
        try expectGolden(result.output, "ownership-filter.json")
        let derived = Shell.run("ownership", "filter", "--system", "hubspot:eu", "--record", "customer")
        #expect(derived.output.contains(#""role": "crm""#))
        let named = Shell.run("ownership", "filter", "--system", "erp=books", "--record", "customer")
        #expect(named.output.contains(#""role": "erp""#))
        #expect(Shell.run("ownership", "filter", "--system", "netsweet", "--policy", Self.policy).status == 64)
    }

    @Test("The engagement's claims become its records, exceptions and decisions")
    func view() throws {
        let (exceptions, decisions) = (try Shell.temporary(), try Shell.temporary())
        let context = try Shell.temporary(
            #"{"record":"customer","id":"cu-northwind","client":"Northwind Rail","project":"Timetable","stage":"contracted","#
                + #""openInvoices":2,"amountAtRisk":{"amount":"42720.20","currency":"EUR"}}"# + "\n"
        )
        let options = ["--exceptions", exceptions, "--decisions", decisions, "--context", context, "--due", "3"]
        let result = Shell.run { console in
            let all = ["ownership", "view", Self.claims, "--policy", Self.policy, "--as-of", "2026-11-21T09:00:00Z"]
            return ConcordTool.run(all + options, on: console)
        }
        #expect(result.status == 0)
        #expect(result.errors == "concord: 6 records, 5 exceptions from 55 lines\n")
        try expectGolden(result.output, "ownership-view.ndjson")
        try expectGolden(try String(contentsOfFile: exceptions, encoding: .utf8), "ownership-exceptions.ndjson")
        try expectGolden(try String(contentsOfFile: decisions, encoding: .utf8), "ownership-decisions.ndjson")
        // Readers take all of them, whatever validation says of an engagement that is told in part.
        #expect(!Shell.run("validate", "-", input: result.output).output.contains("field.missing"))
    }

    @Test("What held earlier is seen with an earlier time")
    func asOf() {
        let result = Shell.run(
            "ownership",
            "view",
            Self.claims,
            "--policy",
            Self.policy,
            "--as-of",
            "2026-08-01T00:00:00Z"
        )
        // The steward's override had not expired, and nobody had spoken of other terms.
        #expect(result.output.contains(#""invoiceGrouping":"byProject""#))
        #expect(result.output.contains(#""netDays":30"#))
    }

    @Test("Why a field is as it is, in words")
    func explain() throws {
        let result = Self.run("explain", "--field", "paymentTerms", "--show", "all")
        #expect(result.status == 0)
        try expectGolden(result.output, "ownership-explain.txt")
        let group = Self.run("explain", "--field", "statusReason", "--record", "customer/cu-northwind")
        #expect(group.output.contains("#status is "))
        let items = Self.run("explain", "--field", "contacts", "--record", "customer/cu-northwind")
        #expect(items.output.contains("contacts[co-lind] has no value that counts."))
        #expect(!items.output.contains("Maja"))
        let nobody = Self.run("explain", "--field", "creditHold", "--record", "customer/cu-northwind")
        #expect(nobody.status == 1)
        #expect(nobody.errors == "concord: nobody said anything of creditHold of customer/cu-northwind\n")
    }

    @Test(
        "A field that no record has is told with the nearest one",
        arguments: [
            ("paymentTems", "did you mean \"paymentTerms\"?"),
            ("paymentTerms.netDay", "did you mean \"paymentTerms.netDays\"?"),
            ("contacts[co-lind].nmae", "did you mean \"contacts[co-lind].name\"?"),
            ("#sttus", "did you mean \"#status\"?"),
            ("colour", "concord schema show customer names them"),
        ]
    )
    func explainNothing(field: String, advice: String) {
        let result = Self.run("explain", "--field", field, "--record", "customer/cu-northwind")
        #expect(result.status == 64)
        #expect(result.errors == "concord: there is no field \"\(field)\" of customer; \(advice)\n")
        #expect(Self.run("explain", "--field", field).status == 64)
    }

    @Test("Where systems disagree")
    func reconcile() throws {
        let result = Self.run("reconcile")
        #expect(result.status == 0)
        try expectGolden(result.output, "ownership-reconcile.md")
        #expect(Self.run("reconcile", "--all").output.contains("All systems agree."))
    }

    @Test("What another policy would make of the claims, and what that is worth")
    func dryRun() throws {
        func run(_ options: String...) -> Shell.Result {
            Shell.run { console in
                let all = [
                    "ownership", "dryrun", Self.claims, "--policy", Self.next, "--as-of", "2026-11-21T09:00:00Z",
                ]
                return ConcordTool.run(all + options, on: console)
            }
        }
        let result = run("--against", Self.policy, "--worth", "totals.payable", "--above", "10000")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("# This change flips 3 fields of 3 records, 2 above 10000 EUR\n"))
        #expect(result.errors == "concord: 6 records folded under both policies from 55 lines\n")
        try expectGolden(result.output, "ownership-dryrun.md")
        let json = run("--against", Self.policy, "--worth", "totals.payable", "--above", "10000", "--format", "json")
        try expectGolden(json.output, "ownership-dryrun.json")
        #expect(run("--against", Self.next).output.contains("# This change flips nothing in 6 records"))
        #expect(run("--limit", "0").status == 0)
        #expect(run("--above", "much").status == 64)
    }
}
#endif

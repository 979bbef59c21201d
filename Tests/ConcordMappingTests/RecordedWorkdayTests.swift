import Concord
import ConcordXML
import Foundation
import Testing

/// Bodies that were recorded of Workday and NetSuite; the environment variable `CONCORD_PAYLOADS` names their folder.
@Suite("Recorded payloads: Workday and NetSuite", .enabled(if: RecordedPayloads.folder != nil))
struct RecordedWorkdayTests {
    /// Sample messages have `string` for every text, so that no ID of theirs names anything.
    @Test func sampleMessagesAreAccountedFor() throws {
        var leaves = 0
        for file in try RecordedPayloads.files("workday", ending: "xml") {
            for object in try WorkdayFixture.elements("Customer_Invoice", [UInt8](try Data(contentsOf: file))) {
                let trial = try WorkdayTrial(Workday.customerInvoice, object)
                let coverage = try trial.account()
                leaves += coverage.leaves
                #expect(trial.issues(object).contains { $0.path.description == "currency" }, "no currency is a string")
            }
        }
        print("workday: \(leaves) leaves of sample messages")
        #expect(leaves > 0)
    }

    /// With IDs, and dates in their order, the same messages are invoices.
    @Test func sampleMessagesWithIDsMap() throws {
        var found = (invoices: 0, leaves: 0, mapped: 0, kept: 0, dropped: 0)
        for file in try RecordedPayloads.files("workday", ending: "xml") {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                .replacing(/(?s)(<(\w+):Currency_Reference [^>]*>.{0,120}?<\w+:ID \w+:type=")string(">)string/) {
                    "\($0.1)Currency_ID\($0.3)EUR"
                }
                .replacing(/(<\w+:ID \w+:type=")string("[^>]*>)string/) { "\($0.1)WID\($0.2)0f1e2d3c" }
                .replacing(/(<\w+:To_Date>)\d{4}/) { "\($0.1)2099" }
            for object in try WorkdayFixture.elements("Customer_Invoice", Array(text.utf8)) {
                let trial = try WorkdayTrial(Workday.customerInvoice, object)
                // Nobody knows a status called "string".
                let issues = trial.issues(object)
                #expect(issues.map(\.path.description) == ["documentStatus", "paymentStatus"], "\(issues)")
                try trial.checkRoundTrip()
                try trial.checkAnew()
                let invoice = try trial.record()
                #expect(invoice.currency == .eur)
                #expect(invoice.lines.count == 1)
                #expect(invoice.lines.first?.unitPrice?.description == "1000.00 EUR")
                let coverage = try trial.account()
                found.invoices += 1
                found.leaves += coverage.leaves
                found.mapped += coverage.mapped
                found.kept += coverage.kept
                found.dropped += coverage.dropped
            }
        }
        print("workday: \(found)")
        #expect(found.invoices > 0)
    }

    /// What other programs make of NetSuite's objects is refused, and accounted for; no body of REST was recorded.
    @Test func whatIsNoRecordOfNetSuiteIsAccountedFor() throws {
        let files = try RecordedPayloads.files("netsuite", ending: "json")
        #expect(!files.isEmpty)
        for file in files {
            let name = file.lastPathComponent
            let bytes = [UInt8](try Data(contentsOf: file))
            let issues: [ConcordSchema.Issue]
            if name.hasPrefix("customer") {
                issues = try account(NetSuite.customer, bytes)
            } else if name.hasPrefix("credit") {
                issues = try account(NetSuite.creditMemo, bytes)
            } else {
                issues = try account(NetSuite.invoice, bytes)
            }
            #expect(issues.contains { $0.severity == .error }, "\(name)")
        }
    }

    private func account<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ bytes: [UInt8]
    ) throws -> [ConcordSchema.Issue] {
        var coverage = Coverage()
        let context = try NetSuiteTrial<Target>.context()
        let mapped = bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        #expect(coverage.unknown == 0)
        #expect(coverage.leaves == (try WalkedJSON(bytes)).leafCount)
        return mapped.allIssues
    }
}

extension RecordedPayloads {
    /// The bodies of a system in one form.
    static func files(_ system: String, ending: String) throws -> [URL] {
        guard let folder else { return [] }
        return try FileManager.default
            .contentsOfDirectory(
                at: folder.appending(path: system),
                includingPropertiesForKeys: nil
            )
            .filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
    }
}

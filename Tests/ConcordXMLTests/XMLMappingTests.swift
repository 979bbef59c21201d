import Concord
import ConcordXML
import Foundation
import Testing

@Suite("Mappings of XML")
struct XMLMappingTests {
    @Test("NetSuite's customer, through a mapping and back")
    func customer() throws {
        let mapping = Mapping<Customer>("netsuite/customer", version: 1, object: "customer") { rule in
            rule.identity("/@internalId", version: "/lastModifiedDate", object: "customer")
            rule.same("/companyName", to: \.name)
            rule.constant(\.kind, .organisation, because: "persons are not read")
            rule.constant(\.status, .active, because: "inactive customers are not read")
            rule.same("/isInactive", to: \.isIntercompany)
            rule.keepRest()
        }
        let context = MappingContext(system: "netsuite:test", ingestedAt: try Instant("2026-06-01T12:00:00Z"))
        let writer = XMLPayloadWriter(prefix: "c", namespace: "urn:relationships_2024_2.lists.webservices.netsuite.com")
        let reader = XMLPayloadReader(records: "record")
        var names: [String] = []
        try reader.read(try XMLFiles.fixture("netsuite-get-customer.xml")) { payload in
            #expect(payload.issue == nil)
            let object = Array(payload.bytes)
            let mapped = mapping.read(payload.bytes, in: context)
            #expect(mapped.isAcceptable, "\(mapped.allIssues)")
            var record = try #require(try mapped.records().first)
            names.append(record.name)
            record.name = "Marlow, Finch <& Daughters>"
            let (changed, issues) = try mapping.write([record], onto: object, in: context)
            #expect(issues == [])
            let xml = try writer.write(changed, as: "record")
            let found = try XMLFound(xml, with: reader)
            #expect(found.objects == [String(decoding: changed, as: UTF8.self)])
            #expect(found.objects.first?.contains(#""terms":null,"comments":"""#) == true)
        }
        #expect(names == ["Marlow & Finch Ltd"])
    }

    @Test("Workday's invoices")
    func invoices() throws {
        let reader = XMLPayloadReader(
            records: "Customer_Invoice",
            lists: ["ID", "Customer_Invoice_Line_Replacement_Data"]
        )
        let found = try XMLFound(try XMLFiles.fixture("workday-customer-invoices.xml"), with: reader, chunk: 100)
        #expect(found.issues == [])
        let expected = ##"""
            {"Customer_Invoice_Reference":{"@Descriptor":"INV-2041","ID":[{"@type":"WID","#text":"5f0c2b7a91e04d1b8a3c"},\##
            {"@type":"Customer_Invoice_ID","#text":"CI-2041"}]},"Customer_Invoice_Data":{\##
            "Customer_Invoice_ID":"CI-2041","Invoice_Number":"2041","Invoice_Date":"2026-02-28","Amount_Due":"1250.00",\##
            "Submit":"1","Memo":"Rates <2026> & travel","Customer_Invoice_Line_Replacement_Data":[\##
            {"Line_Order":"1","Extended_Amount":"1250.00"}]}}
            """##
        #expect(found.objects.first == expected)
        #expect(found.objects.count == 2)
    }

    @Test("Coupa's contracts")
    func contracts() throws {
        let found = try XMLFound(
            try XMLFiles.fixture("coupa-contracts.xml"),
            with: XMLPayloadReader(records: "contract")
        )
        #expect(found.issues == [])
        let expected = #"""
            {"id":"301","name":"Managed print, north","start-date":"2026-01-01T00:00:00+01:00","end-date":null,\#
            "max-value":"48000.000000","supplier":{"id":"88","name":"Kestrel Office Supply"}}
            """#
        #expect(found.objects.first == expected)
        #expect(found.objects.count == 2)
    }
}

/// Bodies that were recorded; the environment variable `CONCORD_PAYLOADS` names their folder.
@Suite("Recorded XML", .enabled(if: XMLFiles.payloads != nil))
struct RecordedXMLTests {
    @Test("Every leaf of every body appears", arguments: XMLFiles.recorded)
    func leaves(file: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        let text = String(decoding: bytes, as: UTF8.self)
        // The document's own element is the record, so that nothing is outside.
        let root = try #require(text.firstMatch(of: /<(?:[\w-]+:)?([\w-]+)[\s>\/]/)).1
        let reader = XMLPayloadReader(
            records: String(root),
            namespaces: XMLNamespaces(["http://docs.oasis-open.org/odata/ns/edmx": "edmx"])
        )
        let found = try XMLFound(bytes, with: reader)
        #expect(found.issues == [])
        let object = try #require(found.objects.first)
        #expect(found.objects.count == 1)
        var values: [String: Int] = [:]
        Self.collect(try JSONSerialization.jsonObject(with: Data(object.utf8)), into: &values)
        // Taken apart without the library: attributes that declare nothing, and text between tags.
        var expected: [String: Int] = [:]
        let clean = text.replacing(/(?s)<!--.*?-->|<\?.*?\?>/, with: "")
        for tag in clean.matches(of: /<[^\/!][^>]*>/) {
            for attribute in tag.0.matches(of: /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/)
            where !attribute.1.hasPrefix("xmlns") {
                expected[Self.unescaped(attribute.2 ?? attribute.3 ?? ""), default: 0] += 1
            }
        }
        for run in clean.matches(of: />([^<]+)</) where !run.1.allSatisfy(\.isWhitespace) {
            expected[Self.unescaped(run.1), default: 0] += 1
        }
        var missing: [String] = []
        for (value, count) in expected where values[value, default: 0] < count { missing.append(value) }
        #expect(missing == [])
        // Written and read again, it is the same.
        let writer = XMLPayloadWriter(
            namespaces: XMLNamespaces(["http://docs.oasis-open.org/odata/ns/edmx": "edmx"])
        )
        let again = try XMLFound(try writer.write(Array(object.utf8), as: String(root)), with: reader)
        #expect(again.objects == [object])
        print("\(file.lastPathComponent): \(expected.values.reduce(0, +)) leaves")
    }

    private static func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }

    private static func collect(_ value: Any, into values: inout [String: Int]) {
        switch value {
        case let object as [String: Any]: for member in object.values { collect(member, into: &values) }
        case let list as [Any]: for item in list { collect(item, into: &values) }
        case let text as String: values[text, default: 0] += 1
        case is NSNull: values["true", default: 0] += 1
        default: break
        }
    }
}

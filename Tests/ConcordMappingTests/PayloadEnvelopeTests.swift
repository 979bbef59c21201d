import ConcordMapping
import ConcordSystems
import Testing

/// What vendors put around a page of objects, and what their own objects with lists are not.
@Suite("Envelopes")
struct PayloadEnvelopeTests {
    struct Page: Sendable, CustomTestStringConvertible {
        let name: String
        let envelope: PayloadEnvelope
        let text: String
        let objects: [String]
        let isFollowed: Bool
        var total: Int?
        var next: String?

        var testDescription: String { name }
    }

    static let pages: [Page] = [
        Page(
            name: "a query of Salesforce's",
            envelope: .query,
            text: #"{"totalSize":3,"done":false,"nextRecordsUrl":"/q/01g-2000","records":[{"Id":"1"},{"Id":"2"}]}"#,
            objects: [#"{"Id":"1"}"#, #"{"Id":"2"}"#],
            isFollowed: true,
            total: 3,
            next: "/q/01g-2000"
        ),
        Page(
            name: "a page of OData",
            envelope: .odata,
            text: """
                {"@odata.context":"c","@odata.count":9,"value":[{"msdyn_name":"a"}],
                 "@odata.nextLink":"https://o/?$skiptoken=2"}
                """,
            objects: [#"{"msdyn_name":"a"}"#],
            isFollowed: true,
            total: 9,
            next: "https://o/?$skiptoken=2"
        ),
        Page(
            name: "the last page of OData",
            envelope: .odata,
            text: #"{"@odata.context":"c","value":[{"msdyn_name":"a"}]}"#,
            objects: [#"{"msdyn_name":"a"}"#],
            isFollowed: false
        ),
        Page(
            name: "a collection of NetSuite's",
            envelope: NetSuite.collectionEnvelope,
            text: """
                {"links":[{"rel":"next","href":"https://n/invoice?offset=2"},{"rel":"self","href":"https://n/invoice"}],
                 "count":2,"hasMore":true,"items":[{"id":"1"},{"id":"2"}],"offset":0,"totalResults":4}
                """,
            objects: [#"{"id":"1"}"#, #"{"id":"2"}"#],
            isFollowed: true,
            total: 4,
            next: "https://n/invoice?offset=2"
        ),
        Page(
            name: "the last collection",
            envelope: NetSuite.collectionEnvelope,
            text: #"{"links":[],"count":1,"hasMore":false,"items":[{"id":"4"}],"offset":3,"totalResults":4}"#,
            objects: [#"{"id":"4"}"#],
            isFollowed: false,
            total: 4
        ),
        Page(
            name: "results of HubSpot's",
            envelope: HubSpot.listEnvelope,
            text: #"{"results":[{"id":"7"}],"paging":{"next":{"after":"8","link":"https://h/?after=8"}}}"#,
            objects: [#"{"id":"7"}"#],
            isFollowed: true,
            next: "8"
        ),
        Page(
            name: "the last results",
            envelope: HubSpot.listEnvelope,
            text: #"{"results":[{"id":"8"}]}"#,
            objects: [#"{"id":"8"}"#],
            isFollowed: false
        ),
        Page(
            name: "a report of Workday's",
            envelope: Workday.reportEnvelope,
            text: #"{"Report_Entry":[{"Worker":"a"}]}"#,
            objects: [#"{"Worker":"a"}"#],
            isFollowed: false
        ),
    ]

    @Test(arguments: pages) func pageIsOpened(_ page: Page) throws {
        var reader = PayloadReader(envelope: page.envelope)
        let objects = Self.objects(in: page.text, &reader)
        #expect(objects == page.objects)
        let found = reader.lastPage
        let last = try #require(found)
        #expect(last.isFollowed == page.isFollowed)
        #expect(last.total == page.total)
        #expect(last.next == page.next)
    }

    /// Objects with lists of the same name, and links of their own.
    static let objects: [(PayloadEnvelope, String)] = [
        (.query, #"{"records":[{"Id":"1"}]}"#),
        (.odata, #"{"value":[1,2]}"#),
        (NetSuite.collectionEnvelope, #"{"items":[{"line":1}],"links":[{"rel":"self","href":"https://n/invoice/1"}]}"#),
        (NetSuite.collectionEnvelope, #"{"items":[{"line":1}],"hasMore":"no"}"#),
        (HubSpot.listEnvelope, #"{"paging":{}}"#),
    ]

    @Test(arguments: objects) func objectIsNoPage(_ envelope: PayloadEnvelope, _ text: String) {
        var reader = PayloadReader(envelope: envelope)
        #expect(Self.objects(in: text, &reader) == [text])
        let found = reader.lastPage
        #expect(found == nil)
    }

    private static func objects(in text: String, _ reader: inout PayloadReader) -> [String] {
        Array(text.utf8).withUnsafeBytes { reader.append($0) }
        reader.finish()
        var found: [String] = []
        while let payload = reader.next() { found.append(String(decoding: payload.bytes, as: UTF8.self)) }
        return found
    }
}

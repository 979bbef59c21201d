import Concord
import Foundation
import Testing

/// Each mapping as the table that an analyst reads; a change of a mapping is a change of its file.
@Suite("Mapping tables")
struct MappingTableTests {
    @Test func accountsAreMappedAsWritten() throws {
        try expectGolden(Salesforce.account.table.markdown, "salesforce-account.md")
    }

    @Test func opportunitiesAreMappedAsWritten() throws {
        try expectGolden(Salesforce.opportunity.table.markdown, "salesforce-opportunity.md")
    }

    @Test func timecardsAreMappedAsWritten() throws {
        try expectGolden(Certinia.timecardHeader.table.markdown, "certinia-timecard-header.md")
    }

    @Test func everyFormIsGolden() throws {
        let table = ReviewedDeals.second.table
        try expectGolden(table.markdown, "table.md")
        try expectGolden(table.csv, "table.csv")
        try expectGolden(table.json().split(separator: "},{").joined(separator: "},\n{") + "\n", "table.json")
        try expectGolden(MappingPage([table], comparedTo: [ReviewedDeals.first.table]).html, "table.html")
    }

    @Test func differencesAreGolden() throws {
        let (first, second) = (ReviewedDeals.first.table, ReviewedDeals.second.table)
        let difference = second.difference(from: first)
        try expectGolden(difference.description + "\n", "table-difference.txt")
        #expect(difference.added.map(\.target) == ["customer", "forecastCategory"])
        #expect(difference.removed.count == 1)
        #expect(difference.changed.map(\.columns) == [[.how, .onUnknown], [.source], [.reason]])
        #expect(JSONText.check(difference.json()) == nil)
        #expect(second.difference(from: second).isEmpty)
        #expect(second.difference(from: second).description == "acme/deal@2 has the rules of acme/deal@2")
        // The way back adds what was removed.
        let back = first.difference(from: second)
        #expect(back.added == difference.removed)
        #expect(back.removed == difference.added)
    }

    @Test func everyRuleIsARow() {
        func check<Target>(_ mapping: Mapping<Target>) {
            let table = mapping.table
            // The rules for the items of lists have rows behind that of the list.
            let rows = table.rows.filter { row in !row.sources.contains { $0.contains("/*") } }
            #expect(rows.map(\.sources) == mapping.rules.map(\.sources))
            #expect(rows.map(\.target) == mapping.rules.map(\.target))
            #expect(rows.map(\.law) == mapping.rules.map(\.law))
            for row in table.rows {
                #expect(row.layer == .base)
                #expect(row.owner == nil)
                // A field that is there is described.
                #expect(row.target.isEmpty == row.type.isEmpty, "\(row.target)")
                if row.law != .iso { #expect(!row.reason.isEmpty, "\(row.target)") }
            }
        }
        check(Salesforce.account)
        check(Salesforce.opportunity)
        check(Certinia.timecardHeader)
        check(ReviewedDeals.second)
    }

    @Test func crosswalksAreFoundWhereTheyAreAsked() {
        let rows = ReviewedDeals.second.table.rows
        #expect(rows.first { $0.target == "stage.canonical" }?.crosswalks == ["acme-stage"])
        #expect(rows.first { $0.target == "stage.canonical" }?.onUnknown == .fixed("qualify"))
        // A conversion says which crosswalk it asks.
        #expect(rows.first { $0.target == "forecastCategory" }?.crosswalks == ["acme-forecast"])
        #expect(rows.first { $0.target == "forecastCategory" }?.onUnknown == .keep)
        #expect(rows.first { $0.target == "stage.source" }?.crosswalks == [])
        #expect(rows.first { $0.target == "customer" }?.onUnknown == .reject)
        #expect(rows.first { $0.target == "closeDate" }?.onUnknown == nil)
        let stage = Salesforce.opportunity.table.rows.filter { $0.sources.contains("/StageName") }
        #expect(stage.map(\.crosswalks) == [[], ["salesforce-opportunity-stage"], []])
    }

    @Test func sheetsAreReadBackAsTheyWere() {
        // A reader of RFC 4180 in few lines.
        var records: [[String]] = [[""]]
        var isQuoted = false
        var scalars = Array(ReviewedDeals.second.table.csv.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            let (record, cell) = (records.count - 1, records[records.count - 1].count - 1)
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                records[record][cell].unicodeScalars.append("\"")
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: records[record].append("")
            case "\r" where !isQuoted && scalars.first == "\n":
                scalars.removeFirst()
                records.append([""])
            default: records[record][cell].unicodeScalars.append(scalar)
            }
        }
        #expect(records.removeLast() == [""])
        let columns = MappingTable.Column.allCases
        #expect(records.first == ["mapping", "object"] + columns.map(\.rawValue))
        #expect(
            Array(records.dropFirst())
                == ReviewedDeals.second.table.rows.map { row in
                    ["acme/deal@2", "Deal"] + columns.map(row.text)
                }
        )
    }

    @Test func tablesAreReadBackAsTheyWere() throws {
        let tables = [Salesforce.account.table, Certinia.timecardHeader.table, ReviewedDeals.second.table]
        for table in tables { #expect(try MappingTable.tables(fromJSON: Array(table.json().utf8)) == [table]) }
        let list = "[\(tables.map { $0.json() }.joined(separator: ", "))]\n"
        #expect(try MappingTable.tables(fromJSON: Array(list.utf8)) == tables)
        #expect(try MappingTable.tables(fromJSON: Array("[]".utf8)).isEmpty)
        for broken in ["", "{}", "[1]", "null", list + "x", String(list.dropLast(3))] {
            #expect(throws: ReadFailure.self) { try MappingTable.tables(fromJSON: Array(broken.utf8)) }
        }
    }

    @Test func pagesNeedNothingFromElsewhereAndRunNothingOfTheirs() throws {
        let tables = [Salesforce.account.table, ReviewedDeals.second.table]
        let html = MappingPage(tables, title: "<script>alert(0)</script> & \"more\"").html
        #expect(html.contains("<title>&lt;script&gt;alert(0)&lt;/script&gt; &amp; &quot;more&quot;</title>"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.components(separatedBy: "<script").count == 2)
        #expect(html.components(separatedBy: "</script").count == 2)
        for reference in ["http:", "https:", "//cdn", " src=", " href=", "@import", "url(", "<link", "<img", "<iframe"]
        {
            #expect(!html.contains(reference), "\(reference)")
        }
        #expect(html.contains("default-src 'none'"))
        // What is opened is closed.
        for tag in [
            "section", "table", "thead", "tbody", "tr", "td", "code", "label", "select", "form", "main", "header",
        ] {
            let opened = html.components(separatedBy: "<\(tag)>").count + html.components(separatedBy: "<\(tag) ").count
            #expect(opened - 1 == html.components(separatedBy: "</\(tag)>").count, "\(tag)")
        }
        #expect(html.components(separatedBy: "<section ").count == 3)
    }

    @Test func lawsHaveWords() {
        #expect(MappingLaw.iso.word == "iso")
        #expect(MappingLaw.lossy("a").word == "lossy")
        #expect(MappingLaw.lossy("a").reason == "a")
        #expect(MappingLaw.oneWay("b").word == "one way")
        #expect(MappingLaw.none.word == "none")
        #expect(MappingLaw.none.reason == nil)
    }
}

/// Two versions of one mapping, with words in it that every form must escape.
enum ReviewedDeals {
    static let first = Mapping<Opportunity>("acme/deal", version: 1, object: "Deal", api: "v3") { rule in
        rule.identity("/id", version: "/etag", object: "Deal")
        rule.same("/title", to: \.name)
        rule.coding("/stage", to: \.stage.source, list: "acme/deal.stage")
        rule.code(
            "/stage",
            to: \.stage.canonical,
            Crosswalk("acme-phase", unmapped: .reject, stages),
            writesBack: false
        )
        rule.same("/due", to: \.closeDate)
        rule.constant(\.status, .open, because: "closed deals are not sent")
        rule.same("/memo", to: \.description)
        rule.drop("/links", because: "they lead to pages")
        rule.keepRest()
    }

    static let second = Mapping<Opportunity>("acme/deal", version: 2, object: "Deal", api: "v3") { rule in
        rule.identity("/id", version: "/etag", object: "Deal")
        rule.same("/title", to: \.name)
        rule.reference("/client|payer", to: \.customer, object: "Client")
        rule.coding("/stage", to: \.stage.source, list: "acme/deal.stage")
        rule.code(
            "/stage",
            to: \.stage.canonical,
            Crosswalk("acme-stage", unmapped: .fixed("qualify"), stages),
            writesBack: false
        )
        rule.asking(forecast) { forecast in
            .convert(
                "forecast",
                ["/forecast"],
                to: "forecastCategory",
                law: .oneWay("Acme's forecast is a formula, \"f(x) = a, b\""),
                note: "the first word of the forecast",
                read: { input, record in
                    guard let code: String = input.value(0) else { return }
                    record.forecastCategory = forecast.target(of: code).map(ForecastCategory.init)
                },
                write: nil
            )
        }
        rule.same("/dueOn", to: \.closeDate)
        rule.constant(\.status, .open, because: "closed deals are not sent")
        rule.drop(
            "/links",
            because: "they lead to <script>alert(1)</script> pages, & \"more\",\nfor `people` | *readers*"
        )
        rule.keepRest()
    }

    private static let stages: [Crosswalk.Row] = [.init("New", "qualify"), .init("Sure", "negotiate", .broader)]
    private static let forecast = Crosswalk("acme-forecast", unmapped: .keep, [.init("yes", "commit")])
}

internal import ConcordConfiguration

extension OwnershipTable {
    /// The table as one page that a person opens in a browser.
    ///
    /// The page needs nothing but itself: style and script are in it, and a policy in it forbids to load anything from
    /// elsewhere. Without its script it is a plain document with a table for each record; with it, rows can be found and
    /// filtered by record and owner.
    public var html: String {
        PageText.document(title: "Ownership: \(policy)", style: Self.style, script: Self.script) { page in
            page.choice("record", "Record", sections.map(\.record))
            page.choice("owner", "Owner", sections.flatMap(\.rows).compactMap(\.owner).sorted())
        } content: { page in
            for (number, section) in sections.enumerated() { section.write(number, to: &page) }
        }
    }
}

extension OwnershipTable.Section {
    fileprivate func write(_ number: Int, to page: inout PageText) {
        page.raw("<section data-record=\"")
        page.text(record)
        page.raw("\" aria-labelledby=\"r\(number)\">\n<h2 id=\"r\(number)\">")
        page.text(record)
        page.raw("</h2>\n")
        for note in notes {
            page.raw("<p>")
            page.prose(note)
            page.raw("</p>\n")
        }
        page.raw("<table>\n<caption class=\"aside\">Rules of ")
        page.text(record)
        page.raw("</caption>\n<thead><tr>")
        for (title, _) in Self.columns { page.raw("<th scope=\"col\">\(title)</th>") }
        page.raw("</tr></thead>\n<tbody>\n")
        for row in rows { write(row, to: &page) }
        page.raw("</tbody>\n</table>\n</section>\n")
    }

    private static let columns = [
        ("Group", "group"), ("Fields", "fields"), ("When", "when"), ("Owner", "owner"), ("Others", "others"),
        ("Observe", "observe"), ("Why", "why"),
    ]

    private func write(_ row: OwnershipTable.Row, to page: inout PageText) {
        page.raw("<tr data-owner=\"")
        page.text(row.owner ?? "")
        page.raw("\">")
        for (title, name) in Self.columns {
            let tag = name == "group" ? "th scope=\"row\"" : "td"
            page.raw("<\(tag) class=\"\(name)\" data-label=\"\(title)\">")
            switch name {
            case "group":
                page.raw("<b>")
                page.text(row.about)
                page.raw("</b>")
                if row.isAtomic { page.raw(" <span class=\"mark\">as a whole</span>") }
                page.raw("<br><code>")
                page.text(row.rule)
                page.raw("</code>")
            case "fields":
                for field in row.fields {
                    page.code(field)
                    page.raw(" ")
                }
            case "when": page.text(row.condition)
            case "owner":
                page.raw("<b>")
                page.text(row.owner ?? "nobody")
                page.raw("</b>")
                for line in row.terms + row.prohibitions {
                    page.raw("<br>")
                    page.text(line)
                }
            case "others": page.lines(row.others)
            case "observe": page.text(row.observers.joined(separator: ", "))
            default: page.text(row.because ?? "")
            }
            page.raw(name == "group" ? "</th>" : "</td>")
        }
        page.raw("</tr>\n")
    }
}

internal import ConcordConfiguration

extension OwnershipTable {
    /// The table as one page that a person opens in a browser.
    ///
    /// The page needs nothing but itself: style and script are in it, and a policy in it forbids to load anything from
    /// elsewhere. Without its script it is a plain document with a table for each record; with it, rows can be found and
    /// filtered by record and owner.
    public var html: String {
        var page = PageText()
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        page.raw("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>Ownership: ")
        page.text(policy.description)
        page.raw("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<header>\n<h1>Ownership: ")
        page.text(policy.description)
        page.raw("</h1>\n<form id=\"filters\" role=\"search\" hidden>\n")
        page.raw("<label class=\"find\">Find <input type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n")
        page.choice("record", "Record", sections.map(\.record))
        page.choice("owner", "Owner", sections.flatMap(\.rows).compactMap(\.owner).sorted())
        page.raw("<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n</header>\n<main>\n")
        for (number, section) in sections.enumerated() { section.write(number, to: &page) }
        page.raw(
            "<p id=\"none\" hidden>No row is like that. <button type=\"button\" id=\"reset\">Show all</button></p>\n"
        )
        page.raw("</main>\n<script>\n\(Self.script)</script>\n</body>\n</html>\n")
        return page.html
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
                for field in row.fields { page.code(field) }
            case "when": page.text(row.condition)
            case "owner":
                page.raw("<b>")
                page.text(row.owner ?? "nobody")
                page.raw("</b>")
                page.lines(row.terms + row.prohibitions, isFirst: false)
            case "others": page.lines(row.others, isFirst: true)
            case "observe": page.text(row.observers.joined(separator: ", "))
            default: page.text(row.because ?? "")
            }
            page.raw(name == "group" ? "</th>" : "</td>")
        }
        page.raw("</tr>\n")
    }
}

/// Collects HTML; what is text is escaped, in elements and in attributes alike.
private struct PageText {
    private(set) var html = ""

    mutating func raw(_ markup: String) {
        html += markup
    }

    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }

    mutating func code(_ text: String) {
        raw("<code>")
        self.text(text)
        raw("</code> ")
    }

    mutating func lines(_ lines: [String], isFirst: Bool) {
        for (index, line) in lines.enumerated() {
            if index > 0 || !isFirst { raw("<br>") }
            text(line)
        }
    }

    /// Writes a sentence in which code stands between grave accents.
    mutating func prose(_ sentence: String) {
        for (index, part) in sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                text(String(part))
            } else {
                raw("<code>")
                text(String(part))
                raw("</code>")
            }
        }
    }

    mutating func choice(_ id: String, _ label: String, _ values: [String]) {
        raw("<label>\(label) <select id=\"\(id)\"><option value=\"\">all</option>")
        var seen: Set<String> = []
        for value in values where seen.insert(value).inserted {
            raw("<option>")
            text(value)
            raw("</option>")
        }
        raw("</select></label>\n")
    }
}

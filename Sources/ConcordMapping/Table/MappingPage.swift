/// Some mappings' tables as one page that an analyst opens in a browser.
///
/// The page needs nothing but itself: style and script are in it, and a policy in it forbids to load anything from
/// elsewhere. Without its script it is a plain document with a table for each mapping; with it, rows can be found,
/// filtered and sorted.
///
/// ```swift
/// let page = MappingPage([Salesforce.account.table, Salesforce.opportunity.table])
/// print(page.html)
/// ```
public struct MappingPage: Sendable, Hashable {
    /// The page's title.
    public let title: String

    /// The tables, in the order of the page.
    public let tables: [MappingTable]

    /// Earlier tables of the same mappings, found by name; rows that differ from them are marked.
    public let earlier: [MappingTable]

    /// A page.
    ///
    /// - Parameters:
    ///   - tables: The tables.
    ///   - earlier: Earlier tables of some of these mappings, to mark what differs.
    ///   - title: The page's title.
    public init(_ tables: [MappingTable], comparedTo earlier: [MappingTable] = [], title: String = "Mappings") {
        self.title = title
        self.tables = tables
        self.earlier = earlier
    }

    /// The page as HTML, in UTF-8.
    public var html: String {
        var page = HTMLWriter()
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        page.raw("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>")
        page.text(title)
        page.raw("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<header>\n<h1>")
        page.text(title)
        page.raw("</h1>\n")
        let sections = tables.map { table in
            Section(table, earlier: earlier.first { $0.name == table.name })
        }
        writeFilters(sections, to: &page)
        page.raw("</header>\n<main>\n")
        for (number, section) in sections.enumerated() { section.write(number, to: &page) }
        page.raw(
            "<p id=\"none\" hidden>No row is like that. <button type=\"button\" id=\"reset\">Show all</button></p>\n"
        )
        page.raw("</main>\n<script>\n\(Self.script)</script>\n</body>\n</html>\n")
        return page.html
    }

    private func writeFilters(_ sections: [Section], to page: inout HTMLWriter) {
        // The script shows the form; without it there is nothing that could filter.
        page.raw("<form id=\"filters\" role=\"search\" hidden>\n")
        page.raw("<label class=\"find\">Find <input type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n")
        let rows = sections.flatMap(\.lines)
        writeChoice("object", "Object", tables.map(\.object), to: &page)
        writeChoice("layer", "Layer", rows.map(\.row.layer.description), to: &page)
        writeChoice("law", "Law", rows.map(\.row.law.word), to: &page)
        if !earlier.isEmpty { writeChoice("change", "Change", rows.compactMap { $0.change?.word }, to: &page) }
        page.raw("<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n")
    }

    private func writeChoice(_ id: String, _ label: String, _ values: [String], to page: inout HTMLWriter) {
        page.raw("<label>\(label) <select id=\"\(id)\"><option value=\"\">all</option>")
        var seen: Set<String> = []
        for value in values where seen.insert(value).inserted {
            page.raw("<option>")
            page.text(value)
            page.raw("</option>")
        }
        page.raw("</select></label>\n")
    }
}

/// One mapping on the page.
private struct Section {
    enum Change {
        case added
        case removed
        case changed(from: MappingTable.Row)

        var word: String {
            switch self {
            case .added: "added"
            case .removed: "removed"
            case .changed: "changed"
            }
        }
    }

    let table: MappingTable
    let earlier: MappingTable?
    let lines: [(row: MappingTable.Row, change: Change?)]

    init(_ table: MappingTable, earlier: MappingTable?) {
        self.table = table
        self.earlier = earlier
        guard let difference = earlier.map(table.difference) else {
            lines = table.rows.map { ($0, nil) }
            return
        }
        var added = difference.added
        lines =
            table.rows.map { row in
                if let change = difference.changed.first(where: { $0.after == row }) {
                    return (row, .changed(from: change.before))
                }
                guard let index = added.firstIndex(of: row) else { return (row, nil) }
                added.remove(at: index)
                return (row, .added)
            } + difference.removed.map { ($0, .removed) }
    }

    /// The columns of the page; what a field is and whether it is needed stand together.
    private static let columns: [MappingTable.Column] = [
        .source, .target, .type, .how, .onUnknown, .law, .reason, .layer, .owner,
    ]

    func write(_ number: Int, to page: inout HTMLWriter) {
        // A column in which no row has anything is no help to anybody.
        let columns = Self.columns.filter { column in
            column != .owner || lines.contains { !$0.row.text(in: column).isEmpty }
        }
        page.raw("<section data-object=\"")
        page.text(table.object)
        page.raw("\" aria-labelledby=\"m\(number)\">\n<h2 id=\"m\(number)\">")
        page.text(table.tag)
        page.raw("</h2>\n<p>")
        page.text(table.summary { $0 })
        if let earlier {
            let count = { (word: String) in lines.count { $0.change?.word == word } }
            page.text(
                " Against \(earlier.tag): \(count("added")) added, \(count("removed")) removed, "
                    + "\(count("changed")) changed."
            )
        }
        page.raw("</p>\n<table>\n<caption class=\"aside\">Rules of ")
        page.text(table.tag)
        page.raw("</caption>\n<thead><tr>")
        for column in columns {
            page.raw("<th scope=\"col\" class=\"\(column.rawValue)\"><button type=\"button\">")
            page.text(column.title)
            page.raw("</button></th>")
        }
        page.raw("</tr></thead>\n<tbody>\n")
        for line in lines { write(line.row, line.change, columns, to: &page) }
        page.raw("</tbody>\n</table>\n</section>\n")
    }

    private func write(
        _ row: MappingTable.Row,
        _ change: Change?,
        _ columns: [MappingTable.Column],
        to page: inout HTMLWriter
    ) {
        page.raw("<tr data-layer=\"")
        page.text(row.layer.description)
        page.raw("\" data-law=\"")
        page.text(row.law.word)
        page.raw("\"")
        if let change { page.raw(" data-change=\"\(change.word)\" class=\"\(change.word)\"") }
        page.raw(">")
        for column in columns {
            let tag = column == .source ? "th scope=\"row\"" : "td"
            page.raw("<\(tag) class=\"\(column.rawValue)\" data-label=\"\(column.title)\">")
            if column == .source, let change { page.raw("<span class=\"mark\">\(change.word)</span> ") }
            if case .changed(let before) = change, Self.cell(before, column) != Self.cell(row, column) {
                page.raw("<del>\(Self.cell(before, column))</del> <ins>\(Self.cell(row, column))</ins>")
            } else {
                page.raw(Self.cell(row, column))
            }
            page.raw(column == .source ? "</th>" : "</td>")
        }
        page.raw("</tr>\n")
    }

    /// A cell's content as HTML.
    private static func cell(_ row: MappingTable.Row, _ column: MappingTable.Column) -> String {
        var cell = HTMLWriter()
        switch column {
        case .source:
            for (index, source) in row.sources.enumerated() {
                if index > 0 { cell.raw("<br>") }
                cell.code(source)
            }
        case .target where !row.target.isEmpty:
            cell.code(row.target)
        case .type:
            cell.text(row.type)
            if let isRequired = row.isRequired { cell.raw(isRequired ? ", <em>required</em>" : ", optional") }
        case .how:
            cell.raw("<b>")
            cell.text(row.word)
            cell.raw("</b> ")
            cell.text(row.manner)
        case .law:
            cell.raw("<span class=\"law\">")
            cell.text(row.law.word)
            cell.raw("</span>")
        default:
            cell.text(row.text(in: column))
        }
        return cell.html
    }
}

/// Collects HTML; what is text is escaped, in elements and in attributes alike.
private struct HTMLWriter {
    private(set) var html = ""

    mutating func raw(_ markup: String) {
        html += markup
    }

    /// Writes a pointer or a path, which may be broken behind its separators.
    mutating func code(_ text: String) {
        raw("<code>")
        var isBegun = false
        var wasSeparator = false
        for (index, character) in text.enumerated() {
            let isSeparator = character == "/" || character == "." || character == "_"
            // A letter or two, as the `c` of `Rate__c`, are not worth a line.
            if wasSeparator, !isSeparator, isBegun, text.count - index > 2 { raw("<wbr>") }
            self.text(String(character))
            isBegun = isBegun || !isSeparator
            wasSeparator = isSeparator
        }
        raw("</code>")
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
}

internal import ConcordConfiguration

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
        let sections = tables.map { table in
            Section(table, earlier: earlier.first { $0.name == table.name })
        }
        return PageText.document(title: title, style: Self.style, script: Self.script) { page in
            writeChoices(sections, to: &page)
        } content: { page in
            for (number, section) in sections.enumerated() { section.write(number, to: &page) }
        }
    }

    private func writeChoices(_ sections: [Section], to page: inout PageText) {
        let rows = sections.flatMap(\.lines)
        page.choice("object", "Object", tables.map(\.object))
        page.choice("layer", "Layer", rows.map(\.row.layer.description))
        page.choice("law", "Law", rows.map(\.row.law.word))
        if !earlier.isEmpty { page.choice("change", "Change", rows.compactMap { $0.change?.word }) }
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

    func write(_ number: Int, to page: inout PageText) {
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
        to page: inout PageText
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
        var cell = PageText()
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

extension MappingTable {
    /// The table as CSV (RFC 4180): a line of headings, then one line a rule; lines end with CR and LF.
    ///
    /// The first two columns name the mapping and the vendor's type of object, so that several tables can be put into
    /// one sheet.
    public var csv: String { Self.csv(of: [self]) }

    /// Several tables as one in CSV.
    ///
    /// - Parameter tables: The tables.
    /// - Returns: One line of headings, then the rules of all of them.
    public static func csv(of tables: [MappingTable]) -> String {
        var text = line(["mapping", "object"] + Column.allCases.map(\.rawValue))
        for table in tables {
            for row in table.rows {
                text += line([table.tag, table.object] + Column.allCases.map(row.text))
            }
        }
        return text
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// §2, 5 to 7: what has a comma, a quote or a line's end stands in quotes, and quotes in it are doubled.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != 0x0A && byte != 0x0D
        }
        return isPlain ? text : "\"\(text.with("\"\"", for: "\""))\""
    }
}

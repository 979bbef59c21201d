import ConcordValues
import Foundation
import Testing

@Suite("Code: tables of ISO 4217 and ISO 3166", .enabled(if: CalendarSuites.folder != nil))
struct CodeSuiteTests {
    /// The rows of a CSV file by the names in its first line; the files have no line breaks inside quotes.
    private func rows(of path: String) throws -> [[String: String]] {
        let lines = try CalendarSuites.lines(of: path).map(fields(of:))
        let names = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
    }

    private func fields(of line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for part in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 {
                isQuoted.toggle()
                // Two quotes in a row stand for one.
                if isQuoted, part.offset > 1, part.element.isEmpty == false, line.contains("\"\"") {
                    continue
                }
            }
            if isQuoted {
                fields[fields.count - 1] += part.element
            } else {
                let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false)
                fields[fields.count - 1] += pieces.first ?? ""
                fields += pieces.dropFirst().map(String.init)
            }
        }
        return fields
    }

    /// The entries of one of the two XML tables of ISO 4217: each a dictionary from element name to text.
    private func entries(of path: String) throws -> [[String: String]] {
        var entries: [[String: String]] = []
        for line in try CalendarSuites.lines(of: path) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasSuffix("CcyNtry>"), !line.hasPrefix("</") {
                entries.append([:])
            } else if line.hasPrefix("<"), let close = line.range(of: "</"), let open = line.firstIndex(of: ">") {
                let name = String(line[line.index(after: line.startIndex)..<open].prefix { $0 != " " })
                if !entries.isEmpty, open < close.lowerBound {
                    entries[entries.count - 1][name] = String(line[line.index(after: open)..<close.lowerBound])
                }
            }
        }
        return entries
    }

    private func number(_ text: String?) -> Int? { text.flatMap(Int.init) }

    @Test func currenciesEqualTheCurrentList() throws {
        let rows = try rows(of: "iso/currency-codes/codes-all.csv").filter { $0["AlphabeticCode"]?.isEmpty == false }
        let active = rows.filter { $0["WithdrawalDate"] == "" }
        let activeCodes = Set(active.compactMap { $0["AlphabeticCode"] })
        for row in active {
            let code = try CurrencyCode(row["AlphabeticCode"] ?? "")
            #expect(code.isListed, "\(code)")
            #expect(code.numeric == number(row["NumericCode"]), "\(code)")
            #expect(code.minorUnits == number(row["MinorUnit"]), "\(code)")
            #expect(code.name == row["Currency"]?.trimmingCharacters(in: .whitespaces), "\(code)")
        }
        #expect(Set(CurrencyCode.listed.map(\.description)) == activeCodes)

        let withdrawn = Dictionary(grouping: rows.filter { $0["WithdrawalDate"] != "" }) { $0["AlphabeticCode"] ?? "" }
        for (text, rows) in withdrawn where !activeCodes.contains(text) {
            let code = try CurrencyCode(text)
            #expect(code.isHistoric, "\(code)")
            #expect(code.withdrawn == rows.compactMap { $0["WithdrawalDate"] }.max(), "\(code)")
            #expect(Set(rows.map { number($0["NumericCode"]) }) == [code.numeric], "\(code)")
        }
        let historic = Set(withdrawn.keys).subtracting(activeCodes)
        #expect(Set(CurrencyCode.historic.map(\.description)) == historic)
        print(
            "ISO 4217: \(rows.count) rows, \(activeCodes.count) current codes, \(withdrawn.count) codes in withdrawals, "
                + "\(withdrawn.count - historic.count) of them current again or elsewhere, \(historic.count) historic"
        )
        let counts: [Int] = [rows.count, activeCodes.count, withdrawn.count, historic.count]
        #expect(counts == [446, 178, 137, 129] as [Int])
    }

    /// The XML tables are an older edition of the same lists; every difference is one that is known.
    @Test func currenciesDifferFromTheOlderListWhereAmended() throws {
        let active = try entries(of: "iso/currency-codes/table_a1.xml").filter { $0["Ccy"] != nil }
        var differences: Set<String> = []
        for entry in active {
            let code = try CurrencyCode(entry["Ccy"] ?? "")
            #expect(code.numeric == number(entry["CcyNbr"]), "\(code)")
            #expect(code.minorUnits == number(entry["CcyMnrUnts"]), "\(code)")
            if !code.isListed {
                differences.insert("-\(code)")
            }
        }
        let older = Set(active.compactMap { $0["Ccy"] })
        differences.formUnion(CurrencyCode.listed.map(\.description).filter { !older.contains($0) }.map { "+\($0)" })
        #expect(older.count == 179)
        #expect(differences == ["-ANG", "-BGN", "-CUC", "+XAD", "+XCG"])

        let historic = try entries(of: "iso/currency-codes/table_a2.xml").filter { $0["Ccy"] != nil }
        let unlisted = try Set(historic.compactMap { $0["Ccy"] }).filter { try !CurrencyCode($0).isListed }
        #expect(try unlisted.allSatisfy { try CurrencyCode($0).isHistoric })
        let newer = Set(CurrencyCode.historic.map(\.description)).subtracting(unlisted)
        #expect(newer == ["BGN", "CUC"])
        print(
            "ISO 4217, older XML: \(older.count) current, \(unlisted.count) historic, differences \(differences.sorted())"
        )
    }

    @Test func countriesEqualTheList() throws {
        let rows = try rows(of: "iso/country-codes/country-codes.csv")
        for row in rows {
            let code = try CountryCode(row["ISO3166-1-Alpha-2"] ?? "")
            #expect(code.isListed, "\(code)")
            #expect(code.alpha3 == row["ISO3166-1-Alpha-3"], "\(code)")
            #expect(code.numeric == number(row["ISO3166-1-numeric"]), "\(code)")
            #expect(try CountryCode(alpha3: row["ISO3166-1-Alpha-3"] ?? "") == code, "\(code)")
        }
        #expect(Set(CountryCode.listed.map(\.description)) == Set(rows.compactMap { $0["ISO3166-1-Alpha-2"] }))
        print("ISO 3166-1: \(rows.count) countries and territories")
        #expect(rows.count == 249)
    }
}

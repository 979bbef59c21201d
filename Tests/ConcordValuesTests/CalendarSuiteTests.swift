import ConcordValues
import Foundation
import Testing

/// The folder with suites written by others, if this machine has them.
enum CalendarSuites {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_SUITES"].map { URL(fileURLWithPath: $0) }

    static func lines(of path: String) throws -> [String] {
        guard let folder else {
            return []
        }
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        return text.split(omittingEmptySubsequences: true) { $0.isNewline }.map(String.init)
    }
}

@Suite("Calendar: dates and times of the TOML suite", .enabled(if: CalendarSuites.folder != nil))
struct CalendarSuiteTests {
    private static let root = "toml-test-datetime"

    private struct Entry {
        let name: String
        let key: String
        let text: String
    }

    /// The `key = value` lines of a TOML file that holds nothing else but comments.
    private func entries(of path: String) throws -> [Entry] {
        try CalendarSuites.lines(of: "\(Self.root)/\(path)")
            .compactMap { line in
                guard !line.hasPrefix("#"), let equals = line.range(of: "=") else {
                    return nil
                }
                let value = line[equals.upperBound...].prefix { $0 != "#" }
                return Entry(
                    name: path,
                    key: line[..<equals.lowerBound].trimmingCharacters(in: .whitespaces.union(["\""])),
                    text: value.trimmingCharacters(in: .whitespaces)
                )
            }
    }

    private func files(under folder: String) throws -> [String] {
        let root = CalendarSuites.folder?.appending(path: Self.root).path ?? ""
        return try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasPrefix(folder) && $0.hasSuffix(".toml") }
            .sorted()
    }

    /// What a text is written back as by the type that a TOML type names, or `nil` if it refuses.
    private func written(_ text: String, as type: String) -> String? {
        switch type {
        case "datetime": try? Instant(text).description
        case "datetime-local": try? LocalDateTime(text).description
        case "date-local": try? LocalDate(text).description
        case "time-local": try? LocalTime(text).description
        default: nil
        }
    }

    /// What TOML allows and RFC 3339 leaves to applications, or does not allow, as the reason for which we refuse it.
    private func onlyInTOML(_ text: String) -> String? {
        let time = text.contains("-") && text.count > 10 ? text.dropFirst(11) : Substring(text)
        if time.range(of: "^[0-9]{2}:[0-9]{2}:", options: .regularExpression) == nil, text.contains(":") {
            return "no seconds (TOML 1.1)"
        }
        if text.contains(" ") {
            return "space between date and time"
        }
        return text.contains("t") || text.hasSuffix("z") ? "lower-case t or z" : nil
    }

    /// A text of TOML in the form of RFC 3339.
    private func strict(_ text: String) -> String {
        var text = text.uppercased().replacingOccurrences(of: " ", with: "T")
        if onlyInTOML(text) != nil, let minute = text.range(of: "[0-9]{2}:[0-9]{2}", options: .regularExpression) {
            text.insert(contentsOf: ":00", at: minute.upperBound)
        }
        return text
    }

    @Test func validCases() throws {
        var counts: [String: Int] = [:]
        let files = try files(under: "valid")
        for entry in try files.flatMap(entries(of:)) {
            let json = try #require(CalendarSuites.folder)
                .appending(path: "\(Self.root)/\(entry.name.dropLast(4))json")
            let tags = try JSONSerialization.jsonObject(with: Data(contentsOf: json)) as? [String: [String: String]]
            let type = try #require(tags?[entry.key]?["type"])
            if type == "string" {
                counts["not a date in TOML either (a string): refused", default: 0] += 1
                #expect((try? LocalDate(tags?[entry.key]?["value"] ?? "")) == nil)
            } else if let reason = onlyInTOML(entry.text) {
                counts["TOML only, \(reason): refused as written, accepted as RFC 3339", default: 0] += 1
                #expect(written(entry.text, as: type) == nil, "\(entry)")
                #expect(written(strict(entry.text), as: type) == strict(entry.text), "\(entry)")
            } else {
                counts["accepted and written back unchanged", default: 0] += 1
                #expect(written(entry.text, as: type) == entry.text, "\(entry)")
            }
        }
        print("TOML suite, valid: \(files.count) files")
        for (reason, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("  \(count)\t\(reason)")
        }
        #expect(files.count == 10)
        #expect(
            counts == [
                "accepted and written back unchanged": 17,
                "TOML only, space between date and time: refused as written, accepted as RFC 3339": 10,
                "TOML only, lower-case t or z: refused as written, accepted as RFC 3339": 1,
                "TOML only, no seconds (TOML 1.1): refused as written, accepted as RFC 3339": 4,
                "not a date in TOML either (a string): refused": 1,
            ]
        )
    }

    /// Every one is refused by every type, whichever folder it lies in.
    @Test func invalidCases() throws {
        var counts: [String: Int] = [:]
        var basic = 0
        let files = try files(under: "invalid")
        for entry in try files.flatMap(entries(of:)) {
            for type in ["datetime", "datetime-local", "date-local", "time-local"] {
                #expect(written(entry.text, as: type) == nil, "\(entry)")
            }
            let isBasic = CalendarFuzz.withExactMemory(Array(entry.text.utf8)) {
                (try? Instant(basicOffset: $0)) != nil
            }
            #expect(isBasic == entry.name.contains("no-hour-minute-sep"), "\(entry)")
            basic += isBasic ? 1 : 0
            counts[String(entry.name.split(separator: "/")[1]), default: 0] += 1
        }
        print(
            "TOML suite, invalid: \(files.count) files, all refused by all four types: \(counts.sorted { $0.key < $1.key })"
        )
        print("  \(basic)\tof them accepted by Instant(basicOffset:), whose purpose they are")
        #expect(counts == ["datetime": 38, "local-date": 12, "local-datetime": 15, "local-time": 8])
        #expect(basic == 2)
    }
}

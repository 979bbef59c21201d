import Concord
import Foundation
import Testing

/// The files of csv-spectrum, if this machine has them.
@Suite("csv-spectrum", .enabled(if: CSVSuite.folder != nil))
struct CSVSuiteTests {
    @Test func isWhole() { #expect(CSVSuite.names.count == 12) }

    @Test(arguments: CSVSuite.names)
    func rows(name: String) throws {
        let folder = try #require(CSVSuite.folder)
        var bytes = [UInt8](try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
        // A copy through a version control system may have lost the carriage returns that these files are about.
        if name.hasSuffix("_crlf"), !bytes.contains(0x0D) {
            bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        }
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appending(path: "json/\(name).json"))
        )
        // One of the files has its only row without an array around it.
        var expected = try #require(json as? [[String: String]] ?? (json as? [String: String]).map { [$0] })
        // Its telephone number is another one than in the row.
        if name == "location_coordinates" { expected[0]["Contact Phone Number"] = "2095257564" }
        for chunk in [1, 1 << 16] {
            var reader = CSVTests.reader(bytes, CSVTests.Options(emptyFields: .text, chunk: chunk))
            var rows: [[String: String]] = []
            while let row = try reader.next() {
                #expect(row.issues == [])
                let object = try JSONSerialization.jsonObject(with: Data(row.bytes))
                rows.append(try #require(object as? [String: String]))
            }
            #expect(rows == expected)
        }
    }
}

/// Where csv-spectrum is.
enum CSVSuite {
    static let folder = ProcessInfo.processInfo.environment["CONCORD_SUITES"]
        .map { URL(filePath: $0).appending(path: "csv-spectrum") }

    static var names: [String] {
        guard let folder else { return [] }
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "csvs").path)
        return (files ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    }
}

/// Recorded exports; the environment variable `CONCORD_PAYLOADS` names their folder.
@Suite("Recorded CSV", .enabled(if: RecordedPayloads.folder != nil))
struct RecordedCSVTests {
    @Test func everyFieldIsRead() throws {
        let folder = try #require(RecordedPayloads.folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        var (count, rows, leaves) = (0, 0, 0)
        for case let file as URL in files where file.pathExtension == "csv" {
            let bytes = [UInt8](try Data(contentsOf: file))
            var reader = CSVTests.reader(bytes, CSVTests.Options(emptyFields: .text))
            var written: [UInt8] = []
            var objects: [[UInt8]] = []
            while let row = try reader.next() {
                // One of the exports has a column without a name.
                #expect(row.issues.allSatisfy { $0.code == .csvHeader }, "\(file.lastPathComponent)")
                if row.number == 0 { continue }
                let walked = try WalkedJSON(Array(row.bytes))
                #expect(walked.leafCount == reader.names.count)
                rows += 1
                leaves += walked.leafCount
                objects.append(Array(row.bytes))
            }
            let names = reader.names
            let separator = reader.separator ?? .comma
            var writer = CSVWriter(columns: names, separator: separator) { written += Array($0) }
            for object in objects { try writer.write(object) }
            try writer.flush()
            var again = CSVTests.reader(written, CSVTests.Options(emptyFields: .text))
            var index = 0
            while let row = try again.next() {
                #expect(Array(row.bytes) == objects[index])
                index += 1
            }
            #expect(index == objects.count)
            count += 1
        }
        print("\(count) recorded CSV files, \(rows) rows, \(leaves) fields")
    }
}

import ConcordTelemetry
import Foundation
import Testing

@Suite("Measures")
struct TelemetryMeasureTests {
    @Test("Each measure answers a question", arguments: TelemetryMeasure.allCases)
    func meaning(measure: TelemetryMeasure) {
        #expect(measure.question.hasSuffix("?"))
        #expect(!measure.unit.isEmpty)
        #expect(measure.name.hasPrefix("concord."))
    }

    @Test("The page has a row for each measure, and no other")
    func page() throws {
        let rows = TelemetryMeasure.allCases.map { measure in
            let labels = measure.labels.map { "`\($0)`" }.joined(separator: ", ")
            let cells = ["`\(measure.name)`", measure.instrument.rawValue, measure.unit, labels, measure.question]
            return "| \(cells.joined(separator: " | ")) |"
        }
        let place = URL(filePath: #filePath).appending(path: "../../../Documentation/Telemetry.md").standardized
        let text = try String(contentsOf: place, encoding: .utf8)
        let page = text.split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("| `concord.") && $0.hasSuffix("? |") }
        #expect(page.sorted() == rows.map { $0.replacing("|  |", with: "| |") }.sorted())
    }
}

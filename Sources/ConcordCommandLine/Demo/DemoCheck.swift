import ConcordCompatibility
import ConcordSchema

/// A change of schema that looks harmless, and the document that breaks it.
struct DemoCheck {
    private let revisions: [SchemaRevision]

    /// Schemas that followed one another, the oldest first.
    init(_ schemas: [(name: String, bytes: [UInt8])]) throws {
        revisions = try schemas.map { SchemaRevision(try JSONSchema(parsing: $0.bytes), name: $0.name) }
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        guard let new = revisions.last else { return }
        try page.heading("A change that looks harmless: an optional member more, which nobody must send")
        try page.line(
            "A rate was a text in booking-1, went away in booking-2, and comes back as a number in booking-3."
        )
        try page.line("concord schema check \(revisions.map(\.name).joined(separator: " ")) --require full")
        let report = CompatibilityChecker()
            .check(history: Array(revisions.dropLast()), new: new, modes: [.writerAware])
        let output = SchemaCheckReport(report: report, mode: .writerAware, direction: .full, explains: false)
        for line in output.lines(columns: 100, style: page.style) { try page.line(line) }
    }
}

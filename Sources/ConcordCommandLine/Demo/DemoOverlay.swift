import ConcordConfiguration
import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// A business unit's overlay, told by what it changes: what was refused is accepted, without a release.
struct DemoOverlay {
    private let before: DemoIntake<Opportunity>
    private let payload: [UInt8]
    private let overlay: ConfigurationFile

    /// The overlay upon an intake's mapping.
    ///
    /// - Parameters:
    ///   - intake: What was read without it.
    ///   - payload: What it was read from.
    ///   - overlay: The overlay's bytes.
    init(_ intake: DemoIntake<Opportunity>, _ payload: [UInt8], _ overlay: [UInt8]) {
        before = intake
        self.payload = payload
        self.overlay = ConfigurationFile(overlay, name: "halden-marsh-emea.json")
    }

    /// Tells it.
    func tell(on page: DemoPage, zone: TimeZoneID) throws {
        let document = try MappingOverlay.document(overlay)
        let mapping = try before.rules.overlaid(by: [document])
        let after = DemoIntake(mapping, of: before.context.system, at: before.context.ingestedAt, in: zone, payload)
        try page.heading("EMEA's overlay: what was refused is accepted, without a release")
        let scope = document.header.scope.keys.map { "\($0.rawValue) \(document.header.scope[$0] ?? "")" }
        let until = document.header.validUntil.map { ", until \($0)" } ?? ""
        try page.fact("overlay", "\(document.header), for \(scope.joined(separator: ", "))\(until)")
        let difference = mapping.table.difference(from: before.rules.table)
        for row in difference.added { try page.wrapped("added", told(row)) }
        for change in difference.changed { try page.wrapped("changed", told(change.after)) }
        try page.fact(
            "refused",
            "\(before.refused.count) before, \(after.refused.count) now, with the same ids for the others"
        )
        for object in after.accepted {
            for opportunity in object.drafts.map(\.value) where !wasAccepted(opportunity) {
                let source = opportunity.stage.source?.code ?? ""
                try page.fact("accepted", "\(opportunity.name): \(source) is \(opportunity.stage.canonical.rawValue)")
            }
        }
        try page.line("Why is a value there? The rule says, whoever wrote it:")
        guard let lost = after.accepted.first(where: { $0.drafts.contains { $0.value.lossReason != nil } }) else {
            return
        }
        let explanation = Array(payload[lost.range])
            .withUnsafeBufferPointer { mapping.explain($0, in: after.context, target: "lossReason") }
        for line in "\(explanation)".split(separator: "\n") {
            let indent = "  " + line.prefix { $0 == " " }
            for (index, part) in TextTable.wrap(String(line.drop { $0 == " " }), width: 90).enumerated() {
                try page.line((index == 0 ? indent : indent + "  ") + part)
            }
        }
    }

    private func told(_ row: MappingTable.Row) -> String {
        let target = row.target.isEmpty ? "" : " → \(row.target)"
        let why = row.reason.isEmpty ? row.manner : row.reason
        return "\(row.sources.joined(separator: ", "))\(target): \(row.word); \(why); \(row.owner ?? "")"
    }

    private func wasAccepted(_ opportunity: Opportunity) -> Bool {
        before.accepted.contains { $0.drafts.contains { $0.value.id == opportunity.id } }
    }
}

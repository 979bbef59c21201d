import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// A change to a record, written onto the bytes that the vendor sent.
struct DemoChange {
    private let intake: DemoIntake<Opportunity>
    private let payload: [UInt8]

    /// A change to the first of some opportunities.
    init(_ intake: DemoIntake<Opportunity>, _ payload: [UInt8]) {
        self.intake = intake
        self.payload = payload
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        guard let object = intake.accepted.first, let before = object.drafts.first?.value else { return }
        guard let amount = before.amount else { return }
        try page.heading("A change goes back: the customer wants more")
        var after = before
        after.amount = Money(195_000, amount.currency)
        for change in before.changes(to: after) {
            try page.fact("\(change.path)", "\(change.before ?? "nothing") becomes \(change.after ?? "nothing")")
        }
        let original = Array(payload[object.range])
        let written = try intake.rules.write([after], onto: original, in: intake.context)
        let difference = Difference(original, written.object)
        for line in difference.removed { try page.line(page.style.bad("- \(line)")) }
        for line in difference.added { try page.line(page.style.good("+ \(line)")) }
        let same = "the other \(difference.same) are those that Salesforce sent,"
        try page.line("\(difference.changed) of \(original.count) bytes differ; \(same)")
        let legacy = #""Legacy_Deal_Code__c": "HM-2019-0447/b""#
        if String(decoding: written.object, as: UTF8.self).contains(legacy) {
            try page.line("\(legacy) among them, which no rule names.")
        }
        let patch = try intake.rules.write([after], onto: original, as: .vendorPatch, in: intake.context)
        try page.fact("Salesforce gets", "PATCH \(patch.text)")
        try tellStranger(after, on: page)
    }

    /// A member that no version of the schema knows, through reading and writing.
    private func tellStranger(_ record: Opportunity, on page: DemoPage) throws {
        let stranger = #","dealScore":0.70}"#
        let document = record.jsonText().dropLast() + stranger
        var read = try Opportunity(json: String(document))
        read.nextStep = "Send the new price"
        if read.jsonText().hasSuffix(stranger) {
            let member = #""dealScore":0.70"#
            try page.line("A record with the member \(member), from another service, is read, changed and written:")
            try page.line("it still has the member, and 0.70 is not 0.7.")
        }
    }
}

/// Where two texts of bytes differ, as the lines that hold the difference.
struct Difference {
    /// The lines of the first.
    let removed: [String]
    /// The lines of the second.
    let added: [String]
    /// How many bytes of the first are not in the second at their place.
    let changed: Int
    /// How many bytes of the first are.
    let same: Int

    /// The difference of two texts, taken as one stretch.
    init(_ before: [UInt8], _ after: [UInt8]) {
        let prefix = zip(before, after).prefix { $0 == $1 }.count
        let limit = min(before.count, after.count) - prefix
        let suffix = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.prefix(limit).count
        changed = before.count - prefix - suffix
        same = prefix + suffix
        func lines(_ bytes: [UInt8]) -> [String] {
            let newline = UInt8(ascii: "\n")
            let start = bytes[..<prefix].lastIndex(of: newline).map { $0 + 1 } ?? 0
            let end = bytes[(bytes.count - suffix)...].firstIndex(of: newline) ?? bytes.count
            return bytes[start..<end].split(separator: newline).map { String(decoding: $0, as: UTF8.self) }
        }
        removed = before == after ? [] : lines(before)
        added = before == after ? [] : lines(after)
    }
}

import ConcordCompatibility
import ConcordHistory
import ConcordModel
import ConcordSchema
import ConcordValues
import ConcordVersions

/// A message of a service that knows an older version only: read, edited, sent back, edited there, and read again.
struct DemoVersions {
    private let message: [UInt8]

    /// A message, with a time entry of an older version.
    init(_ message: [UInt8]) {
        self.message = message
    }

    /// Tells it.
    func tell(on page: DemoPage) throws {
        let event = try EventEnvelope(json: message)
        let sent = try data(of: event)
        guard let tag = sent["schema"]?.text, let number = tag.split(separator: "/").last.flatMap({ Int($0) }) else {
            return
        }
        try page.heading("An older service speaks \(tag): read, edited, sent back, and nothing is lost")
        try page.fact("message", "\(event.type) from \(event.source), CloudEvents 1.0")
        try page.fact("dataschema", "\(event.dataSchema?.prefix(48) ?? "")…")
        if let dates = TimeEntry.history.schema.dates[number] { try page.fact(tag, "\(dates)") }
        let told = members(["hours", "role", "status", "badge"], of: sent)
        try page.fact(wrapping: "says", "\(told), which is a member that no version knows")
        let before = try event.draft(of: TimeEntry.self).record()
        try page.fact(wrapping: "read as", "\(TimeEntry.schema.description.tag): \(summary(of: before))")
        try page.line("Steps of approval and the state of cost have no field in \(tag). It carries them as residue.")

        var after = before
        after.worked = Minutes(475)
        after.role = RecordID("role-lead")
        try tellChanges(from: before, to: after, "we change", on: page)
        let reply = try EventEnvelope(after, version: number, id: "e-2", source: "/concord", type: event.type)
        let received = try data(of: reply)
        try page.line("It gets its own version back, with these differences:")
        try tellDifference(sent, received, on: page)
        try page.fact("residue", "what it cannot say, which it need not understand:")
        for entry in received["residue"]?["kept"]?.items ?? [] { try page.line("  \(entry["values"] ?? .null)") }

        try page.line("It rejects the entry, which it may, and sends it back with what it does not understand:")
        let edited = received.replacing("status", by: "rejected")
        try tellDifference(received, edited, on: page)
        var answer = reply
        answer.data = .json(DocumentValue(try JSONText(edited.description)))
        let draft = try EventEnvelope(json: answer.json()).draft(of: TimeEntry.self)
        let again = try draft.record()
        for issue in draft.issues {
            try page.fact(wrapping: "\(issue.severity)", "\(issue.code): expected \(issue.expected)")
        }
        try page.fact(wrapping: "read again", summary(of: again))
        try tellChanges(from: after, to: again, "differs by", on: page)
    }

    private func data(of event: EventEnvelope) throws -> JSONValue {
        guard case .json(let value)? = event.data else { return .null }
        return try JSONValue(parsing: value.json)
    }

    private func members(_ names: [JSONString], of document: JSONValue) -> String {
        names.compactMap { name in document[name].map { "\(name.text) \($0)" } }.joined(separator: ", ")
    }

    private func summary(of entry: TimeEntry) -> String {
        let steps = entry.approval.steps.map { "\($0.decision.rawValue) by \($0.actor)" }
        let badge = entry.remainder.members.first { $0.name == "badge" }.map { ", badge \($0.json)" } ?? ""
        return "worked \(entry.worked.count), \(entry.approval.state.rawValue) (\(steps.joined(separator: ", "))), "
            + "cost \(entry.costState.rawValue)\(badge)"
    }

    private func tellChanges(from before: TimeEntry, to after: TimeEntry, _ word: String, on page: DemoPage) throws {
        for (index, change) in before.changes(to: after).enumerated() {
            let words = "\(change.path) \(change.before ?? "nothing") becomes \(change.after ?? "nothing")"
            try page.fact(index == 0 ? word : "", words)
        }
    }

    /// The members of two documents that differ, without their residue.
    private func tellDifference(_ before: JSONValue, _ after: JSONValue, on page: DemoPage) throws {
        for member in before.members ?? [] where member.name != "residue" && after[member.name] != member.value {
            try page.line(page.style.bad("-   \"\(member.name.text)\": \(member.value)"))
            guard let value = after[member.name] else { continue }
            try page.line(page.style.good("+   \"\(member.name.text)\": \(value)"))
        }
        for member in after.members ?? [] where member.name != "residue" && before[member.name] == nil {
            try page.line(page.style.good("+   \"\(member.name.text)\": \(member.value)"))
        }
    }
}

extension JSONValue {
    /// The object with a text in the place of a member's value.
    fileprivate func replacing(_ name: JSONString, by text: String) -> JSONValue {
        .object((members ?? []).map { $0.name == name ? JSONMember(name, .string(text)) : $0 })
    }
}

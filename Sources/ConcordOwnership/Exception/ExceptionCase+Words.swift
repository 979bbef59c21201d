import ConcordSchema
import ConcordValues

extension ExceptionCase {
    /// The case in words: what is wrong, what holds, what others say, what hangs on it, and what can be done.
    public var lines: [String] {
        var lines = [headline]
        if exception.unit != "" {
            let since = currentSince.map { " since \($0)" } ?? ""
            lines.append("now: \(current)\(since)" + (owner.map { ", owned by the role \($0)" } ?? ""))
        }
        for proposal in proposed {
            let words = ChangeInWords.words(from: current, to: proposal.value)
            lines.append("\(proposal.system) says since \(proposal.since): \(words)")
        }
        if !context.words.isEmpty { lines.append("at stake: \(context.words)") }
        let actions = actions.map(\.words).joined(separator: ", ")
        lines.append("to do: \(actions)" + (due.map { "; due \($0)" } ?? ""))
        return lines
    }

    /// What is wrong, in one line.
    public var headline: String {
        Self.headline(of: [self])
    }

    /// What is wrong with several places of one record in the same way, in one line.
    ///
    /// - Parameter cases: The cases, of one record, one kind and the same events; at least one.
    /// - Returns: `worked, role and 3 more of time-entry/te-1: certinia wants a change, which projectLead must approve`.
    package static func headline(of cases: [ExceptionCase]) -> String {
        guard let first = cases.first else { return "" }
        let units = cases.map(\.exception.unit.text).filter { !$0.isEmpty }
        var places = units.prefix(units.count > 3 ? 2 : 3).joined(separator: ", ")
        if units.count > 3 { places += " and \(units.count - 2) more" }
        let subject = units.isEmpty ? "\(first.record)" : "\(places) of \(first.record)"
        return "\(subject): \(first.words)"
    }

    private var words: String {
        let systems = exception.systems.map(\.text).joined(separator: ", ")
        let approvers = binding.map { "\($0.requirement)" } ?? "somebody"
        switch exception.kind {
        case .approvalNeeded: return "\(systems) wants a change, which \(approvers) must approve"
        case .staleApproval: return "\(systems) wants a change that was approved for a value that is no longer there"
        case .selfApproval: return "who proposed a change in \(systems) approved it as well; \(approvers) must"
        case .idempotencyMismatch:
            return "\(exception.events.joined(separator: ", ")) came twice and says different things; neither counts"
        case .contested: return "\(systems) have equal right and say different things"
        case .notEvaluable: return "it is not known at which stage or for which entity this is; \(systems) is not heard"
        case .ambiguousKey: return "items that \(systems) sent have one key, or none"
        case .incompleteGroup: return "\(systems) sent only some of the fields that belong together"
        case .malformed: return "what \(systems) sent does not have the form that it should"
        case .statusBackwards: return "\(systems) wants the status to go back"
        case .overrideTerms: return "an override by \(systems) lacks a reason, or an approver who is somebody else"
        case .unacknowledged: return "\(systems) does not confirm what it is sent"
        }
    }
}

extension ExceptionCase.Context {
    /// What is known, in one line: `client Northwind, 2 open invoices, 41000.00 EUR at risk`; empty if nothing is.
    public var words: String {
        var words: [String] = []
        if let client { words.append("client \(client)") }
        if let project { words.append("project \(project)") }
        if let stage { words.append("stage \(stage.rawValue)") }
        if let openInvoices { words.append(openInvoices == 1 ? "1 open invoice" : "\(openInvoices) open invoices") }
        if let amountAtRisk { words.append("\(amountAtRisk) at risk") }
        return words.joined(separator: ", ")
    }
}

extension ExceptionCase.Action {
    /// The action in words.
    public var words: String {
        switch self {
        case .approve: "approve"
        case .reject: "reject"
        case .override: "override for a time"
        case .correctAtSource: "correct it where it came from"
        case .correctPolicy: "correct the policy"
        case .inspectTarget: "look at the system that is written to"
        }
    }
}

/// How a value becomes another one, in as few words as people need.
package enum ChangeInWords {
    /// `netDays 30 becomes 60`; the new value itself where the two have no parts in common.
    ///
    /// - Parameters:
    ///   - before: The value that there is, as JSON, or a word for nothing.
    ///   - after: The value that is to be.
    /// - Returns: What changes.
    package static func words(from before: String, to after: String) -> String {
        let changes = changes(before, after, [])
        return changes.isEmpty ? after : changes.joined(separator: ", ")
    }

    /// The JSON of a member of a value, if the value is an object that has it.
    package static func member(_ name: String, of json: String) -> String? { JSONText(verified: json).member(name) }

    private static func changes(_ before: String, _ after: String, _ path: [String]) -> [String] {
        guard before.utf8.first == UInt8(ascii: "{"), after.utf8.first == UInt8(ascii: "{"),
            let old = JSONText(verified: before).members, let new = JSONText(verified: after).members
        else {
            let name = path.joined(separator: ".")
            return path.isEmpty || before == after ? [] : ["\(name) \(before) becomes \(after)"]
        }
        var changes: [String] = []
        for member in old.members {
            let place = path + [member.name]
            if let value = new.members.first(where: { $0.name == member.name })?.json {
                changes += self.changes(member.json, value, place)
            } else {
                changes.append("\(place.joined(separator: ".")) \(member.json) goes")
            }
        }
        for member in new.members where !old.members.contains(where: { $0.name == member.name }) {
            changes.append("\((path + [member.name]).joined(separator: ".")) is \(member.json)")
        }
        return changes
    }
}

import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// Somebody's decision about an exception: it is kept, and an approval goes to the desk.
struct ExceptionResolving {
    /// The exception.
    let exception: QueuedException
    /// What was decided.
    let action: ExceptionCase.Action
    /// By whom.
    let person: String
    /// As what; needed for an approval.
    let role: String?
    /// Why.
    let reason: String
    /// When.
    let time: Instant

    /// Keeps it.
    ///
    /// - Throws: A ``CommandFailure`` if it cannot be decided so.
    func run(over store: any IntegrationStore) throws(CommandFailure) {
        guard exception.actions.contains(action.rawValue) else {
            throw CommandFailure(
                .usage,
                "the exception cannot be decided by \(action.rawValue); it can by "
                    + exception.actions.filter { $0 != "replay" }.joined(separator: ", ")
            )
        }
        let decisions = try approvals()
        var commit = StoreCommit()
        commit.resolved = [
            (exception.record, ExceptionResolution(of: exception.id, action, by: person, at: time, reason: reason))
        ]
        let stored = commit
        let result = Waiting.run { () throws(AdapterFailure) in
            for decision in decisions { try await store.submit(decision) }
            // An approval ends the exception when it counts, which may need others' too.
            if decisions.isEmpty { try await store.commit(stored) }
        }
        do throws(AdapterFailure) { try result.get() } catch { throw CommandFailure(error) }
    }

    /// An approval of each place that the exception is about.
    private func approvals() throws(CommandFailure) -> [ApprovalDecision] {
        guard action == .approve || action == .reject else { return [] }
        guard let record = exception.record, exception.parts.contains(where: { $0.binding != nil }) else {
            throw CommandFailure(.usage, "there is nothing to approve in \(exception.id)")
        }
        let needed = exception.missingRoles.map(\.rawValue)
        guard let role = role ?? (needed.count == 1 ? needed[0] : nil) else {
            throw CommandFailure(.usage, "say as what \(person) decides with --as \(needed.joined(separator: " or "))")
        }
        return exception.parts.compactMap { part in
            guard let binding = part.binding else { return nil }
            let parts = [exception.id.description, part.unit.text, person, role, action.rawValue, "\(time)"]
            return ApprovalDecision(
                id: ContentHash(ofBytes: Array(parts.joined(separator: "\n").utf8)).description,
                record: record,
                unit: part.unit,
                base: binding.base,
                proposed: binding.proposed,
                policy: binding.policy,
                approver: person,
                role: BusinessRole(rawValue: role),
                time: time,
                verdict: action == .approve ? .approve : .reject
            )
        }
    }
}

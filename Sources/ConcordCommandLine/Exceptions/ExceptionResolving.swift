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
        let decision = try approval()
        var commit = StoreCommit()
        commit.resolved = [
            (exception.record, ExceptionResolution(of: exception.id, action, by: person, at: time, reason: reason))
        ]
        let stored = commit
        let result = Waiting.run { () throws(AdapterFailure) in
            if let decision { try await store.submit(decision) }
            // An approval ends the exception when it counts, which may need others' too.
            if decision == nil { try await store.commit(stored) }
        }
        do throws(AdapterFailure) { try result.get() } catch { throw CommandFailure(error) }
    }

    private func approval() throws(CommandFailure) -> ApprovalDecision? {
        guard action == .approve || action == .reject else { return nil }
        guard let binding = exception.binding, let record = exception.record, let unit = exception.unit else {
            throw CommandFailure(.usage, "there is nothing to approve in \(exception.id)")
        }
        let needed = binding.missingRoles.map(\.rawValue)
        guard let role = role ?? (needed.count == 1 ? needed[0] : nil) else {
            throw CommandFailure(.usage, "say as what \(person) decides with --as \(needed.joined(separator: " or "))")
        }
        let parts = [exception.id.description, person, role, action.rawValue, "\(time)"]
        return ApprovalDecision(
            id: ContentHash(ofBytes: Array(parts.joined(separator: "\n").utf8)).description,
            record: record,
            unit: unit,
            base: binding.base,
            proposed: binding.proposed,
            policy: binding.policy,
            approver: person,
            role: .init(rawValue: role),
            time: time,
            verdict: action == .approve ? .approve : .reject
        )
    }
}

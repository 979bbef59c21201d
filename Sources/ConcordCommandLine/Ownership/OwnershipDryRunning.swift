import ConcordConfiguration
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordValues

/// Says what another policy would make of recorded claims, and what that is worth.
struct OwnershipDryRunning {
    /// The forms of the report.
    enum Format: String, CaseIterable {
        /// Text with a table.
        case markdown
        /// One JSON document.
        case json
    }

    /// Recorded claims.
    let source: ClaimSource
    /// The policy that is to be.
    let next: OwnershipRequest
    /// The policy in force.
    let current: OwnershipRequest
    /// The time whose knowledge is asked for.
    let asOf: Instant
    /// Where in a record it stands what it is worth: `totals.payable`.
    let worth: String?
    /// The amount from which on flips are counted by themselves.
    let threshold: ExactDecimal?
    /// How many flips are shown.
    let limit: Int
    /// What hangs on records.
    let context: BusinessContext
    /// The classes of values that may be shown.
    let visible: Set<Sensitivity>
    /// The form of the report.
    let format: Format

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let (before, after) = (try current.checked(), try next.checked())
        let (former, coming) = (before.policy.systems, after.policy.systems)
        if former.isEmpty, coming.isEmpty {
            throw CommandFailure(
                .usage,
                "neither policy says which systems there are; name them, as in --system crm=salesforce:emea"
            )
        }
        // A policy that names no systems has those of the other one.
        let (from, to) = (
            try former.isEmpty ? before.naming(coming) : before, try coming.isEmpty ? after.naming(former) : after
        )
        var dryRun: OwnershipDryRun
        do throws(OwnershipRefusal) {
            dryRun = try OwnershipDryRun(
                from: from,
                to: to,
                records: Rulebook.ownedRecords,
                asOf: asOf,
                honouring: next.honoured,
                worth: worth.map { .path($0.split(separator: ".").map(String.init)) } ?? .unknown,
                above: threshold,
                keeping: limit,
                revealing: visible
            )
        } catch {
            throw CommandFailure(.data, "the policy is refused\n\(error)")
        }
        try source.eachLedger { ledger in dryRun.take(ledger, worth: context[ledger.record].amountAtRisk) }
        let report = dryRun.report
        try console.output.write(format == .json ? report.json() : report.markdown)
        try console.output.flush()
        let told = "\(MappingTally.count(report.records, "record")) folded under both policies"
        try source.tell(told, book: nil, passedOver: report.passedOver, on: console)
        return source.status
    }
}

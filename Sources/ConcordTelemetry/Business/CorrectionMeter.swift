import ConcordConfiguration
import ConcordModel
import ConcordSchema
import ConcordValues

/// How often is changed what was accepted: time that was approved, an invoice that was issued, a contract that was signed.
///
/// What becomes of a record afterwards is no correction: billing, posting, payment, amendments that are signed. Of each
/// accepted record a hash of the rest is kept.
struct CorrectionMeter: Sendable {
    private struct Accepted: Sendable {
        let hash: ContentHash
        let amendments: Int
    }

    private var accepted: BoundedMap<String, Accepted>

    init(limit: Int) { accepted = BoundedMap(limit: limit) }

    var forgotten: Int { accepted.forgotten }

    mutating func take(_ entry: TimeEntry) -> [BusinessReading] {
        var rest = entry
        rest.header = .placeholder
        rest.approval = Approval(.approved)
        rest.billingState = .unbilled
        rest.allocations = []
        rest.costState = .unposted
        rest.payrollState = nil
        rest.revenueState = nil
        rest.locked = nil
        rest.accountingPeriod = nil
        return compare(rest, isAccepted: entry.approval.state == .approved && !entry.header.isGone)
    }

    mutating func take(_ invoice: Invoice) -> [BusinessReading] {
        var rest = invoice
        rest.header = .placeholder
        rest.documentStatus = .issued
        rest.postingStatus = .unposted
        rest.paymentStatus = .unpaid
        rest.collectionStatus = .current
        rest.deliveryStatus = .pending
        rest.accountingPeriod = nil
        rest.accountingDate = nil
        rest.approval = nil
        rest.sentAt = nil
        rest.paidOn = nil
        rest.applications = []
        rest.writeOffs = []
        rest.collection = nil
        rest.intercompanyInvoice = nil
        rest.attachments = []
        // What is still owed changes with each payment.
        rest.totals = nil
        rest.functionalTotals = nil
        let isAccepted = invoice.documentStatus == .issued || invoice.documentStatus == .sent
        return compare(rest, isAccepted: isAccepted && !invoice.header.isGone)
    }

    mutating func take(_ contract: Contract) -> [BusinessReading] {
        var rest = contract
        rest.header = .placeholder
        rest.status = .active
        rest.statusReason = nil
        rest.signature = nil
        rest.amendments = []
        rest.asAmendedThrough = nil
        rest.version = nil
        rest.billedToDate = nil
        rest.termination = nil
        rest.documents = []
        let isSigned = contract.signature?.state == .signed || contract.executedOn != nil
        let executed = contract.amendments.count { $0.status == .executed }
        return compare(rest, isAccepted: isSigned && !contract.header.isGone, amendments: executed)
    }

    private mutating func compare<Record: CanonicalRecord>(
        _ rest: Record,
        isAccepted: Bool,
        amendments: Int = 0
    ) -> [BusinessReading] {
        let key = "\(Record.schema.description.name)/\(rest.id.text)"
        guard isAccepted else {
            accepted[key] = nil
            return []
        }
        let now = Accepted(hash: ContentHash(ofBytes: rest.json()), amendments: amendments)
        let before = accepted[key]
        accepted[key] = now
        // A contract may change with an amendment that is signed.
        guard let before, before.hash != now.hash, now.amendments <= before.amendments else { return [] }
        return [BusinessReading(.corrections, [TelemetryLabel("record", Record.schema.description.name)], .count(1))]
    }
}

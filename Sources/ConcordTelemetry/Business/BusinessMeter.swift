public import ConcordAdapters
import ConcordModel
import ConcordOwnership
import ConcordSchema
public import ConcordValues

/// What an integration's signals mean for the business: a pure value without any package, clock or store.
///
/// ```swift
/// var meter = BusinessMeter()
/// for reading in meter.take(signal, at: time) { … }   // timers and counters, as they happen
/// for reading in meter.gauges(at: now) { … }          // how it stands
/// ```
///
/// It reads the documents of `IntegrationSignal.changed` and keeps of them what it needs to tell one event from another:
/// ids, times, and of approved time minutes and amounts. What it keeps is bounded; when there is no more room, the oldest
/// makes room and ``forgotten`` grows.
///
/// Times are those at which records became what they are (`StoredRecord.changedAt`). A first load counts from when it was
/// loaded.
public struct BusinessMeter: Sendable {
    private var provisioning: ProvisioningMeter
    private var unbilled: UnbilledTimeMeter
    private var invoices: InvoiceLagMeter
    private var amendments: AmendmentMeter
    private var corrections: CorrectionMeter
    private var exceptions: ExceptionMeter
    private var sync = SyncMeter()

    /// How many documents could not be read.
    public private(set) var unread = 0

    /// A meter that has seen nothing.
    ///
    /// - Parameters:
    ///   - maximumTracked: How many entries of each kind are kept: approved and unbilled time entries, approved days of
    ///     projects, accepted records. An entry takes about 200 bytes.
    ///   - reportsAmounts: Whether sums of money are reported. The sum of a single entry is that entry's amount.
    public init(maximumTracked: Int = 100_000, reportsAmounts: Bool = true) {
        provisioning = ProvisioningMeter(limit: maximumTracked)
        unbilled = UnbilledTimeMeter(limit: maximumTracked, reportsAmounts: reportsAmounts)
        invoices = InvoiceLagMeter(limit: maximumTracked)
        amendments = AmendmentMeter(limit: maximumTracked)
        corrections = CorrectionMeter(limit: maximumTracked)
        exceptions = ExceptionMeter(limit: maximumTracked)
    }

    /// How many entries made room for others: as many may be missing in the figures.
    public var forgotten: Int {
        provisioning.forgotten + unbilled.forgotten + invoices.forgotten + amendments.forgotten
            + corrections.forgotten + exceptions.forgotten
    }

    /// Takes notice of something.
    ///
    /// - Parameters:
    ///   - signal: What happened.
    ///   - time: When.
    /// - Returns: What it ends or counts.
    public mutating func take(_ signal: IntegrationSignal, at time: Instant) -> [BusinessReading] {
        switch signal {
        case .changed(let stored): return take(stored)
        case .opened(let exception): return exceptions.open(exception)
        case .closed(let exception, let time, let isResolved):
            return exceptions.close(exception, at: time, isResolved: isResolved)
        case .taken(_, let system, _): sync.succeed(system, at: time)
        case .delivered(let system, _, _, _): sync.succeed(system, at: time)
        case .parked(let sequence, let failureClass):
            // Without a class it only waits behind another one.
            if failureClass != nil { sync.fail(sequence.system, at: time) }
        case .read, .refused, .committed, .planned, .failed, .released, .backlog, .circuit: break
        }
        return []
    }

    /// How it stands.
    ///
    /// - Parameter now: The time.
    /// - Returns: A reading for each series of each gauge, in a fixed order.
    public func gauges(at now: Instant) -> [BusinessReading] {
        provisioning.gauges() + unbilled.gauges(at: now) + sync.gauges(at: now) + exceptions.gauges(at: now)
            + amendments.gauges() + [
                BusinessReading(.forgotten, [], .count(forgotten)), BusinessReading(.unread, [], .count(unread)),
            ]
    }

    private mutating func take(_ stored: StoredRecord) -> [BusinessReading] {
        let time = stored.changedAt
        do {
            switch stored.key.name {
            case Opportunity.schema.description.name:
                return provisioning.take(try Opportunity(json: stored.document), at: time)
            case Project.schema.description.name:
                return provisioning.take(try Project(json: stored.document), at: time)
            case Contract.schema.description.name:
                let contract = try Contract(json: stored.document)
                provisioning.take(contract)
                return amendments.take(contract, at: time) + corrections.take(contract)
            case TimeEntry.schema.description.name:
                let entry = try TimeEntry(json: stored.document)
                if let approved = unbilled.take(entry, at: time) { invoices.take(entry, approvedAt: approved) }
                return corrections.take(entry)
            case Invoice.schema.description.name:
                let invoice = try Invoice(json: stored.document)
                return invoices.take(invoice, at: time) + amendments.take(invoice, at: time)
                    + corrections.take(invoice)
            case InvoiceAllocation.schema.description.name:
                return amendments.take(try InvoiceAllocation(json: stored.document), at: time)
            case RateCard.schema.description.name:
                return amendments.take(try RateCard(json: stored.document), at: time)
            default: return []
            }
        } catch {
            unread += 1
            return []
        }
    }
}

extension RecordHeader {
    /// Whether the record is gone.
    var isGone: Bool { lifecycle == .deleted || lifecycle == .erased }
}

extension Instant {
    /// How long until another instant; nothing if that is earlier.
    func elapsed(until other: Instant) -> Duration { max(.zero, duration(to: other)) }
}

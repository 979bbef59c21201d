/// What is measured of an integration: technical measures, and what they mean for the business.
///
/// `Documentation/Telemetry.md` has the same as a table.
public enum TelemetryMeasure: String, Sendable, Hashable, CaseIterable {
    /// How many messages were read.
    case readItems = "concord.read.items"
    /// How long reading a page took.
    case readDuration = "concord.read.duration"
    /// How many messages became claims.
    case taken = "concord.taken"
    /// How many messages were refused.
    case refused = "concord.refused"
    /// How often records became others.
    case changed = "concord.changed"
    /// How many messages were stored.
    case committedItems = "concord.commit.items"
    /// How long storing a batch took.
    case commitDuration = "concord.commit.duration"
    /// How many changes were planned.
    case planned = "concord.planned"
    /// How many changes a system has.
    case delivered = "concord.delivered"
    /// How long changes were under way.
    case deliveryLatency = "concord.delivery.latency"
    /// How often changes were tried.
    case deliveryAttempts = "concord.delivery.attempts"
    /// How often something failed.
    case failures = "concord.failures"
    /// How often a sequence was parked.
    case parked = "concord.parked"
    /// How often a sequence went on.
    case released = "concord.released"
    /// How many exceptions were opened.
    case exceptionsOpened = "concord.exceptions.opened"
    /// How many exceptions were closed.
    case exceptionsClosed = "concord.exceptions.closed"
    /// How much is to be sent.
    case backlog = "concord.backlog"
    /// Whether a system is left alone.
    case circuit = "concord.circuit"
    /// How much was forgotten for want of room.
    case forgotten = "concord.telemetry.forgotten"
    /// How many documents could not be read.
    case unread = "concord.telemetry.unread"

    /// From a deal that is won to a project that is active.
    case provisioningTime = "concord.business.project.provisioning"
    /// Deals that are won and have no active project.
    case provisioningWaiting = "concord.business.project.waiting"
    /// Hours that are approved and not billed.
    case unbilledHours = "concord.business.time.unbilled.hours"
    /// Money that is approved and not billed.
    case unbilledAmount = "concord.business.time.unbilled.amount"
    /// How long the oldest of that has been approved.
    case unbilledAge = "concord.business.time.unbilled.age"
    /// From the last approval of a period to its invoice.
    case invoiceLag = "concord.business.invoice.lag"
    /// The share of messages and changes that failed for good.
    case failedSyncRate = "concord.business.sync.failed"
    /// How often accepted records were corrected.
    case corrections = "concord.business.corrections"
    /// How often people settled exceptions.
    case resolvedByHand = "concord.business.exceptions.resolved"
    /// How long exceptions were open.
    case exceptionHandling = "concord.business.exceptions.handling"
    /// How many exceptions are open.
    case exceptionsOpen = "concord.business.exceptions.open"
    /// How many of them are overdue.
    case exceptionsOverdue = "concord.business.exceptions.overdue"
    /// How long the oldest of them has been open.
    case exceptionAge = "concord.business.exceptions.age"
    /// From a signed amendment to what carries it.
    case amendmentLatency = "concord.business.amendment.propagation"
    /// Signed amendments that no invoice carries yet.
    case amendmentsWaiting = "concord.business.amendment.waiting"

    /// The measure's name: `concord.read.items`.
    public var name: String { rawValue }

    /// How a measure is recorded.
    public enum Instrument: String, Sendable, Hashable, CaseIterable {
        /// A number that grows.
        case counter
        /// A number as it stands.
        case gauge
        /// Numbers of which the distribution counts.
        case recorder
        /// Durations of which the distribution counts.
        case timer
    }
}

import ConcordMapping
import ConcordValues

/// What the command line says that no object does: the tenant, its currency and time zone, the time.
struct RunSettings {
    /// The tenant or organisation within the system.
    let tenant: String?
    /// The currency of amounts that come without one.
    let currency: CurrencyCode?
    /// The time zone of dates that come without one.
    let timeZone: TimeZoneID?
    /// When the objects are taken in; now if nil.
    let at: Instant?

    /// Settings as the command line has them.
    ///
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        tenant: String? = nil,
        currency: String? = nil,
        timeZone: String? = nil,
        at: String? = nil
    ) throws(CommandFailure) {
        self.tenant = tenant
        self.currency = try currency.map { text throws(CommandFailure) in
            try Self.option("--currency", text) { text throws(ValueError) in try CurrencyCode(text) }
        }
        self.timeZone = try timeZone.map { text throws(CommandFailure) in
            try Self.option("--time-zone", text) { text throws(ValueError) in try TimeZoneID(text) }
        }
        self.at = try at.map { text throws(CommandFailure) in
            try Self.option("--at", text) { text throws(ValueError) in try Instant(text) }
        }
    }

    /// Reads what an option says.
    ///
    /// - Throws: A ``CommandFailure`` for what it cannot say.
    static func option<Value>(
        _ name: String,
        _ text: String,
        _ read: (String) throws(ValueError) -> Value
    ) throws(CommandFailure) -> Value {
        do throws(ValueError) {
            return try read(text)
        } catch {
            throw CommandFailure(.usage, "\(name) is \"\(text)\"; expected \(error.expected)")
        }
    }

    /// What a run of a mapping knows.
    func context(of system: SystemID, on console: Console) throws(CommandFailure) -> MappingContext {
        MappingContext(
            system: system,
            tenant: tenant,
            ingestedAt: try time(on: console),
            currency: currency,
            timeZone: timeZone
        )
    }

    /// When the objects are taken in.
    func time(on console: Console) throws(CommandFailure) -> Instant {
        guard let time = at ?? console.now() else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the time with --at")
        }
        return time
    }
}

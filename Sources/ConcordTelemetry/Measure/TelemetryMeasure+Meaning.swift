extension TelemetryMeasure {
    /// How it is recorded.
    public var instrument: Instrument { meaning.instrument }

    /// Its unit: `seconds`, `hours`, `ratio`; timers are recorded in nanoseconds and shown in seconds.
    public var unit: String { meaning.unit }

    /// The labels of its series.
    ///
    /// A label has a system's name, a schema's name or a code, and never a value of a record.
    public var labels: [String] { meaning.labels }

    /// The question that it answers.
    public var question: String { meaning.question }

    private struct Meaning {
        let instrument: Instrument
        let unit: String
        let labels: [String]
        let question: String

        init(_ instrument: Instrument, _ unit: String, _ labels: [String], _ question: String) {
            self.instrument = instrument
            self.unit = unit
            self.labels = labels
            self.question = question
        }
    }

    private var meaning: Meaning {
        switch self {
        case .readItems: Meaning(.counter, "messages", ["system"], "How much do systems say?")
        case .readDuration: Meaning(.timer, "seconds", ["system"], "How fast do systems answer?")
        case .taken:
            Meaning(.counter, "messages", ["system", "record", "changed"], "How much of what they say is news?")
        case .refused: Meaning(.counter, "messages", ["system", "class"], "What cannot be taken, and why?")
        case .changed: Meaning(.counter, "changes", ["record"], "Which records move?")
        case .committedItems: Meaning(.counter, "messages", [], "How much is stored?")
        case .commitDuration: Meaning(.timer, "seconds", [], "How fast is the store?")
        case .planned: Meaning(.counter, "changes", ["system", "record"], "How much is each system to be told?")
        case .delivered: Meaning(.counter, "changes", ["system", "record"], "How much has each system taken?")
        case .deliveryLatency:
            Meaning(.timer, "seconds", ["system"], "How long is a change under way, waiting included?")
        case .deliveryAttempts: Meaning(.recorder, "tries", ["system"], "How often must a change be tried?")
        case .failures:
            Meaning(.counter, "failures", ["system", "class", "again"], "What fails, and does it go away by itself?")
        case .parked: Meaning(.counter, "sequences", ["system", "class"], "What waits for a person?")
        case .released: Meaning(.counter, "sequences", ["system"], "What goes on again?")
        case .exceptionsOpened: Meaning(.counter, "exceptions", ["origin", "kind"], "What do people have to look at?")
        case .exceptionsClosed:
            Meaning(.counter, "exceptions", ["origin", "resolved"], "Do they look, or does it go away?")
        case .backlog: Meaning(.gauge, "changes", ["system"], "How far behind is a system?")
        case .circuit:
            Meaning(.gauge, "0 closed, 1 half open, 2 open", ["system"], "Which systems are left alone?")
        case .forgotten: Meaning(.gauge, "entries", [], "Are the figures of the business too low, for want of room?")
        case .unread:
            Meaning(.gauge, "documents", [], "Are the figures of the business too low, for want of understanding?")
        default: businessMeaning
        }
    }

    private var businessMeaning: Meaning {
        switch self {
        case .provisioningTime:
            Meaning(.timer, "seconds", [], "How long until a won deal can be worked on?")
        case .provisioningWaiting: Meaning(.gauge, "deals", [], "How many won deals wait for their project?")
        case .unbilledHours: Meaning(.gauge, "hours", ["currency"], "How much approved work is not billed?")
        case .unbilledAmount:
            Meaning(.gauge, "units of the currency", ["currency"], "How much money is that, as far as it is priced?")
        case .unbilledAge: Meaning(.gauge, "seconds", [], "How long has the oldest of it been approved?")
        case .invoiceLag:
            Meaning(.timer, "seconds", [], "How long after the last approval of a period is its invoice issued?")
        case .failedSyncRate:
            Meaning(.gauge, "ratio", ["system"], "Which share of the last 24 hours' traffic failed for good?")
        case .corrections:
            Meaning(.counter, "corrections", ["record"], "How often is changed what was accepted already?")
        case .resolvedByHand: Meaning(.counter, "exceptions", ["origin"], "How much work do people have with it?")
        case .exceptionHandling:
            Meaning(.timer, "seconds", ["origin", "resolved"], "How long does an exception stay open?")
        case .exceptionsOpen: Meaning(.gauge, "exceptions", ["origin"], "How much waits for people?")
        case .exceptionsOverdue: Meaning(.gauge, "exceptions", ["origin"], "How much of it is overdue?")
        case .exceptionAge: Meaning(.gauge, "seconds", ["origin"], "How long has the oldest of it waited?")
        case .amendmentLatency:
            Meaning(.timer, "seconds", ["carrier"], "How long until an amendment is in terms, rates and invoices?")
        case .amendmentsWaiting: Meaning(.gauge, "amendments", [], "How many signed amendments has no invoice?")
        default: Meaning(.gauge, "", [], "")
        }
    }
}

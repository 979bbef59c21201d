#if Telemetry
import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Logging

extension TelemetryObserver {
    /// Writes a line about a signal: what is everyday at `trace` and `debug`, what somebody should know from `notice` on.
    func log(_ signal: IntegrationSignal) {
        let (level, message, fields) = line(of: signal)
        // Nothing is put together for a line that nobody reads.
        guard logger.logLevel <= level else { return }
        logger.log(level: level, message, metadata: metadata(fields(signal)))
    }

    private typealias Fields = (IntegrationSignal) -> [(String, String?)]

    private func line(of signal: IntegrationSignal) -> (Logger.Level, Logger.Message, Fields) {
        switch signal {
        case .read: (.debug, "page read", Self.fields)
        case .taken: (.trace, "message taken", Self.fields)
        case .refused: (.warning, "message refused", Self.fields)
        case .changed: (.debug, "record changed", Self.fields)
        case .committed: (.debug, "batch stored", Self.fields)
        case .planned: (.debug, "change planned", Self.fields)
        case .delivered: (.info, "change delivered", Self.fields)
        case .failed(_, _, _, let again): (again == nil ? .error : .warning, "call failed", Self.fields)
        case .parked(_, let failureClass): (failureClass == nil ? .info : .error, "sequence parked", Self.fields)
        case .released: (.notice, "sequence released", Self.fields)
        case .opened: (.notice, "exception opened", Self.fields)
        case .closed: (.info, "exception closed", Self.fields)
        case .backlog: (.debug, "backlog", Self.fields)
        case .circuit(_, let state): (state == .open ? .warning : .notice, "circuit changed", Self.fields)
        }
    }

    /// What a line says of a signal: keys, codes, counts and durations, and nothing that anybody wrote.
    private static func fields(_ signal: IntegrationSignal) -> [(String, String?)] {
        switch signal {
        case .read(let system, let items, let elapsed):
            return [("system", system.text), ("items", "\(items)"), ("elapsed", elapsed.exactText)]
        case .taken(let record, let system, let outcome):
            return [
                ("record", "\(record)"), ("system", system.text), ("changed", "\(outcome.hasChanged)"),
                ("exceptions", "\(outcome.exceptions)"),
            ]
        case .refused(let sequence, let failureClass):
            return [("sequence", "\(sequence)"), ("class", failureClass.rawValue)]
        case .changed(let stored): return [("record", "\(stored.key)")]
        case .committed(let items, let elapsed): return [("items", "\(items)"), ("elapsed", elapsed.exactText)]
        case .planned(let system, let record): return [("system", system.text), ("record", "\(record)")]
        case .delivered(let system, let record, let sincePlanned, let attempts):
            return [
                ("system", system.text), ("record", "\(record)"), ("elapsed", sincePlanned.exactText),
                ("attempts", "\(attempts)"),
            ]
        case .failed(let failure, let sequence, let attempt, let again):
            let codes = failure.issues.map { "\($0.code)" }
            return [
                ("system", failure.system?.text), ("sequence", sequence.map { "\($0)" }),
                ("class", failure.failureClass.rawValue), ("attempt", "\(attempt)"), ("again", again?.exactText),
                ("codes", codes.isEmpty ? nil : codes.joined(separator: " ")),
            ]
        case .parked(let sequence, let failureClass):
            return [("sequence", "\(sequence)"), ("class", failureClass?.rawValue ?? "waiting")]
        case .released(let sequence): return [("sequence", "\(sequence)")]
        case .opened(let exception): return fields(exception)
        case .closed(let exception, _, let isResolved):
            return fields(exception) + [("resolved", "\(isResolved)")]
        case .backlog(let system, let entries): return [("system", system.text), ("entries", "\(entries)")]
        case .circuit(let system, let state): return [("system", system.text), ("state", state.rawValue)]
        }
    }

    private static func fields(_ exception: QueuedException) -> [(String, String?)] {
        let units = exception.parts.map(\.unit.fieldsOnly).joined(separator: " ")
        return [
            ("exception", "\(exception.id)"), ("origin", exception.origin.rawValue), ("kind", exception.kind),
            ("record", exception.record.map { "\($0)" }), ("units", units.isEmpty ? nil : units),
            ("sequence", exception.sequence.map { "\($0)" }), ("owner", exception.owner?.rawValue),
        ]
    }

    private func metadata(_ fields: [(String, String?)]) -> Logger.Metadata {
        var metadata: Logger.Metadata = [:]
        for (name, value) in fields { if let value { metadata[name] = .string(value) } }
        return metadata
    }
}

extension ClaimPath {
    /// The path without the keys of items, which are values of the record.
    fileprivate var fieldsOnly: String {
        var depth = 0
        var fields = ""
        for character in text {
            if character == "[" { depth += 1 }
            if depth == 0 { fields.append(character) }
            if character == "]" { depth = max(0, depth - 1) }
        }
        return fields
    }
}
#endif

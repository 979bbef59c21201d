import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

extension QueuedException {
    /// An exception about ownership.
    init(_ found: ExceptionCase, at time: Instant) {
        self.init(
            id: found.id,
            origin: .ownership,
            kind: found.exception.kind.rawValue,
            record: found.record,
            unit: found.exception.unit,
            headline: found.headline,
            details: Array(found.lines.dropFirst()),
            owner: found.binding?.missingRoles.first.map { BusinessRole(rawValue: $0.rawValue) },
            context: found.context,
            actions: found.actions.map(\.rawValue),
            binding: found.binding,
            openedAt: time,
            due: found.due
        )
    }

    /// An exception about a message that was refused.
    init(
        _ failure: AdapterFailure,
        of letter: DeadLetter,
        _ origin: Origin,
        about record: RecordKey?,
        _ terms: ExceptionTerms,
        at time: Instant
    ) {
        let kind = failure.failureClass.rawValue
        var details = failure.issues.map(\.description)
        if let remedy = failure.remedy { details.append(remedy) }
        self.init(
            id: Self.id(of: letter),
            origin: origin,
            kind: kind,
            record: record,
            sequence: letter.sequence,
            headline: failure.what,
            details: details,
            context: record.map(terms.context) ?? .init(),
            actions: ["replay", "correctAtSource"],
            openedAt: time,
            due: time.advanced(by: terms.time(origin, kind))
        )
    }

    /// The id of the exception about a letter.
    static func id(of letter: DeadLetter) -> ContentHash {
        ContentHash(ofBytes: Array("parked\n\(letter.sequence)\n\(letter.id)".utf8))
    }
}

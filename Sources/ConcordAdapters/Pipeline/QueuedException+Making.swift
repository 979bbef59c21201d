import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

extension QueuedException {
    /// Exceptions about ownership: what one change of one system does to several places of a record is one exception.
    static func exceptions(_ cases: [ExceptionCase], at time: Instant) -> [QueuedException] {
        var groups: [[ExceptionCase]] = []
        for found in cases {
            let place = groups.firstIndex { group in
                group[0].exception.kind == found.exception.kind && group[0].exception.events == found.exception.events
                    && group[0].exception.systems == found.exception.systems
                    && group[0].binding?.requirement == found.binding?.requirement
            }
            if let place { groups[place].append(found) } else { groups.append([found]) }
        }
        return groups.map { QueuedException($0, at: time) }
    }

    private init(_ cases: [ExceptionCase], at time: Instant) {
        let first = cases[0]
        let ids = cases.map(\.id.description)
        self.init(
            id: cases.count == 1 ? first.id : ContentHash(ofBytes: Array(ids.joined(separator: "\n").utf8)),
            origin: .ownership,
            kind: first.exception.kind.rawValue,
            record: first.record,
            parts: cases.filter { !$0.exception.unit.text.isEmpty }.map { Part($0.exception.unit, $0.binding) },
            headline: ExceptionCase.headline(of: cases),
            details: cases.count == 1
                ? Array(first.lines.dropFirst())
                : cases.flatMap { found in ["\(found.exception.unit)"] + found.lines.dropFirst().prefix(2) },
            owner: first.binding?.missingRoles.first,
            context: first.context,
            actions: first.actions.map(\.rawValue),
            openedAt: time,
            due: first.due
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

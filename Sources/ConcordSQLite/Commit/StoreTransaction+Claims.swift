#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordValues
import GRDB

/// Where a record's lines stand.
enum ClaimPlace {
    /// How many lines a record may have: more than can be folded.
    static let lines: Int64 = 1 << 24

    static func first(of record: Int64) -> Int64 { record * lines }
    static func end(of record: Int64) -> Int64 { (record + 1) * lines }
}

extension StoreTransaction {
    mutating func store(_ lines: [ClaimLine]) throws {
        var order: [RecordKey] = []
        var byRecord: [RecordKey: [ClaimLine]] = [:]
        for line in lines {
            try refuseUnreadable(line)
            let known = { (list: inout [ClaimLine]) in
                list.append(line)
                return list.count > 1
            }(&byRecord[line.record, default: []])
            if !known { order.append(line.record) }
        }
        for record in order { try store(byRecord[record] ?? [], about: record) }
    }

    private mutating func store(_ lines: [ClaimLine], about record: RecordKey) throws {
        let number = try number(of: record)
        var known: Set<[UInt8]> = []
        var place = ClaimPlace.first(of: number)
        let end = ClaimPlace.end(of: number)
        // The lines themselves stay where they are: their hashes stand before them.
        _ = try db.all(
            "SELECT place, hash FROM claim WHERE place >= ? AND place < ? ORDER BY place",
            .integer(place),
            .integer(end)
        ) { row in
            place = row.integer(0) + 1
            known.insert(row.bytes(1))
        }
        for line in lines {
            let text = line.jsonText()
            let hash = ContentHash(ofBytes: Array(text.utf8)).bytes
            guard known.insert(hash).inserted else { continue }
            guard place < end else { throw AdapterFailure.tooMuchWasSaid(about: record) }
            try db.run("INSERT INTO claim VALUES (?, ?, ?)", .integer(place), .bytes(hash), .text(text))
            place += 1
        }
    }

    /// A line that could not be read again would take its whole record with it.
    private func refuseUnreadable(_ line: ClaimLine) throws {
        let system: SystemID
        switch line {
        case .event(let event): system = event.system
        case .emission(let emission): system = emission.system
        case .approval: return
        }
        if system.isValid { return }
        throw AdapterFailure(
            .mapping,
            "something was said about \(line.record) by \"\(system)\", which is no name of a system",
            remedy: "Give the system a name such as netsuite or salesforce:emea."
        )
    }

    mutating func store(_ record: StoredRecord) throws {
        try db.run(
            """
            INSERT INTO document VALUES (?, ?, ?)
            ON CONFLICT (record) DO UPDATE SET changedAt = excluded.changedAt, document = excluded.document
            """,
            .integer(try number(of: record.key)),
            .text(record.changedAt.description),
            .bytes(record.document)
        )
    }

    func store(_ object: [UInt8]?, of sequence: SequenceKey) throws {
        guard let object else {
            try db.run(
                "DELETE FROM original WHERE system = ? AND object = ? AND id = ?",
                .system(sequence.system),
                .text(sequence.object),
                .text(sequence.id)
            )
            return
        }
        try db.run(
            """
            INSERT INTO original (system, object, id, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (system, object, id) DO UPDATE SET bytes = excluded.bytes
            """,
            .system(sequence.system),
            .text(sequence.object),
            .text(sequence.id),
            .bytes(object)
        )
    }

    func store(_ link: IdentityLink) throws {
        let isNew = try db.run(
            "INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)",
            .system(link.key.system),
            .text(link.key.objectType),
            .text(link.key.value),
            .text(link.id)
        )
        guard isNew == 0, let known = try db.canonicalID(of: link.key), known != link.id else { return }
        throw AdapterFailure.relinked(link, known)
    }
}

extension AdapterFailure {
    fileprivate static func tooMuchWasSaid(about record: RecordKey) -> AdapterFailure {
        AdapterFailure(
            .policy,
            "more than \(ClaimPlace.lines) things were said about \(record)",
            remedy: "Find the source that says something new about it all the time."
        )
    }
}
#endif

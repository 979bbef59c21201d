internal import ConcordAdapters
internal import ConcordConfiguration
internal import ConcordMapping
internal import ConcordOwnership
internal import ConcordValues

/// All that a store says about the samples with some numbers, part by part.
struct StoreSnapshot {
    private var parts: [(name: String, lines: [String])] = []

    /// Asks a store.
    init(_ store: any IntegrationStore, _ samples: StoreSamples, upTo count: Int) async throws {
        let numbers = Array(0..<count) + Array(1_000..<1_000 + count) + Array(2_000..<2_000 + count)
        let records = numbers.map(samples.record)
        let sequences = numbers.map(samples.sequence)
        parts.append(("claims", try await store.ledgers(of: records).flatMap(\.lines)))
        parts.append(
            ("records that are spoken of", try await store.records(after: nil, limit: 10_000).map(\.description))
        )
        let documents = try await store.documents(of: records)
        parts.append(("documents", records.compactMap { documents[$0].map { "\($0)" } }))
        let originals = try await store.originals(of: sequences)
        parts.append(("originals", sequences.compactMap { key in originals[key].map { "\(key) \($0)" } }))
        let keys = numbers.map(samples.external)
        let ids = try await store.canonicalIDs(of: keys)
        parts.append(("links", keys.compactMap { key in ids[key].map { "\(key.value) is \($0)" } }))
        var names: [String] = []
        for number in 0..<count {
            names += try await store.externalKeys(of: "c-\(number)").map { "\(number): \($0.value)" }
        }
        parts.append(("names of records", names))
        let entries = try await store.entries(for: samples.system, of: records)
        parts.append(("entries to be sent", entries.map { "\($0)" }))
        let due = try await store.due(for: samples.system, at: samples.time(1_000_000), limit: 10_000)
        parts.append(("entries that are due", due.map(\.key.description)))
        parts.append(("depth of the outbox", ["\(try await store.depth(for: samples.system))"]))
        var letters: [String] = []
        for sequence in try await store.parkedSequences(after: nil, limit: 10_000) {
            letters += try await store.letters(of: sequence).map { "\($0)" }
        }
        parts.append(("letters", letters))
        let open = try await store.exceptions(ExceptionFilter(), limit: 10_000)
        parts.append(("open exceptions", open.map { "\($0)" }))
        parts.append(("number of open exceptions", ["\(try await store.openCount())"]))
        var states: [String] = []
        for number in 0..<count * 3 {
            states += try await store.exception(samples.exception(number).id).map { ["\($0.state)"] } ?? []
        }
        parts.append(("exceptions", states))
        var resolutions: [String] = []
        for number in 0..<3 { resolutions += try await store.resolutions(of: samples.record(number)).map { "\($0)" } }
        parts.append(("resolutions", resolutions))
        var cursors: [String] = []
        for number in 0..<count { cursors += try await store.cursor(of: "source \(number)").map { [$0.text] } ?? [] }
        parts.append(("cursors", cursors))
        let decisions = try await store.decisions(after: nil, limit: 10_000)
        parts.append(("decisions", decisions.decisions.map { "\($0)" }))
    }

    /// Demands that nothing is different in another snapshot.
    func demandSame(_ later: StoreSnapshot) throws {
        for (old, new) in zip(parts, later.parts) where old.lines != new.lines {
            let count = zip(old.lines, new.lines).prefix { $0.0 == $0.1 }.count
            func line(_ lines: [String]) -> String {
                guard count < lines.count else { return "\(counted(lines.count, "line")) and no more" }
                let line = lines[count].count > 160 ? "\(lines[count].prefix(160))…" : lines[count]
                return lines.count == count + 1 ? line : "\(line), and \(lines.count - count - 1) more"
            }
            throw Discrepancy(expected: "\(old.name): \(line(old.lines))", seen: line(new.lines))
        }
    }
}

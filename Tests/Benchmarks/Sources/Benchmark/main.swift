import Concord
import Foundation

// Usage: Benchmark TIME-ENTRIES.ndjson [row …]
//
// Prints a row for each way to read and write the lines of the file, in the same process and on the same core; the best
// of five runs counts. Without rows, all of them.
guard CommandLine.arguments.count > 1 else {
    print("usage: Benchmark TIME-ENTRIES.ndjson [row ...]")
    exit(64)
}
let lines = CommandLine.arguments[1] == "-" ? Lines([]) : try Lines(file: CommandLine.arguments[1])
let wanted = Set(CommandLine.arguments.dropFirst(2))
let opportunities = Opportunities.lines(lines.count / 4)
if opportunities.count > 0, !Opportunities.agrees(on: opportunities[0]) {
    print("the mappings that are compared do not make the same document")
    exit(1)
}

func row(_ name: String, _ lines: Lines, _ body: (Lines) -> Int) {
    guard wanted.isEmpty || wanted.contains(name) else { return }
    var best = Duration.seconds(1_000_000)
    var check = 0
    for _ in 0..<5 {
        let start = ContinuousClock.now
        check = body(lines)
        best = min(best, ContinuousClock.now - start)
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let rate = Double(lines.count) / seconds
    let megabytes = Double(lines.size) / seconds / 1e6
    print("\(name)\t\(Int(rate))\t\(Int(megabytes))\t\(check)")
}

func decode<Entry: CanonicalRecord>(_ lines: Lines, as type: Entry.Type) -> Int {
    lines.reduce { line in
        do {
            _ = try Entry(json: line)
            return 1
        } catch {
            return 0
        }
    }
}

func both<Entry: CanonicalRecord>(_ lines: Lines, as type: Entry.Type) -> Int {
    var writer = JSONWriter()
    return lines.reduce { line in
        do {
            let record = try Entry(json: line)
            writer.removeAll()
            record.writeDocument(to: &writer)
            return writer.count
        } catch {
            return 0
        }
    }
}

row("concord-decode", lines) { decode($0, as: TimeEntry.self) }
row("concord-encode", lines) { lines in
    // The records are made outside of what counts in proportion: a thousand of them, written again and again.
    let records = (0..<min(1_000, lines.count)).compactMap { try? TimeEntry(json: lines[$0]) }
    var writer = JSONWriter()
    var written = 0
    for index in 0..<lines.count {
        writer.removeAll()
        records[index % records.count].writeDocument(to: &writer)
        written += writer.count
    }
    return written
}
row("concord-both", lines) { both($0, as: TimeEntry.self) }
row("host-decode", lines) { decode($0, as: HostEntry.self) }
row("host-both", lines) { both($0, as: HostEntry.self) }
// A document that is one version old is made one of today and then read; the first row is the same entries as they are
// written today.
row("concord-decode-current", OldEntries.current(lines)) { decode($0, as: TimeEntry.self) }
row("concord-decode-older", OldEntries.older(lines)) { OldEntries.decode($0) }
// The same entries with what the older version cannot say beside them; what comes of it is what `concord-decode` reads.
row("concord-decode-residue", OldEntries.withResidue(lines)) { OldEntries.decode($0) }
row("concord-migrate-up", OldEntries.older(lines)) { OldEntries.migrate($0, to: TimeEntry.history.schema.newest) }
row("concord-migrate-down", lines) { OldEntries.migrate($0, to: TimeEntry.history.schema.newest - 1) }
row("concord-migrate-residue", OldEntries.withResidue(lines)) {
    OldEntries.migrate($0, to: TimeEntry.history.schema.newest)
}
row("foundation-decode", lines.prefix(20_000)) { lines in
    let decoder = JSONDecoder()
    return lines.reduce { (try? decoder.decode(PlainEntry.self, from: Data($0))) == nil ? 0 : 1 }
}
row("foundation-both", lines.prefix(20_000)) { lines in
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    return lines.reduce { line in
        guard let entry = try? decoder.decode(PlainEntry.self, from: Data(line)) else { return 0 }
        return (try? encoder.encode(entry).count) ?? 0
    }
}
// What validation costs beside decoding is asked of entries in which nothing is found; findings are made for people.
let validates = wanted.isEmpty || wanted.contains { $0.hasPrefix("draft") }
let validEntries = lines.prefix(validates ? 40_000 : 0).including(Validation.passes)
row("draft-decode", validEntries) { lines in
    lines.reduce { Draft<TimeEntry>(json: $0).isAcceptable ? 1 : 0 }
}
row("draft-validate", validEntries) { lines in
    guard let validator = Validation.validator else { return 0 }
    return lines.reduce { validator.verdict(on: Draft(json: $0)).isAcceptable ? 1 : 0 }
}
row("draft-validate-all", lines.prefix(40_000)) { lines in
    guard let validator = Validation.validator else { return 0 }
    return lines.reduce { validator.verdict(on: Draft(json: $0)).isAcceptable ? 1 : 0 }
}
row("concord-map", opportunities) { Opportunities.map($0, by: Salesforce.opportunity) }
row("concord-map-overlay", opportunities) { lines in
    Opportunities.overlaid.map { Opportunities.map(lines, by: $0) } ?? 0
}
row("payload-codec", opportunities) { lines in
    var writer = JSONWriter()
    return lines.reduce { line in
        guard let record = try? HostOpportunity(json: line) else { return 0 }
        writer.removeAll()
        record.write(to: &writer)
        return writer.count
    }
}
row("canonical-codec", Opportunities.canonical(opportunities)) { both($0, as: Opportunity.self) }
row("foundation-map", opportunities.prefix(20_000)) { lines in
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    return lines.reduce { line in
        guard let source = try? decoder.decode(PlainSalesforceOpportunity.self, from: Data(line)) else { return 0 }
        return (try? encoder.encode(source.mapped(at: Opportunities.now)).count) ?? 0
    }
}
row("ownership-encode", lines) { Ownership.shared?.encode($0.count) ?? 0 }
row("ownership-decide", lines) { Ownership.shared?.decide(.unchanged, $0.count) ?? 0 }
row("ownership-decide-some", lines) { Ownership.shared?.decide(.some, $0.count) ?? 0 }
row("ownership-decide-all", lines) { Ownership.shared?.decide(.all, $0.count) ?? 0 }
row("ownership-event", lines) { Ownership.shared?.makeEvents($0.count) ?? 0 }

// Usage: … | Benchmark - stream
//
// Reads time entries from standard input to its end; the memory is the operating system's to say.
if wanted == ["stream"] {
    var reader = NDJSONReader<TimeEntry> { buffer in
        let count = read(0, buffer.baseAddress, buffer.count)
        guard count >= 0 else { throw CocoaError(.fileReadUnknown) }
        return count
    }
    var accepted = 0
    while let (_, draft) = try reader.next() {
        if draft.isAcceptable { accepted += 1 }
    }
    print("stream\t\(accepted)")
}

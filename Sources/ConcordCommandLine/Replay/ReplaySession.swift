import ConcordConfiguration
import ConcordMapping
import ConcordSchema
import ConcordValues

/// A replay under way: kits come in, records and what is refused again go out.
final class ReplaySession {
    /// What a mapper was made for; the next kit mostly needs the same.
    private struct Run: Equatable {
        let mapping: String
        let system: String
        let tenant: String?
        let ingestedAt: Instant
        let currency: CurrencyCode?
        let timeZone: TimeZoneID?
        let codesAsOf: LocalDate?
    }

    private struct PlannedDay: Hashable {
        let mapping: String
        let day: LocalDate
    }

    private let overlays: LoadedOverlays
    private let settings: RunSettings
    private let time: Instant
    private let day: LocalDate?
    private let console: Console
    private let output: Output
    private let rejects: Output
    private let batch = MappingBatch()
    private var packs: [PlannedDay: Pack] = [:]
    private var told: Set<LocalDate> = []
    private var current: (run: Run, mapper: BatchMapper)?

    private var kits = 0
    private var repaired = 0
    private var records = 0
    private var remarked = 0
    private var refused = 0
    private var untouched = 0
    private var unreadable = 0
    private var passedOver = 0
    /// Kits of a mapping that has another version now: of which, what it is now, how many.
    private var outdated: [String: (now: String, kits: Int)] = [:]
    private var unknown: [String: Int] = [:]

    /// A session.
    init(
        overlays: LoadedOverlays,
        settings: RunSettings,
        time: Instant,
        day: LocalDate?,
        console: Console,
        output: Output,
        rejects: Output
    ) {
        self.overlays = overlays
        self.settings = settings
        self.time = time
        self.day = day
        self.console = console
        self.output = output
        self.rejects = rejects
    }

    /// Reads the kits of an input again.
    func take(_ input: Input) throws {
        var lines = LineReader { try input.read(into: $0) }
        while let line = try lines.next() {
            if let issue = line.issue {
                try refuse("\(input.name):\(line.number): expected \(issue.expected)")
                continue
            }
            do {
                try take(try RejectedObject(reading: line.bytes), as: line.bytes)
            } catch let failure as ReadFailure {
                if failure.code == .schemaMismatch {
                    passedOver += 1
                } else {
                    try refuse("\(input.name):\(line.number):\(failure.offset + 1): expected \(failure.expected)")
                }
            }
        }
    }

    private func refuse(_ message: String) throws {
        unreadable += 1
        try console.errors.writeLine("concord: \(message)")
    }

    private func take(_ kit: RejectedObject, as line: UnsafeBufferPointer<UInt8>) throws {
        kits += 1
        guard let mapper = try mapper(for: kit), Self.isObject(kit.payload) else {
            // Bytes that are no object were refused before any mapping saw them; nothing about that has changed.
            untouched += 1
            try rejects.write(UnsafeRawBufferPointer(line))
            try rejects.writeLine()
            return
        }
        batch.removeAll()
        let isAccepted = kit.payload.withUnsafeBufferPointer { bytes in
            let beginning = SourcePosition(offset: 0, line: 1, column: 1)
            return mapper.take(Payload(bytes, at: kit.position ?? beginning), of: kit.origin, into: batch)
        }
        if isAccepted {
            repaired += 1
            records += batch.tally.records
            remarked += batch.tally.remarked
        } else {
            refused += 1
        }
        try batch.lines.withBytes { bytes throws in try output.write(UnsafeRawBufferPointer(bytes)) }
        try batch.asides.withBytes { bytes throws in try rejects.write(UnsafeRawBufferPointer(bytes)) }
    }

    private static func isObject(_ payload: [UInt8]) -> Bool {
        payload.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            guard reader.peek() == UInt8(ascii: "{") else { return false }
            return (try? reader.skipValue()) != nil && (try? reader.finish()) != nil
        }
    }

    /// What reads a kit's object; nil if there is no such mapping or system.
    private func mapper(for kit: RejectedObject) throws -> BatchMapper? {
        let name = String(kit.mapping.prefix { $0 != "@" })
        guard let base = Pack.all.first(where: { $0.name == name }), let system = try? SystemID(kit.system) else {
            unknown[kit.mapping, default: 0] += 1
            return nil
        }
        if base.mapping != kit.mapping { outdated[kit.mapping, default: (base.mapping, 0)].kits += 1 }
        let run = Run(
            mapping: name,
            system: kit.system,
            tenant: kit.tenant ?? settings.tenant,
            ingestedAt: kit.ingestedAt ?? time,
            currency: kit.currency ?? settings.currency,
            timeZone: kit.timeZone ?? settings.timeZone,
            codesAsOf: kit.codesAsOf
        )
        if let current, current.run == run { return current.mapper }
        let context = MappingContext(
            system: system,
            tenant: run.tenant,
            ingestedAt: run.ingestedAt,
            currency: run.currency,
            timeZone: run.timeZone,
            codesAsOf: run.codesAsOf
        )
        let mapper = BatchMapper(try pack(base, on: day ?? run.ingestedAt.localDate), in: context)
        current = (run, mapper)
        return mapper
    }

    /// A mapping with those of the overlays that are for it and apply on a day.
    private func pack(_ base: Pack, on day: LocalDate) throws -> Pack {
        let key = PlannedDay(mapping: base.name, day: day)
        if let pack = packs[key] { return pack }
        let applied = told.insert(day).inserted ? try overlays.choose(on: day, console) : overlays.choose(on: day)
        let pack = try base.overlaid(applied.filter { $0.content.extends.prefix { $0 != "@" } == base.name })
        packs[key] = pack
        return pack
    }

    /// Writes what is left and the summary.
    ///
    /// - Returns: What the replay tells the shell.
    func end() throws -> ExitStatus {
        try output.flush()
        try rejects.flush()
        let errors = console.errors
        var text = "\(MappingTally.count(kits, "kit")): \(repaired) repaired"
        if repaired > 0 {
            text += " (\(MappingTally.count(records, "record"))"
            text += remarked > 0 ? ", \(remarked) with warnings)" : ")"
        }
        text += ", \(refused) refused again"
        if untouched > 0 { text += ", \(untouched) left as \(untouched == 1 ? "it is" : "they are")" }
        if unreadable > 0 { text += ", \(MappingTally.count(unreadable, "line")) unreadable" }
        if passedOver > 0 { text += "; \(MappingTally.count(passedOver, "line")) about other outcomes passed over" }
        try errors.writeLine("concord: \(text)")
        for (mapping, found) in outdated.sorted(by: { $0.key < $1.key }) {
            let verb = found.kits == 1 ? "is" : "are"
            try errors.writeLine(
                "concord: \(MappingTally.count(found.kits, "kit")) \(verb) of \(mapping); the mapping is now \(found.now)"
            )
        }
        for (mapping, count) in unknown.sorted(by: { $0.key < $1.key }) {
            let verb = count == 1 ? "is" : "are"
            let near = Nearest.suggestion(for: mapping, among: Pack.all.map(\.mapping))
            try errors.writeLine(
                "concord: \(MappingTally.count(count, "kit")) \(verb) of \(mapping), which there is not\(near)"
            )
        }
        if kits == 0, unreadable > 0 { return .data }
        return refused + untouched + unreadable > 0 ? .rejected : .success
    }
}

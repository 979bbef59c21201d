internal import ConcordSchema

extension Mapping {
    /// Reads one vendor's object.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say.
    /// - Returns: The records that came of it, with all that is wrong with them. It never throws: an object that is not
    ///   JSON is an outcome too.
    public func read(_ payload: UnsafeBufferPointer<UInt8>, in context: MappingContext) -> MappedObject<Target> {
        var none: Coverage?
        return read(payload, in: context, coverage: &none)
    }

    /// Reads one vendor's object, and accounts for its leaves.
    public func read(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: MappingContext,
        coverage: inout Coverage
    ) -> MappedObject<Target> {
        // Moved in and out: a second owner would make every object copy the account of all fields.
        var moved = Coverage()
        swap(&coverage, &moved)
        var account: Coverage? = consume moved
        let mapped = read(payload, in: context, coverage: &account)
        if let filled = account.take() { coverage = filled }
        return mapped
    }

    /// Reads one vendor's object.
    public func read(_ payload: String, in context: MappingContext) -> MappedObject<Target> {
        var payload = payload
        return payload.withUTF8 { read($0, in: context) }
    }

    private func read(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: MappingContext,
        coverage: inout Coverage?
    ) -> MappedObject<Target> {
        let object: SourceObject
        do throws(ReadFailure) {
            object = try SourceObject(plan, payload)
        } catch {
            return MappedObject(targets: [], findings: [], issues: [Issue(error, severity: .error, in: payload)])
        }
        var records: [Target] = []
        records.reserveCapacity(parts.count)
        var findings: [[Issue]] = []
        var kept: [Int] = []
        var blank = Target.schema.blank
        blank.header = RecordHeader(source: context.system, asOf: context.ingestedAt)
        for part in parts where part.isThere(in: object) {
            guard let first = part.readings.first else { continue }
            // The rules fill the record where it stays.
            records.append(blank)
            var input = RuleInput(object: object, sources: first.sources, context: context)
            records.withUnsafeMutableBufferPointer { records in
                for reading in part.readings {
                    input.sources = reading.sources
                    reading.read(&input, &records[records.count - 1])
                }
            }
            for slot in input.kept where !kept.contains(slot) { kept.append(slot) }
            guard !input.findings.isEmpty else { continue }
            while findings.count < records.count { findings.append([]) }
            findings[records.count - 1] = Self.placed(input.findings, in: payload)
        }
        if keepsRest, !records.isEmpty,
            let unmapped = object.restJSON(keeping: kept.map { (plan.pointers[$0], $0) })
        {
            // The first record of an object carries what belongs to none of them in particular.
            var remarks = records[0].header.remarks ?? RecordRemarks()
            remarks.unmapped = unmapped
            records[0].header.remarks = remarks
        }
        if coverage != nil { account(for: object, &coverage!, kept: kept, records: records.count) }
        return MappedObject(targets: records, findings: findings, issues: records.isEmpty ? [nothing] : [])
    }

    /// Says of an object that no record came of it.
    private var nothing: Issue {
        Issue(
            .noRecord,
            severity: .info,
            expected: "something in one of the parts \(parts.compactMap(\.title).joined(separator: ", "))",
            rule: name
        )
    }

    private static func placed(
        _ findings: [(issue: Issue, offset: Int?)],
        in payload: UnsafeBufferPointer<UInt8>
    ) -> [Issue] {
        let locator = SourceLocator(payload)
        return findings.map { finding in
            var issue = finding.issue
            issue.position = finding.offset.map(locator.position)
            // An id that the crosswalk does not know must be named, or nobody can look it up.
            if issue.observed != nil,
                issue.code != .unresolvedReference,
                Target.schema.description.isSensitive(at: issue.path.fields)
            {
                issue.observed = "\"•••\""
            }
            return issue
        }
    }

    private func account(for object: SourceObject, _ coverage: inout Coverage, kept: [Int], records: Int) {
        coverage.beginObject()
        coverage.records += records
        let rest: (disposition: Coverage.Disposition, note: String) =
            switch (keepsRest, records > 0) {
            case (false, _): (.unknown, "no rule names it")
            case (true, true): (.kept, "kept for writing back")
            case (true, false): (.dropped, "no record came of the object")
            }
        var notes: [Int: (disposition: Coverage.Disposition, note: String)] = [:]
        for part in parts where part.isThere(in: object) {
            for (rule, slots) in part.rules {
                for slot in slots {
                    // A value that one rule leaves out and another reads is read.
                    if rule.word != "drop" {
                        notes[slot] = (.mapped, rule.target)
                    } else if notes[slot] == nil {
                        notes[slot] = (.dropped, rule.note)
                    }
                }
            }
        }
        for slot in kept { notes[slot] = rest }
        for part in parts where !part.isThere(in: object) {
            for slot in part.rules.flatMap(\.slots) + part.presence where notes[slot] == nil {
                notes[slot] = (.dropped, "the part \(part.title ?? "") of the object is empty")
            }
        }
        for (slot, value) in object.values.enumerated() where value.kind != .absent {
            let found = notes[slot] ?? (.mapped, "")
            coverage.count(plan.pointers[slot], value, found.disposition, found.note)
        }
        for member in object.rest {
            coverage.count(
                member.level.title.pointer(to: member.name.text),
                member.value,
                rest.disposition,
                rest.note
            )
        }
    }
}

extension Mapping.Part {
    /// Whether the object has this part: always, or if one of some values holds something other than zero.
    func isThere(in object: SourceObject) -> Bool {
        presence.isEmpty
            || presence.contains { slot in
                let value = object.values[slot]
                guard value.isPresent else { return false }
                guard value.kind == .number else { return value.bytes.count > 2 }
                // Digits of an exponent do not count: 0e5 is zero.
                return value.bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
                    .contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            }
    }
}

/// Works out lines and columns of a payload, when somebody asks.
struct SourceLocator {
    private let payload: UnsafeBufferPointer<UInt8>

    init(_ payload: UnsafeBufferPointer<UInt8>) {
        self.payload = payload
    }

    func position(_ offset: Int) -> SourcePosition {
        let before = payload[..<min(offset, payload.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return SourcePosition(offset: offset, line: line, column: column)
    }
}

extension StringBody {
    /// The name with its escapes resolved; as it is written if that cannot be.
    fileprivate var text: String {
        let written = String(decoding: bytes, as: UTF8.self)
        guard hasEscapes else { return written }
        var quoted = "\"\(written)\""
        return quoted.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return (try? reader.readString()) ?? written
        }
    }
}

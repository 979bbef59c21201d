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
            return MappedObject(drafts: [], issues: [Issue(error, severity: .error, in: payload)])
        }
        var drafts: [Draft<Target>] = []
        var rest = keepsRest ? object.restJSON() : nil
        var blank = Target.schema.blank
        blank.header = RecordHeader(source: context.system, asOf: context.ingestedAt)
        for part in parts where part.isThere(in: object) {
            var record = blank
            var input = RuleInput(object: object, context: context)
            for (rule, slots) in part.rules {
                input.slots = slots
                input.rule = name
                input.target = rule.target
                input.pointers = rule.sources
                rule.read(&input, &record)
            }
            if let unmapped = rest {
                // The first record of an object carries what belongs to none of them in particular.
                var remarks = record.header.remarks ?? RecordRemarks()
                remarks.unmapped = unmapped
                record.header.remarks = remarks
                rest = nil
            }
            drafts.append(Draft(record, issues: input.findings.isEmpty ? [] : Self.placed(input.findings, in: payload)))
        }
        if coverage != nil { account(for: object, &coverage!, records: drafts.count) }
        return MappedObject(drafts: drafts, issues: [])
    }

    private static func placed(
        _ findings: [(issue: Issue, offset: Int?)],
        in payload: UnsafeBufferPointer<UInt8>
    ) -> [Issue] {
        let locator = SourceLocator(payload)
        return findings.map { finding in
            var issue = finding.issue
            issue.position = finding.offset.map(locator.position)
            return issue
        }
    }

    private func account(for object: SourceObject, _ coverage: inout Coverage, records: Int) {
        coverage.beginObject()
        coverage.records += records
        var notes: [Int: (disposition: Coverage.Disposition, note: String)] = [:]
        for part in parts {
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
        for (slot, value) in object.values.enumerated() where value.kind != .absent {
            let found = notes[slot] ?? (.mapped, "")
            coverage.count(plan.pointers[slot], value, found.disposition, found.note)
        }
        for member in object.rest {
            coverage.count(
                "\(member.level.title)/\(String(decoding: member.name.bytes, as: UTF8.self))",
                member.value,
                keepsRest ? .kept : .unknown,
                keepsRest ? "kept for writing back" : "no rule names it"
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
                return value.bytes.contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
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

public import ConcordSchema

extension Mapping {
    /// Reads one vendor's object.
    ///
    /// - Parameters:
    ///   - payload: One JSON object, as the vendor sent it.
    ///   - context: What the run knows that the payload does not say.
    /// - Returns: The records that came of it, with all that is wrong with them. It never throws: an object that is not
    ///   JSON is an outcome too.
    @inlinable
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

    @inlinable
    func read(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: MappingContext,
        coverage: inout Coverage?
    ) -> MappedObject<Target> {
        withUnsafePointer(to: context) { read(payload, in: $0, coverage: &coverage) }
    }

    @inlinable
    func read(
        _ payload: UnsafeBufferPointer<UInt8>,
        in context: UnsafePointer<MappingContext>,
        coverage: inout Coverage?
    ) -> MappedObject<Target> {
        var run = MappingRun(plan, payload, in: context)
        let schema = Target.schema
        // Records are large: they are made where they stay.
        var records = [Target](unsafeUninitializedCapacity: run.limit) { memory, count in
            while run.advance() {
                let record = memory.baseAddress.unsafelyUnwrapped + count
                record.initialize(to: schema.blank)
                count += 1
                run.sign(&record.pointee.header)
                run.read(into: UnsafeMutableRawPointer(record))
            }
        }
        if let unmapped = run.unmapped() {
            // The first record of an object carries what belongs to none of them in particular.
            run.keep(unmapped, in: &records[0].header)
        }
        if coverage != nil { account(for: run, &coverage, records: records.count) }
        return MappedObject(targets: records, findings: run.issues(of: schema.description), issues: run.issues)
    }

    @usableFromInline
    func account(for run: borrowing MappingRun, _ coverage: inout Coverage?, records: Int) {
        guard let object = run.object else { return }
        // Moved in and out, for the same reason as above.
        var account = Coverage()
        swap(&coverage!, &account)
        self.account(for: object, &account, kept: run.kept, records: records)
        if asksCrosswalks { countCodes(of: object, &account, in: run.context.pointee, run.payload) }
        swap(&coverage!, &account)
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
        let isThere = plan.parts.map { $0.isThere(in: object) }
        for (part, isThere) in zip(parts, isThere) where isThere {
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
        for (part, isThere) in zip(parts, isThere) where !isThere {
            for slot in part.rules.flatMap(\.slots) + part.presence where notes[slot] == nil {
                notes[slot] = (.dropped, "the part \(part.title ?? "") of the object is empty")
            }
        }
        var lists: [Int: ItemRules] = [:]
        for part in parts { for (rule, slots) in part.rules { if let items = rule.items { lists[slots[0]] = items } } }
        for (slot, pointer) in plan.pointers.enumerated() where object.values[slot].kind != .absent {
            if let items = lists[slot], notes[slot]?.disposition == .mapped {
                items.account(for: object.values[slot], &coverage)
                continue
            }
            let found = notes[slot] ?? (.mapped, "")
            coverage.count(pointer, object.values[slot], found.disposition, found.note)
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

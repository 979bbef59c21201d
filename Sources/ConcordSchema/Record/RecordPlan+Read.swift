extension RecordPlan {
    /// Reads one object into a record in memory.
    ///
    /// Values that their fields refuse do not end the reading: they are collected in the reader, so that a person sees
    /// all of them.
    ///
    /// - Parameters:
    ///   - record: The record's address; it holds the blank.
    ///   - reader: The reader, at the object.
    /// - Returns: One bit for each field whose member was there.
    /// - Throws: A ``ReadFailure`` if no object stands there, or if it is not JSON.
    @usableFromInline
    func read(
        into record: UnsafeMutableRawPointer,
        from reader: inout JSONReader
    ) throws(ReadFailure) -> UInt64 {
        if table.pointee.isTight, let all = readTight(into: record, from: &reader) { return all }
        return try readMembers(into: record, from: &reader, isDocument: false)
    }

    /// Reads an object whose members all stand there, in declared order, without white space.
    ///
    /// - Returns: One bit for each field, or nil if the object is not like that or has something wrong with it; the
    ///   reader is then where it was.
    private func readTight(into record: UnsafeMutableRawPointer, from reader: inout JSONReader) -> UInt64? {
        let opening = reader.cursor
        let depth = reader.depth
        let findings = reader.findings
        let table = table
        let heads = table.pointee.heads
        let fields = table.pointee.fields
        let count = table.pointee.count
        var mark = UInt8(ascii: "{")
        attempt: do {
            for index in 0..<count {
                guard reader.end - reader.cursor > 16, reader.cursor.pointee == mark else { break attempt }
                mark = UInt8(ascii: ",")
                reader.cursor += 1
                let word = UnsafeRawPointer(reader.cursor).loadUnaligned(as: UInt64.self)
                guard
                    word & heads[index].mask == heads[index].bytes,
                    reader.takesName(heads + index, at: reader.cursor)
                else { break attempt }
                let outcome = fields[index]._withUnsafeGuaranteedRef { $0.read(record + $0.offset, &reader) }
                if outcome == .failure {
                    // To be read again, with the bookkeeping that says what is wrong.
                    reader.failure = nil
                    break attempt
                }
            }
            guard reader.cursor < reader.end, reader.cursor.pointee == UInt8(ascii: "}") else { break attempt }
            // A record must take over what its parts could not keep, which needs the bookkeeping.
            if reader.hasAdrift, table.pointee.remainder != nil, reader.adrift.count > findings.adrift { break attempt }
            reader.cursor += 1
            return ~(~0 << UInt64(count))
        }
        // What was found so far will be found again.
        reader.cursor = opening
        reader.depth = depth
        reader.forget(after: findings)
        return nil
    }

    func readMembers(
        into record: UnsafeMutableRawPointer,
        from reader: inout JSONReader,
        isDocument: Bool
    ) throws(ReadFailure) -> UInt64 {
        guard reader.peek() == UInt8(ascii: "{") else { throw reader.typeFailure("an object") }
        try reader.descend()
        let table = table
        let opening = reader.cursor
        var run = MemberRun()
        var hasTag = !isDocument
        if isDocument, reader.takes(table.pointee.opening, table.pointee.openingLength) {
            hasTag = true
            run.mark = UInt8(ascii: ",")
        }
        // Most objects are read here.
        let end = readRun(into: record, &run, from: &reader)
        if end == .separator, hasTag, run.explicit == 0, table.pointee.required & ~run.seen == 0,
            reader.cursor < reader.end, reader.cursor.pointee == UInt8(ascii: "}"), run.mark == UInt8(ascii: ",")
        {
            reader.cursor += 1
            reader.depth &-= 1
            return run.seen
        }
        return try readRest(
            end,
            into: record,
            &run,
            from: &reader,
            opening: opening,
            isDocument: isDocument,
            hasTag: hasTag
        )
    }

    /// Reads the rest of an object that is not as simple as most.
    @inline(never)
    private func readRest(
        _ end: MemberRun.End,
        into record: UnsafeMutableRawPointer,
        _ run: inout MemberRun,
        from reader: inout JSONReader,
        opening: UnsafePointer<UInt8>,
        isDocument: Bool,
        hasTag: Bool
    ) throws(ReadFailure) -> UInt64 {
        var end = end
        var hasTag = hasTag
        var strangers: Strangers?
        members: while true {
            if end == .separator {
                if run.mark == UInt8(ascii: "{") {
                    run.mark = UInt8(ascii: ",")
                    reader.cursor += 1
                    if reader.peek() == UInt8(ascii: "}") {
                        reader.cursor += 1
                        break members
                    }
                } else {
                    let separator = reader.peek()
                    guard separator == UInt8(ascii: ",") || separator == UInt8(ascii: "}") else {
                        throw reader.syntaxFailure("a comma or the end of the object")
                    }
                    reader.cursor += 1
                    if separator == UInt8(ascii: "}") { break members }
                }
                let name = try reader.takeName()
                if let found = table.pointee.index(of: name, in: reader) {
                    if run.seen & (1 &<< UInt64(truncatingIfNeeded: found)) != 0 {
                        throw reader.duplicateFailure(table.pointee.field(found), opening: opening)
                    }
                    read(field: found, into: record, &run, from: &reader)
                } else if isDocument, reader.is(name, "schema") {
                    if hasTag { throw reader.duplicateFailure(Array("schema".utf8), opening: opening) }
                    try reader.takeTag(of: table)
                    hasTag = true
                    end = readRun(into: record, &run, from: &reader)
                    continue members
                } else {
                    if strangers == nil { strangers = Strangers() }
                    try strangers?.take(name, from: &reader, opening: opening)
                    end = readRun(into: record, &run, from: &reader)
                    continue members
                }
            }
            if run.isRefused { try passOver(&run, &reader) }
            if reader.hasAdrift, table.pointee.remainder != nil {
                if strangers == nil { strangers = Strangers() }
                strangers?.adopt(field: run.next &- 1, value: run.value - reader.start, from: &reader)
            }
            end = readRun(into: record, &run, from: &reader)
        }
        reader.depth -= 1
        if !hasTag { throw reader.tagMissing(of: table, opening: opening) }
        let missing = table.pointee.required & ~run.seen
        if missing != 0 { reader.noteMissing(missing, of: table, opening: opening) }
        if run.explicit != 0 || strangers != nil {
            keep(explicit: run.explicit, strangers, record, opening: opening, &reader)
        }
        return run.seen
    }

    /// Reads members for as long as they come in declared order and look as a compact writer writes them.
    ///
    /// This is where nearly all of a document is read, so there is little in it: nothing that is done for the rare
    /// document takes registers from the usual one.
    ///
    /// - Returns: Whether it ended before a separator, or behind a value that needs a closer look.
    @inline(never)
    private func readRun(
        into record: UnsafeMutableRawPointer,
        _ run: inout MemberRun,
        from reader: inout JSONReader
    ) -> MemberRun.End {
        let heads = table.pointee.heads
        let fields = table.pointee.fields
        let count = table.pointee.count
        let limit = reader.end - 16
        var next = run.next
        var seen = run.seen
        var mark = run.mark
        defer {
            run.next = next
            run.seen = seen
            run.mark = mark
        }
        while true {
            let separator = reader.cursor
            guard separator < limit, separator.pointee == mark else { return .separator }
            let name = UnsafeRawPointer(separator + 1)
            let word = name.loadUnaligned(as: UInt64.self)
            var index = next
            // The head behind the last one fits every name.
            while word & heads[index].mask != heads[index].bytes { index &+= 1 }
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
            guard index < count, seen & bit == 0, reader.takesName(heads + index, at: separator + 1) else {
                return .separator
            }
            next = index &+ 1
            seen |= bit
            mark = UInt8(ascii: ",")
            run.value = reader.cursor
            let outcome = fields[index]._withUnsafeGuaranteedRef { $0.read(record + $0.offset, &reader) }
            if outcome != .something || reader.hasAdrift {
                if outcome == .nothing { run.explicit |= bit }
                run.isRefused = outcome == .failure
                return .value
            }
        }
    }

    /// Reads the value of a member that stands elsewhere than expected.
    @inline(never)
    private func read(
        field index: Int,
        into record: UnsafeMutableRawPointer,
        _ run: inout MemberRun,
        from reader: inout JSONReader
    ) {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        run.next = index &+ 1
        run.seen |= bit
        run.value = reader.cursor
        let field = table.pointee.field(index)
        switch field.read(record + field.offset, &reader) {
        case .something: break
        case .nothing: run.explicit |= bit
        case .failure: run.isRefused = true
        }
    }

    /// Reads past a value that its field refused: it is JSON, so the rest can be read and reported as well.
    @inline(never)
    private func passOver(_ run: inout MemberRun, _ reader: inout JSONReader) throws(ReadFailure) {
        run.isRefused = false
        if let failure = reader.failure {
            reader.failure = nil
            if failure.isFatal { throw failure }
            reader.failures.append(failure)
        }
        reader.cursor = run.value
        try reader.skipValue()
    }

    /// Puts what the fields did not take into the record's remainder, or leaves it to the record around it.
    @inline(never)
    private func keep(
        explicit: UInt64,
        _ strangers: Strangers?,
        _ record: UnsafeMutableRawPointer,
        opening: UnsafePointer<UInt8>,
        _ reader: inout JSONReader
    ) {
        if let remainder = table.pointee.remainder {
            let unknown = strangers?.keep(from: reader)
            remainder.takeUnretainedValue().set(record, Remainder(explicit: explicit, unknown: unknown))
        } else {
            (strangers ?? Strangers()).leave(explicit: explicit, of: table, opening: opening, to: &reader)
        }
    }
}

/// How far the members of an object were read.
private struct MemberRun {
    /// Why reading members in order ended.
    enum End {
        /// What stands at the reader is no comma with the name of a field further down.
        case separator

        /// The value read last is nothing, or was refused, or left members adrift.
        case value
    }

    /// The field behind the one that was read last.
    var next = 0

    /// One bit for each field whose member was there.
    var seen: UInt64 = 0

    /// One bit for each field whose member said that there is nothing.
    var explicit: UInt64 = 0

    /// What stands before the next member.
    var mark = UInt8(ascii: "{")

    /// Where the value that was read last begins.
    var value = UnsafePointer<UInt8>(bitPattern: 8).unsafelyUnwrapped

    /// Whether its field refused that value.
    var isRefused = false
}

// MARK: - Names

extension JSONReader {
    /// Reads past the given bytes if they stand here.
    @inline(__always)
    mutating func takes(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard length > 0, end - cursor >= length else { return false }
        for index in 0..<length where cursor[index] != bytes[index] { return false }
        cursor += length
        return true
    }

    /// Reads past a field's name and the colon if they stand here as a compact writer writes them.
    ///
    /// The first eight bytes were compared already.
    @inline(__always)
    mutating func takesName(_ head: UnsafePointer<NameHead>, at place: UnsafePointer<UInt8>) -> Bool {
        let length = head.pointee.length
        if length > 8 {
            guard end - place >= length else { return false }
            let here = UnsafeRawPointer(place)
            let name = UnsafeRawPointer(head.pointee.name)
            var index = 8
            while index &+ 8 < length {
                guard
                    (here + index).loadUnaligned(as: UInt64.self) == (name + index).loadUnaligned(as: UInt64.self)
                else { return false }
                index &+= 8
            }
            // The last word overlaps the one before it.
            guard
                (here + length - 8).loadUnaligned(as: UInt64.self) == (name + length - 8).loadUnaligned(as: UInt64.self)
            else { return false }
        }
        cursor = place + length
        return true
    }

    /// Reads a member's name and the colon behind it.
    @inline(never)
    package mutating func takeName() throws(ReadFailure) -> StringBody {
        guard peek() == UInt8(ascii: "\"") else { throw syntaxFailure("a member's name in quotes") }
        let name = try scanString()
        if cursor < end, cursor.pointee == UInt8(ascii: ":") {
            cursor += 1
        } else {
            try take(UInt8(ascii: ":"), expecting: "a colon after the member's name")
        }
        return name
    }

    func `is`(_ name: StringBody, _ text: StaticString) -> Bool {
        guard !name.hasEscapes else {
            return (try? resolvedBytes(name)).map { $0.elementsEqual(text.description.utf8) } ?? false
        }
        return name.bytes.elementsEqual(text.description.utf8)
    }

    /// Reads the value of `schema` and checks that it names the plan's schema and version.
    mutating func takeTag(of table: UnsafePointer<PlanTable>) throws(ReadFailure) {
        let place = offset
        let expected = table.pointee.description.tag
        if try readString() != expected {
            throw ReadFailure(.schemaMismatch, at: place, expected: "the schema \"\(expected)\"", isFatal: true)
        }
    }

    func tagMissing(of table: UnsafePointer<PlanTable>, opening: UnsafePointer<UInt8>) -> ReadFailure {
        ReadFailure(
            .schemaMissing,
            at: opening - start,
            expected: "the member \"schema\": \"\(table.pointee.description.tag)\"",
            member: "schema",
            isFatal: true
        )
    }

    /// The failure of a member that stands twice; says where both are.
    @inline(never)
    mutating func duplicateFailure(
        _ field: PlanField,
        opening: UnsafePointer<UInt8>
    ) -> ReadFailure {
        duplicateFailure(Array(field.title.utf8), opening: opening)
    }

    /// The failure of a member that stands twice.
    ///
    /// - Parameters:
    ///   - name: The member's name, as ``nameBytes(_:)`` gives it.
    ///   - text: The name for people; the bytes as text if it is nil.
    ///   - opening: The opening brace of the object.
    /// - Returns: A failure at the second place, with the first one beside it.
    func duplicateFailure(
        _ name: [UInt8],
        _ text: String? = nil,
        opening: UnsafePointer<UInt8>
    ) -> ReadFailure {
        let places = places(ofMember: name, opening: opening)
        return ReadFailure(
            .duplicateKey,
            at: places.last ?? offset,
            expected: "each member once",
            relatedOffset: places.first,
            member: text ?? String(decoding: name, as: UTF8.self),
            isFatal: true
        )
    }

    /// The first two places at which a member stands in an object.
    private func places(ofMember name: [UInt8], opening: UnsafePointer<UInt8>) -> [Int] {
        var again = fresh(at: opening + 1 - start)
        var found: [Int] = []
        while again.peek() == UInt8(ascii: "\""), found.count < 2 {
            let place = again.offset
            guard let body = try? again.takeName() else { break }
            if again.nameBytes(body) == name { found.append(place) }
            guard (try? again.skipValue()) != nil, again.peek() == UInt8(ascii: ",") else { break }
            again.cursor += 1
        }
        return found
    }

    @inline(never)
    mutating func noteMissing(_ missing: UInt64, of table: UnsafePointer<PlanTable>, opening: UnsafePointer<UInt8>) {
        var rest = missing
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            rest &= rest &- 1
            let text = table.pointee.field(index).title
            failures.append(
                ReadFailure(.missing, at: opening - start, expected: "the member \"\(text)\"", member: text)
            )
        }
    }
}

extension PlanTable {
    /// The number of the field with a name as it stands in a document.
    @inline(__always)
    func index(of name: StringBody, in reader: JSONReader) -> Int? {
        guard name.hasEscapes else { return names.number(of: name.bytes) }
        guard let resolved = try? reader.resolvedBytes(name) else { return nil }
        return resolved.withUnsafeBufferPointer { names.number(of: $0) }
    }
}

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
                guard word & heads[index].mask == heads[index].bytes, reader.takesName(heads + index) else {
                    break attempt
                }
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
        let fields = table.pointee.fields
        let heads = table.pointee.heads
        let count = table.pointee.count
        let opening = reader.cursor
        var strangers: Strangers?
        var seen: UInt64 = 0
        var explicit: UInt64 = 0
        var hasTag = !isDocument
        var isFirst = true
        if isDocument, reader.takes(table.pointee.opening, table.pointee.openingLength) {
            hasTag = true
            isFirst = false
        } else {
            reader.cursor += 1
        }
        var next = 0
        members: while true {
            // Between members.
            let separator = reader.peek()
            if separator == UInt8(ascii: ","), !isFirst {
                reader.cursor += 1
            } else if separator == UInt8(ascii: "}") {
                reader.cursor += 1
                break
            } else if !isFirst {
                throw reader.syntaxFailure("a comma or the end of the object")
            }
            isFirst = false

            // The member's name: most often that of the next field, or of one soon after it.
            var index = next
            find: do {
                if reader.end - reader.cursor >= 8 {
                    let word = UnsafeRawPointer(reader.cursor).loadUnaligned(as: UInt64.self)
                    while index < count {
                        if word & heads[index].mask == heads[index].bytes, reader.takesName(heads + index) {
                            break find
                        }
                        index &+= 1
                    }
                }
                let name = try reader.takeName()
                if let found = table.pointee.index(of: name, in: reader) {
                    index = found
                } else if isDocument, reader.is(name, "schema") {
                    if hasTag { throw reader.duplicateFailure(Array("schema".utf8), opening: opening) }
                    try reader.takeTag(of: table)
                    hasTag = true
                    continue members
                } else {
                    if strangers == nil { strangers = Strangers() }
                    try strangers?.take(name, from: &reader, opening: opening)
                    continue members
                }
            }
            next = index &+ 1
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
            if seen & bit != 0 { throw reader.duplicateFailure(table.pointee.field(index), opening: opening) }
            seen |= bit

            // Its value.
            let depth = reader.depth
            let value = reader.cursor
            switch fields[index]._withUnsafeGuaranteedRef({ $0.read(record + $0.offset, &reader) }) {
            case .something: break
            case .nothing: explicit |= bit
            case .failure: try passOver(value, depth, &reader)
            }
            if reader.hasAdrift, table.pointee.remainder != nil {
                if strangers == nil { strangers = Strangers() }
                strangers?.adopt(field: index, value: value - reader.start, from: &reader)
            }
        }
        reader.depth -= 1
        if !hasTag { throw reader.tagMissing(of: table, opening: opening) }
        let missing = table.pointee.required & ~seen
        if missing != 0 { reader.noteMissing(missing, of: table, opening: opening) }
        if explicit != 0 || strangers != nil {
            keep(explicit: explicit, strangers, record, opening: opening, &reader)
        }
        return seen
    }

    /// Reads past a value that its field refused: it is JSON, so the rest can be read and reported as well.
    @inline(never)
    private func passOver(
        _ value: UnsafePointer<UInt8>,
        _ depth: Int,
        _ reader: inout JSONReader
    ) throws(ReadFailure) {
        if let failure = reader.failure {
            reader.failure = nil
            if failure.isFatal { throw failure }
            reader.failures.append(failure)
        }
        reader.cursor = value
        reader.depth = depth
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
    mutating func takesName(_ head: UnsafePointer<NameHead>) -> Bool {
        let length = head.pointee.length
        if length > 8 {
            guard end - cursor >= length else { return false }
            let here = UnsafeRawPointer(cursor)
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
        cursor += length
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

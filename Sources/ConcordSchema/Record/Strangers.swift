/// The unknown members that one object was found to have, while it is being read.
struct Strangers {
    private var members: [Range<Int>] = []
    private var adopted: [AdoptedMember] = []
    private var names: Set<[UInt8]> = []

    var isEmpty: Bool { members.isEmpty && adopted.isEmpty }

    /// Reads past an unknown member and remembers where it stands.
    @inline(never)
    mutating func take(
        _ name: StringBody,
        from reader: inout JSONReader,
        opening: UnsafePointer<UInt8>
    ) throws(ReadFailure) {
        let begin = name.start - 1 - reader.start
        // A name with half a surrogate pair cannot be resolved; as bytes it is still a name.
        let bytes = name.hasEscapes ? (try? reader.resolvedBytes(name)) ?? Array(name.bytes) : Array(name.bytes)
        guard names.insert(bytes).inserted else { throw reader.duplicateFailure(bytes, opening: opening) }
        try reader.skipValue()
        members.append(begin..<reader.offset)
    }

    /// Takes over what composites inside a field's value could not keep.
    @inline(never)
    mutating func adopt(field: Int, value: Int, from reader: inout JSONReader) {
        // Members before the value belong to an earlier item of a list, which an outer level keeps.
        for member in reader.adrift where member.lowerBound >= value {
            let steps = JSONLocator(reader).steps(to: member.lowerBound, from: value)
            var inner = reader
            inner.cursor = reader.start + member.lowerBound
            guard let name = try? inner.takeName() else { continue }
            inner.skipWhitespace()
            let valueBegin = inner.offset
            adopted.append(
                AdoptedMember(
                    field: field,
                    location: steps,
                    name: [0x22] + Array(name.bytes) + [0x22],
                    value: JSONMinifier.minified(reader.bytes(valueBegin..<member.upperBound))
                )
            )
        }
        reader.adrift.removeAll { $0.lowerBound >= value }
        reader.hasAdrift = !reader.adrift.isEmpty
    }

    /// What the record keeps of them.
    func keep(from reader: JSONReader) -> UnknownMembers? {
        if isEmpty { return nil }
        var bytes: [UInt8] = []
        for member in members {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
            bytes += JSONMinifier.minified(reader.bytes(member))
        }
        return UnknownMembers(bytes: bytes, adopted: Self.ordered(adopted))
    }

    /// Adopted members by the place that they are written to, so that records which write the same are equal.
    private static func ordered(_ adopted: [AdoptedMember]) -> [AdoptedMember] {
        if adopted.count < 2 { return adopted }
        return adopted.enumerated()
            .map { (field: $1.field, place: RecordPath($1.location).pointer, number: $0) }
            .sorted { $0 < $1 }
            .map { adopted[$0.number] }
    }

    /// Leaves the members of a composite to the record around it.
    @inline(never)
    func leave(
        explicit: UInt64,
        of table: UnsafePointer<PlanTable>,
        opening: UnsafePointer<UInt8>,
        to reader: inout JSONReader
    ) {
        reader.adrift += members
        reader.hasAdrift = true
        guard explicit != 0 else { return }
        // Members that hold nothing are kept as if they were unknown; writing leaves them out once they hold something.
        var again = reader
        again.cursor = opening + 1
        while again.peek() == UInt8(ascii: "\"") {
            let begin = again.offset
            guard let name = try? again.takeName() else { return }
            let bytes = (try? again.resolvedBytes(name)) ?? Array(name.bytes)
            guard (try? again.skipValue()) != nil else { return }
            var rest = explicit
            while rest != 0 {
                let index = rest.trailingZeroBitCount
                rest &= rest &- 1
                if bytes.elementsEqual(table.pointee.field(index).title.utf8) { reader.adrift.append(begin..<again.offset) }
            }
            guard again.peek() == UInt8(ascii: ",") else { return }
            again.cursor += 1
        }
    }
}

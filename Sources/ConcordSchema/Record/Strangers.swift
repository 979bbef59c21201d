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
        let bytes = reader.nameBytes(name)
        guard names.insert(bytes).inserted else {
            throw reader.duplicateFailure(bytes, reader.nameText(name), opening: opening)
        }
        try reader.skipValue()
        members.append(begin..<reader.offset)
    }

    /// Takes over what composites inside a field's value could not keep.
    ///
    /// - Parameters:
    ///   - field: The field's number.
    ///   - value: Where its value begins, before white space.
    ///   - reader: The reader that found the members.
    @inline(never)
    mutating func adopt(field: Int, value: Int, from reader: inout JSONReader) {
        // Members before the value belong to an earlier item of a list, which an outer level keeps; they were found before
        // the others.
        var first = reader.adrift.count
        while first > 0, reader.adrift[first - 1].lowerBound >= value { first -= 1 }
        if first == reader.adrift.count { return }
        // Composites inside others leave their members first; in the document's order, one walk finds them all.
        let adrift = reader.adrift[first...].sorted { $0.lowerBound < $1.lowerBound }
        let locations = JSONLocator(reader).steps(to: adrift.map(\.lowerBound), from: value)
        for (member, location) in zip(adrift, locations) {
            var inner = reader.fresh(at: member.lowerBound)
            guard let name = try? inner.takeName() else { continue }
            adopted.append(
                AdoptedMember(
                    field: field,
                    location: location,
                    name: [0x22] + Array(name.bytes) + [0x22],
                    value: JSONMinifier.minified(reader.bytes(inner.offset..<member.upperBound))
                )
            )
        }
        reader.adrift.removeLast(reader.adrift.count - first)
        reader.hasAdrift = first > 0
    }

    /// What the record keeps of them.
    func keep(from reader: JSONReader) -> UnknownMembers? {
        if isEmpty { return nil }
        var bytes: [UInt8] = []
        for member in members {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
            bytes += JSONMinifier.minified(reader.bytes(member))
        }
        // Sorting keeps the members of one composite in their order.
        return UnknownMembers(bytes: bytes, adopted: adopted.sorted { $0.standsBefore($1) })
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
        var again = reader.fresh(at: opening + 1 - reader.start)
        while again.peek() == UInt8(ascii: "\"") {
            let begin = again.offset
            guard let name = try? again.takeName(), (try? again.skipValue()) != nil else { return }
            if let index = table.pointee.index(of: name, in: again), explicit & (1 << UInt64(index)) != 0 {
                reader.adrift.append(begin..<again.offset)
            }
            guard again.peek() == UInt8(ascii: ",") else { return }
            again.cursor += 1
        }
    }
}

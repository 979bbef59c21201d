extension RecordPlan {
    /// Writes the object of a record in memory.
    @usableFromInline
    func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter) {
        write(record, to: &writer, isDocument: false)
    }

    func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter, isDocument: Bool) {
        let table = table
        let fields = table.pointee.fields
        let begin = writer.count
        if isDocument { writer.put(table.pointee.opening, table.pointee.openingLength) }
        let remainder = table.pointee.remainder?._withUnsafeGuaranteedRef { $0.get(record) } ?? Remainder()
        if let unknown = remainder.unknown {
            writeMembers(record, remainder.explicit, unknown, to: &writer)
        } else {
            let explicit = remainder.explicit
            var nothing = table.pointee.nothings
            for index in 0..<table.pointee.count {
                let isNothing =
                    nothing.pointee.matches(record)
                    || !fields[index]._withUnsafeGuaranteedRef { field in
                        field.write(record + field.offset, field.name, field.nameLength, &writer)
                    }
                nothing += 1
                if isNothing, explicit != 0, explicit & (1 &<< UInt64(truncatingIfNeeded: index)) != 0 {
                    writer.writeNothing(table.pointee.field(index))
                }
            }
        }
        // Every member begins with a comma; the first one's is where the brace belongs.
        if writer.count == begin {
            writer.put(UInt8(ascii: "{"))
        } else {
            writer.base[begin] = UInt8(ascii: "{")
        }
        writer.put(UInt8(ascii: "}"))
    }

    /// Writes the members of a record that carries unknown ones.
    @inline(never)
    private func writeMembers(
        _ record: UnsafeRawPointer,
        _ explicit: UInt64,
        _ unknown: UnknownMembers,
        to writer: inout JSONWriter
    ) {
        for index in 0..<table.pointee.count {
            let field = table.pointee.field(index)
            let begin = writer.count + field.nameLength
            let isWritten = field.write(record + field.offset, field.name, field.nameLength, &writer)
            if isWritten {
                for member in unknown.adopted where member.field == index { writer.insert(member, into: begin) }
            } else if explicit & (1 << UInt64(index)) != 0 {
                writer.writeNothing(field)
            }
        }
        if !unknown.bytes.isEmpty {
            writer.put(UInt8(ascii: ","))
            writer.writeRaw(unknown.bytes)
        }
    }
}

extension JSONWriter {
    /// Writes a field's member in its empty form.
    mutating func writeNothing(_ field: PlanField) {
        put(name: field.name, field.nameLength)
        if field.isList {
            put(UInt8(ascii: "["))
            put(UInt8(ascii: "]"))
        } else {
            writeNull()
        }
    }
}

extension JSONWriter {
    /// Puts a kept member into an object that was written already; leaves it out if the object now has such a member.
    mutating func insert(_ member: AdoptedMember, into begin: Int) {
        let wanted = member.name.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            return (try? reader.scanString()).map { (try? reader.resolvedBytes($0)) ?? Array($0.bytes) } ?? []
        }
        var isFirst = false
        let place: Int? = withBytes { bytes in
            var reader = JSONReader(bytes)
            reader.cursor += begin
            for step in member.location {
                guard reader.enter(step) else { return nil }
            }
            guard reader.peek() == UInt8(ascii: "{") else { return nil }
            reader.cursor += 1
            if reader.peek() == UInt8(ascii: "}") {
                isFirst = true
                return reader.offset
            }
            while true {
                guard let name = try? reader.takeName() else { return nil }
                if ((try? reader.resolvedBytes(name)) ?? Array(name.bytes)) == wanted { return nil }
                guard (try? reader.skipValue()) != nil else { return nil }
                if reader.peek() == UInt8(ascii: "}") { return reader.offset }
                reader.cursor += 1
            }
        }
        guard let place else { return }
        let inserted = (isFirst ? [] : [UInt8(ascii: ",")]) + member.name + [UInt8(ascii: ":")] + member.value
        reserve(inserted.count)
        let tail = base + place
        (tail + inserted.count).update(from: tail, count: count - place)
        tail.update(from: inserted, count: inserted.count)
        count += inserted.count
    }
}

extension JSONReader {
    /// Goes to a part of the value that stands here; says whether there is one.
    mutating func enter(_ step: RecordPath.Step) -> Bool {
        switch step {
        case .field(let wanted):
            guard peek() == UInt8(ascii: "{") else { return false }
            cursor += 1
            while peek() == UInt8(ascii: "\"") {
                guard let name = try? takeName() else { return false }
                if (try? resolvedBytes(name))?.elementsEqual(wanted.utf8) == true { return true }
                guard (try? skipValue()) != nil, peek() == UInt8(ascii: ",") else { return false }
                cursor += 1
            }
            return false
        case .index(let wanted):
            guard peek() == UInt8(ascii: "[") else { return false }
            cursor += 1
            for _ in 0..<wanted {
                guard (try? skipValue()) != nil, peek() == UInt8(ascii: ",") else { return false }
                cursor += 1
            }
            return peek() != UInt8(ascii: "]")
        case .key:
            return false
        }
    }
}

extension RecordPlan {
    /// Walks two records side by side.
    @usableFromInline
    func compare(_ before: UnsafeRawPointer, _ after: UnsafeRawPointer, into differences: inout DifferenceCollector) {
        let table = table
        for index in 0..<table.pointee.count {
            let field = table.pointee.field(index)
            differences.steps.append(.field(field.title))
            field.compare(before + field.offset, after + field.offset, &differences)
            differences.steps.removeLast()
        }
    }
}

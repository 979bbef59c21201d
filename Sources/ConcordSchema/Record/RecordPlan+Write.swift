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
        var adopted = unknown.adopted[...]
        for index in 0..<table.pointee.count {
            let field = table.pointee.field(index)
            let begin = writer.count + field.nameLength
            let isWritten = field.write(record + field.offset, field.name, field.nameLength, &writer)
            let own = adopted.prefix { $0.field == index }
            adopted = adopted[own.endIndex...]
            if isWritten {
                if !own.isEmpty { writer.giveBack(own, from: begin) }
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

extension RecordPlan {
    /// Writes the object of a record in memory.
    @usableFromInline
    func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter) {
        write(record, to: &writer, isDocument: false)
    }

    func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter, isDocument: Bool) {
        let begin = writer.count
        if isDocument { writer.put(table.pointee.opening, table.pointee.openingLength) }
        let beside =
            table.pointee.remainder?._withUnsafeGuaranteedRef { $0.peek(record) } ?? (explicit: 0, hasUnknown: false)
        if beside.hasUnknown {
            writeAllMembers(record, to: &writer)
        } else {
            writeMembers(record, beside.explicit, to: &writer)
        }
        // Every member begins with a comma; the first one's is where the brace belongs.
        if writer.count == begin {
            writer.put(UInt8(ascii: "{"))
        } else {
            writer.base[begin] = UInt8(ascii: "{")
        }
        writer.put(UInt8(ascii: "}"))
    }

    /// Writes the members of the fields, each behind a comma.
    private func writeMembers(_ record: UnsafeRawPointer, _ explicit: UInt64, to writer: inout JSONWriter) {
        var nothing = table.pointee.nothings
        var field = table.pointee.fields
        let end = field + table.pointee.count
        var explicit = explicit
        while field != end {
            let isWritten =
                !nothing.pointee.matches(record)
                && field.pointee._withUnsafeGuaranteedRef { $0.write(record, to: &writer) }
            if !isWritten, explicit & 1 != 0 { writer.writeNothing(field.pointee.takeUnretainedValue()) }
            nothing += 1
            field += 1
            explicit &>>= 1
        }
    }

    /// Writes the members of a record that carries unknown ones.
    @inline(never)
    private func writeAllMembers(_ record: UnsafeRawPointer, to writer: inout JSONWriter) {
        guard let remainder = table.pointee.remainder?.takeUnretainedValue().get(record) else { return }
        guard let unknown = remainder.unknown else { return }
        var adopted = unknown.adopted[...]
        for index in 0..<table.pointee.count {
            let field = table.pointee.field(index)
            let begin = writer.count + field.nameLength
            let isWritten = field.write(record, to: &writer)
            let own = adopted.prefix { $0.field == index }
            adopted = adopted[own.endIndex...]
            if isWritten {
                if !own.isEmpty { writer.giveBack(own, from: begin) }
            } else if remainder.explicit & (1 << UInt64(index)) != 0 {
                writer.writeNothing(field)
            }
        }
        if !unknown.bytes.isEmpty {
            writer.put(UInt8(ascii: ","))
            writer.writeRaw(unknown.bytes)
        }
    }
}

extension RecordPlan {
    /// Writes the value of each field that a document of the record has a member for, one behind the other, and tells a
    /// closure each field's number and where its value stands.
    ///
    /// Fields that are in ``PlanTable/identity`` are passed by.
    ///
    /// - Returns: False if the record carries unknown members. Then nothing is written: what belongs to which field is
    ///   known only to who writes all of them.
    func writeValues(
        _ record: UnsafeRawPointer,
        to writer: inout JSONWriter,
        _ body: (Int, Range<Int>) -> Void
    ) -> Bool {
        let beside =
            table.pointee.remainder?._withUnsafeGuaranteedRef { $0.peek(record) } ?? (explicit: 0, hasUnknown: false)
        if beside.hasUnknown { return false }
        for index in 0..<table.pointee.count where table.pointee.identity & 1 << UInt64(index) == 0 {
            let isNothing = (table.pointee.nothings + index).pointee.matches(record)
            let isExplicit = beside.explicit & 1 << UInt64(index) != 0
            if isNothing, !isExplicit { continue }
            (table.pointee.fields + index).pointee
                ._withUnsafeGuaranteedRef { field in
                    let begin = writer.count
                    if isNothing || !field.write(record + field.offset, &writer) {
                        writer.count = begin
                        guard isExplicit else { return }
                        if field.isList {
                            writer.put(UInt8(ascii: "["))
                            writer.put(UInt8(ascii: "]"))
                        } else {
                            writer.writeNull()
                        }
                    }
                    body(index, begin..<writer.count)
                }
        }
        return true
    }
}

extension PlanField {
    /// Writes the field's member, unless the field holds nothing.
    ///
    /// - Returns: Whether it was written.
    @inline(__always)
    func write(_ record: UnsafeRawPointer, to writer: inout JSONWriter) -> Bool {
        let begin = writer.count
        writer.put(name: name, nameLength)
        if write(record + offset, &writer) { return true }
        writer.count = begin
        return false
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

extension CanonicalRecord {
    /// Reads a record from a document.
    ///
    /// - Parameter document: One JSON object in UTF-8 that names its schema.
    /// - Throws: A ``Refusal`` with all issues, if the document is not such a record.
    @inlinable
    public init(json document: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        let schema = Self.schema
        self = schema.blank
        var issues: [Issue] = []
        withUnsafeMutablePointer(to: &self) { record in
            _ = schema.plan.readDocument(into: UnsafeMutableRawPointer(record), from: document, issues: &issues)
        }
        if !issues.isEmpty, issues.contains(where: { $0.severity == .error }) { throw Refusal(issues: issues) }
    }

    /// Reads a record from a document.
    ///
    /// - Parameter document: One JSON object in UTF-8 that names its schema.
    /// - Throws: A ``Refusal`` with all issues, if the document is not such a record.
    public init(json document: [UInt8]) throws(Refusal) {
        self = try Draft<Self>(json: document).record()
    }

    /// Reads a record from a document.
    ///
    /// - Parameter document: One JSON object that names its schema.
    /// - Throws: A ``Refusal`` with all issues, if the document is not such a record.
    public init(json document: String) throws(Refusal) {
        self = try Draft<Self>(json: document).record()
    }

    /// Writes the record as a document, without white space.
    @inlinable
    public func writeDocument(to writer: inout JSONWriter) {
        let plan = Self.schema.plan
        withUnsafePointer(to: self) { record in
            plan.writeDocument(UnsafeRawPointer(record), to: &writer)
        }
    }

    /// The names of the record's fields, by their numbers.
    package static var fieldNames: [String] { Self.schema.plan.table.pointee.titles }

    /// Writes each value that a document of the record has, one behind the other with nothing between them, in declared
    /// order, but for the record's identity and header.
    ///
    /// - Parameters:
    ///   - record: Where the record stands: nothing of it is copied.
    ///   - writer: Gets the values.
    ///   - body: Is told of each value the number of its field, and which bytes of the writer are its JSON.
    package static func writeValues(
        of record: UnsafePointer<Self>,
        to writer: inout JSONWriter,
        _ body: (_ field: Int, _ place: Range<Int>) -> Void
    ) {
        if !schema.plan.writeValues(UnsafeRawPointer(record), to: &writer, body) {
            record.pointee.eachWrittenValue { field, bytes in
                let begin = writer.count
                writer.writeRaw(bytes)
                body(field, begin..<writer.count)
            }
        }
    }

    /// Gives each value of a record that carries unknown members: it is written as a whole and read again.
    private func eachWrittenValue(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
        let fields = Self.schema.description.fields
        json()
            .withUnsafeBufferPointer { bytes in
                var reader = JSONReader(bytes)
                var next = 0
                // What a record writes can be read.
                try? reader.eachMember { name, reader throws(ReadFailure) in
                    var place = next
                    while place < fields.count, fields[place].name != name { place += 1 }
                    guard place < fields.count else { return try reader.skipValue() }
                    next = place + 1
                    reader.skipWhitespace()
                    let begin = reader.offset
                    try reader.skipValue()
                    if fields[place].isIdentity { return }
                    body(place, UnsafeBufferPointer(rebasing: bytes[begin..<reader.offset]))
                }
            }
    }

    /// Writes records as documents from where they stand, each with a line's end behind it.
    package static func writeLines(_ records: UnsafeBufferPointer<Self>, to writer: inout JSONWriter) {
        guard let first = records.baseAddress else { return }
        let plan = Self.schema.plan
        for index in 0..<records.count {
            plan.writeDocument(UnsafeRawPointer(first + index), to: &writer)
            writer.put(UInt8(ascii: "\n"))
        }
    }

    /// The record as a document: compact JSON in UTF-8 that names its schema.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writeDocument(to: &writer)
        return writer.bytes()
    }

    /// The record as a document, as text.
    public func jsonText() -> String {
        var writer = JSONWriter()
        writeDocument(to: &writer)
        return writer.text()
    }

    /// The differences from this record to a later one.
    public func changes(to later: Self) -> [FieldChange] {
        Self.schema.changes(from: self, to: later)
    }

    /// The fields at which this record differs from another.
    public func difference(from other: Self) -> FieldSet<Self> {
        Self.schema.difference(from: other, to: self)
    }
}

extension RecordPlan {
    /// Reads a document and what stands around it.
    ///
    /// - Parameters:
    ///   - record: The record's address; it holds the blank.
    ///   - document: The document.
    ///   - issues: Receives everything that is wrong with the document or worth knowing.
    /// - Returns: One bit for each field whose member was there.
    @usableFromInline
    func readDocument(
        into record: UnsafeMutableRawPointer,
        from document: UnsafeBufferPointer<UInt8>,
        issues: inout [Issue]
    ) -> UInt64 {
        read(document, issues: &issues) { reader throws(ReadFailure) in
            try readMembers(into: record, from: &reader, isDocument: true)
        }
    }

    /// Reads an object that stands by itself, without a schema's name.
    @usableFromInline
    func readValue(
        into record: UnsafeMutableRawPointer,
        from text: UnsafeBufferPointer<UInt8>,
        issues: inout [Issue]
    ) {
        _ = read(text, issues: &issues) { reader throws(ReadFailure) in
            try read(into: record, from: &reader)
        }
    }

    @inline(__always)
    private func read(
        _ document: UnsafeBufferPointer<UInt8>,
        issues: inout [Issue],
        _ members: (inout JSONReader) throws(ReadFailure) -> UInt64
    ) -> UInt64 {
        var reader = JSONReader(document)
        do throws(ReadFailure) {
            let present = try members(&reader)
            try reader.finish()
            if !reader.failures.isEmpty || !reader.remarks.isEmpty {
                issues = reader.issues(reader.failures, in: document, of: table.pointee.description)
            }
            return present
        } catch {
            issues = reader.issues(reader.failures + [error], in: document, of: table.pointee.description)
            return 0
        }
    }

    @usableFromInline
    func writeDocument(_ record: UnsafeRawPointer, to writer: inout JSONWriter) {
        write(record, to: &writer, isDocument: true)
    }
}

extension JSONReader {
    /// What was found in a document, in its order.
    @inline(never)
    fileprivate func issues(
        _ refusals: [ReadFailure],
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription
    ) -> [Issue] {
        Issue.issues(refusals, warnings: remarks, in: document, of: description)
    }
}

extension Issue {
    /// The issue of a failure in a document.
    ///
    /// - Parameters:
    ///   - failure: The failure.
    ///   - severity: How much it weighs.
    ///   - document: The whole document, in whose bytes the failure's offset counts.
    ///   - description: The record that was read; it says which fields are sensitive.
    package init(
        _ failure: ReadFailure,
        severity: Severity,
        in document: UnsafeBufferPointer<UInt8>,
        of description: RecordDescription? = nil
    ) {
        let locator = JSONLocator(document)
        var path = RecordPath(locator.steps(to: failure.offset))
        // The member that a duplicate or a missing one names may be the last step already.
        if let member = failure.member, path.steps.last != .field(member) { path.steps.append(.field(member)) }
        func position(_ offset: Int) -> SourcePosition {
            let (line, column) = locator.lineAndColumn(of: offset)
            return SourcePosition(offset: offset, line: line, column: column)
        }
        self.init(
            failure.code,
            severity: severity,
            path: path,
            position: position(failure.offset),
            related: failure.relatedOffset.map(position),
            expected: failure.expected,
            observed: failure.code == .missing ? nil : Self.excerpt(of: document, from: failure.offset)
        )
        if observed != nil, description?.isSensitive(path) == true { observed = "\"•••\"" }
    }

    /// The beginning of what stands at a place.
    private static func excerpt(of document: UnsafeBufferPointer<UInt8>, from offset: Int) -> String? {
        guard offset < document.count else { return nil }
        var reader = JSONReader(document)
        reader.cursor += offset
        let isValue = (try? reader.skipValue()) != nil
        let end = isValue ? reader.offset : min(offset + 16, document.count)
        let length = min(end - offset, 80)
        let text = String(decoding: document[offset..<offset + length], as: UTF8.self)
        return length < end - offset ? text + "…" : text
    }
}

extension RecordDescription {
    /// Whether the value at a path, or one that holds it, is not for everybody.
    func isSensitive(_ path: RecordPath) -> Bool {
        let names = path.fields
        return names.indices.contains { last in
            field(at: names[...last]).map { $0.sensitivity != .open } ?? false
        }
    }
}

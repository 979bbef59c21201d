extension Composite {
    /// Reads a value that stands by itself: a part of a record, or an object of a host's own, without a schema's name.
    ///
    /// - Parameter text: One JSON object in UTF-8.
    /// - Throws: A ``Refusal`` with all issues, if the text is not such an object.
    @inlinable
    public init(json text: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        let schema = Self.schema
        self = schema.blank
        var issues: [Issue] = []
        withUnsafeMutablePointer(to: &self) { record in
            schema.plan.readValue(into: UnsafeMutableRawPointer(record), from: text, issues: &issues)
        }
        if !issues.isEmpty, issues.contains(where: { $0.severity == .error }) { throw Refusal(issues: issues) }
    }

    /// Writes the value as compact JSON.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes()
    }
}

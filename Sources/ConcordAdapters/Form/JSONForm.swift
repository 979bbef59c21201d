public import ConcordSchema

/// A value of the host's doors that can be kept as one JSON object, and shown as it.
///
/// What is written and read again is the same value. Members that nobody knows are passed over, so that a document of a
/// newer Concord can be read as far as it is known.
public protocol JSONForm: Sendable {
    /// Writes the value as one JSON object.
    func write(to writer: inout JSONWriter)

    /// Reads a value as ``write(to:)`` writes it.
    ///
    /// - Parameter reader: The reader, before the object.
    /// - Throws: A `ReadFailure` if no such value stands here.
    init(reading reader: inout JSONReader) throws(ReadFailure)
}

extension JSONForm {
    /// The value as one line of JSON.
    public func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }

    /// Reads a value as ``jsonText()`` gives it.
    ///
    /// - Parameter json: One JSON object, and nothing behind it.
    /// - Throws: A `Refusal` with one issue that says where, and what was expected there.
    public init(json: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        var reader = JSONReader(json)
        do throws(ReadFailure) {
            self = try Self(reading: &reader)
            try reader.finish()
        } catch {
            throw Refusal(issues: [Issue(error, severity: .error, in: json)])
        }
    }

    /// Reads a value as ``jsonText()`` gives it.
    ///
    /// - Parameter json: One JSON object, and nothing behind it.
    /// - Throws: A `Refusal` with one issue that says where, and what was expected there.
    public init(json: String) throws(Refusal) {
        var json = json
        let result: Result<Self, Refusal> = json.withUTF8 { bytes in
            Result { () throws(Refusal) in try Self(json: bytes) }
        }
        self = try result.get()
    }
}

/// A value with exactly one text form, which it reads strictly and writes back unchanged.
///
/// Reading and writing work on bytes, because that is where documents come from and go to; ``init(_:)`` and
/// `description` are the same two operations for text in Swift.
///
/// ## Implementation guidance
///
/// Refuse what you would not write: for every accepted text, ``writeText(to:)`` must produce the same bytes. Write at
/// most ``maximumTextLength`` bytes.
public protocol TextValue: Sendable, Hashable, CustomStringConvertible {
    /// Reads a value from the whole of a UTF-8 text.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: A ``ValueError`` that says what was expected, if the text is not such a value.
    init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError)

    /// The most bytes that ``writeText(to:)`` writes.
    static var maximumTextLength: Int { get }

    /// Writes the text form as UTF-8 and returns the number of bytes written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int
}

extension TextValue {
    /// Reads a value from the whole of a text.
    ///
    /// - Parameter text: The text, nothing before and nothing after it.
    /// - Throws: A ``ValueError`` that says what was expected, if the text is not such a value.
    public init(_ text: some StringProtocol) throws(ValueError) {
        var text = String(text)
        let result: Result<Self, ValueError> = text.withUTF8 { utf8 in
            do throws(ValueError) {
                return .success(try Self(utf8: utf8))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }

    /// The text form.
    public var description: String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumTextLength) { buffer in
            let length = writeText(to: buffer.baseAddress!)
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<length]), as: UTF8.self)
        }
    }
}

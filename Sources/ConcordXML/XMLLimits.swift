/// How much of what comes from outside a reader of XML accepts.
public struct XMLLimits: Sendable, Hashable {
    /// The deepest nesting of elements; the parser's own limit, about 250, holds as well.
    public var depth: Int

    /// The largest record, in bytes: names, attributes and text, and 64 bytes for each element and attribute.
    ///
    /// A larger record is refused and passed over; the ones behind it are read.
    public var recordSize: Int

    /// The most attributes of one element, declarations of namespaces among them.
    public var attributes: Int

    /// The longest tag, comment or processing instruction, in bytes.
    public var tagSize: Int

    /// Limits, by default far above what vendors send.
    public init(depth: Int = 128, recordSize: Int = 16 << 20, attributes: Int = 256, tagSize: Int = 1 << 20) {
        self.depth = min(max(depth, 1), 240)
        self.recordSize = max(recordSize, 1)
        self.attributes = max(attributes, 0)
        self.tagSize = max(tagSize, 1)
    }
}

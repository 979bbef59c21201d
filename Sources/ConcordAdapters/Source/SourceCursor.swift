/// How far a source has been read, in the source's own words: a replay id, a delta link, a time and an id.
///
/// Nobody but the source looks into it.
public struct SourceCursor: Sendable, Hashable {
    /// The cursor's text.
    public let text: String

    /// A cursor.
    public init(_ text: String) { self.text = text }
}

extension SourceCursor: CustomStringConvertible {
    /// The cursor's text.
    public var description: String { text }
}

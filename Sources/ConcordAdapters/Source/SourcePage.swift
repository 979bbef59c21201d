/// Some messages of a source, in its order, and how to go on behind them.
public struct SourcePage: Sendable, Hashable {
    /// The messages; those with one sequence key in the order in which the system said them.
    public var items: [SourceItem]

    /// Where the next page begins.
    ///
    /// Reading from here again after this page was stored loses nothing.
    public var next: SourceCursor

    /// Whether more is there already; false only if the source has given all that it knows now.
    public var hasMore: Bool

    /// A page.
    ///
    /// - Parameters:
    ///   - items: The messages.
    ///   - next: Where the next page begins.
    ///   - hasMore: Whether more is there already.
    public init(items: [SourceItem], next: SourceCursor, hasMore: Bool) {
        self.items = items
        self.next = next
        self.hasMore = hasMore
    }
}

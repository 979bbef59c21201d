/// The names that a predicate may use.
///
/// ## Implementation guidance
///
/// A slot is yours to number: what you hand out here, your ``PredicateValues`` are asked for. Answer the same for the
/// same name. ``names`` is for messages; leave out what you would not propose to anybody.
public protocol PredicateSymbols {
    /// The slot and the type of a name.
    ///
    /// - Parameter name: The name.
    /// - Returns: Its slot and type; nil if there is no such name.
    func symbol(for name: PredicateName) -> PredicateSymbol?

    /// The names that there are, in the order in which people should read them.
    var names: [PredicateName] { get }
}

/// Where the value of a name is found, and what it is.
public struct PredicateSymbol: Sendable, Hashable {
    /// The number by which the value is asked for.
    public let slot: Int

    /// What the value is.
    public let type: PredicateType

    /// A symbol.
    public init(slot: Int, type: PredicateType) {
        self.slot = slot
        self.type = type
    }
}

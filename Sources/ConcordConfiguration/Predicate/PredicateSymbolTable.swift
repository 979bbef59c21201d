/// A fixed list of names with their types, whose slots are their places in the list.
public struct PredicateSymbolTable: PredicateSymbols, Sendable {
    /// The names, in the order of their slots.
    public let names: [PredicateName]

    private let symbols: [PredicateName: PredicateSymbol]

    /// A list of names.
    ///
    /// - Parameter entries: The names and their types; of a name that stands twice, the first counts.
    public init(_ entries: [(name: PredicateName, type: PredicateType)]) {
        names = entries.map(\.name)
        let pairs = entries.enumerated().map { ($1.name, PredicateSymbol(slot: $0, type: $1.type)) }
        symbols = Dictionary(pairs) { first, _ in first }
    }

    /// The slot and the type of a name.
    public func symbol(for name: PredicateName) -> PredicateSymbol? { symbols[name] }
}

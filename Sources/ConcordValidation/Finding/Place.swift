public import ConcordSchema

/// A place in a record, found through its properties: `place.totals.payable`, `place.lines[2].amount`.
@dynamicMemberLookup
public struct Place<Root: Composite, Value>: Sendable {
    /// The path that documents use.
    public let path: RecordPath

    init(path: RecordPath) {
        self.path = path
    }

    /// A part of the value.
    public subscript<Part>(dynamicMember property: KeyPath<Value, Part>) -> Place<Root, Part> where Value: Composite {
        Place<Root, Part>(path: path.appending(Value.schema.name(of: property)))
    }

    /// A part of the value, if there is one.
    public subscript<Wrapped: Composite, Part>(
        dynamicMember property: KeyPath<Wrapped, Part>
    ) -> Place<Root, Part> where Value == Wrapped? {
        Place<Root, Part>(path: path.appending(Wrapped.schema.name(of: property)))
    }

    /// An item of the list.
    public subscript<Item>(index: Int) -> Place<Root, Item> where Value == [Item] {
        Place<Root, Item>(path: RecordPath(path.steps + [.index(index)]))
    }
}

extension Place where Root == Value {
    /// The record itself.
    public init() {
        self.init(path: RecordPath())
    }
}

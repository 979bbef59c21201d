public import ConcordValues

/// The declaration of one field of a record: its name in documents, its property, and what it means.
///
/// Whether the field is required follows from the property's type: an optional, a list and a field with `hasDefault: true`
/// may be left out, everything else must be there.
public struct Field<Root>: Sendable {
    let description: FieldDescription
    let keyPath: any PartialKeyPath<Root> & Sendable
    let access: FieldAccess

    /// Declares a field.
    ///
    /// - Parameters:
    ///   - name: The member's name in documents.
    ///   - property: The stored property that holds the value. A computed one works, more slowly.
    ///   - documentation: What the field means, in one line.
    ///   - unit: The unit that the values are numbers of, where their type does not tell: `.day` for an `Int` of days.
    ///   - sensitivity: Who may see the values.
    ///   - hasDefault: Whether a document may leave the member out; the value is then the one in the schema's blank.
    @inlinable
    public init<Value: FieldValue>(
        _ name: String,
        _ property: any WritableKeyPath<Root, Value> & Sendable,
        _ documentation: String = "",
        unit: UnitCode? = nil,
        sensitivity: Sensitivity = .open,
        hasDefault: Bool = false
    ) {
        self.init(
            description: FieldDescription(
                name: name,
                documentation: documentation,
                shape: Value.shape,
                isRequired: !hasDefault && !Value.placeholder.isNothing,
                unit: unit ?? Value.unit,
                sensitivity: sensitivity
            ),
            keyPath: property,
            access: FieldAccess(property)
        )
    }

    /// Declares a list whose items are told apart by a key.
    ///
    /// - Parameters:
    ///   - name: The member's name in documents.
    ///   - property: The stored property that holds the list.
    ///   - key: The property of an item that is its key; two items with equal keys are kept and remarked upon.
    ///   - documentation: What the field means, in one line.
    ///   - sensitivity: Who may see the values.
    @inlinable
    public init<Item: Composite, Key: FieldValue>(
        _ name: String,
        _ property: any WritableKeyPath<Root, [Item]> & Sendable,
        key: any KeyPath<Item, Key> & Sendable,
        _ documentation: String = "",
        sensitivity: Sensitivity = .open
    ) {
        let keyName = Item.schema.name(of: key)
        self.init(
            description: FieldDescription(
                name: name,
                documentation: documentation,
                shape: .list(of: Item.shape, key: keyName),
                isRequired: false,
                sensitivity: sensitivity
            ),
            keyPath: property,
            access: FieldAccess(keyedList: property, key: key, keyName: keyName)
        )
    }

    @usableFromInline
    init(
        description: FieldDescription,
        keyPath: any PartialKeyPath<Root> & Sendable,
        access: FieldAccess
    ) {
        self.description = description
        self.keyPath = keyPath
        self.access = access
    }
}

/// Collects the fields of a schema's declaration.
@resultBuilder
public enum FieldBuilder<Root> {
    /// A line of the declaration.
    public static func buildExpression(_ field: Field<Root>) -> Field<Root> { field }

    /// All lines of the declaration.
    public static func buildBlock(_ fields: Field<Root>...) -> [Field<Root>] { fields }
}

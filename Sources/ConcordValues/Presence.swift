/// What a document says about a field: nothing, that it is empty, or its value.
///
/// A record has a value or has none, so its optional fields are `Optional`. A *patch* must say one thing more. In
/// `{"purchaseOrder": null}` the sender clears the order number; in `{}` the sender leaves it alone; taking one for the
/// other either erases data that nobody meant to touch, or keeps data that somebody deleted (RFC 7396 §1 draws the same
/// line for merge patches). So wherever a value may be part of a change, it is a `Presence`:
///
/// ```swift
/// struct ProjectPatch {
///     var name: Presence<String> = .absent
///     var purchaseOrder: Presence<String> = .absent
/// }
///
/// let patch = ProjectPatch(purchaseOrder: .null)
/// patch.name.applied(to: "Migration")           // "Migration": not mentioned, so it stays
/// patch.purchaseOrder.applied(to: "PO-4711")    // nil: cleared
/// ```
///
/// There is no initialiser from an `Optional`: whether `nil` means absent or null is the very question that this type
/// keeps open, so write which one you mean.
@frozen
public enum Presence<Value> {
    /// The document does not mention the field.
    case absent

    /// The document says that the field is empty.
    case null

    /// The document gives the field's value.
    case value(Value)
}

extension Presence {
    /// The value, or `nil` if the field is absent or null.
    @inlinable
    public var value: Value? {
        switch self {
        case .value(let value): value
        case .absent, .null: nil
        }
    }

    /// Whether the document does not mention the field.
    @inlinable
    public var isAbsent: Bool {
        switch self {
        case .absent: true
        case .null, .value: false
        }
    }

    /// Whether the document says that the field is empty.
    @inlinable
    public var isNull: Bool {
        switch self {
        case .null: true
        case .absent, .value: false
        }
    }

    /// The presence of what a function makes of the value; absent and null stay what they are.
    ///
    /// - Parameter transform: The function, called if there is a value.
    /// - Returns: The presence of its result.
    /// - Throws: What the function throws.
    @inlinable
    public func map<Other, Failure: Error>(
        _ transform: (Value) throws(Failure) -> Other
    ) throws(Failure) -> Presence<Other> {
        switch self {
        case .absent: .absent
        case .null: .null
        case .value(let value): .value(try transform(value))
        }
    }

    /// What a field holds after a patch that says this about it.
    ///
    /// - Parameter current: What the field holds before the patch.
    /// - Returns: The current value if absent, `nil` if null, and otherwise the value.
    @inlinable
    public func applied(to current: Value?) -> Value? {
        switch self {
        case .absent: current
        case .null: nil
        case .value(let value): value
        }
    }
}

extension Presence: Sendable where Value: Sendable {}

extension Presence: Equatable where Value: Equatable {}

extension Presence: Hashable where Value: Hashable {}

extension Presence: BitwiseCopyable where Value: BitwiseCopyable {}

extension Presence: CustomStringConvertible {
    /// `absent`, `null`, or the value's description.
    public var description: String {
        switch self {
        case .absent: "absent"
        case .null: "null"
        case .value(let value): String(describing: value)
        }
    }
}

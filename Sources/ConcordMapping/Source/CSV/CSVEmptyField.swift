/// What a field of CSV with nothing in it means.
///
/// CSV has one way to write nothing where JSON has three. Quotes make no difference: many systems put them around every
/// field.
public enum CSVEmptyField: Sendable, Hashable, CaseIterable {
    /// The object has no such member.
    case absent
    /// The member is `null`.
    case null
    /// The member is the empty string.
    case text
}

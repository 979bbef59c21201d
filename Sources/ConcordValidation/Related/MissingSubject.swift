internal import ConcordSchema

/// What a rule needed and did not have; put into words only where somebody reads it.
enum MissingSubject: Sendable {
    /// Something in the rule's own words.
    case text(String)
    /// A record, by its id.
    case record(any CanonicalRecord.Type, String)
    /// The record that has a part, by the part's id.
    case owner(any CanonicalRecord.Type, String)
    /// All records of a kind.
    case all(any CanonicalRecord.Type)
}

extension MissingSubject: CustomStringConvertible {
    /// What was not at hand: `project p-1`.
    var description: String {
        switch self {
        case .text(let text): text
        case .record(let type, let id): "\(type.documentName) \(id)"
        case .owner(let type, let part): "the \(type.documentName) with \(part)"
        case .all(let type): "all records of the kind \(type.documentName)"
        }
    }
}

extension MissingSubject: Equatable {
    /// Whether the same was not at hand.
    static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.text(let text), .text(let other)): text == other
        case (.record(let type, let id), .record(let otherType, let other)),
            (.owner(let type, let id), .owner(let otherType, let other)):
            ObjectIdentifier(type) == ObjectIdentifier(otherType) && id == other
        case (.all(let type), .all(let other)): ObjectIdentifier(type) == ObjectIdentifier(other)
        default: false
        }
    }
}

extension CanonicalRecord {
    fileprivate static var documentName: String { schema.description.name }
}

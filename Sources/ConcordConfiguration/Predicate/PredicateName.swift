/// A name in a predicate: a field of the record, or a value of the object it was mapped from.
public enum PredicateName: Sendable {
    /// A field of the record, such as `stage.canonical`; parts are separated by points.
    case field(String)

    /// A value of the source, by its JSON Pointer (RFC 6901), such as `/Practice__c`.
    case source(String)
}

extension PredicateName: Hashable {
    /// Whether two names have the same bytes: members of a source that only look the same are two members.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.field(let left), .field(let right)), (.source(let left), .source(let right)):
            left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .field(let text), .source(let text): hasher.combine(text)
        }
    }
}

extension PredicateName: CustomStringConvertible {
    /// The name as predicates write it: `stage.canonical`, `source.Practice__c`, `source['/first name']`.
    public var description: String {
        switch self {
        case .field(let path): return path
        case .source(let pointer):
            let steps = pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
            guard !steps.isEmpty, steps.allSatisfy({ Self.isSelector($0) }) else {
                return "source[\(PredicateText.quoted(pointer))]"
            }
            return "source" + pointer.split(separator: "/").map { ".\($0)" }.joined()
        }
    }

    /// Whether some text can stand behind a point.
    private static func isSelector(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first, PredicateText.beginsWord(first) else { return false }
        return text.allSatisfy(PredicateText.continuesWord)
            && !PredicateText.keywords.contains(String(decoding: text, as: UTF8.self))
    }
}

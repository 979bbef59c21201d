/// Whether every value that one schema accepts is accepted by another, with what proves it.
public enum Containment: Sendable, Hashable {
    /// Every value is, and these steps show it.
    case contained(ContainmentProof)
    /// Some value is not, and here is one.
    case refuted(Counterexample)
    /// Nobody can say, with the reason. It is never a guess.
    case unknown(String)

    /// Whether it is proven.
    public var isContained: Bool {
        if case .contained = self { true } else { false }
    }

    /// The document that disproves it, if there is one.
    public var counterexample: Counterexample? {
        if case .refuted(let counterexample) = self { counterexample } else { nil }
    }
}

/// A document that one schema accepts and another refuses.
///
/// It was checked with both before it was given out.
public struct Counterexample: Sendable, Hashable {
    /// The document.
    public let document: JSONValue

    /// Where the other schema refuses it; at least one place.
    public let violations: [SchemaViolation]

    /// The place in the document, as a JSON Pointer.
    public var pointer: JSONLocation { violations.first?.instance ?? JSONLocation() }
}

/// Why every value of one schema is a value of another: the steps of the proof, in order.
public struct ContainmentProof: Sendable, Hashable {
    /// The steps; at most ``maximumSteps`` of them are kept.
    public let steps: [ContainmentStep]

    /// How many steps there were.
    public let count: Int

    /// How many steps are kept.
    public static let maximumSteps = 500
}

/// One step of a proof: a way in which a value could be accepted by the old schema and refused by the new one, and why
/// there is no such value.
public struct ContainmentStep: Sendable, Hashable {
    /// The rule that closed it.
    public let rule: ContainmentRule

    /// The place in the values that it is about; names and places of items that stand for many are examples.
    public let instance: JSONLocation

    /// The kind of value that it is about: `string`; nil for all.
    public let kind: String?

    /// The keyword of the new schema that no value breaks here, if it is one.
    public let keyword: JSONLocation?
}

extension ContainmentStep: CustomStringConvertible {
    /// The step in one line.
    public var description: String {
        let place = instance.pointer.isEmpty ? "document" : instance.pointer
        return "\(place)\(kind.map { " (\($0))" } ?? ""): \(rule.meaning)\(keyword.map { " [#\($0)]" } ?? "")"
    }
}

/// A rule by which a step of a proof is closed.
public struct ContainmentRule: RawRepresentable, Sendable, Hashable {
    /// The rule's code.
    public let rawValue: String

    /// A rule with a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The two documents are the same.
    public static let sameDocument = Self(rawValue: "document.same")
    /// Both sides have the same schema here.
    public static let sameSchema = Self(rawValue: "schema.same")
    /// No value has the type that would be needed.
    public static let type = Self(rawValue: "type")
    /// A schema that accepts nothing, or one that accepts everything.
    public static let boolean = Self(rawValue: "boolean")
    /// Each of a few values was tried.
    public static let values = Self(rawValue: "values")
    /// No number lies between the bounds.
    public static let range = Self(rawValue: "range")
    /// No number is a multiple as it would have to be.
    public static let multiple = Self(rawValue: "multiple")
    /// No text has the length, the patterns and none of the forbidden ones.
    public static let text = Self(rawValue: "text")
    /// The format is asserted by both.
    public static let format = Self(rawValue: "format")
    /// No array has the number of items.
    public static let itemCount = Self(rawValue: "items.count")
    /// No item can be what it would have to be.
    public static let items = Self(rawValue: "items")
    /// The items are different on both sides, or may be equal on both.
    public static let uniqueItems = Self(rawValue: "items.unique")
    /// A member would have to be there and not be there.
    public static let required = Self(rawValue: "required")
    /// No member can be what it would have to be.
    public static let members = Self(rawValue: "members")
    /// No object has the number of members.
    public static let memberCount = Self(rawValue: "members.count")
    /// It was asked before about a larger value; the smallest value that breaks it would have a smaller one inside.
    public static let recursion = Self(rawValue: "recursion")

    /// The rule in words.
    public var meaning: String {
        switch self {
        case .sameDocument: "the documents are the same"
        case .sameSchema: "both have the same schema"
        case .type: "no value has the type that breaking it needs"
        case .boolean: "nothing is accepted before, or everything after"
        case .values: "each possible value was tried"
        case .range: "no number is left between the bounds"
        case .multiple: "every number that is left is such a multiple"
        case .text: "no text is left with these lengths and patterns"
        case .format: "the format was asserted before"
        case .itemCount: "no array has such a number of items"
        case .items: "no item can break it"
        case .uniqueItems: "items are unique before"
        case .required: "the member is required before, or never there"
        case .members: "no member can break it"
        case .memberCount: "no object has such a number of members"
        case .recursion: "the smallest value that breaks it would have a smaller one inside"
        default: rawValue
        }
    }
}

extension ContainmentRule: CustomStringConvertible {
    /// The code.
    public var description: String { rawValue }
}

extension JSONSchema {
    /// Whether every value that this schema accepts is accepted by another.
    ///
    /// The answer is sound: *contained* comes from a closed proof, *refuted* with a document that was checked under both
    /// schemas. Everything else is *unknown*.
    ///
    /// - Parameters:
    ///   - other: The other schema.
    ///   - options: How keywords are taken, and how much work it may be.
    /// - Returns: A proof, a document that disproves it, or why neither was found.
    public func implies(_ other: JSONSchema, options: SchemaOptions = SchemaOptions()) -> Containment {
        if document == other.document {
            let step = ContainmentStep(rule: .sameDocument, instance: JSONLocation(), kind: nil, keyword: nil)
            return .contained(ContainmentProof(steps: [step], count: 1))
        }
        let search = ContainmentSearch(self, other, options)
        switch search.answer() {
        case .empty: return .contained(ContainmentProof(steps: search.steps, count: search.stepCount))
        case .unknown(let reason): return .unknown(reason)
        case .value(let value):
            guard SchemaValidator(self, options: options).validate(value).isValid,
                case .invalid(let violations) = SchemaValidator(other, options: options).validate(value)
            else { return .unknown("a candidate document did not hold") }
            return .refuted(Counterexample(document: value, violations: violations))
        }
    }
}

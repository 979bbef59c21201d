/// A schema that a value is to be valid under, or not.
struct Goal: Hashable {
    let place: Int
    let isPositive: Bool

    static func holds(_ place: Int) -> Goal { Goal(place: place, isPositive: true) }
    static func fails(_ place: Int) -> Goal { Goal(place: place, isPositive: false) }
}

extension Goal: Comparable {
    static func < (left: Goal, right: Goal) -> Bool {
        (left.place, left.isPositive ? 0 : 1) < (right.place, right.isPositive ? 0 : 1)
    }
}

/// What a search for a value came to.
enum Finding {
    /// There is no such value.
    case empty
    /// Here is one.
    case value(JSONValue)
    /// The search does not know, with the reason.
    case unknown(String)

    var isEmpty: Bool {
        if case .empty = self { true } else { false }
    }

    var value: JSONValue? {
        if case .value(let value) = self { value } else { nil }
    }
}

/// Something that a value of one kind is to have or not to have, before it is known what it comes down to.
enum Demand {
    case goal(Goal)
    case keyword(SchemaKeyword, isPositive: Bool)
    case present(JSONString)
    case absent(JSONString)
    case atLeast(Int, Int)
    case atMost(Int, Int)
}

/// What a value of one kind has to be, all of it at once.
struct Facts {
    var candidates: [JSONValue]?
    var excluded: [JSONValue] = []
    var opaque: String?
    /// The keywords that are not to hold.
    var denied: [JSONLocation] = []

    // Numbers
    var lower: (JSONNumber, isExclusive: Bool)?
    var upper: (JSONNumber, isExclusive: Bool)?
    var multiples: [JSONNumber] = []
    var notMultiples: [JSONNumber] = []

    // Strings
    var language = TextLanguage()
    var formats: Set<String> = []
    var notFormats: Set<String> = []

    // Arrays
    var positions: [Int: [Goal]] = [:]
    var rests: [(from: Int, goal: Goal)] = []
    var someItems: [(from: Int, goal: Goal)] = []
    var atLeast: [(count: Int, place: Int)] = []
    var atMost: [(count: Int, place: Int)] = []
    var isUnique = false
    var hasRepeats = false

    // Objects
    var named: [JSONString: [Goal]] = [:]
    var patterns: [(RegularExpression, Goal)] = []
    var namesBeside: [(RestOfNames, Goal)] = []
    var nameGoals: [Goal] = []
    var someMembers: [SomeMember] = []
    var required: Set<JSONString> = []
    var absent: Set<JSONString> = []

    // Arrays and objects
    var minimumCount = 0
    var maximumCount: Int?

    mutating func atLeast(_ count: Int) { minimumCount = max(minimumCount, count) }
    mutating func atMost(_ count: Int) { maximumCount = min(maximumCount ?? count, count) }
}

/// A member that has to be there, whatever its name: one of a set of names, with a name or a value that is asked for.
struct SomeMember {
    enum Names {
        case any
        case matching(RegularExpression)
        case rest(RestOfNames)

        func contains(_ name: JSONString) -> Bool {
            switch self {
            case .any: true
            case .matching(let pattern): pattern.matches(name.text)
            case .rest(let rest): rest.contains(name)
            }
        }

        func isDecided(for name: JSONString) -> Bool {
            switch self {
            case .any: true
            case .matching(let pattern): pattern.isDecided(for: name.text)
            case .rest(let rest): rest.isDecided(for: name)
            }
        }
    }

    var names = Names.any
    var nameGoal: Goal?
    var valueGoal: Goal?
}

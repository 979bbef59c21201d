/// A regular expression of JSON Schema's `pattern`: it matches anywhere in a text, in time linear in the text.
///
/// It is compiled to an automaton without backtracking, so that no pattern and no text makes matching slow
/// (JSON Schema Core §6.4 recommends the subset). What is not regular is refused when it is compiled.
public struct RegularExpression: Sendable {
    /// The pattern as it was written.
    public let pattern: String

    /// The states; 0 is the state that has matched, and stays so.
    let states: [State]
    let entry: Int

    /// Whether it uses `\d` or `\w`, which are ASCII to ECMA-262 and more than that to other engines.
    let isDisputed: Bool

    /// A state of the automaton.
    struct State: Sendable {
        /// The characters that lead on, and where to.
        var characters: CharacterSet?
        var next = 0
        /// States that are reached without a character.
        var empty: [Int] = []
        /// What must be true of the place for those to be reached.
        var anchor: Anchor?
    }

    /// A condition on a place in the text.
    enum Anchor: Sendable {
        case start
        case end
    }

    /// How many states an expression has at most.
    static let maximumStates = 4000

    /// Compiles a pattern.
    ///
    /// - Parameter pattern: The pattern, in the regular subset of ECMA-262.
    /// - Throws: A ``RegularExpressionError`` if it is none, is not regular, or is too large.
    public init(_ pattern: String) throws(RegularExpressionError) {
        var parser = ExpressionParser(pattern)
        var compiler = ExpressionCompiler()
        let entry = try compiler.compile(try parser.parse(), to: 0)
        isDisputed = parser.isDisputed
        // It may begin to match anywhere.
        let anywhere = compiler.states.count
        compiler.states.append(State(characters: .all, next: anywhere, empty: [entry]))
        compiler.states[0].characters = .all
        self.pattern = pattern
        self.entry = anywhere
        states = compiler.states
    }

    /// The expression that matches one text and no other.
    init(exactly text: String) {
        var states = [State()]
        var next = 1
        states.append(State(empty: [0], anchor: .end))
        for scalar in text.unicodeScalars.reversed() {
            states.append(State(characters: CharacterSet(scalar.value), next: next))
            next = states.count - 1
        }
        states[0].characters = .all
        isDisputed = false
        pattern = text
        entry = next
        self.states = states
    }

    /// Whether a text has a match.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether the expression matches anywhere in it.
    public func matches(_ text: String) -> Bool {
        // A state is in the list if its mark is the number of the place.
        var marks = [Int](repeating: -1, count: states.count)
        var current: [Int] = []
        var next: [Int] = []
        add(entry, to: &current, &marks, place: 0, atStart: true, atEnd: false)
        var place = 0
        for scalar in text.unicodeScalars {
            if marks[0] == place { return true }
            place += 1
            next.removeAll(keepingCapacity: true)
            for index in current {
                if let characters = states[index].characters, characters.contains(scalar.value) {
                    add(states[index].next, to: &next, &marks, place: place, atStart: false, atEnd: false)
                }
            }
            swap(&current, &next)
        }
        if marks[0] == place { return true }
        // What stands behind an anchor can be reached now.
        next.removeAll(keepingCapacity: true)
        for index in current {
            add(index, to: &next, &marks, place: place + 1, atStart: place == 0, atEnd: true)
        }
        return marks[0] == place + 1
    }

    /// Adds a state and those that are reached from it without a character.
    private func add(
        _ first: Int,
        to list: inout [Int],
        _ marks: inout [Int],
        place: Int,
        atStart: Bool,
        atEnd: Bool
    ) {
        guard marks[first] != place else { return }
        marks[first] = place
        var next = list.count
        list.append(first)
        while next < list.count {
            let state = states[list[next]]
            next += 1
            if state.anchor == .start && !atStart || state.anchor == .end && !atEnd { continue }
            for index in state.empty where marks[index] != place {
                marks[index] = place
                list.append(index)
            }
        }
    }

    /// Whether all engines say the same of a text.
    func isDecided(for text: String) -> Bool {
        !isDisputed || text.utf8.allSatisfy { $0 < 0x80 }
    }

    /// The states that are reached from some by one character.
    func step(_ current: [Int], _ character: UInt32) -> [Int] {
        var reached: [Int] = []
        for index in current {
            if let characters = states[index].characters, characters.contains(character) {
                reached.append(states[index].next)
            }
        }
        return closure(reached, atStart: false)
    }

    /// Whether a text that leads to these states matches if it ends here.
    func accepts(_ current: [Int], isEmpty: Bool) -> Bool {
        current.contains(0) || closure(current, atStart: isEmpty, atEnd: true).contains(0)
    }

    /// The states that can be reached without a character, in order.
    func closure(_ initial: [Int], atStart: Bool, atEnd: Bool = false) -> [Int] {
        var seen = Set(initial)
        var stack = Array(seen)
        while let index = stack.popLast() {
            let state = states[index]
            switch state.anchor {
            case .start where !atStart: continue
            case .end where !atEnd: continue
            default: break
            }
            for next in state.empty where seen.insert(next).inserted { stack.append(next) }
        }
        return seen.sorted()
    }
}

extension RegularExpression: Equatable {
    /// Whether the patterns are the same text.
    public static func == (left: Self, right: Self) -> Bool {
        JSONString(left.pattern) == JSONString(right.pattern)
    }
}

extension RegularExpression: Hashable {
    /// Hashes the pattern.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(JSONString(pattern))
    }
}

/// Makes an automaton of an expression.
private struct ExpressionCompiler {
    var states: [RegularExpression.State] = [RegularExpression.State()]

    private mutating func add(_ state: RegularExpression.State) throws(RegularExpressionError) -> Int {
        guard states.count < RegularExpression.maximumStates else {
            throw RegularExpressionError(reason: "more than \(RegularExpression.maximumStates) states")
        }
        states.append(state)
        return states.count - 1
    }

    /// Adds states that match a node and go on to another; gives where they begin.
    mutating func compile(_ node: ExpressionNode, to next: Int) throws(RegularExpressionError) -> Int {
        switch node {
        case .empty: return next
        case .characters(let set): return try add(.init(characters: set, next: next))
        case .start: return try add(.init(empty: [next], anchor: .start))
        case .end: return try add(.init(empty: [next], anchor: .end))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() { next = try compile(part, to: next) }
            return next
        case .choice(let branches):
            var starts: [Int] = []
            for branch in branches { starts.append(try compile(branch, to: next)) }
            return try add(.init(empty: starts))
        case .repetition(let part, let least, let most):
            return try repetition(part, least, most, to: next)
        }
    }

    private mutating func repetition(
        _ part: ExpressionNode,
        _ least: Int,
        _ most: Int?,
        to end: Int
    ) throws(RegularExpressionError) -> Int {
        var next = end
        if let most {
            for _ in 0..<(most - least) {
                let start = try compile(part, to: next)
                next = try add(.init(empty: [start, end]))
            }
        } else {
            let loop = try add(.init(empty: [end]))
            let start = try compile(part, to: loop)
            states[loop].empty.append(start)
            next = loop
        }
        for _ in 0..<least { next = try compile(part, to: next) }
        return next
    }
}

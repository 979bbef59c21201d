/// The texts that match some expressions, do not match others, and have a length between two bounds.
struct TextLanguage {
    /// The expressions that must match.
    var matching: [RegularExpression] = []
    /// The expressions that must not.
    var excluded: [RegularExpression] = []
    /// The fewest code points.
    var minimumLength = 0
    /// The most code points, if there is a bound.
    var maximumLength: Int?

    /// What a search found.
    enum Answer {
        /// Texts of the language, shortest first.
        case texts([String])
        /// No text is in the language.
        case empty
        /// The search was given up.
        case unknown
    }

    /// Looks for texts, shortest first.
    ///
    /// - Parameters:
    ///   - count: How many are enough.
    ///   - fuel: How many steps may be taken; what was not needed is left.
    /// - Returns: At least one text, or why there is none.
    func find(_ count: Int, fuel: inout Int) -> Answer {
        if let maximumLength, maximumLength < minimumLength { return .empty }
        let expressions = matching + excluded
        let alphabet = Self.alphabet(of: expressions)
        var found: [String] = []
        var seen: Set<Place> = []
        var level = [(Place(expressions.map { $0.closure([$0.entry], atStart: true) }, 0), "")]
        var length = 0
        while !level.isEmpty {
            var next: [(Place, String)] = []
            for (place, text) in level {
                if length >= minimumLength, accepts(place, isEmpty: length == 0) {
                    found.append(text)
                    if found.count >= count { return .texts(found) }
                }
                if length == maximumLength { continue }
                for character in alphabet {
                    fuel -= 1 + expressions.count
                    if fuel < 0 { return found.isEmpty ? .unknown : .texts(found) }
                    var states: [[Int]] = []
                    for (index, expression) in expressions.enumerated() {
                        states.append(expression.step(place.states[index], character.value))
                    }
                    // A text that can no longer match what it must match leads nowhere.
                    if zip(matching, states).contains(where: { $1.isEmpty }) { continue }
                    if zip(excluded, states.dropFirst(matching.count)).contains(where: { $1.contains(0) }) { continue }
                    // Several texts are wanted where one is found: then places are met again with other texts.
                    let reached = Place(states, min(length + 1, minimumLength))
                    guard seen.insert(reached).inserted || (count > 1 && next.count < 64) else { continue }
                    var longer = text
                    longer.unicodeScalars.append(character)
                    next.append((reached, longer))
                }
            }
            level = next
            length += 1
            // With repeated places the search has no end of its own.
            if count > 1, length > minimumLength + 40 { return found.isEmpty ? .unknown : .texts(found) }
        }
        return found.isEmpty ? .empty : .texts(found)
    }

    private func accepts(_ place: Place, isEmpty: Bool) -> Bool {
        for (index, expression) in matching.enumerated()
        where !expression.accepts(place.states[index], isEmpty: isEmpty) {
            return false
        }
        for (index, expression) in excluded.enumerated()
        where expression.accepts(place.states[matching.count + index], isEmpty: isEmpty) {
            return false
        }
        return true
    }

    /// Where all automata stand, and as much of the length as matters.
    private struct Place: Hashable {
        let states: [[Int]]
        let length: Int

        init(_ states: [[Int]], _ length: Int) {
            self.states = states
            self.length = length
        }
    }

    /// One character for each set of characters that no expression tells apart, the most readable one.
    private static func alphabet(of expressions: [RegularExpression]) -> [Unicode.Scalar] {
        var cuts: Set<UInt32> = [0, 0xD800, 0xE000]
        for expression in expressions {
            for state in expression.states {
                for range in state.characters?.ranges ?? [] {
                    cuts.insert(range.lowerBound)
                    cuts.insert(range.upperBound + 1)
                }
            }
        }
        let sorted = cuts.sorted().filter { $0 <= CharacterSet.last } + [CharacterSet.last + 1]
        return zip(sorted, sorted.dropFirst())
            .compactMap { low, end in
                let preferred: [UInt32] = [0x61, 0x41, 0x30, 0x20]
                let choice = preferred.first { $0 >= low && $0 < end } ?? low
                return Unicode.Scalar(choice)
            }
            .sorted { Self.rank($0) < Self.rank($1) }
    }

    /// Letters and digits before the rest of ASCII, and control characters last.
    private static func rank(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "a"..."z": 0
        case "A"..."Z", "0"..."9": 1
        case " "..."~": 2
        default: scalar.value < 0x20 ? CharacterSet.last + scalar.value : scalar.value
        }
    }
}

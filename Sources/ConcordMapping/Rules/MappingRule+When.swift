extension MappingRule {
    /// Applies a rule where a condition holds of the vendor's object; elsewhere its sources are kept as they are.
    ///
    /// The way back follows the object as it will be: the rule writes where the condition will hold, and leaves its sources
    /// alone where it will not.
    ///
    /// ```swift
    /// rule.when(.is("/RecordType", "Retainer"), rule.same("/MonthlyFee", to: \.fee))
    /// ```
    ///
    /// - Parameters:
    ///   - condition: The condition. A source that only conditions look at is kept beside the record.
    ///   - rule: The rule.
    /// - Returns: The rule.
    public static func when(_ condition: SourceCondition, _ rule: Self) -> Self {
        var sources = rule.sources
        let places = condition.sources.map { source in
            if let place = sources.firstIndex(of: source) { return place }
            sources.append(source)
            return sources.count - 1
        }
        let own = rule.sources.indices
        let reading = rule.reading
        var write: Write?
        if let inner = rule.write {
            write = { record, output in
                output.afterwards { output in
                    guard condition.holds(places.map { output.statedText($0) }) else {
                        for index in own { output.leave(index) }
                        return
                    }
                    var output = output
                    inner(record, &output)
                }
            }
        }
        var made = Self(
            word: rule.word,
            target: rule.target,
            sources: sources,
            law: rule.law,
            note: [rule.note, "when \(condition.note)"].filter { !$0.isEmpty }.joined(separator: "; "),
            items: rule.items,
            read: { input, record in
                guard condition.holds(places.map { input[$0].conditionText }) else {
                    for index in own { input.keep(index) }
                    return
                }
                withUnsafeMutablePointer(to: &record) { reading(&input, UnsafeMutableRawPointer($0)) }
            },
            write: write
        )
        made.layer = rule.layer
        made.owner = rule.owner
        made.lookedAt = rule.lookedAt
        made.watched = Set(sources[rule.sources.count...]).union(rule.watched)
        if let crosswalk = rule.crosswalk, let recoded = rule.recoded {
            made.ask(crosswalk) { when(condition, recoded($0)) }
            made.question = rule.question
        }
        if let rewritten = rule.rewritten {
            made.rewritten = { when(condition, rewritten($0)) }
        }
        return made
    }
}

extension Sequence {
    /// The sources that rules only look at, and that no rule reads.
    func watched<Target>() -> [String] where Element == MappingRule<Target> {
        let read = Set(flatMap { rule in rule.sources.filter { !rule.watched.contains($0) } })
        return Set(flatMap(\.watched)).subtracting(read).sorted()
    }
}

extension RuleOutput {
    /// What a source will say when the object is written, as a condition compares it.
    fileprivate func statedText(_ index: Int) -> String? {
        withStated(index) { $0.conditionText }
    }
}

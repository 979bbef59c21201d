public import ConcordSchema
public import ConcordValues

extension MappingRule {
    /// Reads a first and a last day as an interval, open where one of them is not known.
    ///
    /// - Parameters:
    ///   - first: The pointer to the first day.
    ///   - last: The pointer to the last day, which belongs to the interval.
    ///   - property: The property that takes it.
    ///   - note: What the days are, in words for an analyst.
    /// - Returns: The rule.
    @inlinable
    public static func interval(
        from first: String,
        through last: String,
        to property: any WritableKeyPath<Target, DateInterval?> & Sendable,
        note: String = "first and last day, both included; open where one is not known"
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "split",
            target: path(property),
            sources: [first, last],
            law: .iso,
            note: note,
            read: { input, record in
                let from: LocalDate? = input.value(0)
                let through: LocalDate? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                guard from != nil || through != nil else { return }
                place.set(&record, input.interval(from, through))
            },
            write: { record, output in
                let interval = record[keyPath: property]
                output.set(0, interval?.from)
                output.set(1, interval?.through)
            }
        )
    }
}

extension RuleInput {
    /// Two days as an interval; one that runs backwards is reported.
    ///
    /// - Parameters:
    ///   - from: The first day; nil if it is not known.
    ///   - through: The last day; nil if it is not known.
    ///   - index: Which of the rule's sources the report is about.
    /// - Returns: The interval; nil if it was reported.
    public mutating func interval(
        _ from: LocalDate?,
        _ through: LocalDate?,
        source index: Int = 1
    ) -> DateInterval? {
        do throws(ValueError) {
            return try DateInterval(from: from, through: through)
        } catch {
            report(
                IssueCode(rawValue: error.code.rawValue),
                source: index,
                expected: "a last day that is not before the first, \(from?.description ?? "which is not known")",
                remedy: "Correct the dates in the source."
            )
            return nil
        }
    }
}

public import ConcordSchema
public import ConcordValues

extension MappingRule {
    /// Reads a code through a crosswalk.
    ///
    /// - Parameters:
    ///   - source: The pointer to the code.
    ///   - property: The property that takes it.
    ///   - crosswalk: The table of codes.
    ///   - writesBack: Whether the code is written back; not where another rule keeps the vendor's own code.
    /// - Returns: The rule.
    @inlinable
    public static func code<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code> & Sendable,
        _ crosswalk: Crosswalk,
        writesBack: Bool = true
    ) -> Self {
        let place = FieldPlace(property)
        let write: Write = { record, output in
            output.set(0, record[keyPath: property].rawValue, through: crosswalk)
        }
        var rule = Self(
            word: "code",
            target: path(property),
            sources: [source],
            law: writesBack ? crosswalk.law : .oneWay("the vendor's own code is kept by another rule"),
            note: "crosswalk \(crosswalk.name)",
            read: { input, record in
                guard let code: String = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(.missing, expected: "a code of \(crosswalk.name)")
                    }
                    return
                }
                if let target = input.target(of: code, crosswalk) { place.set(&record, Code(rawValue: target)) }
            },
            write: writesBack ? write : nil
        )
        rule.ask(crosswalk) { code(source, to: property, $0, writesBack: writesBack) }
        return rule
    }

    /// Reads a code through a crosswalk into a field that the record may lack.
    ///
    /// - Parameters:
    ///   - source: The pointer to the code.
    ///   - property: The property that takes it.
    ///   - crosswalk: The table of codes.
    /// - Returns: The rule.
    @inlinable
    public static func code<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code?> & Sendable,
        _ crosswalk: Crosswalk
    ) -> Self {
        let place = FieldPlace(property)
        var rule = Self(
            word: "code",
            target: path(property),
            sources: [source],
            law: crosswalk.law,
            note: "crosswalk \(crosswalk.name)",
            read: { input, record in
                guard let code: String = input.value(0) else {
                    input.keepNull(place.explicitBit, &record)
                    return
                }
                if let target = input.target(of: code, crosswalk) { place.set(&record, Code(rawValue: target)) }
            },
            write: { record, output in
                if let code = record[keyPath: property] {
                    output.set(0, code.rawValue, through: crosswalk)
                } else if place.saysNothing(record) {
                    output.setNull(0)
                }
            }
        )
        rule.ask(crosswalk) { code(source, to: property, $0) }
        return rule
    }

    /// Any rule that asks a crosswalk, so that overlays can extend it and its use is counted.
    ///
    /// - Parameters:
    ///   - crosswalk: The table of codes.
    ///   - index: Which of the rule's sources has the code, in the order of the declaration.
    ///   - rule: Makes the rule with this table, or with one that has more rows.
    /// - Returns: The rule.
    public static func asking(
        _ crosswalk: Crosswalk,
        source index: Int = 0,
        _ rule: @escaping @Sendable (Crosswalk) -> Self
    ) -> Self {
        asking(crosswalk, { _ in CrosswalkQuestion(source: index) }, rule)
    }

    /// Any rule that asks a crosswalk about something else than one source's text: a part of it, or one of several.
    ///
    /// - Parameters:
    ///   - crosswalk: The table of codes.
    ///   - code: What the rule asks for, given its sources, and which of them it is from; nil if it does not ask.
    ///   - rule: Makes the rule with this table, or with one that has more rows.
    /// - Returns: The rule.
    public static func asking(
        _ crosswalk: Crosswalk,
        code: @escaping @Sendable (RuleInput) -> (code: String, source: Int)?,
        _ rule: @escaping @Sendable (Crosswalk) -> Self
    ) -> Self {
        asking(crosswalk, { _ in CrosswalkQuestion(code: code) }, rule)
    }

    /// Any rule that asks a crosswalk about one of several texts, and takes the one that the crosswalk has.
    ///
    /// - Parameters:
    ///   - crosswalk: The table of codes.
    ///   - code: What the rule asks for, given its sources and the table, and which of the sources it is from; nil if it
    ///     does not ask.
    ///   - rule: Makes the rule with this table, or with one that has more rows.
    /// - Returns: The rule.
    public static func asking(
        _ crosswalk: Crosswalk,
        code: @escaping @Sendable (RuleInput, Crosswalk) -> (code: String, source: Int)?,
        _ rule: @escaping @Sendable (Crosswalk) -> Self
    ) -> Self {
        asking(crosswalk, { table in CrosswalkQuestion { code($0, table) } }, rule)
    }

    private static func asking(
        _ crosswalk: Crosswalk,
        _ question: @escaping @Sendable (Crosswalk) -> CrosswalkQuestion,
        _ rule: @escaping @Sendable (Crosswalk) -> Self
    ) -> Self {
        var made = rule(crosswalk)
        made.ask(crosswalk) { table in
            var made = rule(table)
            made.question = question(table)
            return made
        }
        made.question = question(crosswalk)
        return made
    }

    @usableFromInline
    mutating func ask(_ crosswalk: Crosswalk, _ rule: @escaping @Sendable (Crosswalk) -> Self) {
        self.crosswalk = crosswalk
        recoded = { table in
            var made = rule(table)
            made.ask(table, rule)
            return made
        }
    }
}

extension RuleInput {
    /// The canonical code of a vendor's code; what the crosswalk does not have on the run's day is reported, and treated as
    /// it says.
    ///
    /// - Parameters:
    ///   - code: The vendor's code.
    ///   - crosswalk: The table of codes.
    ///   - index: Which of the rule's sources the code is from, for the report.
    /// - Returns: The canonical code; nil if there is none.
    public mutating func target(of code: String, _ crosswalk: Crosswalk, source index: Int = 0) -> String? {
        // The run's day costs something to work out, and most tables do not ask for it.
        let day = context.day(for: crosswalk)
        if let target = crosswalk.target(of: code, on: day) { return target }
        return unmapped(code, crosswalk, source: index, on: day)
    }

    @inline(never)
    private mutating func unmapped(
        _ code: String,
        _ crosswalk: Crosswalk,
        source index: Int,
        on day: LocalDate?
    ) -> String? {
        var expected = "a code of \(crosswalk.name)"
        var remedy = "Add a row to the crosswalk \(crosswalk.name)."
        if let day, let lapse = crosswalk.lapse(of: code, on: day) {
            expected += " on \(day); \"\(code)\" \(lapse)"
            let member = if case .ended = lapse { "a later validThrough" } else { "an earlier validFrom" }
            remedy = "Correct the code in the source, or give its row in the crosswalk \(crosswalk.name) \(member)."
        } else if let nearest = crosswalk.nearest(to: code, on: day) {
            expected += "; nearest is \"\(nearest)\""
        }
        switch crosswalk.unmapped {
        case .reject:
            report(.unknownCode, source: index, expected: expected, remedy: remedy)
            return nil
        case .keep:
            expected += "; it is kept"
            report(.unknownCode, source: index, expected: expected, severity: .warning, remedy: remedy)
            return code
        case .fixed(let target):
            expected += "; \(target) is taken for it"
            report(.unknownCode, source: index, expected: expected, severity: .warning, remedy: remedy)
            return target
        }
    }
}

extension RuleOutput {
    /// Sets a source to the vendor's code for a canonical one; leaves it if the crosswalk has none and keeps none.
    public func set(_ index: Int, _ code: String, through crosswalk: Crosswalk) {
        if let source = crosswalk.source(of: code, on: context.day(for: crosswalk)) {
            set(index, source)
        } else if crosswalk.unmapped == .keep {
            set(index, code)
        } else {
            leave(index)
        }
    }
}

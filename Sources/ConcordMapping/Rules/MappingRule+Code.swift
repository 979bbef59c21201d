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

    /// Any rule that asks a crosswalk, so that overlays can extend it.
    ///
    /// - Parameters:
    ///   - crosswalk: The table of codes.
    ///   - rule: Makes the rule with this table, or with one that has more rows.
    /// - Returns: The rule.
    public static func asking(_ crosswalk: Crosswalk, _ rule: @escaping @Sendable (Crosswalk) -> Self) -> Self {
        var made = rule(crosswalk)
        made.ask(crosswalk, rule)
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
    /// The canonical code of a vendor's code; what the crosswalk does not have is reported, and treated as it says.
    @usableFromInline
    mutating func target(of code: String, _ crosswalk: Crosswalk) -> String? {
        if let target = crosswalk.target(of: code) { return target }
        let nearest = crosswalk.nearest(to: code).map { "; nearest is \"\($0)\"" } ?? ""
        let expected = "a code of \(crosswalk.name)\(nearest)"
        let remedy = "Add a row to the crosswalk \(crosswalk.name)."
        switch crosswalk.unmapped {
        case .reject:
            report(.unknownCode, expected: expected, remedy: remedy)
            return nil
        case .keep:
            report(.unknownCode, expected: expected + "; it is kept", severity: .warning, remedy: remedy)
            return code
        case .fixed(let target):
            report(.unknownCode, expected: expected + "; \(target) is taken for it", severity: .warning, remedy: remedy)
            return target
        }
    }
}

extension RuleOutput {
    /// Sets a source to the vendor's code for a canonical one; leaves it if the crosswalk has none and keeps none.
    public func set(_ index: Int, _ code: String, through crosswalk: Crosswalk) {
        if let source = crosswalk.source(of: code) {
            set(index, source)
        } else if crosswalk.unmapped == .keep {
            set(index, code)
        } else {
            leave(index)
        }
    }
}

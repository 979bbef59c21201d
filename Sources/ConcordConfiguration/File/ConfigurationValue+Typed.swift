internal import ConcordSchema
public import ConcordValues

extension ConfigurationValue {
    /// The text of a string.
    ///
    /// - Parameter problems: Where to note that the value is none.
    /// - Returns: The text with escapes resolved; nil if a problem was noted.
    public func string(_ problems: inout ConfigurationProblems) -> String? {
        if case .string(let text, _) = content { return text }
        refuse("a string", &problems)
        return nil
    }

    /// A whole number.
    ///
    /// - Parameters:
    ///   - range: The numbers that are accepted; at most those up to 2⁵³ − 1, which all JSON readers agree on and which the
    ///     document's hash tells apart.
    ///   - problems: Where to note that the value is none, or none of the range.
    /// - Returns: The number; nil if a problem was noted.
    public func integer(
        in range: ClosedRange<Int> = Self.exactIntegers,
        _ problems: inout ConfigurationProblems
    ) -> Int? {
        guard case .number(let text) = content else {
            refuse("a whole number", &problems)
            return nil
        }
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }), text != "-0"
        else {
            problems.add(.type, at: self, expected: "a whole number without fraction and exponent")
            return nil
        }
        let range = range.clamped(to: Self.exactIntegers)
        guard let number = Int(text), range.contains(number) else {
            let expected =
                if range.upperBound == Self.exactIntegers.upperBound, range.lowerBound > Self.exactIntegers.lowerBound {
                    "a whole number from \(range.lowerBound) on"
                } else {
                    "a whole number from \(range.lowerBound) to \(range.upperBound)"
                }
            problems.add(.numberRange, at: self, expected: expected)
            return nil
        }
        return number
    }

    /// The whole numbers that a double holds exactly: up to 2⁵³ − 1 (RFC 7493 §2.2).
    public static var exactIntegers: ClosedRange<Int> { -9_007_199_254_740_991...9_007_199_254_740_991 }

    /// True or false.
    ///
    /// - Parameter problems: Where to note that the value is neither.
    /// - Returns: Which it is; nil if a problem was noted.
    public func boolean(_ problems: inout ConfigurationProblems) -> Bool? {
        if case .boolean(let isTrue) = content { return isTrue }
        refuse("true or false", &problems)
        return nil
    }

    /// A date, written as a string like `2026-03-01`.
    ///
    /// - Parameter problems: Where to note that the value is none.
    /// - Returns: The date; nil if a problem was noted.
    public func date(_ problems: inout ConfigurationProblems) -> LocalDate? {
        text(as: LocalDate.self, "a string with a date like 2026-03-01", &problems)
    }

    /// A decimal, written as a string like `"1250.00"`, so that its decimals are kept.
    ///
    /// - Parameter problems: Where to note that the value is none.
    /// - Returns: The decimal with the scale it was written with; nil if a problem was noted.
    public func decimal(_ problems: inout ConfigurationProblems) -> ExactDecimal? {
        if case .number(let text) = content {
            problems.add(
                .type,
                at: self,
                expected: "a decimal in a string",
                advice: "write \"\(Quotation.cut(text))\" in quotes, which keeps its decimals"
            )
            return nil
        }
        return text(as: ExactDecimal.self, "a string with a decimal like 1250.00", &problems)
    }

    /// A value with one text form, written as a string.
    ///
    /// - Parameters:
    ///   - type: The value's type, such as `Instant` or `CurrencyCode`.
    ///   - expected: What is expected, in words, for a message about a value that is no string.
    ///   - problems: Where to note that the value is none; with the value's own code and expectation if it is a string.
    /// - Returns: The value; nil if a problem was noted.
    public func text<Value: TextValue>(
        as type: Value.Type,
        _ expected: String = "a string",
        _ problems: inout ConfigurationProblems
    ) -> Value? {
        guard case .string(let text, _) = content else {
            refuse(expected, &problems)
            return nil
        }
        do throws(ValueError) {
            return try Value(text)
        } catch {
            problems.add(IssueCode(rawValue: error.code.rawValue), at: self, expected: error.expected)
            return nil
        }
    }

    /// One of some known texts.
    ///
    /// - Parameters:
    ///   - names: The texts, in the order in which people should read them.
    ///   - problems: Where to note that the value is none of them; the nearest one is named.
    /// - Returns: The text; nil if a problem was noted.
    public func choice(of names: [String], _ problems: inout ConfigurationProblems) -> String? {
        guard let text = string(&problems) else { return nil }
        // Equal in bytes: texts that only look the same are not.
        if let name = names.first(where: { $0.utf8.elementsEqual(text.utf8) }) { return name }
        problems.add(
            .unknownCode,
            at: self,
            expected: Quotation.choice(names),
            advice: NearestName.advice(for: text, among: names)
        )
        return nil
    }

    /// The items of a list.
    ///
    /// - Parameter problems: Where to note that the value is none.
    /// - Returns: The items in their order; nil if a problem was noted.
    public func list(_ problems: inout ConfigurationProblems) -> [ConfigurationValue]? {
        if case .list(let items) = content { return items }
        refuse("a list", &problems)
        return nil
    }

    /// An object with a fixed set of members.
    ///
    /// - Parameters:
    ///   - names: The members that it may have, in the order in which people should read them.
    ///   - problems: Where to note that the value is none, and each member that is not one of the names, with the nearest
    ///     one.
    /// - Returns: The object without its unknown members; nil if the value is none.
    public func object(knowing names: [String], _ problems: inout ConfigurationProblems) -> ConfigurationObject? {
        guard let object = openObject(&problems) else { return nil }
        return object.restricted(to: names, &problems)
    }

    /// An object with any members, such as a table that its author makes up.
    ///
    /// - Parameter problems: Where to note that the value is none.
    /// - Returns: The object; nil if a problem was noted.
    public func openObject(_ problems: inout ConfigurationProblems) -> ConfigurationObject? {
        if case .object(let members) = content { return ConfigurationObject(self, members) }
        refuse("an object", &problems)
        return nil
    }

    /// A predicate, written as a string.
    ///
    /// - Parameter problems: Where to note that the value is none, at the place in the string that is wrong.
    /// - Returns: The predicate, whose names are not checked yet; nil if a problem was noted.
    public func predicate(_ problems: inout ConfigurationProblems) -> Predicate? {
        guard case .string(let text, _) = content else {
            refuse("a string with a predicate", &problems)
            return nil
        }
        do throws(PredicateRefusal) {
            return try Predicate(text)
        } catch {
            for problem in error.problems { problems.add(problem, in: self) }
            return nil
        }
    }

    /// A predicate, written as a string, whose names and types are checked.
    ///
    /// - Parameters:
    ///   - symbols: The names that it may use.
    ///   - problems: Where to note that the value is none, at the place in the string that is wrong.
    /// - Returns: The predicate, ready to be evaluated; nil if a problem was noted.
    public func predicate(
        checkedAgainst symbols: some PredicateSymbols,
        _ problems: inout ConfigurationProblems
    ) -> CheckedPredicate? {
        guard let predicate = predicate(&problems) else { return nil }
        do throws(PredicateRefusal) {
            return try predicate.checked(against: symbols)
        } catch {
            for problem in error.problems { problems.add(problem, in: self) }
            return nil
        }
    }

    private func refuse(_ expected: String, _ problems: inout ConfigurationProblems) {
        problems.add(
            isNull ? .unexpectedNull : .type,
            at: self,
            expected: expected,
            advice: isNull ? "leave out what is not there" : nil
        )
    }
}

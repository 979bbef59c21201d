public import ConcordValues

extension ConfigurationObject {
    /// The text of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func string(_ name: String, _ problems: inout ConfigurationProblems) -> String? {
        value(name, &problems)?.string(&problems)
    }

    /// The text of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func string(ifPresent name: String, _ problems: inout ConfigurationProblems) -> String? {
        value(ifPresent: name)?.string(&problems)
    }

    /// The whole number of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - range: The numbers that are accepted.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func integer(
        _ name: String,
        in range: ClosedRange<Int> = ConfigurationValue.exactIntegers,
        _ problems: inout ConfigurationProblems
    ) -> Int? {
        value(name, &problems)?.integer(in: range, &problems)
    }

    /// The whole number of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - range: The numbers that are accepted.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func integer(
        ifPresent name: String,
        in range: ClosedRange<Int> = ConfigurationValue.exactIntegers,
        _ problems: inout ConfigurationProblems
    ) -> Int? {
        value(ifPresent: name)?.integer(in: range, &problems)
    }

    /// The truth of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func boolean(_ name: String, _ problems: inout ConfigurationProblems) -> Bool? {
        value(name, &problems)?.boolean(&problems)
    }

    /// The truth of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func boolean(ifPresent name: String, _ problems: inout ConfigurationProblems) -> Bool? {
        value(ifPresent: name)?.boolean(&problems)
    }

    /// The date of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func date(_ name: String, _ problems: inout ConfigurationProblems) -> LocalDate? {
        value(name, &problems)?.date(&problems)
    }

    /// The date of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func date(ifPresent name: String, _ problems: inout ConfigurationProblems) -> LocalDate? {
        value(ifPresent: name)?.date(&problems)
    }

    /// The decimal, written in a string, of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func decimal(_ name: String, _ problems: inout ConfigurationProblems) -> ExactDecimal? {
        value(name, &problems)?.decimal(&problems)
    }

    /// The decimal, written in a string, of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func decimal(ifPresent name: String, _ problems: inout ConfigurationProblems) -> ExactDecimal? {
        value(ifPresent: name)?.decimal(&problems)
    }

    /// The items of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func list(_ name: String, _ problems: inout ConfigurationProblems) -> [ConfigurationValue]? {
        value(name, &problems)?.list(&problems)
    }

    /// The items of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func list(ifPresent name: String, _ problems: inout ConfigurationProblems) -> [ConfigurationValue]? {
        value(ifPresent: name)?.list(&problems)
    }

    /// The text of a member that must be there and is one of some known texts.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - names: The texts, in the order in which people should read them.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func choice(
        _ name: String,
        of names: [String],
        _ problems: inout ConfigurationProblems
    ) -> String? {
        value(name, &problems)?.choice(of: names, &problems)
    }

    /// The object of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - names: The members that the object may have.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func object(
        _ name: String,
        knowing names: [String],
        _ problems: inout ConfigurationProblems
    ) -> ConfigurationObject? {
        value(name, &problems)?.object(knowing: names, &problems)
    }

    /// The predicate of a member that must be there, with its names and types checked.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - symbols: The names that it may use.
    ///   - problems: Where to note that it is not there or of another kind.
    /// - Returns: The value; nil if a problem was noted.
    public func predicate(
        _ name: String,
        checkedAgainst symbols: some PredicateSymbols,
        _ problems: inout ConfigurationProblems
    ) -> CheckedPredicate? {
        value(name, &problems)?.predicate(checkedAgainst: symbols, &problems)
    }

    /// The text of a member that may be there and is one of some known texts.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - names: The texts, in the order in which people should read them.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func choice(
        ifPresent name: String,
        of names: [String],
        _ problems: inout ConfigurationProblems
    ) -> String? {
        value(ifPresent: name)?.choice(of: names, &problems)
    }

    /// The object of a member that may be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - names: The members that the object may have.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func object(
        ifPresent name: String,
        knowing names: [String],
        _ problems: inout ConfigurationProblems
    ) -> ConfigurationObject? {
        value(ifPresent: name)?.object(knowing: names, &problems)
    }

    /// The predicate of a member that may be there, with its names and types checked.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - symbols: The names that it may use.
    ///   - problems: Where to note that it is of another kind.
    /// - Returns: The value; nil if it is not there or a problem was noted.
    public func predicate(
        ifPresent name: String,
        checkedAgainst symbols: some PredicateSymbols,
        _ problems: inout ConfigurationProblems
    ) -> CheckedPredicate? {
        value(ifPresent: name)?.predicate(checkedAgainst: symbols, &problems)
    }
}

extension ExchangeRate {
    /// Stands where a rate will be filled in: no currency for no currency, at 1, on the first day of the calendar.
    public static let placeholder = ExchangeRate(at: .first)

    /// One unit of no currency for another.
    ///
    /// The initialiser that checks what it is given could only fail here in theory, and would have to be caught.
    private init(at date: LocalDate) {
        source = .none
        target = .none
        rate = 1
        operation = .multiply
        baseUnits = 1
        self.date = date
        kind = .spot
        provider = nil
        isFixedByContract = false
    }
}

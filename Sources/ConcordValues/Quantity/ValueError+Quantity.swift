extension ValueError.Code {
    /// The text is not one to three capital letters and digits.
    public static let unitSyntax = Self(rawValue: "unit.syntax")
    /// Two quantities that should be in one unit are not.
    public static let quantityUnitMismatch = Self(rawValue: "quantity.unitMismatch")
    /// There is no fixed relation between the two units.
    public static let quantityNoConversion = Self(rawValue: "quantity.noConversion")
    /// A conversion from or to days needs to know the hours of a day, and more than zero of them.
    public static let quantityHoursPerDay = Self(rawValue: "quantity.hoursPerDay")
    /// The text is not a whole number of minutes in plain digits.
    public static let minutesSyntax = Self(rawValue: "minutes.syntax")
    /// The hours are not a whole number of minutes.
    public static let minutesNotWhole = Self(rawValue: "minutes.notWhole")
    /// The number of minutes needs more than 64 bits.
    public static let minutesOverflow = Self(rawValue: "minutes.overflow")
}

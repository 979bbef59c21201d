public import ConcordSchema
internal import ConcordValues

extension IssueCode {
    /// An id that the identity crosswalk does not know.
    public static let unresolvedReference: Self = "mapping.unresolvedReference"
    /// An amount without a currency, from a tenant without one.
    public static let noCurrency: Self = "mapping.noCurrency"
    /// A date without a time zone, from a tenant without one.
    public static let noTimeZone: Self = "mapping.noTimeZone"
    /// An object of whose parts none has anything in it.
    public static let noRecord: Self = "mapping.noRecord"
    /// A change that the mapping has no rule to write.
    public static let notWritable: Self = "mapping.notWritable"
    /// An amount in another currency than the object that it would be written into.
    public static let otherCurrency: Self = "mapping.otherCurrency"
    /// A field that a change touched and that cannot be worked out without the whole object.
    public static let needsWhole: Self = "mapping.needsWhole"
    /// A change of another object than the one it was to be applied to.
    public static let otherObject: Self = "mapping.otherObject"
    /// A value of another JSON type than the rule reads.
    static let sourceType = IssueCode(rawValue: ValueError.Code.sourceType.rawValue)
}

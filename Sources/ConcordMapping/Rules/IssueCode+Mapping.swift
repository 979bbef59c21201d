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
    /// A value of another JSON type than the rule reads.
    static let sourceType = IssueCode(rawValue: ValueError.Code.sourceType.rawValue)
}

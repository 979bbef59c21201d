public import ConcordSchema

extension ConfigurationProblem {
    /// A problem of a file that is not a document of JSON, such as a table.
    ///
    /// - Parameters:
    ///   - code: What kind of problem it is; of your own kind, if you have one.
    ///   - place: Where it is.
    ///   - expected: What was expected, in words.
    ///   - found: What was found, as messages should show it; nil if nothing was there.
    ///   - advice: What to do about it.
    ///   - related: A second place that matters.
    public init(
        _ code: IssueCode,
        at place: ConfigurationPlace,
        expected: String,
        found: String?,
        advice: String? = nil,
        related: ConfigurationPlace? = nil
    ) {
        self.init(
            code,
            in: place.file,
            at: place.position,
            path: nil,
            expected: expected,
            found: found.map(Quotation.cut),
            advice: advice,
            related: related
        )
    }
}

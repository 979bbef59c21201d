import ConcordMapping
import ConcordSchema
import ConcordValues

extension RuleInput {
    /// Hours as whole minutes, rounded half up; hours below zero, and more than can be counted, are reported.
    ///
    /// - Parameters:
    ///   - hours: The hours.
    ///   - area: What the issues' codes begin with: `timecard`.
    /// - Returns: The minutes; nil if that is reported.
    mutating func wholeMinutes(of hours: ExactDecimal, _ area: String) -> Minutes? {
        guard !hours.isNegative else {
            report(IssueCode(rawValue: "\(area).negativeHours"), expected: "no fewer than zero hours")
            return nil
        }
        do throws(ValueError) {
            let minutes = try hours.multiplying(by: 60).quantized(toScale: 0, rounding: .halfUp)
            return Minutes(Int64(clamping: minutes.coefficient))
        } catch {
            report(IssueCode(rawValue: "\(area).hours"), expected: "hours that can be counted in minutes")
            return nil
        }
    }
}

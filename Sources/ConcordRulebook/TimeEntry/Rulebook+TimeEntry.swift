public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of time entries.
    public static let timeEntry = RuleSet<TimeEntry> {
        timeReadiness
        timeContent
        timeStates
        timePlace
        timeContract
        timeOfOne
    }
}

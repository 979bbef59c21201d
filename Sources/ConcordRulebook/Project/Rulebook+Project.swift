public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// The rules of projects.
    public static let project = RuleSet<Project> {
        projectReadiness
        projectPlan
    }
}

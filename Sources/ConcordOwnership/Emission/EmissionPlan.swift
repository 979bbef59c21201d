/// What is to be written to a system.
public struct EmissionPlan: Sendable, Hashable {
    /// How often one value is sent to a system that does not answer, before a person must look.
    public static let maximumSendings: Int32 = 2
}

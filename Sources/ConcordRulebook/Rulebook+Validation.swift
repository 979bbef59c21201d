public import ConcordValidation

extension Rulebook {
    /// The default rules for all records of the canonical model.
    public static let validation = ValidationPolicy("rulebook", version: 1) {}
}

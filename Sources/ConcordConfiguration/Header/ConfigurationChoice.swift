/// The documents that apply to somebody on some day, and those that would on another one.
public struct ConfigurationChoice<Content: Sendable>: Sendable {
    /// What applies, from the least to the most specific; a later document goes before an earlier one.
    public internal(set) var applied: [ConfigurationDocument<Content>] = []

    /// What was valid until an earlier day and was not replaced: somebody may have forgotten it.
    public internal(set) var expired: [ConfigurationDocument<Content>] = []

    /// What will be valid from a later day.
    public internal(set) var upcoming: [ConfigurationDocument<Content>] = []

    init() {}
}

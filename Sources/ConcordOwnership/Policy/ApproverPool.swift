/// Those who play one approver's role: by name, or only how many they are.
public enum ApproverPool: Sendable, Hashable {
    /// As many different people as the number says, none of whom plays another role.
    case people(Int)
    /// These people; who stands in two pools is one person.
    case named([String])

    /// How many different people there are.
    public var count: Int {
        switch self {
        case .people(let count): max(count, 0)
        case .named(let names): Set(names).count
        }
    }
}

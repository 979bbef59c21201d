/// Whose schema it is: what a version writes, or what it reads.
public struct SchemaSide: RawRepresentable, Sendable, Hashable {
    /// The side's name.
    public let rawValue: String

    /// A side with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What a version writes of its own: no members but the declared ones, no codes but the known ones.
    ///
    /// What it passes on for others, members and codes that it does not know, is not in it; a relay writes what the
    /// reader's schema says.
    public static let writer = Self(rawValue: "writer")

    /// What a version reads: members that it does not know are kept, and so are codes.
    public static let reader = Self(rawValue: "reader")
}

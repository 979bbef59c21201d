/// What a command tells the shell when it ends; numbers above 63 are those of BSD's `sysexits.h`.
struct ExitStatus: RawRepresentable, Sendable, Hashable {
    /// The number.
    let rawValue: Int32

    /// Everything was accepted.
    static let success = Self(rawValue: 0)
    /// Some of it was refused.
    static let rejected = Self(rawValue: 1)
    /// The command was called in a way that it does not understand.
    static let usage = Self(rawValue: 64)
    /// The input is not what it should be at all.
    static let data = Self(rawValue: 65)
    /// There is no such input, or it cannot be read.
    static let noInput = Self(rawValue: 66)
    /// A file cannot be made.
    static let cannotCreate = Self(rawValue: 73)
    /// Reading or writing failed on the way.
    static let inputOutput = Self(rawValue: 74)
}

/// A file of a test that cannot be read or written, or that has nothing in it.
public struct FileFailure: Error, Sendable, Hashable {
    /// The file or the folder.
    public let path: String

    /// What could not be done, and why.
    public let reason: String

    init(_ path: String, _ deed: String, _ reason: String) {
        self.path = path
        self.reason = "cannot \(deed): \(reason)"
    }

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }
}

extension FileFailure: CustomStringConvertible {
    /// The path and the reason.
    public var description: String { "\(path) \(reason)" }
}

public import ConcordSchema

/// A place in a configuration file, as people name it: `overlays/emea.json:7:14`.
public struct ConfigurationPlace: Sendable, Hashable {
    /// The file's name, as the host gave it.
    public let file: String

    /// Where in the file.
    public let position: SourcePosition

    /// A place in a file.
    public init(file: String, position: SourcePosition) {
        self.file = file
        self.position = position
    }
}

extension ConfigurationPlace: Comparable {
    /// Whether the first place is in an earlier file, by name, or earlier in the same file.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.position.offset) < (right.file, right.position.offset)
    }
}

extension ConfigurationPlace: CustomStringConvertible {
    /// The file, the line and the column: `overlays/emea.json:7:14`.
    public var description: String { "\(file):\(position.line):\(position.column)" }
}

/// One of a set of codes that may grow, such as the type of a time entry.
///
/// The codes that are known have static members; any other text is kept as it came, is reported (``isKnown``), and is
/// written back unchanged. An `enum` would have to drop it or refuse the record.
///
/// ```swift
/// public struct TimeType: OpenCode {
///     public let rawValue: String
///     public init(rawValue: String) { self.rawValue = rawValue }
///
///     public static let regular = Self(rawValue: "regular")
///     public static let overtime = Self(rawValue: "overtime")
///     public static let codes: CodeList = ["regular", "overtime"]
/// }
/// ```
///
/// A code cannot be written as a string literal: a misspelt literal would be a new code, and a misspelt member does not
/// compile.
///
/// ## Implementation guidance
///
/// Write codes in camel case, and list them in ``codes`` in the order in which people should read them. Declare
/// `codes` with `static let`.
public protocol OpenCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible where RawValue == String {
    /// The code with the given text, known or not.
    init(rawValue: String)

    /// The texts of the codes that are known.
    static var codes: CodeList { get }
}

extension OpenCode {
    /// Whether the code is one of ``codes``.
    @inlinable
    public var isKnown: Bool { Self.codes.contains(rawValue) }

    /// The code's text.
    @inlinable
    public var description: String { rawValue }
}

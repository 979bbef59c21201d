/// Why a text is not the value it should be.
///
/// Errors are data: equality is on the code alone, so a test can build the error it expects, and ``expected`` says what
/// to write instead.
public struct ValueError: Error, Sendable {
    /// A stable name for one kind of mistake, such as `date.syntax`.
    ///
    /// New codes may be added; compare against the static members that the value types declare.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The code as text: the value's noun, a point, and what is wrong with it.
        public let rawValue: String

        /// A code with the given text.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// What kind of mistake it is.
    public let code: Code

    /// What was expected, in words and with an example: `a calendar date like 2026-03-01`.
    public let expected: String

    /// The text that was found, cut after 64 characters.
    public let observed: String

    /// An error of the given kind.
    ///
    /// - Parameters:
    ///   - code: What kind of mistake it is.
    ///   - expected: What was expected, in words and with an example.
    ///   - observed: The text that was found; cut after 64 characters.
    public init(_ code: Code, expected: String, observed: String) {
        self.code = code
        self.expected = expected
        self.observed = observed.count <= 64 ? observed : observed.prefix(64) + "…"
    }
}

extension ValueError: Hashable {
    /// Two errors are the same if their codes are.
    public static func == (left: Self, right: Self) -> Bool {
        left.code == right.code
    }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}

extension ValueError: CustomStringConvertible {
    /// The mistake as one sentence.
    public var description: String {
        "\(code.rawValue): expected \(expected), found \"\(observed)\""
    }
}

/// What a record is to be ready for, from selling to posting; more is asked the further it goes.
///
/// The set is open: a firm has purposes of its own, such as being published to a data warehouse.
public struct Readiness: RawRepresentable, Sendable, Hashable {
    /// The purpose as documents write it.
    public let rawValue: String

    /// A purpose with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// To be sold to.
    public static let sell: Self = "sell"
    /// To be contracted with, or signed.
    public static let contract: Self = "contract"
    /// For a project to start.
    public static let startProject: Self = "startProject"
    /// For time to be logged on it.
    public static let logTime: Self = "logTime"
    /// To be billed.
    public static let bill: Self = "bill"
    /// To be posted to the books.
    public static let post: Self = "post"

    /// The purposes that every firm has, in the order in which they come.
    public static let standard: [Self] = [.sell, .contract, .startProject, .logTime, .bill, .post]
}

extension Readiness: ExpressibleByStringLiteral {
    /// A purpose with the given text.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension Readiness: CustomStringConvertible {
    /// The purpose as documents write it.
    public var description: String { rawValue }
}

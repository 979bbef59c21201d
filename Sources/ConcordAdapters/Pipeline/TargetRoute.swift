import ConcordSchema
public import ConcordValues

/// A system that is written to, how records are written for it, and how urgent it is.
public struct TargetRoute: Sendable {
    /// How urgent a system is.
    ///
    /// Each system has a sender of its own, so none waits for another. Of senders that want to store at once, those of
    /// critical systems go first.
    public enum Priority: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// It may lag: a search index, a data warehouse.
        case lagging
        /// As usual.
        case standard
        /// Money waits for it.
        case critical

        /// Whether the first is less urgent.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The system.
    public let target: any ChangeTarget

    /// How urgent it is.
    public let priority: Priority

    let routes: [String: EmissionRoute]

    /// A system that is written to.
    ///
    /// - Parameters:
    ///   - target: The system.
    ///   - routes: How records are written for it; records without a route are not sent. Without any route all are, and a
    ///     change has only its values.
    ///   - priority: How urgent it is.
    public init(_ target: any ChangeTarget, _ routes: [EmissionRoute] = [], priority: Priority = .standard) {
        self.target = target
        self.priority = priority
        self.routes = Dictionary(routes.map { ($0.record.name, $0) }) { first, _ in first }
    }

    /// Whether records of a kind are sent: those that there is a route for, or all if there are no routes.
    func takes(_ record: String) -> Bool { routes.isEmpty || routes[record] != nil }

    /// The system's name.
    public var system: SystemID { target.system }
}

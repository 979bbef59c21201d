import ConcordSchema
public import ConcordValues

/// A system that is written to, how records are written for it, and how much hangs on it.
public struct TargetRoute: Sendable {
    /// The system.
    public let target: any ChangeTarget

    /// How much hangs on it.
    ///
    /// Each system has a sender of its own, so none waits for another. Where several want to store at once, those on which
    /// more hangs go first; what is read is ``CallPriority/normal``.
    public let priority: CallPriority

    let routes: [String: EmissionRoute]

    /// A system that is written to.
    ///
    /// - Parameters:
    ///   - target: The system.
    ///   - routes: How records are written for it; records without a route are not sent. Without any route all are, and a
    ///     change has only its values.
    ///   - priority: How much hangs on it.
    public init(_ target: any ChangeTarget, _ routes: [EmissionRoute] = [], priority: CallPriority = .normal) {
        self.target = target
        self.priority = priority
        self.routes = Dictionary(routes.map { ($0.record.name, $0) }) { first, _ in first }
    }

    /// Whether records of a kind are sent: those that there is a route for, or all if there are no routes.
    func takes(_ record: String) -> Bool { routes.isEmpty || routes[record] != nil }

    /// The system's name.
    public var system: SystemID { target.system }
}

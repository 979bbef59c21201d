public import ConcordValues

/// The host's door for watching: logs, metrics, traces, a page that shows progress.
///
/// ## Implementation guidance
///
/// Be quick and do not wait: what is watched waits for the watcher. Signals of different records may come from several
/// threads at once.
public protocol IntegrationObserver: Sendable {
    /// Takes notice of something.
    ///
    /// - Parameters:
    ///   - signal: What happened.
    ///   - time: When.
    func receive(_ signal: IntegrationSignal, at time: Instant)
}

/// Nobody watches.
public struct NoObserver: IntegrationObserver {
    /// Nobody.
    public init() {}

    /// Does nothing.
    public func receive(_ signal: IntegrationSignal, at time: Instant) {}
}

/// Several who watch.
public struct Observers: IntegrationObserver {
    private let all: [any IntegrationObserver]

    /// Several who watch, told in this order.
    public init(_ all: [any IntegrationObserver]) { self.all = all }

    /// Tells all of them.
    public func receive(_ signal: IntegrationSignal, at time: Instant) {
        for observer in all { observer.receive(signal, at: time) }
    }
}

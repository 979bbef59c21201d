public import ConcordSchema
public import ConcordValues

/// Why a door could not do what it was asked to, in words for the person who must act.
///
/// Doors throw nothing else, so an implementer says of each failure what kind it is; a door that cannot tell says
/// ``FailureClass/unknown``.
public struct AdapterFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public var failureClass: FailureClass

    /// The system or store that failed, if it was one.
    public var system: SystemID?

    /// What failed, in words: `POST /services/data/v62.0/sobjects/Account answered 503`.
    public var what: String

    /// What to do about it; nil if waiting is all.
    public var remedy: String?

    /// How long the system asks to be left alone, if it said so.
    public var retryAfter: Duration?

    /// What is wrong with single values, if the system said so.
    public var issues: [Issue]

    /// A failure.
    ///
    /// - Parameters:
    ///   - failureClass: What kind of failure it is.
    ///   - what: What failed, in words.
    ///   - system: The system that failed.
    ///   - remedy: What to do about it.
    ///   - retryAfter: How long the system asks to be left alone.
    ///   - issues: What is wrong with single values.
    public init(
        _ failureClass: FailureClass,
        _ what: String,
        system: SystemID? = nil,
        remedy: String? = nil,
        retryAfter: Duration? = nil,
        issues: [Issue] = []
    ) {
        self.failureClass = failureClass
        self.what = what
        self.system = system
        self.remedy = remedy
        self.retryAfter = retryAfter
        self.issues = issues
    }

    /// That the work was cancelled.
    public static let cancelled = AdapterFailure(.cancelled, "the work was cancelled")

    /// Throws ``cancelled`` if the task that runs was cancelled.
    public static func checkCancellation() throws(AdapterFailure) {
        if Task.isCancelled { throw .cancelled }
    }
}

extension AdapterFailure: CustomStringConvertible {
    /// `netsuite: PATCH /customer/1207 answered 429 (rateLimited, again in 30 s)`.
    public var description: String {
        var text = system.map { "\($0): \(what)" } ?? what
        text += " (\(failureClass.rawValue)"
        if let retryAfter { text += ", again in \(retryAfter.secondsText) s" }
        text += ")"
        if let remedy { text += ". \(remedy)" }
        for issue in issues { text += "\n\(issue)" }
        return text
    }
}

/// Mistakes that the engine could make, one flag each, all of them off.
///
/// The evaluation is generic over them, so that the tests can switch each on and see a law break: a law that no mistake can
/// break tests nothing. Flags that are off are constants, which cost nothing.
package protocol EngineDefects: Sendable {
    /// Claims are taken in the order in which they came.
    static var usesArrivalOrder: Bool { get }
    /// Of two events with one id the first one counts.
    static var ignoresMismatch: Bool { get }
    /// Of several owners the latest wins, whatever their rank.
    static var prefersRecency: Bool { get }
    /// Prohibitions do not count.
    static var ignoresProhibitions: Bool { get }
    /// An approval counts though the value that it was given for has changed.
    static var appliesStaleApprovals: Bool { get }
    /// Who proposes may approve.
    static var appliesSelfApprovals: Bool { get }
    /// What a delta leaves open is taken away.
    static var clearsWhatIsAbsent: Bool { get }
    /// Fields of an atomic group survive one by one.
    static var splitsGroups: Bool { get }
    /// The stage is the latest that is known, not that of the claim's time.
    static var readsLatestStage: Bool { get }
    /// A change is judged by the stage that it brings about itself.
    static var readsStageOfItsMoment: Bool { get }
    /// What comes back from a system is news, and what it acknowledged is sent again.
    static var emitsEchoes: Bool { get }
    /// A status may go back.
    static var movesStatusBack: Bool { get }
    /// Claims hold before their time.
    static var ignoresValidFrom: Bool { get }
    /// What waits for approval is shown.
    static var showsPending: Bool { get }
    /// If the owner says nothing, nothing is shown.
    static var hidesProvisional: Bool { get }
    /// What was not followed is forgotten.
    static var dropsDissent: Bool { get }
    /// What nobody granted is done.
    static var grantsByDefault: Bool { get }
    /// A snapshot gives nothing up.
    static var ignoresOmission: Bool { get }
    /// Every repetition is a change.
    static var changesOnRepetition: Bool { get }
    /// No claim takes the short way of what is plain.
    ///
    /// No mistake: it must make no difference. Only an engine without mistakes has the short way, so that each of them is
    /// made in one place.
    static var goesLongWay: Bool { get }
}

extension EngineDefects {
    package static var usesArrivalOrder: Bool { false }
    package static var ignoresMismatch: Bool { false }
    package static var prefersRecency: Bool { false }
    package static var ignoresProhibitions: Bool { false }
    package static var appliesStaleApprovals: Bool { false }
    package static var appliesSelfApprovals: Bool { false }
    package static var clearsWhatIsAbsent: Bool { false }
    package static var splitsGroups: Bool { false }
    package static var readsLatestStage: Bool { false }
    package static var readsStageOfItsMoment: Bool { false }
    package static var emitsEchoes: Bool { false }
    package static var movesStatusBack: Bool { false }
    package static var ignoresValidFrom: Bool { false }
    package static var showsPending: Bool { false }
    package static var hidesProvisional: Bool { false }
    package static var dropsDissent: Bool { false }
    package static var grantsByDefault: Bool { false }
    package static var ignoresOmission: Bool { false }
    package static var changesOnRepetition: Bool { false }
    package static var goesLongWay: Bool { true }
}

/// An engine without known mistakes.
package enum NoDefects: EngineDefects {
    package static var goesLongWay: Bool { false }
}

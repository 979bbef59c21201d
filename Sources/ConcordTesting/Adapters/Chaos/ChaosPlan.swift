/// How much goes wrong, and when: all of it follows from a seed.
public struct ChaosPlan: Sendable, Hashable {
    /// What the choice of faults follows from: the door, what is asked, and how often that was asked before; not the order
    /// in which tasks ask.
    public var seed: UInt64

    /// How often each fault happens, in a hundred calls that it can happen to.
    public var rates: [ChaosFault: Int]

    /// How long an answer is late at most.
    public var longestDelay: Duration = .seconds(30)

    /// How long a system that is asked too much wants to be left alone.
    public var retryAfter: Duration = .seconds(60)

    /// How often one question goes wrong before it is answered, so that whoever asks again gets on; crashes count.
    public var mostInARow = 3

    /// The points at which the process dies, counted from 1: each call has one before and one after what it does.
    public var crashPoints: Set<Int> = []

    /// A plan.
    ///
    /// - Parameters:
    ///   - seed: What the choice of faults follows from.
    ///   - rates: How often each fault happens, in a hundred calls.
    public init(seed: UInt64 = 1, rates: [ChaosFault: Int] = [:]) {
        self.seed = seed
        self.rates = rates
    }

    /// Each fault that keeps the contract, equally often; crashes only if they are asked for.
    ///
    /// - Parameters:
    ///   - seed: What the choice of faults follows from.
    ///   - percent: How often each happens.
    ///   - crashes: How often each of the two crashes happens.
    /// - Returns: The plan.
    public static func lawful(seed: UInt64, percent: Int, crashes: Int = 0) -> ChaosPlan {
        var plan = ChaosPlan(seed: seed)
        for fault in ChaosFault.allCases where fault.keepsContract {
            plan.rates[fault] = fault.isCrash ? crashes : percent
        }
        return plan
    }

    /// Nothing but a crash at one point; count the points with ``Chaos/points`` of a run without any.
    public static func crash(at point: Int) -> ChaosPlan {
        var plan = ChaosPlan()
        plan.crashPoints = [point]
        return plan
    }
}

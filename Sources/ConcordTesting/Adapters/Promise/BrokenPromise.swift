/// A promise that a door did not keep: what was expected, what was seen, and how to see it again.
public struct BrokenPromise: Sendable, Hashable {
    /// The door and whose it is: `source salesforce:emea`.
    public let door: String

    /// The promise.
    public let promise: AdapterPromise

    /// What should have been.
    public let expected: String

    /// What was.
    public let seen: String

    /// The calls that show it, in their order.
    public let steps: [String]

    /// The seed that makes the same calls again.
    public let seed: UInt64

    /// A promise that was not kept.
    ///
    /// - Parameters:
    ///   - promise: The promise.
    ///   - door: The door and whose it is.
    ///   - expected: What should have been.
    ///   - seen: What was.
    ///   - steps: The calls that show it.
    ///   - seed: The seed that makes the same calls again.
    public init(
        _ promise: AdapterPromise,
        of door: String,
        expected: String,
        seen: String,
        steps: [String],
        seed: UInt64
    ) {
        self.door = door
        self.promise = promise
        self.expected = expected
        self.seen = seen
        self.steps = steps
        self.seed = seed
    }
}

extension BrokenPromise: CustomStringConvertible {
    /// The promise, what was expected and seen, and the calls, each on a line.
    public var description: String {
        var lines = [
            "the \(door) breaks the promise \(promise.name): \(promise.words)",
            "  expected: \(expected)",
            "  seen:     \(seen)",
        ]
        if !steps.isEmpty { lines.append("  again with seed \(seed):") }
        for (number, step) in steps.enumerated() { lines.append("    \(number + 1). \(step)") }
        return lines.joined(separator: "\n")
    }
}

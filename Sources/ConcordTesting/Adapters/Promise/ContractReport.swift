/// What a contract found: the promises that were kept, that were broken, and that could not be checked.
public struct ContractReport: Sendable, Hashable {
    /// A promise that was not checked, and why.
    public struct Unchecked: Sendable, Hashable {
        /// The promise.
        public let promise: AdapterPromise
        /// Why it was not checked, and what the host can do so that it is.
        public let reason: String
    }

    /// The promises that were kept, in the order in which they were checked.
    public internal(set) var kept: [AdapterPromise] = []

    /// The promises that were not.
    public internal(set) var broken: [BrokenPromise] = []

    /// The promises that were not checked.
    public internal(set) var unchecked: [Unchecked] = []

    /// Throws what is broken, if something is.
    public func check() throws(ContractBreach) {
        if !broken.isEmpty { throw ContractBreach(broken: broken) }
    }
}

extension ContractReport: CustomStringConvertible {
    /// The broken promises in full, the others a line each.
    public var description: String {
        var lines = broken.map(\.description)
        lines += kept.map { "kept       \($0)" }
        lines += unchecked.map { "unchecked  \($0.promise): \($0.reason)" }
        return lines.joined(separator: "\n")
    }
}

/// That a door does not keep its contract.
public struct ContractBreach: Error, Sendable, Hashable {
    /// The promises that were not kept.
    public let broken: [BrokenPromise]
}

extension ContractBreach: CustomStringConvertible {
    /// The broken promises, one below the other.
    public var description: String { broken.map(\.description).joined(separator: "\n") }
}

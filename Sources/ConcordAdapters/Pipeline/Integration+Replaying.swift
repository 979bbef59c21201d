import ConcordOwnership
import ConcordValues
import Synchronization

extension Integration {
    /// Deals once more with a sequence that waits for a person.
    ///
    /// Messages are taken in their order as far as they can be; the first that still cannot be stays, with those behind it.
    /// What was to be sent is due again.
    ///
    /// - Parameters:
    ///   - sequence: The sequence.
    ///   - source: Where to read the object as it is now, if it was corrected there; nil to take what was parked.
    /// - Returns: How many messages left the sequence, and why the first of the rest did not.
    /// - Throws: What kept it from being stored.
    public func replay(
        _ sequence: SequenceKey,
        rereading source: (any ChangeSource)? = nil
    ) async throws(AdapterFailure) -> ReplayResult {
        let letters = try await store.letters(of: sequence)
        let outbound = letters.filter { if case .outbound = $0.message { true } else { false } }
        var result = ReplayResult()
        if !outbound.isEmpty {
            var commit = StoreCommit()
            commit.released = [(sequence, outbound.map(\.id))]
            for letter in outbound where !letter.isWaiting {
                commit.withdrawn.append((QueuedException.id(of: letter), clock.now))
            }
            try await turn.take { () throws(AdapterFailure) in try await store.commit(commit) }
            result.released += outbound.count
        }
        var items: [SourceItem] = letters.compactMap { if case .inbound(let item) = $0.message { item } else { nil } }
        if let source, !items.isEmpty, let current = try await source.current(sequence) { items.append(current) }
        let isCorrected = items.count > letters.count - outbound.count
        for (place, item) in items.enumerated() {
            let intakes = try await read([item])
            let isParked = place < letters.count
            if let failure = intakes[0].failure {
                // What is broken for good does not keep back what was corrected.
                if isCorrected { continue }
                result.failure = failure
                break
            }
            let outcome = try await turn.take { () throws(AdapterFailure) in
                try await stored([item], intakes, behind: [], cursor: nil)
            }
            count { $0.add(outcome.account) }
            for signal in outcome.signals { tell(signal) }
            if isParked { result.taken.append(item.id) }
        }
        let leaving = isCorrected && result.failure == nil ? items.map(\.id) : result.taken
        if !leaving.isEmpty { try await leave(sequence, leaving, letters) }
        result.released += Set(leaving).intersection(letters.map(\.id)).count
        return result
    }

    private func leave(_ sequence: SequenceKey, _ ids: [String], _ letters: [DeadLetter]) async throws(AdapterFailure) {
        let now = clock.now
        var commit = StoreCommit()
        commit.released = [(sequence, ids)]
        for letter in letters where ids.contains(letter.id) && !letter.isWaiting {
            commit.withdrawn.append((QueuedException.id(of: letter), now))
        }
        try await turn.take { () throws(AdapterFailure) in try await store.commit(commit) }
        if ids.count >= letters.count { tell(.released(sequence)) }
    }
}

/// What came of dealing with a sequence once more.
public struct ReplayResult: Sendable, Hashable {
    /// How many messages left the sequence.
    public var released = 0

    /// The ids of the messages that were taken in.
    public var taken: [String] = []

    /// Why the first of the rest could not be dealt with; nil if none is left.
    public var failure: AdapterFailure?
}

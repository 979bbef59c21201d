import ConcordOwnership
import ConcordValues
import Synchronization

extension Integration {
    /// Deals once more with a sequence that waits for a person.
    ///
    /// Messages are taken in their order as far as they can be; the first that still cannot be stays, with those behind it,
    /// unless the object can be read as it is now: then those that are broken for good are let go.
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
            try await leave(sequence, outbound.map(\.id), letters)
            result.released += outbound.count
        }
        let parked = letters.compactMap { if case .inbound(let item) = $0.message { item } else { nil } }
        if parked.isEmpty { return result }
        // Only an object that can be read itself takes the place of those that cannot.
        var corrected: (item: SourceItem, intakes: [Intake])?
        if let source, source.capabilities.readsSingleObjects, let item = try await source.current(sequence) {
            let intakes = try await read([item])
            if intakes[0].failure == nil { corrected = (item, intakes) }
        }
        var leaving: [String] = []
        for item in parked {
            let intakes = try await read([item])
            if let failure = intakes[0].failure {
                if corrected != nil {
                    leaving.append(item.id)
                    continue
                }
                result.failure = failure
                break
            }
            try await takeAgain(item, intakes)
            result.taken.append(item.id)
            leaving.append(item.id)
        }
        if let corrected {
            try await takeAgain(corrected.item, corrected.intakes)
            result.taken.append(corrected.item.id)
        }
        try await leave(sequence, leaving, letters)
        result.released += leaving.count
        return result
    }

    private func takeAgain(_ item: SourceItem, _ intakes: [Intake]) async throws(AdapterFailure) {
        let outcome = try await turn.take { () throws(AdapterFailure) in
            try await stored([item], intakes, behind: [], cursor: nil)
        }
        count { $0.add(outcome.account) }
        for signal in outcome.signals { tell(signal) }
    }

    /// Takes messages out of a sequence, and ends the exceptions about them.
    private func leave(
        _ sequence: SequenceKey,
        _ ids: [String],
        _ letters: [DeadLetter]
    ) async throws(AdapterFailure) {
        if ids.isEmpty { return }
        let now = clock.now
        var commit = StoreCommit()
        commit.released = [(sequence, ids)]
        var ended: [QueuedException] = []
        for letter in letters where ids.contains(letter.id) && !letter.isWaiting {
            let id = QueuedException.id(of: letter)
            commit.withdrawn.append((id, now))
            if isWatched, let entry = try await store.exception(id) { ended.append(entry.exception) }
        }
        try await turn.take { () throws(AdapterFailure) in try await store.commit(commit) }
        for exception in ended { tell(.closed(exception, at: now, isResolved: false)) }
        if ids.count >= letters.count { tell(.released(sequence)) }
    }
}

/// What came of dealing with a sequence once more.
public struct ReplayResult: Sendable, Hashable {
    /// How many messages left the sequence.
    public var released = 0

    /// The ids of the messages that were taken in, that of the corrected object last.
    public var taken: [String] = []

    /// Why the first of the rest could not be dealt with; nil if none is left.
    public var failure: AdapterFailure?
}

/// The host's door to sequences that wait for a person: the message that broke and all behind it (OWNERSHIP R22).
///
/// ## Implementation guidance
///
/// Keep the letters of a sequence in the order in which they were parked, each id once. A sequence is parked as long as it has
/// letters.
public protocol ParkingLot: Sendable {
    /// Which of some sequences are parked.
    func parked(among sequences: [SequenceKey]) async throws(AdapterFailure) -> Set<SequenceKey>

    /// The sequences that are parked, sorted.
    ///
    /// - Parameters:
    ///   - sequence: The sequence behind which to begin; nil for the first.
    ///   - limit: How many at most.
    /// - Returns: The sequences.
    /// - Throws: What kept them from being read.
    func parkedSequences(after sequence: SequenceKey?, limit: Int) async throws(AdapterFailure) -> [SequenceKey]

    /// The letters of a sequence, in the order in which they were parked.
    func letters(of sequence: SequenceKey) async throws(AdapterFailure) -> [DeadLetter]
}

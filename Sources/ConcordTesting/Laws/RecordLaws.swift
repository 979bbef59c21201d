public import ConcordSchema

/// Checks that a record type keeps what its schema promises, with random documents of the schema.
///
/// A host checks its own record types as the canonical ones are checked:
///
/// ```swift
/// @Test func laws() {
///     #expect(RecordLaws<Retainer>(count: 200, seed: 1).check() == [])
/// }
/// ```
///
/// The laws are listed in ``Law``. What goes wrong is reported once a law, with the smallest document that was found for
/// it. The same seed checks the same documents, so a test never fails by chance.
public struct RecordLaws<R: CanonicalRecord>: Sendable {
    /// How many documents are checked.
    public let count: Int

    /// The seed of the first document; each further one has the next number as its seed.
    public let seed: UInt64

    /// How many small documents are cut and damaged at every byte.
    public let damaged: Int

    /// Where the documents come from; add rules for formats of your own here.
    public var generator = DocumentGenerator(R.schema.description)

    /// Laws of a record type.
    ///
    /// - Parameters:
    ///   - count: How many documents are checked.
    ///   - seed: The seed of the first document.
    ///   - damaged: How many small documents are cut and damaged at every byte; each takes some thousand readings.
    public init(count: Int = 100, seed: UInt64, damaged: Int = 1) {
        self.count = count
        self.seed = seed
        self.damaged = damaged
    }

    /// A law about samples of documents; nil if it holds for them.
    private typealias Check = ([Sample]) -> Finding?

    /// Checks all laws.
    ///
    /// - Returns: At most one violation for each law, none if all hold.
    public func check() -> [LawViolation] {
        var violations: [LawViolation] = []
        func check(_ law: Law, _ samples: [Sample], _ seed: UInt64, _ check: Check) {
            guard !violations.contains(where: { $0.law == law }), let finding = check(samples) else { return }
            var shrinker = Shrinker(record: generator.description, attempts: law == .damage ? 40 : 2_000)
            let (smallest, smallestFinding) = shrinker.shrink(samples, finding, while: check)
            violations.append(
                LawViolation(
                    law: law,
                    record: "\(R.self)",
                    seed: seed,
                    bytes: smallestFinding.bytes ?? smallest[0].bytes,
                    other: smallest.count > 1 ? smallest[1].bytes : nil,
                    difference: smallestFinding.difference
                )
            )
        }

        for index in 0..<UInt64(max(0, count)) {
            let seed = seed &+ index
            var random = SeededGenerator(seed: seed)
            let sample = generator.sample(using: &random)
            check(.acceptance, [sample], seed) { acceptance($0[0]) }
            check(.roundTrip, [sample], seed) { roundTrip($0[0]) }
            check(.preservation, [sample], seed) { preservation($0[0]) }
            check(.determinism, [sample], seed) { determinism($0[0]) }

            let neighbour = Sample(tree: generator.neighbour(of: sample.tree, using: &random), layout: sample.layout)
            let stranger = generator.sample(using: &random)
            check(.equality, [sample, sample], seed) { equality($0[0], $0[1]) }
            for other in [neighbour, stranger] {
                check(.equality, [sample, other], seed) { equality($0[0], $0[1]) }
                check(.changes, [sample, other], seed) { changes($0[0], $0[1]) }
            }

            // Each of these reads the document once for each of its members.
            guard index % 5 == 0 else { continue }
            check(.duplicates, [sample], seed) { duplicates($0[0], salt: seed) }
            check(.required, [sample], seed) { required($0[0]) }
            check(.wrongKind, [sample], seed) { wrongKind($0[0], salt: seed) }
        }
        for index in 0..<UInt64(max(0, damaged)) {
            let seed = seed &+ index
            let sample = smallSample(seed: seed)
            check(.truncation, [sample], seed) { truncation($0[0]) }
            check(.damage, [sample], seed) { damage($0[0]) }
        }
        return violations
    }

    /// The shortest of some documents with few members.
    private func smallSample(seed: UInt64) -> Sample {
        var random = SeededGenerator(seed: seed)
        var small = generator
        small.size = 12
        let samples = (0..<8).map { _ in small.sample(using: &random) }
        // The shortest has nothing optional, and the longest takes long.
        return samples.sorted { $0.bytes.count < $1.bytes.count }[2]
    }
}

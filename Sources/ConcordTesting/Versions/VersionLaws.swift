internal import ConcordSchema
public import ConcordVersions

/// Checks that the versions of a record keep what a history promises, with random documents of every version.
///
/// A host checks its own histories as the canonical ones are checked:
///
/// ```swift
/// @Test func versions() {
///     #expect(VersionLaws<Retainer>(count: 200, seed: 1).check() == [])
/// }
/// ```
///
/// What goes wrong is reported once a law and pair of versions, with the smallest document that was found for it.
public struct VersionLaws<R: VersionedRecord>: Sendable {
    /// How many documents are checked for each pair of versions, in each direction.
    public let count: Int

    /// The seed of the first document; each further one has the next number as its seed.
    public let seed: UInt64

    /// What must be known of values beyond their shape.
    public var rules: GeneratorRules

    let history: SchemaHistory

    /// Laws of a record's versions.
    ///
    /// - Parameters:
    ///   - count: How many documents are checked for each pair of versions, in each direction.
    ///   - seed: The seed of the first document.
    public init(count: Int = 100, seed: UInt64) {
        self.count = count
        self.seed = seed
        history = R.history.schema
        var rules = GeneratorRules.standard
        rules.setTexts(ofFormat: "hours") { random in
            random.happens(percent: 60)
                ? random.one(of: ["0", "0.25", "7.5", "8", "12.75", "0.0167", "7.6667"])
                : "\(random.number(in: 0...400)).\(random.number(in: 0...9999))"
        }
        self.rules = rules
    }

    /// A law about one document; what is wrong if it does not hold.
    typealias Check = (_ document: DocumentTree, _ random: inout SeededGenerator) -> String?

    /// Checks all laws for every pair of versions.
    ///
    /// - Returns: At most one violation for each law and pair, none if all hold.
    public func check() -> [VersionViolation] {
        var violations: [VersionViolation] = []
        for (number, earlier) in history.versions.enumerated() {
            for later in history.versions[(number + 1)...] {
                violations += check(earlier, later)
            }
        }
        return violations
    }

    private func check(_ earlier: RecordDescription, _ later: RecordDescription) -> [VersionViolation] {
        guard let old = earlier.version, let new = later.version else { return [] }
        let pair = VersionPair(history: history, old: old, new: new)
        let laws: [(law: VersionLaw, description: RecordDescription, check: Check)] = [
            (.downAndUp, later, { document, _ in pair.downAndUp(document) }),
            (.record, later, { document, _ in record(document, pair) }),
            (.upAndDown, earlier, { document, _ in pair.upAndDown(document) }),
            (.acceptance, earlier, { document, _ in acceptance(document, pair) }),
            (.validity, later, { document, _ in pair.validity(document) }),
            (.composition, later, { document, _ in pair.composition(document) }),
            (.idempotence, later, { document, _ in pair.idempotence(document) }),
            (
                .edit, later,
                { document, random in
                    var generator = DocumentGenerator(earlier)
                    generator.rules = rules
                    generator.hasWhiteSpace = false
                    return pair.edit(document, generator, &random)
                }
            ),
        ]
        var violations: [VersionViolation] = []
        for (law, description, check) in laws {
            var generator = DocumentGenerator(description)
            generator.rules = rules
            for index in 0..<UInt64(max(0, count)) {
                var random = SeededGenerator(seed: seed &+ index)
                let sample = generator.sample(using: &random)
                let state = random
                guard let difference = check(sample.tree, &random) else { continue }
                var shrinker = Shrinker(record: description, attempts: 1_000)
                let (smallest, finding) = shrinker.shrink([sample], Finding(difference)) { samples in
                    var random = state
                    return check(samples[0].tree, &random).map { Finding($0) }
                }
                violations.append(
                    VersionViolation(
                        law: law,
                        pair: "\(history.name)/\(old) and \(history.name)/\(new)",
                        seed: seed &+ index,
                        bytes: smallest[0].tree.compact,
                        difference: finding.difference
                    )
                )
                break
            }
        }
        return violations
    }

    /// What an earlier document says is accepted by the newest record.
    private func acceptance(_ document: DocumentTree, _ pair: VersionPair) -> String? {
        guard pair.new == history.newest else { return nil }
        let draft = R.history.draft(json: document.compact)
        let errors = draft.issues.filter { $0.severity == .error }
        return errors.isEmpty ? nil : errors.map(\.description).joined(separator: "\n")
    }

    /// A record that is written in an earlier version and read again is the same record.
    private func record(_ document: DocumentTree, _ pair: VersionPair) -> String? {
        guard pair.new == history.newest else { return nil }
        do throws(Refusal) {
            let record = try R(json: document.compact)
            let old = try R.history.json(of: record, version: pair.old)
            let again = try R.history.record(json: old)
            if again == record { return nil }
            // A member that a step takes out of its object has no needless escapes in its name any more, when it is put
            // back; a remainder keeps names as they are written.
            let documents = [record, again].map { DocumentTree($0.json())?.inOneOrder }
            if documents[0] != nil, documents[0] == documents[1] { return nil }
            return "\(String(decoding: old, as: UTF8.self))\n\(VersionPair.difference(record.json(), again.json()))"
        } catch {
            return "\(error)"
        }
    }
}

/// The name of something that holds for every history whose steps are right.
public enum VersionLaw: String, Sendable, Hashable, CaseIterable {
    /// A later document comes back from an earlier version as it was.
    case downAndUp
    /// An earlier document comes back from a later version as it was.
    case upAndDown
    /// A record that is written in an earlier version is read again as it was.
    case record
    /// What an earlier document says, the newest record accepts.
    case acceptance
    /// A document of an earlier version has the fields that the version must have, and values of the right kind.
    case validity
    /// Going over a version in between leads to the same bytes.
    case composition
    /// Going to the same version changes nothing, and going there again gives the same.
    case idempotence
    /// A field that is changed in the earlier version is changed in the later one, and nothing else is.
    case edit
}

/// A document for which a law of versions does not hold, made as small as it could be.
public struct VersionViolation: Sendable, Hashable {
    /// The law.
    public let law: VersionLaw
    /// The two versions.
    public let pair: String
    /// The seed that gives the document again.
    public let seed: UInt64
    /// The document that the law was broken with.
    public let bytes: [UInt8]
    /// What should be and what is, for a person.
    public let difference: String
}

extension VersionViolation: CustomStringConvertible {
    /// The violation in a few lines, with the document and the seed.
    public var description: String {
        "\(pair) break the law of \(law.rawValue), seed \(seed):\n\(difference)\ndocument:\n"
            + String(decoding: bytes, as: UTF8.self)
    }
}

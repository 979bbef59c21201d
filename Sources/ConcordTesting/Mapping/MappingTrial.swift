public import ConcordMapping
public import ConcordSchema

/// A mapping with the objects that it is tried with: what a host needs to test its own mappings.
///
/// ```swift
/// let trial = MappingTrial(Acme.client, in: run, fixtures: try Fixtures(folder: "Fixtures/acme/clients"))
/// #expect(trial.acceptance().isEmpty)
/// #expect(trial.roundTrip().isEmpty)
/// #expect(trial.accountIsBalanced().isEmpty)
/// #expect(trial.coverage(atLeast: 90, unmappedAbove: 20).isEmpty)
/// #expect(GoldenFile("Golden/acme-client.txt").difference(from: trial.outcomes()) == "")
/// ```
///
/// Nothing here knows a test framework: each check gives a list of violations, and a violation prints what a person needs
/// to know. The vendors' mappings that come with Concord are checked with the same functions.
public struct MappingTrial<Target: CanonicalRecord>: Sendable {
    /// The mapping, with the overlays that are upon it.
    public let mapping: Mapping<Target>

    /// What the run knows that the objects do not say.
    public let context: MappingContext

    /// The objects.
    public let fixtures: Fixtures

    /// The seed of the changes; see ``changes(seed:)``.
    public var seed: UInt64 = 1

    /// The pointers to what a new object may have in another form than the old one, or not at all, although a rule reads
    /// it and promises the way back: the other one of two forms in which the vendor sends the same, for example.
    ///
    /// `*` stands for any item of a list, and what is inside belongs to it.
    public var otherForms: [String] = []

    let table: MappingTable
    let rows: [TrialRow]

    /// A mapping with objects.
    ///
    /// - Parameters:
    ///   - mapping: The mapping.
    ///   - context: What the run knows that the objects do not say.
    ///   - fixtures: The objects.
    public init(_ mapping: Mapping<Target>, in context: MappingContext, fixtures: Fixtures) {
        self.mapping = mapping
        self.context = context
        self.fixtures = fixtures
        table = mapping.table
        rows = TrialRow.rows(of: table)
    }

    /// The records that came of the objects that are accepted.
    public var records: [Target] {
        accepted.flatMap(\.records)
    }

    /// The issues of all objects, with their places in the files.
    public var issues: [Issue] {
        readings.flatMap { $0.fixture.located($0.issues) }
    }

    /// Checks that every object is accepted, and that the record's required fields have rules.
    ///
    /// Objects that are to be refused belong into a trial of their own, whose ``outcomes()`` are compared.
    ///
    /// - Parameter warnings: The codes of the warnings that the objects have, in their order.
    /// - Returns: A violation for each object that is refused, for other warnings, and for a required field without a rule.
    public func acceptance(warnings: [IssueCode] = []) -> [MappingViolation] {
        var violations: [MappingViolation] = []
        for field in mapping.unfilledFields {
            var violation = violation(.acceptance, expected: "a rule, for the record must have it", found: "no rule")
            violation.field = field
            violations.append(violation)
        }
        for reading in readings where !reading.isAccepted {
            let errors = reading.fixture.located(reading.issues.filter { $0.severity == .error })
            violations.append(
                violation(
                    .acceptance,
                    reading,
                    expected: "an object that is accepted",
                    found: errors.map(\.description).joined(separator: "\n")
                )
            )
        }
        let found = readings.filter(\.isAccepted).flatMap { $0.fixture.located($0.issues) }
        if found.map(\.code) != warnings {
            violations.append(
                violation(
                    .acceptance,
                    expected: warnings.isEmpty
                        ? "no warnings" : "warnings " + warnings.map(\.rawValue).joined(separator: ", "),
                    found: found.isEmpty ? "none" : found.map(\.description).joined(separator: "\n")
                )
            )
        }
        return violations
    }

    /// Checks the way back: onto the original, as a new object, and with changed fields.
    ///
    /// It is ``writingBack()``, ``writingAnew()`` and ``changes(seed:)`` over the objects that are accepted.
    ///
    /// - Returns: What does not hold, once for each place, with the first object that shows it.
    public func roundTrip() -> [MappingViolation] {
        guard !accepted.isEmpty else {
            return [violation(.acceptance, expected: "an object that is accepted", found: "none among the fixtures")]
        }
        return writingBack() + writingAnew() + changes(seed: seed)
    }
}

// MARK: - Reading

extension MappingTrial {
    /// What came of one object.
    struct Reading {
        let fixture: Fixture
        let records: [Target]
        let issues: [Issue]
        let coverage: Coverage

        /// The object; nil if it is not JSON.
        let tree: DocumentTree?

        var isAccepted: Bool { issues.allSatisfy { $0.severity != .error } }
    }

    var readings: [Reading] { fixtures.objects.map(read) }

    var accepted: [Reading] { readings.filter(\.isAccepted) }

    func read(_ fixture: Fixture) -> Reading {
        var coverage = Coverage()
        let mapped = fixture.bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        return Reading(
            fixture: fixture,
            records: mapped.drafts.map(\.value),
            issues: mapped.allIssues,
            coverage: coverage,
            tree: DocumentTree(fixture.bytes)
        )
    }

    func violation(_ law: Law, _ reading: Reading? = nil, expected: String, found: String) -> MappingViolation {
        MappingViolation(law, mapping.tag, reading?.fixture, expected: expected, found: found)
    }

    /// The changes from one list of records to another, but for what is beside them, which repeats what fields say.
    func changes(from before: [Target], to after: [Target]) -> [FieldChange] {
        zip(before, after).flatMap { $0.changes(to: $1) }
            .filter { Array($0.path.fields.prefix(2)) != ["header", "remarks"] }
    }
}

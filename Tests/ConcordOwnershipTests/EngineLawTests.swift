import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The laws hold for made-up histories, and each known mistake breaks one.
@Suite struct EngineLawTests {
    static let isNightly = getenv("CONCORD_NIGHTLY") != nil
    static let seeds: ClosedRange<UInt64> = 1...(isNightly ? 2_000 : 5)

    @Test(arguments: EngineLaw.allCases)
    func holds(_ law: EngineLaw) throws {
        let ownership = try Scene.compiled()
        for seed in Self.seeds {
            let history = try EngineHistory(ownership, seed: seed)
            let violation = try law.violation(history, NoDefects.self)
            #expect(violation == nil, "\(law.rawValue), seed \(seed)")
            if violation != nil { return }
        }
    }

    /// One step at a time, in any order, gives what the whole gives at once.
    @Test func stepsEqualTheWhole() throws {
        let ownership = try Scene.compiled()
        var steps = 0
        for seed in 1...(Self.isNightly ? 2_000 : 10) as ClosedRange<UInt64> {
            let history = try EngineHistory(ownership, seed: seed)
            var random = SeededGenerator(seed: seed)
            let isSorted = random.happens(percent: 70)
            let events =
                isSorted
                ? history.events.sorted { $0.businessTime < $1.businessTime } : random.shuffled(history.events)
            var claims = RecordClaims(Scene.ledger([], history.approvals), ownership, asOf: try Scene.minute(0))
            for event in events {
                let asOf = max(claims.asOf, event.businessTime)
                if !claims.decide(event, asOf: asOf).isLate { steps += 1 }
                let whole = ownership.record(from: claims.ledger, asOf: asOf)
                if let difference = claims.record.difference(from: whole) {
                    Issue.record("seed \(seed), event \(event.id):\n\(difference)")
                    return
                }
                if claims.document != whole.document {
                    let texts = [claims.document, whole.document].map { String(decoding: $0, as: UTF8.self) }
                    Issue.record("seed \(seed), event \(event.id): the document is\n\(texts[0])\nand not\n\(texts[1])")
                    return
                }
            }
        }
        #expect(steps > 10)
    }

    /// What is decided in the hot loop is what is decided without it.
    @Test func theShortWayEqualsTheLongOne() throws {
        let ownership = try Scene.compiled()
        for seed in 1...(Self.isNightly ? 20_000 : 20) as ClosedRange<UInt64> {
            let history = try EngineHistory(ownership, seed: seed)
            let difference = try history.record(NoDefects.self).difference(from: history.record(LongWay.self))
            #expect(difference == nil, "seed \(seed)")
            if difference != nil { return }
        }
    }

    /// The same for what the hot loop is there for: systems that go on saying the same few fields, in order.
    @Test func theShortWayEqualsTheLongOneForPlainFields() throws {
        let ownership = try Scene.compiled()
        let asOf = try Scene.minute(99)
        var taken = 0
        // One after the other in the same memory, of which nothing may be left.
        var claims = RecordClaims(Scene.ledger([]), ownership, asOf: try Scene.minute(0))
        for seed in 1...(Self.isNightly ? 20_000 : 40) as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            claims.restart(with: Scene.key, asOf: try Scene.minute(0))
            for minute in 1...12 {
                var values: [ClaimPath: String] = [:]
                for path in ["name", "paymentTerms", "creditLimit", "note"] as [ClaimPath]
                where random.happens(percent: 70) {
                    values[path] = random.one(of: EngineHistory.values[path] ?? [])
                }
                if random.happens(percent: 8) { values["@stage"] = #""signed""# }
                if random.happens(percent: 8) { values["@entity"] = random.one(of: [#""DE""#, "7"]) }
                let event = try Scene.says(
                    random.one(of: ["crm", "crm", "erp:eu", "erp:eu", "clm"]),
                    "e\(minute)",
                    at: minute,
                    values,
                    snapshot: random.happens(percent: 30),
                    author: "ann"
                )
                if !claims.decide(event, asOf: event.sourceTime).isLate { taken += 1 }
            }
            let long = ownership.record(from: claims.ledger, asOf: asOf, LongWay.self)
            let difference = claims.record.difference(from: long)
            #expect(difference == nil, "seed \(seed)")
            if difference != nil { return }
        }
        #expect(taken > 400)
    }
}

/// A mistake, the law that it must break, and the engine that makes it.
struct KnownDefect: Sendable, CustomTestStringConvertible {
    let name: String
    let law: EngineLaw
    /// A history in which it does: the one to look at first.
    let seed: UInt64
    let violation: @Sendable (EngineHistory) throws -> String?

    init<D: EngineDefects>(_ name: String, breaks law: EngineLaw, _ defect: D.Type, seed: UInt64 = 1) {
        self.name = name
        self.law = law
        self.seed = seed
        violation = { try law.violation($0, defect) }
    }

    var testDescription: String { "\(name) breaks \(law.rawValue)" }

    static let all: [KnownDefect] = [
        KnownDefect("arrival order", breaks: .L2_convergence, ArrivalOrder.self),
        KnownDefect("mismatch ignored", breaks: .L2_convergence, MismatchIgnored.self),
        KnownDefect("recency across owners", breaks: .L9_authority, Recency.self, seed: 9),
        KnownDefect("forbid ignored", breaks: .L9_authority, ForbidIgnored.self),
        KnownDefect("stale approval applied", breaks: .L13_approvals, StaleApproval.self),
        KnownDefect("self-approval applied", breaks: .L13_approvals, SelfApproval.self),
        KnownDefect("absent clears", breaks: .L16_relinquish, AbsentClears.self),
        KnownDefect("group split", breaks: .L11_groups, GroupSplit.self, seed: 4),
        KnownDefect("latest stage", breaks: .L12_determinism, LatestStage.self, seed: 64),
        KnownDefect("stage judges itself", breaks: .L12_determinism, StageOfItsMoment.self, seed: 260),
        KnownDefect("echo emitted", breaks: .L7_noEcho, EchoEmitted.self),
        KnownDefect("status goes back", breaks: .monotoneStatus, StatusBack.self, seed: 53),
        KnownDefect("valid-from ignored", breaks: .L15_asOf, ValidFromIgnored.self),
        KnownDefect("pending shown", breaks: .L9_authority, PendingShown.self, seed: 268),
        KnownDefect("provisional hidden", breaks: .L5_noLostUpdate, ProvisionalHidden.self, seed: 4),
        KnownDefect("dissent dropped", breaks: .L6_nothingVanishes, DissentDropped.self),
        KnownDefect("granted by default", breaks: .L9_authority, GrantedByDefault.self),
        KnownDefect("omission ignored", breaks: .L16_relinquish, OmissionIgnored.self),
        KnownDefect("repetition is change", breaks: .L1_idempotence, RepetitionChanges.self),
    ]
}

/// Each mistake that the engine could make breaks the law that is there against it.
@Suite struct EngineDefectTests {
    @Test(arguments: KnownDefect.all)
    func isFound(_ defect: KnownDefect) throws {
        let ownership = try Scene.compiled()
        let found = try ([defect.seed] + Array(1...400))
            .first { try defect.violation(EngineHistory(ownership, seed: $0)) != nil }
        #expect(found != nil, "\(defect.name) breaks nothing")
    }
}

/// No mistake: an engine that decides about every claim by itself.
enum LongWay: EngineDefects {}

enum ArrivalOrder: EngineDefects { static var usesArrivalOrder: Bool { true } }
enum MismatchIgnored: EngineDefects { static var ignoresMismatch: Bool { true } }
enum Recency: EngineDefects { static var prefersRecency: Bool { true } }
enum ForbidIgnored: EngineDefects { static var ignoresProhibitions: Bool { true } }
enum StaleApproval: EngineDefects { static var appliesStaleApprovals: Bool { true } }
enum SelfApproval: EngineDefects { static var appliesSelfApprovals: Bool { true } }
enum AbsentClears: EngineDefects { static var clearsWhatIsAbsent: Bool { true } }
enum GroupSplit: EngineDefects { static var splitsGroups: Bool { true } }
enum LatestStage: EngineDefects { static var readsLatestStage: Bool { true } }
enum StageOfItsMoment: EngineDefects { static var readsStageOfItsMoment: Bool { true } }
enum EchoEmitted: EngineDefects { static var emitsEchoes: Bool { true } }
enum StatusBack: EngineDefects { static var movesStatusBack: Bool { true } }
enum ValidFromIgnored: EngineDefects { static var ignoresValidFrom: Bool { true } }
enum PendingShown: EngineDefects { static var showsPending: Bool { true } }
enum ProvisionalHidden: EngineDefects { static var hidesProvisional: Bool { true } }
enum DissentDropped: EngineDefects { static var dropsDissent: Bool { true } }
enum GrantedByDefault: EngineDefects { static var grantsByDefault: Bool { true } }
enum OmissionIgnored: EngineDefects { static var ignoresOmission: Bool { true } }
enum RepetitionChanges: EngineDefects { static var changesOnRepetition: Bool { true } }

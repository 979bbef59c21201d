import ConcordConfiguration
import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// What is said of a policy before the first claim.
@Suite struct AnalysisTests {
    private static let customer = [Customer.schema.description]

    private static func policy(
        _ ownership: RecordOwnership,
        systems: [SystemRole] = [.crm, .erp],
        approvers: [BusinessRole: ApproverPool] = ["finance": .people(3)]
    ) -> OwnershipPolicy {
        OwnershipPolicy(
            ConfigurationHeader(name: "test", version: 1),
            records: [ownership],
            systems: Dictionary(uniqueKeysWithValues: systems.map { (.init(stringLiteral: "\($0.rawValue):one"), $0) }),
            approvers: approvers
        )
    }

    private static func codes(_ policy: OwnershipPolicy) -> [String] {
        OwnershipAnalysis(policy, records: customer).findings.map { "\($0.severity.rawValue) \($0.code)" }
    }

    private static let rest = OwnershipRule("rest", .record, grants: [OwnershipGrant(.crm, .own)])

    @Test("The firms' own policies have nothing against them")
    func fixtures() throws {
        let layer = try PolicyFixtures.document("tidewater.json").content
        #expect(OwnershipAnalysis(layer, records: PolicyFixtures.records).findings.map(\.description) == [])
    }

    @Test("A policy in Swift by key paths")
    func builder() throws {
        let ownership = RecordOwnership(of: Customer.self) {
            OwnershipStatement.stage(StageSource("@stage", initial: "prospect"))
            OwnershipStatement.listsByTheirKeys
            MonotoneStatus(\.status, [.prospect: [.active]])
            Owns("billing", \.paymentTerms, \.creditLimits, isAtomic: true, because: "It bills.") {
                OwnershipGrant(.erp, .own)
                OwnershipGrant(.crm, .propose, approval: .init([.finance]))
                Observing(.crm, .psa)
                OwnershipProhibition(nil, .clear)
                During("contracted", "ended", because: "Signed.") {
                    OwnershipGrant(.erp, .own, approval: .init([.finance]))
                    Within(OwnershipScope(region: "EMEA")) { OwnershipGrant(.erp, .own) }
                }
            }
            Self.rest
        }
        #expect(ownership.record == "customer")
        #expect(ownership.groups == [FieldGroup("billing", [["paymentTerms"], ["creditLimits"]], isAtomic: true)])
        #expect(ownership.statuses == [StatusOrder(["status"], ["prospect": ["active"]])])
        #expect(ownership.lists.map(\.field) == [["contacts"], ["addresses"], ["creditLimits"]])
        #expect(
            ownership.rules.map(\.id) == [
                "customer.billing", "customer.billing@contracted", "customer.billing@contracted@EMEA",
                "customer.billing@ended", "customer.billing@ended@EMEA", "rest",
            ]
        )
        #expect(ownership.rules[0].grants.map(\.role) == [.erp, .crm, .psa])
        #expect(ownership.rules[0].prohibitions == [OwnershipProhibition(nil, .clear)])
        #expect(ownership.rules[2].stage == "contracted")
        #expect(ownership.rules[2].scope == OwnershipScope(region: "EMEA"))
    }

    @Test("Ties need equal rank, scope and stage")
    func ties() {
        func rules(_ first: OwnershipRule, _ second: OwnershipRule) -> [String] {
            let ownership = RecordOwnership(
                "customer",
                groups: [FieldGroup("a", [["name"], ["paymentTerms"]]), FieldGroup("b", [["language"]])],
                stage: StageSource("@stage", initial: "prospect"),
                region: "@region",
                rules: [Self.rest, first, second]
            )
            return OwnershipAnalysis(Self.policy(ownership), records: Self.customer).errors.map(\.code.rawValue)
        }
        let grants = [OwnershipGrant(.erp, .own)]
        let emea = OwnershipScope(region: "EMEA")
        #expect(rules(.init("1", .group("a"), grants: grants), .init("2", .group("b"), grants: grants)) == [])
        #expect(rules(.init("1", .group("a"), grants: grants), .init("2", .field(["name"]), grants: grants)) == [])
        #expect(
            rules(
                .init("1", .field(["paymentTerms"]), grants: grants),
                .init("2", .field(["paymentTerms", "netDays"]), grants: grants)
            ) == []
        )
        #expect(
            rules(.init("1", .group("a"), grants: grants), .init("2", .group("a"), scope: emea, grants: grants)) == []
        )
        #expect(
            rules(
                .init("1", .group("a"), stage: "x", grants: grants),
                .init("2", .group("a"), stage: "y", grants: grants)
            ) == []
        )
        #expect(
            rules(
                .init("1", .group("a"), stage: "x", grants: grants),
                .init("2", .group("a"), scope: emea, grants: grants)
            ) == []
        )
        let tie = ["ownership.tie"]
        #expect(rules(.init("1", .group("a"), grants: grants), .init("2", .group("a"), grants: grants)) == tie)
        #expect(
            rules(
                .init("1", .group("a"), scope: emea, stage: "x", grants: grants),
                .init("2", .group("a"), scope: emea, stage: "x", grants: grants)
            ) == tie
        )
        #expect(
            rules(.init("1", .field(["name"]), grants: grants), .init("2", .field(["name"]), grants: grants)) == tie
        )
    }

    @Test("Warnings are told and refuse nothing")
    func warnings() throws {
        let ownership = RecordOwnership(
            "customer",
            groups: [FieldGroup("stale", [["language"]])],
            statuses: [StatusOrder(["status"], ["active": ["onHold"], "onHold": ["active"]])],
            stage: StageSource("@stage", initial: "prospect"),
            rules: [
                Self.rest,
                OwnershipRule(
                    "frozen",
                    .field(["segment"]),
                    stage: "contracted",
                    grants: [OwnershipGrant(.crm, .observe)]
                ),
                OwnershipRule("stuck", .field(["industry"]), grants: [OwnershipGrant(.crm, [.create, .update])]),
                OwnershipRule(
                    "people",
                    .field(["contacts"]),
                    grants: [OwnershipGrant(.hr, .own), OwnershipGrant(.crm, .own)]
                ),
                OwnershipRule("plan", .field(["kind"]), grants: [OwnershipGrant(.psa, .own)]),
                OwnershipRule(
                    "two",
                    .field(["aging"]),
                    grants: [OwnershipGrant(.erp, .own, approval: .init(["finance"], people: 2))]
                ),
            ]
        )
        let base = Self.policy(ownership, approvers: ["finance": .named(["Amara Hale", "Jonas Weir"])])
        let policy = OwnershipPolicy(
            base.header,
            records: base.records,
            systems: base.systems.merging(["erp:two": .erp]) { $1 },
            approvers: base.approvers
        )
        let checked = try CheckedOwnershipPolicy(policy, records: Self.customer)
        PolicyFixtures.expectGolden(checked.warnings.map { "\($0)\n" }.joined(), "analysis-warnings.txt")
        #expect(
            Set(checked.warnings.map(\.code.rawValue)) == [
                "ownership.unknownGroup", "ownership.unorderedStatus", "ownership.frozen", "ownership.unclearable",
                "ownership.unplayedOwner", "ownership.approverAlone", "ownership.writeCycle",
            ]
        )
    }

    @Test("A policy without systems or approvers is told of once")
    func template() {
        let rule = OwnershipRule("rest", .record, grants: [OwnershipGrant(.crm, .own, approval: .init(["finance"]))])
        let policy = Self.policy(RecordOwnership("customer", rules: [rule]), systems: [], approvers: [:])
        #expect(Self.codes(policy) == ["warning ownership.noApprovers", "warning ownership.noSystems"])
    }

    @Test("One person approves for one role only")
    func approvers() {
        func codes(_ requirement: ApprovalRequirement, _ approvers: [BusinessRole: ApproverPool]) -> [String] {
            let rule = OwnershipRule("rest", .record, grants: [OwnershipGrant(.crm, .own, approval: requirement)])
            return Self.codes(Self.policy(RecordOwnership("customer", rules: [rule]), approvers: approvers))
        }
        let both = ApprovalRequirement(["finance", "people"])
        #expect(codes(both, ["finance": .people(2), "people": .people(2)]) == [])
        #expect(codes(both, ["finance": .people(2), "people": .people(1)]) == ["warning ownership.approverAlone"])
        #expect(
            codes(both, ["finance": .named(["A"]), "people": .named(["A"])]) == ["error ownership.approverDeadlock"]
        )
        #expect(codes(both, ["finance": .named(["A", "B"]), "people": .named(["A", "C"])]) == [])
        #expect(
            codes(both, ["finance": .named(["A", "B"]), "people": .named(["A"])]) == ["warning ownership.approverAlone"]
        )
        #expect(codes(both, ["finance": .people(3)]) == ["error ownership.approverDeadlock"])
        #expect(
            codes(.init(["finance"], people: 3), ["finance": .named(["A", "B", "B"])]) == [
                "error ownership.approverDeadlock"
            ]
        )
    }

    @Test("What is made up is looked at without harm, and the same way each time", arguments: 1...100)
    func property(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let policy = PolicyGenerator.policy(&random)
        let first = OwnershipAnalysis(policy, records: PolicyFixtures.records)
        let again = OwnershipAnalysis(policy, records: PolicyFixtures.records)
        #expect(first == again, "seed \(seed)")
        _ = OwnershipTable(policy).html
    }
}

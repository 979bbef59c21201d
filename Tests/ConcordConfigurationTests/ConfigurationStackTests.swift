import ConcordConfiguration
import ConcordSchema
import ConcordValues
import Testing

@Suite struct ConfigurationStackTests {
    /// A document that sets some fields, each in a line of its own.
    private static func document(
        _ name: String,
        _ version: Int = 1,
        for scope: String = "{}",
        from: String? = nil,
        until: String? = nil,
        sets: [String] = [],
        file: String? = nil
    ) throws -> ConfigurationDocument<SampleOverlay> {
        let rules = sets.map { "\n{\"set\":\"\($0)\",\"mode\":\"keep\",\"because\":\"y\"}" }.joined(separator: ",")
        let dates = (from.map { ",\"validFrom\":\"\($0)\"" } ?? "") + (until.map { ",\"validUntil\":\"\($0)\"" } ?? "")
        let text =
            "{\"overlay\":\"\(name)\",\"version\":\(version),\"for\":\(scope)\(dates),\"extends\":\"b\",\"rules\":[\(rules)]}"
        return try SampleOverlay.read(text, name: file ?? "\(name)-\(version).json")
    }

    private static func stack(
        _ documents: [ConfigurationDocument<SampleOverlay>]
    ) throws -> ConfigurationStack<SampleOverlay> {
        try ConfigurationStack(documents, keys: SampleOverlay.keys)
    }

    private static func names(_ documents: [ConfigurationDocument<SampleOverlay>]) -> [String] {
        documents.map { "\($0.header)" }
    }

    @Test func documentsAreOrderedFromTheBaseToTheBusinessUnit() throws {
        var documents = [
            try Self.document("unit", for: #"{"businessUnit":"tax","region":"EMEA"}"#, sets: ["x"]),
            try Self.document("all", sets: ["x"]),
            try Self.document("entity", for: #"{"legalEntity":"DE01"}"#, sets: ["x"]),
            try Self.document("region", for: #"{"region":"EMEA"}"#, sets: ["x"]),
            try Self.document("elsewhere", for: #"{"region":"APAC"}"#, sets: ["x"]),
        ]
        let circumstances: ConfigurationScope = [
            .tenant: "acme", .region: "EMEA", .legalEntity: "DE01", .businessUnit: "tax",
        ]
        let date = try LocalDate("2026-05-04")
        for seed in UInt64(0)..<20 {
            var random = ConfigurationRandom(seed: seed)
            documents.shuffle(using: &random)
            let choice = try Self.stack(documents).documents(for: circumstances, on: date)
            #expect(Self.names(choice.applied) == ["all@1", "region@1", "entity@1", "unit@1"], "seed \(seed)")
        }
        let abroad = try Self.stack(documents).documents(for: [.region: "APAC"], on: date)
        #expect(Self.names(abroad.applied) == ["all@1", "elsewhere@1"])
    }

    @Test func layersComeFromTheMostSpecificKey() {
        let further = ConfigurationScope.Key(rawValue: "contractType")
        #expect(ConfigurationScope().layer == .base)
        #expect(([.tenant: "a", further: "b"] as ConfigurationScope).layer == .base)
        #expect(([.tenant: "a", .region: "b"] as ConfigurationScope).layer == .region)
        #expect(([.legalEntity: "a", .region: "b"] as ConfigurationScope).layer == .legalEntity)
        #expect(([.businessUnit: "a"] as ConfigurationScope).layer == .businessUnit)
        #expect(ConfigurationLayer.allCases == ConfigurationLayer.allCases.sorted())
        #expect(
            "\([.businessUnit: "a", further: "c", .tenant: "b"] as ConfigurationScope)"
                == "tenant b, businessUnit a, contractType c"
        )
    }

    /// Which version counts on which day: 2 replaces 1 from its first day, and 1 does not come back when 2 expires.
    @Test(arguments: [
        ("2025-12-31", [], [], ["a@1", "a@2"]), ("2026-01-01", ["a@1"], [], ["a@2"]),
        ("2026-03-31", ["a@1"], [], ["a@2"]), ("2026-04-01", ["a@2"], [], []), ("2026-06-30", ["a@2"], [], []),
        ("2026-07-01", [], ["a@2"], []),
    ])
    func versions(date: String, applied: [String], expired: [String], upcoming: [String]) throws {
        let stack = try Self.stack([
            try Self.document("a", 2, from: "2026-04-01", until: "2026-06-30", sets: ["x"]),
            try Self.document("a", 1, from: "2026-01-01", sets: ["x"]),
        ])
        let choice = stack.documents(for: [:], on: try LocalDate(date))
        #expect(Self.names(choice.applied) == applied)
        #expect(Self.names(choice.expired) == expired)
        #expect(Self.names(choice.upcoming) == upcoming)
    }

    @Test func aLaterVersionThatAlwaysWasValidReplacesAllEarlierOnes() throws {
        let stack = try Self.stack([try Self.document("a", 1, sets: ["x"]), try Self.document("a", 2, sets: ["x"])])
        #expect(Self.names(stack.documents(for: [:], on: .first).applied) == ["a@2"])
        #expect(Self.names(stack.documents(for: [:], on: .last).applied) == ["a@2"])
    }

    @Test func aVersionThatWasReplacedBeforeItExpiredIsNotReported() throws {
        let stack = try Self.stack([
            try Self.document("a", 1, until: "2026-12-31"), try Self.document("a", 2, from: "2027-01-01"),
        ])
        let choice = stack.documents(for: [:], on: try LocalDate("2027-02-01"))
        #expect(Self.names(choice.applied) == ["a@2"])
        #expect(choice.expired.isEmpty)
    }

    /// Documents that say something about the same matter, and are never at odds.
    @Test func noConflict() throws {
        _ = try Self.stack([
            try Self.document("a", for: #"{"region":"EMEA"}"#, until: "2026-03-31", sets: ["x"]),
            try Self.document("b", for: #"{"region":"EMEA"}"#, from: "2026-04-01", sets: ["x"]),
            try Self.document("c", for: #"{"region":"APAC"}"#, sets: ["x"]),
            try Self.document("d", for: #"{"legalEntity":"DE01"}"#, sets: ["x"]),
            try Self.document("e", for: #"{"region":"EMEA"}"#, sets: ["y"]),
        ])
    }

    @Test func conflictsNameBothPlaces() throws {
        let documents = [
            try Self.document("a", for: #"{"region":"EMEA"}"#, sets: ["w", "x"]),
            try Self.document("b", for: #"{"region":"EMEA","tenant":"acme"}"#, from: "2026-04-01", sets: ["x", "w"]),
            try Self.document("c", for: #"{"tenant":"acme"}"#, sets: ["x"]),
            try Self.document("d", sets: ["x"]),
            try Self.document("e", 3, sets: ["z"]),
            try Self.document("e", 3, sets: ["z"], file: "other/e.json"),
            try Self.document("f", 1, sets: ["q"]),
            try Self.document("f", 1, sets: ["r"], file: "other/f.json"),
        ]
        var messages: Set<String> = []
        for seed in UInt64(0)..<10 {
            var random = ConfigurationRandom(seed: seed)
            let shuffled = documents.shuffled(using: &random)
            let refusal = #expect(throws: ConfigurationRefusal.self) { _ = try Self.stack(shuffled) }
            messages.insert(refusal.map { "\($0)" } ?? "")
        }
        #expect(messages.count == 1)
        try expectGolden("\(messages.first ?? "")\n", "conflicts.txt")
    }
}

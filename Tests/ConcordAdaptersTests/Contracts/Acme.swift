import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues

/// An invented system that is read and written to.
enum Acme {
    static let system: SystemID = "acme"

    static let start = time(0)

    static func time(_ seconds: Int) -> Instant {
        (try? Instant(secondsSince1970: 1_772_400_000 + Int64(seconds), offset: .utc)) ?? start
    }

    /// 17 messages about five clients; the fourth is gone in the end.
    static let items: [SourceItem] = (0..<17)
        .map { number in
            let client = number % 5
            let content: SourceItem.Content =
                number == 13 ? .removed : .object(Array("{\"Id\":\"\(client)\",\"Name\":\"Client \(number)\"}".utf8))
            return SourceItem(
                id: "m-\(number)",
                sequence: SequenceKey(system, "Client", "\(client)"),
                version: .number(Int64(number + 1)),
                time: time(number),
                content: content,
                digest: SourceItem.digest(of: content)
            )
        }

    static func source() -> MemorySource { MemorySource(system, items) }

    static func sourceContract(_ factory: @escaping ChangeSourceContract.Factory) -> ChangeSourceContract {
        var contract = ChangeSourceContract(source: factory)
        contract.objects = [SequenceKey(system, "Client", "4")]
        contract.missingObject = SequenceKey(system, "Client", "99")
        contract.expect(.transient) {
            TwistedSource { _, _, _ throws(AdapterFailure) in throw AdapterFailure(.transient, "the connection broke") }
        }
        contract.expect(.rateLimited) {
            TwistedSource { _, _, _ throws(AdapterFailure) in
                throw AdapterFailure(.rateLimited, "it answered 429", retryAfter: .seconds(30))
            }
        }
        return contract
    }

    /// The contract of a target over one system; the target refuses names that are `"?"`.
    static func targetContract(
        twisted twist: @escaping @Sendable (MemoryTarget) -> any ChangeTarget = { $0 }
    ) -> ChangeTargetContract {
        let memory = MemoryTarget(system)
        var contract = ChangeTargetContract(
            changes: ChangeTargetContract.samples(for: system, "Client", ["name", "phone", "terms"])
        ) { twist(memory) }
        contract.held = { memory.values(of: $0) }
        contract.newObject = change("new", isNew: true, ["name": "\"Northwind\""])
        return contract
    }

    static func change(_ name: String, isNew: Bool = false, _ values: [String: String]) -> TargetChange {
        TargetChange(
            key: ContentHash(ofBytes: Array(name.utf8)),
            sequence: SequenceKey(system, "Client", "1"),
            isNew: isNew,
            record: RecordKey("client", "1"),
            values: values.sorted { $0.key < $1.key }
                .compactMap { path, json in
                    (try? JSONText(json)).map { ClaimEntry(ClaimPath(path), .value($0)) }
                },
            body: nil
        )
    }

    /// A change that ``StrictTarget`` refuses, with a good value before the wrong one.
    static let refused = change("refused", ["name": "\"Fabrikam\"", "phone": "\"?\""])
}

/// A source that answers otherwise than the one that it stands on.
struct TwistedSource: ChangeSource {
    typealias Page = @Sendable (MemorySource, SourceCursor?, Int) async throws(AdapterFailure) -> SourcePage
    typealias Current = @Sendable (MemorySource, SequenceKey) async throws(AdapterFailure) -> SourceItem?

    let inner = Acme.source()
    let answer: Page
    var currentAnswer: Current = { inner, sequence throws(AdapterFailure) in try await inner.current(sequence) }

    init(_ answer: @escaping Page) { self.answer = answer }

    var system: SystemID { inner.system }
    var capabilities: SourceCapabilities { inner.capabilities }

    func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        try await answer(inner, cursor, limit)
    }

    func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        try await currentAnswer(inner, sequence)
    }
}

/// A target that answers otherwise than the one that it stands on.
struct TwistedTarget: ChangeTarget {
    typealias Apply = @Sendable (MemoryTarget, TargetChange) async throws(AdapterFailure) -> TargetReceipt
    typealias Read = @Sendable (MemoryTarget, TargetChange) async throws(AdapterFailure) -> TargetReceipt?

    let inner: MemoryTarget
    let answer: Apply
    var readAnswer: Read = { inner, change throws(AdapterFailure) in try await inner.receipt(of: change) }

    init(_ inner: MemoryTarget, _ answer: @escaping Apply) {
        self.inner = inner
        self.answer = answer
    }

    var system: SystemID { inner.system }
    var capabilities: TargetCapabilities { inner.capabilities }

    func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt { try await answer(inner, change) }

    func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        try await readAnswer(inner, change)
    }
}

extension TargetChange {
    /// The same with other values or another key.
    func with(key: ContentHash? = nil, values: [ClaimEntry]? = nil) -> TargetChange {
        TargetChange(
            key: key ?? self.key,
            sequence: sequence,
            isNew: isNew,
            record: record,
            values: values ?? self.values,
            body: body
        )
    }

    /// Whether the system refuses it.
    var isRefused: Bool { values.contains { $0.value.json == "\"?\"" } }
}

extension AdapterFailure {
    /// That a value is wrong.
    static let wrongPhone = AdapterFailure(
        .validation,
        "POST /clients answered 422",
        system: Acme.system,
        issues: [Issue("acme.phone", expected: "a telephone number", observed: "\"?\"")]
    )
}

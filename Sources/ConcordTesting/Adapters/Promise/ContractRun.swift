internal import ConcordAdapters
internal import Synchronization

/// One run of a contract's checks.
struct ContractRun {
    var door: String
    let seed: UInt64
    private(set) var report = ContractReport()

    init(door: String, seed: UInt64) {
        self.door = door
        self.seed = seed
    }

    /// Checks one promise: a check throws the ``Discrepancy`` that it sees, or what a door threw out of place.
    mutating func check(_ promise: AdapterPromise, _ body: (ContractSteps) async throws -> Void) async {
        let steps = ContractSteps()
        do {
            try await body(steps)
            report.kept.append(promise)
        } catch let discrepancy as Discrepancy {
            note(promise, discrepancy.expected, discrepancy.seen, steps.all)
        } catch let unchecked as NotChecked {
            skip(promise, because: unchecked.reason)
        } catch {
            note(promise, "an answer", "it failed: \(error)", steps.all)
        }
    }

    mutating func skip(_ promise: AdapterPromise, because reason: String) {
        report.unchecked.append(ContractReport.Unchecked(promise: promise, reason: reason))
    }

    /// Whether a promise was found broken.
    func isBroken(_ promise: AdapterPromise) -> Bool { report.broken.contains { $0.promise == promise } }

    private mutating func note(_ promise: AdapterPromise, _ expected: String, _ seen: String, _ steps: [String]) {
        report.broken.append(
            BrokenPromise(promise, of: door, expected: expected, seen: seen, steps: steps, seed: seed)
        )
    }
}

/// The calls that a check made.
final class ContractSteps: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func callAsFunction(_ line: String) { lines.withLock { $0.append(line) } }

    /// Forgets the calls so far, which showed nothing.
    func clear() { lines.withLock { $0 = [] } }
}

/// That something is not as it should be.
struct Discrepancy: Error {
    let expected: String
    let seen: String
}

/// That a promise cannot be checked here.
struct NotChecked: Error {
    let reason: String
}

/// Demands that something holds.
func demand(_ holds: Bool, _ expected: @autoclosure () -> String, but seen: @autoclosure () -> String) throws {
    if !holds { throw Discrepancy(expected: expected(), seen: seen()) }
}

/// Demands that two things are equal.
func demand<Value: Equatable>(_ what: String, _ seen: Value, is expected: Value) throws {
    if seen != expected { throw Discrepancy(expected: "\(what): \(expected)", seen: "\(seen)") }
}

/// Demands that two things are equal, or that neither is there.
func demand<Value: Equatable>(_ what: String, _ seen: Value?, is expected: Value?) throws {
    if seen == expected { return }
    let words = { (value: Value?) in value.map { "\($0)" } ?? "none" }
    throw Discrepancy(expected: "\(what): \(words(expected))", seen: words(seen))
}

/// A number of things, in words: `1 message`, `2 messages`.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

/// What came of asking a door.
enum Outcome<Value: Sendable>: Sendable {
    case answered(Value)
    case failed(AdapterFailure)
    case other(String)
    /// It did not answer within the time that it was given.
    case silent

    var failureClass: FailureClass? {
        if case .failed(let failure) = self { failure.failureClass } else { nil }
    }

    /// What came of it, in words.
    func words(_ answer: (Value) -> String) -> String {
        switch self {
        case .answered(let value): answer(value)
        case .failed(let failure): "\(failure.failureClass.rawValue): \(failure.what)"
        case .other(let text): "an error that is no AdapterFailure: \(text)"
        case .silent: "no answer"
        }
    }
}

/// When the task that asks is cancelled.
enum CancellationMoment: Sendable {
    /// Before it asks.
    case before
    /// While it waits for the answer.
    case meanwhile
}

extension Outcome {
    /// What comes of asking.
    static func of(_ ask: () async throws -> Value) async -> Outcome<Value> {
        do {
            return .answered(try await ask())
        } catch let failure as AdapterFailure {
            return .failed(failure)
        } catch {
            return .other("\(error)")
        }
    }

    /// What comes of asking in a task that is cancelled; who does not answer is waited for no longer than `patience`.
    static func ofCancelled(
        _ moment: CancellationMoment,
        patience: Duration,
        _ ask: @escaping @Sendable () async throws -> Value
    ) async -> Outcome<Value> {
        let asking = Task { () -> Outcome<Value> in
            while moment == .before, !Task.isCancelled { await Task.yield() }
            return await Outcome.of(ask)
        }
        if moment == .meanwhile { await Task.yield() }
        asking.cancel()
        let isAnswered = Mutex(false)
        return await withCheckedContinuation { continuation in
            let answer: @Sendable (Outcome<Value>) -> Void = { outcome in
                let isFirst = isAnswered.withLock { known in
                    defer { known = true }
                    return !known
                }
                if isFirst { continuation.resume(returning: outcome) }
            }
            let watch = Task {
                do { try await Task.sleep(for: patience) } catch { return }
                answer(.silent)
            }
            Task {
                answer(await asking.value)
                watch.cancel()
            }
        }
    }
}

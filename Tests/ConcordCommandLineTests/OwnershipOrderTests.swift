#if CommandLine
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Foundation
import Testing

@testable import ConcordCommandLine

/// The engagement's claims, in whatever order and however often they come, give the same bytes.
@Suite("The order of claims does not matter")
struct OwnershipOrderTests {
    private struct Outcome: Equatable {
        var records = ""
        var decisions = ""
        var exceptions = ""
    }

    private let lines: [String]
    private let files: (exceptions: String, decisions: String)

    init() throws {
        lines = try String(contentsOfFile: OwnershipTests.claims, encoding: .utf8).split(separator: "\n")
            .map(String.init)
        files = (try Shell.temporary(), try Shell.temporary())
    }

    /// What the command makes of lines; the policy is analysed once for all of them.
    private func outcome(_ lines: [String], _ book: OwnershipBook) throws -> Outcome {
        let result = Shell.run(input: lines.joined(separator: "\n") + "\n") { console in
            try OwnershipView(
                source: try ClaimSource(["-"], isGrouped: false, console),
                book: book,
                asOf: try Instant("2026-11-21T09:00:00Z"),
                context: BusinessContext(),
                dueDays: 3,
                visible: [.open],
                exceptions: files.exceptions,
                decisions: files.decisions
            )
            .run(on: console)
        }
        guard result.status == 0 else { throw CommandFailure(.data, result.errors) }
        return Outcome(
            records: result.output,
            decisions: try String(contentsOfFile: files.decisions, encoding: .utf8),
            exceptions: try String(contentsOfFile: files.exceptions, encoding: .utf8)
        )
    }

    @Test("400 seeded permutations and duplications")
    func permutations() throws {
        let book = try OwnershipBook(try Shell.request(OwnershipTests.policy))
        let expected = try outcome(lines, book)
        #expect(expected.records.split(separator: "\n").count == 6)
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            var some = lines
            for _ in 0..<random.number(in: 0...20) { some.append(random.one(of: lines)) }
            let found = try outcome(random.shuffled(some), book)
            guard found == expected else {
                Issue.record("seed \(seed) gives other records, decisions or exceptions")
                return
            }
        }
    }

    @Test("All 5040 permutations of seven lines")
    func allPermutations() throws {
        // The terms, their change, its approval, what came late, and what else speaks of stage and scope.
        let wanted = ["sf-101", "ag-201", "ns-301", "sf-105", "ns-302", "st-501"]
        let some = try lines.map { try ClaimLine(json: $0) }
            .filter { line in
                switch line {
                case .event(let event): wanted.contains(event.id)
                case .approval(let approval): approval.unit == "paymentTerms" && approval.record.name == "customer"
                case .emission: false
                }
            }
        try #require(some.count == 7)
        let request = try Shell.request(OwnershipTests.policy)
        let description = try OwnershipRequest.record(named: "customer")
        let ownership = try CompiledOwnership(request.checked(), for: description)
        let now = try Instant("2026-11-21T09:00:00Z")
        func outcome(_ order: [Int]) -> Outcome {
            var ledger = ClaimLedger(some[0].record)
            for index in order { ledger.insert(some[index]) }
            let record = ownership.record(from: ledger, asOf: now)
            return Outcome(
                records: String(decoding: record.document, as: UTF8.self),
                decisions: record.decisions.map(\.description).joined(separator: "\n"),
                exceptions: record.cases().map { $0.jsonText() }.joined(separator: "\n")
            )
        }
        let expected = outcome(Array(some.indices))
        #expect(expected.records.contains(#""netDays":45"#))
        var (order, count) = (Array(some.indices), 0)
        repeat {
            count += 1
            guard outcome(order) == expected else {
                Issue.record("the order \(order) gives something else")
                return
            }
        } while Self.advance(&order)
        #expect(count == 5_040)
    }

    /// The next permutation in the order of the alphabet; false after the last.
    private static func advance(_ order: inout [Int]) -> Bool {
        guard let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
            let other = order.indices.last(where: { order[$0] > order[pivot] })
        else { return false }
        order.swapAt(pivot, other)
        order[(pivot + 1)...].reverse()
        return true
    }
}

extension Shell {
    /// A policy's document over the default matrix.
    static func request(_ policy: String) throws -> OwnershipRequest {
        var request: OwnershipRequest?
        _ = Shell.run { console in
            request = try OwnershipRequest(
                policies: [policy],
                scope: [],
                systems: [],
                day: try LocalDate("2026-11-21"),
                console
            )
            return .success
        }
        return try #require(request)
    }
}
#endif

import ConcordHistory
import ConcordModel
import ConcordTesting
import ConcordVersions
import Foundation
import Testing

/// The laws of versions, for every record that has more than one and for every pair of them.
@Suite struct HistoryLawTests {
    static let isNightly = ProcessInfo.processInfo.environment["CONCORD_NIGHTLY"] != nil

    @Test(arguments: RecordHistories.all.map(\.name))
    func hold(_ name: String) throws {
        let record = try #require(Self.records.first { $0.historyName == name })
        for violation in record.violations(count: Self.isNightly ? 10_000 : 60, seed: 1) {
            Issue.record("\(violation)")
        }
    }

    /// `service` holds a null whose name has an escape, which only the way by way of another object resolves.
    @Test func namesMayBeWrittenAnew() {
        for violation in VersionLaws<Invoice>(count: 1, seed: 246).check() { Issue.record("\(violation)") }
    }

    static let records: [any VersionedRecord.Type] = [
        Customer.self, Contract.self, Project.self, Resource.self, TimeEntry.self, Invoice.self,
    ]
}

extension VersionedRecord {
    fileprivate static var historyName: String { history.schema.name }

    fileprivate static func violations(count: Int, seed: UInt64) -> [VersionViolation] {
        VersionLaws<Self>(count: count, seed: seed).check()
    }
}

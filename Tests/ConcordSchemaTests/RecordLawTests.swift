import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// The laws of records, for a record type of a host that has no privileged access.
@Suite struct RecordLawTests {
    @Test(arguments: [1, 1_000])
    func retainer(seed: UInt64) {
        for violation in RecordLaws<Retainer>(count: 60, seed: seed).check() { Issue.record("\(violation)") }
    }

    @Test func faithfulValueBreaksNoLaw() {
        #expect(RecordLaws<Bearer<Faithful>>(count: 60, seed: 3).check() == [])
    }
}

/// The laws of the laws: each mistake of a host breaks the law that it should.
@Suite struct BrokenRecordTests {
    private func broken<Value: FieldValue>(by type: Value.Type) -> [LawViolation] {
        RecordLaws<Bearer<Value>>(count: 60, seed: 5).check()
    }

    @Test func droppedValue() throws {
        let violations = broken(by: Forgetful.self)
        let violation = try #require(violations.first { $0.law == .preservation })
        #expect(violation.difference.hasPrefix(#"value: expected "", found null"#))
        // What it writes instead it does not read.
        #expect(violations.map(\.law).contains(.roundTrip))
    }

    @Test func roundedValue() throws {
        let violation = try #require(broken(by: Rounding.self).first { $0.law == .preservation })
        #expect(violation.difference.contains("\n-   \"value\": "))
    }

    @Test func grownValue() {
        let laws = broken(by: Growing.self).map(\.law)
        #expect(laws.contains(.roundTrip))
        #expect(laws.contains(.determinism))
        #expect(laws.contains(.preservation))
    }

    @Test func fickleValue() {
        #expect(broken(by: Fickle.self).contains { $0.law == .determinism })
    }

    @Test func coarseEquality() {
        #expect(broken(by: CaseBlind.self).map(\.law).contains(.equality))
    }

    @Test(arguments: [true, false])
    func wrongChanges(isSilent: Bool) {
        let violations = isSilent ? broken(by: Silent.self) : broken(by: Alarming.self)
        #expect(violations.map(\.law) == [.changes])
    }

    @Test func refusedValue() {
        #expect(broken(by: Picky.self).map(\.law).contains(.acceptance))
    }

    @Test func acceptedNull() {
        #expect(broken(by: Lenient.self).map(\.law) == [.wrongKind])
    }

    @Test func wrongPlace() {
        #expect(broken(by: Lost.self).map(\.law) == [.wrongKind])
    }

    @Test func placeOutsideTheDocument() {
        let laws = broken(by: Distant.self).map(\.law)
        #expect(laws.contains(.truncation))
        #expect(laws.contains(.damage))
        #expect(laws.contains(.wrongKind))
    }

    @Test func violationsAreSmallAndComeAgain() throws {
        let violation = try #require(broken(by: Rounding.self).first { $0.law == .preservation })
        let document = try #require(DocumentTree(violation.document))
        #expect(document.members.map(\.name.description).sorted() == ["header", "id", "schema", "value"])
        #expect(document["header"]?.members.count == 4)
        let again = RecordLaws<Bearer<Rounding>>(count: 1, seed: violation.seed, damaged: 0).check()
        #expect(again.contains(violation))
        #expect("\(violation)".contains("seed: \(violation.seed)"))
    }
}

import Concord
import Testing

@Suite("Person accounts of Salesforce")
struct PersonAccountTests {
    @Test func personsAreIndividuals() throws {
        let customers = try PackTrial.records(Salesforce.account, of: "salesforce/person-account-query.json")
        try #require(customers.count == 3)
        let person = customers[0]
        #expect(person.kind == .individual)
        #expect(person.name == "Ida Marquardt")
        #expect(person.status == .active)
        #expect(person.contactPoints.map(\.kind) == [.phone, .email, .mobile])
        #expect(person.contactPoints.map(\.value) == ["+49 40 5550 77", "ida@marquardt.example", "+49 170 5550 77"])
        #expect(person.addresses.map(\.locality) == ["Hamburg"])
        let rest = person.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""FirstName":"Ida""#))
        #expect(rest.contains(#""PersonContactId":"0035g00000PeC1TAAV""#))
        // A company in the same organisation says so; one without the feature says nothing.
        #expect(customers[1].kind == .organisation)
        #expect(customers[1].contactPoints == [])
        #expect(customers[2].kind == .organisation)
    }

    @Test func personsAreWritten() throws {
        let context = try PackTrial.context()
        let payload = #"{"Id":"0015g00000PeA1TAAV","Name":"Ida","IsPersonAccount":true,"PersonEmail":"a@b.example"}"#
        var record = try Salesforce.account.read(payload, in: context).records()[0]
        #expect(Salesforce.account.write(record, in: context) == payload)
        record.contactPoints = [ContactPoint(.email, "c@d.example")]
        let changed = try Salesforce.account.write([record], onto: Array(payload.utf8), in: context)
        #expect(String(decoding: changed.object, as: UTF8.self) == payload.replacing("a@b", with: "c@d"))
        #expect(changed.issues == [])
        // Salesforce has no flag for a ministry; it is left as it is, and that is said.
        record.kind = .government
        let left = try Salesforce.account.write([record], onto: Array(payload.utf8), in: context)
        #expect(left.issues.map(\.path.description) == ["kind"])
    }
}

import ConcordModel
import ConcordRulebook
import ConcordSchema
import ConcordTesting
import ConcordValidation
import ConcordValues
import Testing

/// Records that are there twice are found, in whatever order they come.
@Suite struct DuplicateTests {
    private func header(_ value: String? = nil) -> RecordHeader {
        var header = RecordHeader(source: "crm:eu", asOf: .placeholder)
        if let value {
            header.externalReferences = [ExternalReference(system: "crm:eu", objectType: "Account", value: value)]
        }
        return header
    }

    private func customer(
        _ id: String,
        _ name: String,
        _ number: String? = nil,
        country: CountryCode = .germany
    ) throws -> Customer {
        Customer(id: try RecordID(id), header: header(), name: name, status: .active) {
            $0.addresses = [Address { $0.country = country }]
            if let number { $0.registrations = [RegistrationIdentifier(.vat, number)] }
        }
    }

    @Test("a number is one however it is written, and names are likely one without their legal form")
    func customers() throws {
        var index = DuplicateIndex(Rulebook.customerKeys)
        #expect(index.insert(try customer("c-1", "Müller & Söhne GmbH & Co. KG", "DE 136 695 976")) == [])
        #expect(
            index.insert(try customer("c-2", "Nordwind AG", "136695976")).map(\.description) == [
                "error customer.duplicate at registrations: expected no other customer with the same registration "
                    + "number; see customer c-1. dataSteward: Merge the two, or correct the one that is wrong."
            ]
        )
        #expect(
            index.insert(try customer("c-3", "MUELLER UND SOEHNE")).map(\.description) == [
                "warning customer.duplicate at name: expected no other customer with the same name in one country; "
                    + "see customer c-1. dataSteward: Merge the two, or correct the one that is wrong."
            ]
        )
        #expect(index.insert(try customer("c-4", "Mueller und Soehne", country: .austria)) == [])
        #expect(index.count == 4)
    }

    @Test("a record that comes again takes its own place")
    func again() throws {
        var index = DuplicateIndex(Rulebook.customerKeys)
        #expect(index.insert(try customer("c-1", "Nordwind AG")) == [])
        #expect(index.insert(try customer("c-1", "Nordwind AG")) == [])
        #expect(index.insert(try customer("c-1", "Südwind AG")) == [])
        #expect(index.insert(try customer("c-2", "Nordwind AG")) == [])
        #expect(index.insert(try customer("c-3", "Suedwind")).map(\.related) == ["customer c-1"])
        index.remove("c-1")
        #expect(index.insert(try customer("c-4", "Suedwind SE")).map(\.related) == ["customer c-3"])
    }

    private func entry(_ id: Int, minutes: Int, start: Instant?) throws -> TimeEntry {
        try TimeEntry(
            id: RecordID("te-\(id)"),
            header: header(),
            resource: "r-1",
            date: LocalDate("2026-03-10"),
            timeZone: TimeZoneID("Europe/Berlin"),
            worked: Minutes(Int64(minutes)),
            workType: Coding("delivery")
        ) { $0.start = start }
    }

    @Test("time is certainly one with the same beginning, and likely without any")
    func time() throws {
        var index = DuplicateIndex(Rulebook.timeEntryKeys)
        let start = try Instant("2026-03-10T09:00:00+01:00")
        #expect(index.insert(try entry(1, minutes: 60, start: start)) == [])
        #expect(
            index.insert(try entry(2, minutes: 60, start: try Instant("2026-03-10T08:00:00Z"))).map(\.weight) == [
                .error
            ]
        )
        #expect(index.insert(try entry(3, minutes: 60, start: nil)) == [])
        #expect(index.insert(try entry(4, minutes: 60, start: nil)).map(\.weight) == [.warning])
        #expect(index.insert(try entry(5, minutes: 30, start: nil)) == [])
    }

    @Test("any order of insertion finds the same pairs", arguments: UInt64(1)...40)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = [
            "Nordwind AG", "nordwind", "Südwind GmbH", "Suedwind", "Ostwind Ltd", "OSTWIND LIMITED", "Westwind",
        ]
        let numbers = ["DE136695976", "de 136695976", "DE345678914", nil, nil, nil]
        var customers: [Customer] = []
        for number in 1...random.number(in: 2...14) {
            var customer = try customer("c-\(number)", random.one(of: names), random.one(of: numbers))
            if random.happens(percent: 30) { customer.header = header("00\(random.number(in: 1...4))") }
            customers.append(customer)
        }
        let expected = pairs(customers)
        for _ in 1...4 {
            #expect(pairs(random.shuffled(customers)) == expected, "seed \(seed)")
        }
    }

    private func pairs(_ customers: [Customer]) -> Set<[String]> {
        var index = DuplicateIndex(Rulebook.customerKeys)
        var pairs: Set<[String]> = []
        for customer in customers {
            for finding in index.insert(customer) {
                let names = ["customer \(customer.id)", finding.related ?? ""].sorted()
                pairs.insert(names + [finding.expected, "\(finding.weight)"])
            }
        }
        return pairs
    }
}

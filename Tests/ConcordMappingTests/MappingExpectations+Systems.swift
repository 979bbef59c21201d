import Concord
@testable import ConcordSystems

extension MappingExpectations {
    /// Sets a property to one of some values, or takes its value away.
    static func field<Value: FieldValue & Hashable>(
        _ pointer: String,
        _ property: any WritableKeyPath<Target, Value?> & Sendable,
        _ values: [Value],
        clears: Bool = true
    ) -> [Change] {
        let set = Change("set \(pointer)", [pointer]) { records, random in
            let value = random.one(of: values)
            for index in records.indices { records[index][keyPath: property] = value }
            return true
        }
        let clear = Change("clear \(pointer)", [pointer]) { records, _ in
            for index in records.indices {
                records[index][keyPath: property] = nil
                Target.schema.setNull(property, in: &records[index])
            }
            return true
        }
        return clears ? [set, clear] : [set]
    }

    /// Sets a required property to one of some values.
    static func required<Value: FieldValue & Hashable>(
        _ pointer: String,
        _ property: any WritableKeyPath<Target, Value> & Sendable,
        _ values: [Value]
    ) -> Change {
        Change("set \(pointer)", [pointer]) { records, random in
            let value = random.one(of: values)
            for index in records.indices { records[index][keyPath: property] = value }
            return true
        }
    }

    /// The changes of what every Salesforce object has.
    static func header() -> [Change] {
        let instants = ["2020-01-01T00:00:00Z", "2026-07-01T10:20:30.000Z"].compactMap { try? Instant($0) }
        return field("/CreatedDate", \.header.createdAt, instants)
            + field("/CreatedById", \.header.createdBy, ["005dM00000aYf0qQAC"])
            + field("/LastModifiedDate", \.header.modifiedAt, instants)
            + field("/LastModifiedById", \.header.modifiedBy, ["005dM00000aYf0qQAC"])
            + [
                required("/IsDeleted", \.header.lifecycle, [.deleted, .present]),
                Change("set the version", ["/SystemModstamp"]) { records, _ in
                    for index in records.indices {
                        records[index].header.externalReferences[0].sourceVersion = "2030-01-01T00:00:00.000+0000"
                    }
                    return true
                },
            ]
    }

    /// Gives the object another id.
    static func identity(_ object: String) -> Change {
        Change("set the id", ["/Id"]) { records, _ in
            let id = "0019Z00000AbCdEQAV"
            records[0].header.externalReferences[0].value = id
            records[0].id = RecordID(stringLiteral: "salesforce:test/\(object)/\(id)")
            return true
        }
    }

    static func users(_ names: [String] = ["0055g00000XyzAbAAJ", "005dM00000aYf0qQAC"]) -> [RecordID<Resource>] {
        names.map { RecordID(stringLiteral: "salesforce:test/User/\($0)") }
    }
}

extension MappingExpectations where Target == Customer {
    private static let addressPointers = ["Billing", "Shipping"]
        .flatMap { prefix in
            ["Street", "City", "State", "StateCode", "PostalCode", "Country", "CountryCode"].map { "/\(prefix)\($0)" }
                + ["street", "city", "state", "stateCode", "postalCode", "country", "countryCode"]
                .map { "/\(prefix)Address/\($0)" }
        }

    static let account = MappingExpectations(
        loose: Set(addressPointers + ["/IsDeleted", "/IsPersonAccount"]),
        loosened: { record in
            var record = record
            for index in record.addresses.indices where record.addresses[index].raw == nil {
                record.addresses[index].raw = record.addresses[index].country?.name
            }
            return record
        },
        changes: header()
            + [identity("Account")]
            + field("/AccountNumber", \.header.displayNumber, ["A\"1", "Ä\n2"])
            + field("/ParentId", \.parent, ["salesforce:test/Account/0019Z00000AbCdEQAV"])
            + field("/Industry", \.industry, [Coding("Agriculture", system: "salesforce/Account.Industry")])
            + field("/OwnerId", \.accountOwner, users())
            + field("/CurrencyIsoCode", \.preferredCurrency, ["CHF", "USD"].compactMap { try? CurrencyCode($0) })
            + [
                required("/Name", \.name, ["Muster \"AG\"", "日本 / \u{1}"]),
                required("/IsPersonAccount", \.kind, [.individual, .organisation]),
                Change("set /Type", ["/Type"]) { records, random in
                    let isProspect = random.chance(50)
                    records[0].segment = Coding(isProspect ? "Prospect" : "Other", system: "salesforce/Account.Type")
                    records[0].status = isProspect ? .prospect : .active
                    return true
                },
                Change("clear /Type", ["/Type"]) { records, _ in
                    records[0].segment = nil
                    records[0].status = .active
                    return true
                },
            ]
            + contactPoints.flatMap(contactPoint)
            + [("Billing", AddressUse.billing), ("Shipping", .delivery)].flatMap(address)
    )

    private static let contactPoints: [(String, ContactPointKind)] = [
        ("/Phone", .phone), ("/Fax", .fax), ("/Website", .web), ("/PersonEmail", .email),
        ("/PersonMobilePhone", .mobile),
    ]

    private static func contactPoint(_ pointer: String, _ kind: ContactPointKind) -> [Change] {
        let order: [ContactPointKind] = [.phone, .fax, .web, .email, .mobile]
        return [
            Change("set \(pointer)", [pointer]) { records, _ in
                let others = records[0].contactPoints.filter { $0.kind != kind }
                records[0].contactPoints = order.flatMap { candidate in
                    candidate == kind ? [ContactPoint(kind, "new/\"\(kind)\"")] : others.filter { $0.kind == candidate }
                }
                return true
            },
            Change("clear \(pointer)", [pointer]) { records, _ in
                records[0].contactPoints.removeAll { $0.kind == kind }
                return true
            },
        ]
    }

    private static func address(_ prefix: String, _ use: AddressUse) -> [Change] {
        func change(
            _ fields: [String],
            _ body: @escaping @Sendable (inout Address) -> Void
        ) -> Change {
            Change("change \(prefix)\(fields)", Set(fields.map { "/\(prefix)\($0)" })) { records, _ in
                if let index = records[0].addresses.firstIndex(where: { $0.use == use }) {
                    body(&records[0].addresses[index])
                } else {
                    var address = Address()
                    address.id = RecordID(stringLiteral: use.rawValue)
                    address.use = use
                    body(&address)
                    records[0].addresses.insert(address, at: use == .billing ? 0 : records[0].addresses.count)
                }
                return true
            }
        }
        return [
            change(["Street"]) { $0.lines = ["Haus \"Nord\"", "Straße 1"] },
            change(["City"]) { $0.locality = "Zürich" },
            change(["State"]) { $0.region = "ZH" },
            change(["PostalCode"]) { $0.postalCode = "08001" },
            change(["Country", "CountryCode", "StateCode"]) { address in
                address.country = try? CountryCode("CH")
                address.subdivision = try? SubdivisionCode("CH-ZH")
                address.raw = "Schweiz"
            },
        ]
    }
}

extension MappingExpectations where Target == Opportunity {
    static let opportunity = MappingExpectations(
        loose: ["/CurrencyIsoCode", "/IsDeleted", "/IsClosed", "/IsWon", "/ForecastCategory", "/ForecastCategoryName"],
        changes: header()
            + [identity("Opportunity")]
            + field("/Description", \.description, ["a\u{0}b", "\\\"", ""])
            + field("/AccountId", \.customer, ["salesforce:test/Account/0019Z00000AbCdEQAV"])
            + field("/OwnerId", \.owner, users())
            + field("/Type", \.kind, [Coding("Renewal", system: "salesforce/Opportunity.Type")])
            + field("/LeadSource", \.leadSource, [Coding("Fair", system: "salesforce/Opportunity.LeadSource")])
            + field("/CloseDate", \.closeDate, ["2027-12-31", "2028-02-29"].compactMap { try? LocalDate($0) })
            + field("/Probability", \.probability, ["0.50", "33.333"].compactMap { try? Percentage($0) })
            + field("/ForecastCategoryName", \.forecastCategory, [.omitted, .commit, .closed], clears: false)
            + field("/NextStep", \.nextStep, ["call", "\u{2028}"])
            + [
                required("/Name", \.name, ["Neu \"1\""]),
                Change("set /StageName", ["/StageName"]) { records, _ in
                    guard records[0].status == .open else { return false }
                    records[0].stage.canonical = .negotiate
                    records[0].stage.source = Coding("Negotiation/Review", system: "salesforce/Opportunity.StageName")
                    return true
                },
                Change("set the amount", ["/Amount", "/CurrencyIsoCode"]) { records, random in
                    guard let currency = try? CurrencyCode(random.one(of: ["USD", "CHF", "EUR"])) else { return false }
                    guard let amount = try? ExactDecimal(random.one(of: ["0.10", "-5", "123456789.1234"])) else {
                        return false
                    }
                    records[0].amount = Money(amount, currency)
                    return true
                },
                Change("clear the amount", ["/Amount"]) { records, _ in
                    records[0].amount = nil
                    Opportunity.schema.setNull(\.amount, in: &records[0])
                    return true
                },
            ]
    )
}

extension MappingExpectations where Target == TimeEntry {
    private static let travel = Certinia.Day.week.map { $0.short("pse__Travel_*__c") }
    private static let flags = [
        "/pse__Billable__c", "/pse__Billed__c", "/pse__Daily_Bill_Rate__c", "/pse__Daily_Cost_Rate__c",
    ]

    static let timecardHeader = MappingExpectations(
        loose: Set(travel + flags + ["/IsDeleted", "/CurrencyIsoCode", "/pse__Cost_Rate_Currency_Code__c"]),
        changes: header()
            + field("/Name", \.header.displayNumber, ["TCH-1"])
            + field("/pse__Project__c", \.project, ["salesforce:test/pse__Proj__c/a2Y5g00000XyzAbAAJ"])
            + field("/pse__Assignment__c", \.assignment, ["salesforce:test/pse__Assignment__c/a1Z5g00000XyzAbAAJ"])
            + [
                required("/pse__Resource__c", \.resource, ["salesforce:test/Contact/0039Z00000AbCdEQAV"]),
                required("/pse__Status__c", \.approval.state, [.draft, .submitted, .approved, .rejected]),
                required("/pse__Billable__c", \.billability, [.billable, .nonBillable]),
                required("/pse__Billed__c", \.billingState, [.billed, .unbilled]),
                required(
                    "/pse__Project_Phase__c",
                    \.workType,
                    [Coding("Design \"1\"", system: "certinia/pse__Project_Phase__c")]
                ),
                Change("clear the phase", ["/pse__Project_Phase__c"]) { records, _ in
                    for index in records.indices { records[index].workType = Coding("unspecified") }
                    return true
                },
                Change("move the id", ["/Id"]) { records, _ in
                    let id = "a3X9Z00000AbCdEQAV"
                    for index in records.indices {
                        let part = records[index].id.text.split(separator: "/").last ?? ""
                        records[index].header.externalReferences[0].value = id
                        records[index].sheet?.value = id
                        records[index].id = RecordID(
                            stringLiteral: "salesforce:test/pse__Timecard_Header__c/\(id)/\(part)"
                        )
                    }
                    return true
                },
                Change("move the week", ["/pse__Start_Date__c", "/pse__End_Date__c"]) { records, _ in
                    for index in records.indices {
                        guard let week = records[index].sheet?.validity, let from = try? week.from?.adding(days: 7),
                            let date = try? records[index].date.adding(days: 7)
                        else { return false }
                        records[index].sheet?.validity = try? DateInterval(
                            from: from,
                            through: week.through.flatMap { try? $0.adding(days: 7) }
                        )
                        records[index].date = date
                    }
                    return true
                },
                rate("/pse__Bill_Rate__c", "/CurrencyIsoCode", "/pse__Daily_Bill_Rate__c", \.billRate),
                rate(
                    "/pse__Cost_Rate_Amount__c",
                    "/pse__Cost_Rate_Currency_Code__c",
                    "/pse__Daily_Cost_Rate__c",
                    \.costRate
                ),
                noRate("/pse__Bill_Rate__c", \.billRate),
                noRate("/pse__Cost_Rate_Amount__c", \.costRate),
            ]
            + Certinia.Day.week.flatMap(day)
    )

    private static func rate(
        _ amount: String,
        _ currency: String,
        _ daily: String,
        _ property: any WritableKeyPath<TimeEntry, ResolvedRate?> & Sendable
    ) -> Change {
        Change("set \(amount)", [amount, currency, daily]) { records, random in
            guard let currency = try? CurrencyCode(random.one(of: ["USD", "GBP"])) else { return false }
            guard let amount = try? ExactDecimal("99.0900") else { return false }
            let unit: UnitCode = random.chance(50) ? .day : .hour
            for index in records.indices {
                records[index][keyPath: property] = ResolvedRate(Money(amount, currency), per: unit)
            }
            return true
        }
    }

    private static func noRate(
        _ amount: String,
        _ property: any WritableKeyPath<TimeEntry, ResolvedRate?> & Sendable
    ) -> Change {
        Change("clear \(amount)", [amount]) { records, _ in
            for index in records.indices { records[index][keyPath: property] = nil }
            return true
        }
    }

    private static func day(_ day: Certinia.Day) -> [Change] {
        func change(
            _ name: String,
            _ pointer: String,
            _ body: @escaping @Sendable (inout TimeEntry) -> Void
        ) -> Change {
            Change("\(name) on \(day.weekday)", [pointer]) { records, _ in
                guard let index = records.firstIndex(where: { $0.id.text.hasSuffix("/\(day.weekday)") }) else {
                    return false
                }
                body(&records[index])
                return true
            }
        }
        let hours = day.field("pse__*_Hours__c")
        let notes = day.field("pse__*_Notes__c")
        return [
            change("hours", hours) { entry in
                guard let value = try? ExactDecimal("6.25") else { return }
                entry.workedQuantity = Quantity(value, .hour)
                entry.worked = Minutes(375)
            },
            change("notes", notes) { $0.customerDescription = "done \"all\"\n" },
            change("place", day.short("pse__Location_*__c")) { entry in
                entry.location = Coding("Bern", system: "certinia/pse__Timecard_Header__c.pse__Location__c")
            },
            change("no place", day.short("pse__Location_*__c")) { $0.location = nil },
            change("travel", day.short("pse__Travel_*__c")) { $0.timeType = .travel },
            change("no travel", day.short("pse__Travel_*__c")) { $0.timeType = .regular },
            Change(
                "no time on \(day.weekday)",
                [hours, notes, day.short("pse__Location_*__c"), day.short("pse__Travel_*__c")]
            ) { records, _ in
                guard records.count > 1 else { return false }
                let count = records.count
                records.removeAll { $0.id.text.hasSuffix("/\(day.weekday)") }
                return records.count < count
            },
        ]
    }
}

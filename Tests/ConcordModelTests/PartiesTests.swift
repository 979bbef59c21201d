import ConcordModel
import ConcordSchema
import ConcordValues
import Testing

/// Customers, opportunities, legal entities and tax profiles keep all that they hold when they are written and read.
@Suite struct PartiesTests {
    @Test func customer() throws {
        try expectRoundTrip(try Samples.customer())
    }

    @Test func opportunity() throws {
        try expectRoundTrip(try Samples.opportunity())
    }

    @Test func legalEntity() throws {
        try expectRoundTrip(try Samples.legalEntity())
    }

    @Test func taxProfile() throws {
        try expectRoundTrip(try Samples.taxProfile())
    }

    @Test func newRecordsNeedLittle() throws {
        let header = try Samples.header("crm:emea", number: nil)
        let prospect = Customer(id: "c-1", header: header, name: "Brookfield Optics", status: .prospect)
        #expect(try Customer(json: prospect.json()) == prospect)
        #expect(!prospect.jsonText().contains("null"))
        let lead = Opportunity(id: "o-1", header: header, name: "Lens plant", stage: OpportunityStage(.qualify))
        #expect(try Opportunity(json: lead.json()) == lead)
        #expect(lead.status == .open)
    }

    @Test func newCodesAreKept() throws {
        var customer = try Samples.customer()
        customer.kind = CustomerKind(rawValue: "cooperative")
        let draft = Draft<Customer>(json: customer.json())
        #expect(draft.issues.map(\.code) == [.unknownCode])
        #expect(try draft.record() == customer)
    }

    @Test func contactsAndAddressesAreToldApartByTheirKeys() throws {
        let before = try Samples.customer()
        var after = before
        after.contacts.reverse()
        after.contacts[0].language = try LanguageTag("fr-CH")
        after.addresses[0].postalCode = "20459"
        #expect(
            after.difference(from: before).paths.sorted() == ["addresses.postalCode", "contacts.language"]
        )
    }

    @Test(arguments: ["--01-01", "--02-29", "--04-06", "--12-31"])
    func daysOfEveryYear(_ text: String) throws {
        #expect(try MonthDay(text).description == text)
    }

    @Test(arguments: ["", "04-06", "--4-6", "--04-06Z", "---4-06", "--0４-06"])
    func noDaysByForm(_ text: String) {
        #expect(throws: ValueError(.monthDaySyntax, expected: "", observed: "")) { try MonthDay(text) }
    }

    @Test(arguments: ["--00-01", "--13-01", "--02-30", "--04-31", "--01-00", "--01-32"])
    func noDaysOfAnyYear(_ text: String) {
        #expect(throws: ValueError(.monthDayNonexistent, expected: "", observed: "")) { try MonthDay(text) }
    }

    /// A record that holds every field is read back equal, without a remark, and is written with the same bytes again.
    private func expectRoundTrip<Value: CanonicalRecord>(
        _ record: Value,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let document = record.json()
        let draft = Draft<Value>(json: document)
        // A duplicate member would be an error, an unknown code or a repeated key a warning.
        #expect(draft.issues.isEmpty, "\(draft.issues)", sourceLocation: sourceLocation)
        let read = try draft.record()
        #expect(read == record, sourceLocation: sourceLocation)
        #expect(read.json() == document, sourceLocation: sourceLocation)
        let names = Set(Value.schema.description.fields.map(\.name))
        #expect(names.subtracting(draft.present.paths) == [], sourceLocation: sourceLocation)
    }
}

/// Invented companies and people.
private enum Samples {
    static func header(_ system: SystemID, number: String?) throws -> RecordHeader {
        RecordHeader(source: system, recordVersion: 3, asOf: try Instant("2026-03-04T17:21:09Z")) {
            $0.displayNumber = number
        }
    }

    static func interval(_ from: String, _ through: String? = nil) throws -> DateInterval {
        try DateInterval(from: LocalDate(from), through: through.map { try LocalDate($0) })
    }

    static func money(_ amount: String, _ currency: String = "EUR") throws -> Money {
        Money(try ExactDecimal(amount), try CurrencyCode(currency))
    }

    static func percent(_ text: String) throws -> Percentage {
        Percentage(try ExactDecimal(text))
    }

    static func quantity(_ value: String, _ unit: String) throws -> Quantity {
        Quantity(try ExactDecimal(value), try UnitCode(unit))
    }

    static func addresses() throws -> [Address] {
        let zone = try TimeZoneID("Europe/Berlin")
        let latitude = try ExactDecimal("53.5461")
        let longitude = try ExactDecimal("9.9663")
        let hamburg = try SubdivisionCode("DE-HH")
        let validity = try interval("2019-07-01")
        return [
            Address(
                lines: ["Fährhaus 3", "Aufgang B"],
                locality: "Hamburg",
                postalCode: "20457",
                country: .germany
            ) {
                $0.id = "a-seat"
                $0.use = .legal
                $0.attention = "Geschäftsleitung"
                $0.district = "Speicherstadt"
                $0.county = "Hamburg-Mitte"
                $0.region = "Hamburg"
                $0.subdivision = hamburg
                $0.position = GeoPoint(latitude: latitude, longitude: longitude)
                $0.timeZone = zone
                $0.isPrimary = true
                $0.validity = validity
            },
            Address {
                $0.id = "a-bills"
                $0.use = .billing
                $0.raw = "Nordwind Logistik AG\nPostfach 11 02\n20416 Hamburg"
            },
        ]
    }

    static func contacts() throws -> [Contact] {
        let german = try LanguageTag("de-DE")
        let asked = try Instant("2025-11-02T08:15:00+01:00")
        let validity = try interval("2021-01-01")
        return [
            Contact(
                id: "p-1",
                name: PersonName("Dr. Henrike van der Meulen") {
                    $0.prefix = "Dr."
                    $0.given = "Henrike"
                    $0.middle = "Sofie"
                    $0.family = "van der Meulen"
                    $0.suffix = "MBA"
                    $0.preferred = "Rike"
                }
            ) {
                $0.jobTitle = "Leiterin Planung"
                $0.department = "Operations"
                $0.roles = [.decisionMaker, .timesheetApprover]
                $0.isPrimary = true
                $0.contactPoints = [
                    ContactPoint(.email, "h.vandermeulen@nordwind.example", isPrimary: true) {
                        $0.label = "work"
                        $0.verifiedAt = asked
                    },
                    ContactPoint(.mobile, "+49 170 5550100"),
                ]
                $0.address = "a-seat"
                $0.language = german
                $0.consents = [
                    Consent("reference", .given) {
                        $0.at = asked
                        $0.evidence = "Mail of 2025-11-02"
                    },
                    Consent("newsletter", .refused),
                ]
                $0.doNotContact = false
                $0.validity = validity
                $0.externalReferences = [
                    ExternalReference(system: "salesforce:emea", objectType: "Contact", value: "0035g00000AbCdE")
                ]
            },
            Contact(id: "p-2") {
                $0.department = "Kreditorenbuchhaltung"
                $0.roles = [.billing]
                $0.contactPoints = [ContactPoint(.email, "rechnungen@nordwind.example")]
            },
        ]
    }

    static func paymentTerms() throws -> PaymentTerms {
        let third = try percent("33.34")
        let rest = try percent("66.66")
        let discount = try percent("2")
        let interest = try percent("9.12")
        return PaymentTerms(netDays: 30, basis: .endOfMonth) {
            $0.code = "Z030"
            $0.name = "2/10 net 30 end of month"
            $0.netMonths = 0
            $0.cutOffDay = 25
            $0.dueDay = 15
            $0.instalments = [
                PaymentTermsInstalment(number: 1, percent: third, days: 30),
                PaymentTermsInstalment(number: 2, percent: rest, days: 60),
            ]
            $0.earlyDiscounts = [PaymentTermsDiscount(percent: discount, within: 10)]
            $0.lateInterest = interest
            $0.note = "Zahlbar bis zum 15. des übernächsten Monats."
        }
    }

    static func customer() throws -> Customer {
        let header = try header("salesforce:emea", number: "K-10442")
        let since = try LocalDate("2022-09-01")
        let asOf = try LocalDate("2026-03-01")
        let validity = try interval("2024-01-01", "2026-12-31")
        let share = try percent("60")
        let contacts = try contacts()
        let addresses = try addresses()
        let paymentTerms = try paymentTerms()
        let limit = try money("250000.00")
        let groupLimit = try money("400000.00")
        let open = try money("48211.40")
        let overdue = try money("3120.00")
        let german = try LanguageTag("de")
        return Customer(id: "c-10442", header: header, name: "Nordwind Logistik", status: .active) {
            $0.legalName = "Nordwind Logistik AG"
            $0.legalEntity = "le-nordwind"
            $0.registrations = [
                RegistrationIdentifier(.vat, "DE999999999") {
                    $0.scheme = "9930"
                    $0.jurisdiction = Jurisdiction(.germany)
                    $0.issuer = "Bundeszentralamt für Steuern"
                    $0.validity = validity
                }
            ]
            $0.industry = Coding("H52", system: "NACE 2.1", display: "Warehousing and support for transportation")
            $0.segment = Coding("mid-market")
            $0.statusReason = Coding("won", display: "First contract signed")
            $0.statusSince = since
            $0.parent = "c-10001"
            $0.ultimateParent = "c-10000"
            $0.hierarchyRoles = [.legal, .reporting]
            $0.partyRoles = [
                PartyRole(.payer, "c-10001") {
                    $0.contact = "p-2"
                    $0.address = "a-bills"
                    $0.share = share
                    $0.priority = 1
                    $0.legalEntity = "le-own-de"
                    $0.validity = validity
                },
                PartyRole(.endClient, "c-20310"),
            ]
            $0.contacts = contacts
            $0.addresses = addresses
            $0.contactPoints = [ContactPoint(.web, "https://nordwind.example")]
            $0.accountOwner = "r-88"
            $0.preferredCurrency = .eur
            $0.paymentTerms = paymentTerms
            $0.rateCards = ["rc-2026-nordwind"]
            $0.poRequired = true
            $0.timesheetRequiredOnInvoice = true
            $0.invoiceDelivery = InvoiceDelivery(.network) {
                $0.address = "DE999999999"
                $0.addressScheme = "9930"
                $0.postalAddress = "a-bills"
                $0.copies = ["rechnungen@nordwind.example"]
                $0.format = .ubl
                $0.profile = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
                $0.network = Coding("peppol")
                $0.buyerReference = "04011000-1234512345-06"
            }
            $0.invoiceGrouping = .byPO
            $0.language = german
            $0.creditLimits = [
                CreditLimit(limit, by: "le-own-de") { $0.reviewOn = asOf },
                CreditLimit(groupLimit),
            ]
            $0.creditHold = CreditHold(.newWork) {
                $0.reason = Coding("overdue")
                $0.since = asOf
            }
            $0.riskClass = Coding("B")
            $0.dunningPolicy = Coding("standard-de", display: "Three letters, 14 days apart")
            $0.dunningBlocked = false
            $0.aging = [
                AgingBucket(open, through: 0) {
                    $0.invoiceCount = 3
                    $0.legalEntity = "le-own-de"
                    $0.asOf = asOf
                },
                AgingBucket(overdue, from: 1, through: 30),
            ]
            $0.taxProfiles = ["tp-nordwind-vat"]
            $0.availableTo = ["le-own-de", "le-own-uk"]
            $0.isIntercompany = true
            $0.representsEntity = "le-own-at"
        }
    }

    static func legalEntity() throws -> LegalEntity {
        let header = try header("netsuite", number: "UK02")
        let zone = try TimeZoneID("Europe/London")
        let england = try SubdivisionCode("GB-ENG")
        let fiscalYearStart = try MonthDay(month: 4, day: 6)
        let addresses = try addresses()
        return LegalEntity(id: "le-own-uk", header: header, legalName: "Harrow & Lindqvist Advisory Ltd", role: .own) {
            $0.tradingName = "Harrow Lindqvist"
            $0.code = "UK02"
            $0.legalForm = Coding("H0PO", system: "ISO 20275", display: "Private limited company")
            $0.jurisdiction = Jurisdiction(.unitedKingdom, subdivision: england, locality: "City of London")
            $0.registrations = [
                RegistrationIdentifier(.company, "09999999") { $0.issuer = "Companies House" },
                RegistrationIdentifier(.lei, "00000000000000000098") { $0.scheme = "0199" },
                RegistrationIdentifier(.duns, "000000000") { $0.scheme = "0060" },
            ]
            $0.parent = "le-own-se"
            $0.functionalCurrency = .gbp
            $0.fiscalYearStart = fiscalYearStart
            $0.accountingMethod = .accrual
            $0.timeZone = zone
            $0.intercompanyCode = "IC-UK02"
            $0.taxProfiles = ["tp-uk-vat"]
            $0.addresses = addresses
            $0.contactPoints = [ContactPoint(.phone, "+44 20 7946 0100")]
        }
    }

    static func taxProfile() throws -> TaxProfile {
        let header = try header("netsuite", number: nil)
        let texas = try SubdivisionCode("US-TX")
        let answered = try Instant("2026-01-09T10:00:00Z")
        let validity = try interval("2025-07-01", "2027-06-30")
        let rate = try percent("0")
        let issuedOn = try LocalDate("2025-06-17")
        let english = try LanguageTag("en-US")
        return TaxProfile(
            id: "tp-lonestar",
            header: header,
            scheme: .salesTax,
            jurisdiction: Jurisdiction(.unitedStates, subdivision: texas, locality: "Austin")
        ) {
            $0.customer = "c-30077"
            $0.legalEntity = "le-lonestar"
            $0.registrationNumber = "3-00000-0000-0"
            $0.validation = TaxValidation(.valid) {
                $0.at = answered
                $0.service = "Texas Comptroller"
                $0.reference = "Q-55120"
            }
            $0.category = .exempt
            $0.exemptionReason = Coding("resale", display: "Purchase for resale")
            $0.exemptionCertificate = ExemptionCertificate("TX-01-339-7781") {
                $0.issuer = "Texas Comptroller"
                $0.jurisdiction = Jurisdiction(.unitedStates, subdivision: texas)
                $0.validity = validity
                $0.document = DocumentReference("Resale certificate", kind: .certificate) {
                    $0.id = "d-1"
                    $0.number = "TX-01-339-7781"
                    $0.issuedOn = issuedOn
                    $0.issuer = "Lone Star Survey LLC"
                    $0.language = english
                    $0.location = ExternalReference(system: "archive", objectType: "File", value: "f-9921")
                    $0.url = "https://archive.example/f-9921"
                    $0.fileName = "resale.pdf"
                    $0.mediaType = "application/pdf"
                    $0.byteCount = 48_120
                    $0.digest = "sha-256:9f2c"
                }
            }
            $0.withholding = Withholding(applies: false, rate: rate) { $0.code = Coding("none") }
            $0.priceBasis = .exclusive
            $0.taxCodes = [
                SystemTaxCode("netsuite", "TX-EXEMPT") { $0.display = "Texas, exempt" },
                SystemTaxCode("avatax", "E"),
            ]
        }
    }

    static func opportunity() throws -> Opportunity {
        let header = try header("hubspot", number: "D-2031")
        let period = try interval("2026-05-01", "2026-12-31")
        let closeDate = try LocalDate("2026-04-15")
        let probability = try percent("60")
        let amount = try money("184000.00")
        let estimate = try estimate()
        let lines = try opportunityLines()
        return Opportunity(
            id: "o-2031",
            header: header,
            name: "Warehouse planning, phase 2",
            stage: OpportunityStage(.negotiate, source: Coding("8f21-77", display: "Contract sent")) {
                $0.pipeline = Coding("services-emea")
            }
        ) {
            $0.description = "Slotting and shift planning for two sites."
            $0.customer = "c-10442"
            $0.contacts = ["p-1"]
            $0.kind = Coding("extension")
            $0.leadSource = Coding("referral")
            $0.statusSince = closeDate
            $0.probability = probability
            $0.forecastCategory = .commit
            $0.amount = amount
            $0.closeDate = closeDate
            $0.lossReason = Coding("price")
            $0.nextStep = "Agree on the cap for travel."
            $0.owner = "r-88"
            $0.contractingEntity = "le-own-de"
            $0.billingMethod = .timeAndMaterials
            $0.rateCard = "rc-2026-nordwind"
            $0.period = period
            $0.estimate = estimate
            $0.lines = lines
            $0.existingContract = "k-771"
            $0.resultingContracts = ["k-802"]
        }
    }

    private static func estimate() throws -> Estimate {
        let effort = try quantity("980", "HUR")
        let revenue = try money("184000.00")
        let cost = try money("112700.00")
        let margin = try percent("38.75")
        let headcount = try ExactDecimal("2")
        let billRate = try money("187.50")
        let costRate = try money("115.00")
        let period = try interval("2026-05-01", "2026-12-31")
        let estimatedOn = try LocalDate("2026-02-20")
        return Estimate {
            $0.effort = effort
            $0.revenue = revenue
            $0.cost = cost
            $0.margin = margin
            $0.roles = [
                EstimatedRole(number: 1) {
                    $0.role = "role-senior"
                    $0.title = "Senior consultant"
                    $0.headcount = headcount
                    $0.effort = effort
                    $0.billRate = billRate
                    $0.costRate = costRate
                    $0.period = period
                    $0.location = Coding("onsite")
                },
                EstimatedRole(number: 2) { $0.title = "Analyst" },
            ]
            $0.version = "4"
            $0.estimatedOn = estimatedOn
        }
    }

    private static func opportunityLines() throws -> [OpportunityLine] {
        let effort = try quantity("980", "HUR")
        let unitPrice = try money("197.37")
        let discount = try percent("5")
        let amount = try money("184000.00")
        let cost = try money("112700.00")
        let period = try interval("2026-05-01", "2026-12-31")
        return [
            OpportunityLine(id: "ol-1") {
                $0.number = 1
                $0.description = "Planning"
                $0.service = Coding("PLAN")
                $0.role = "role-senior"
                $0.billingMethod = .timeAndMaterials
                $0.quantity = effort
                $0.unitPrice = unitPrice
                $0.discount = discount
                $0.amount = amount
                $0.cost = cost
                $0.period = period
                $0.externalReferences = [
                    ExternalReference(system: "hubspot", objectType: "line_items", value: "55120093")
                ]
            },
            OpportunityLine(id: "ol-2") { $0.description = "Travel" },
        ]
    }
}

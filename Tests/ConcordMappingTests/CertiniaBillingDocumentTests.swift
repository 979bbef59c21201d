import Concord
import Testing

@Suite("Certinia billing documents")
struct CertiniaBillingDocumentTests {
    @Test func theyKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.billingDocument, .billingDocument, .billingDocument)
    }

    @Test func theyAreMappedAsWritten() throws {
        try PackTrial.expectTable(Certinia.billingDocument, "certinia-billing-document.md")
    }

    @Test func theyHaveWhatTheyHave() throws {
        let invoices = try PackTrial.records(Certinia.billingDocument, of: "certinia/billing-documents.json")
        try #require(invoices.count == 4)
        let invoice = invoices[0]
        #expect(invoice.id == "salesforce:emea/fferpcore__BillingDocument__c/a5B5g000000BiD1EAK")
        #expect(invoice.number == "BD-000871")
        #expect(invoice.type == .standard)
        #expect(invoice.documentStatus == .issued)
        #expect(invoice.issuer == "salesforce:emea/fferpcore__Company__c/a0Z5g000002HmDeEAK")
        #expect(invoice.soldTo == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(invoice.issueDate?.description == "2026-11-02")
        #expect(invoice.taxPointDate?.description == "2026-10-31")
        #expect(invoice.dueDate?.description == "2026-12-02")
        #expect(invoice.buyerReference == "KST 4711 / Frau Öztürk")
        #expect(invoice.currency.description == "EUR")
        #expect(invoice.totals?.taxExclusive == PackTrial.money("48200.00", "EUR"))
        #expect(invoice.totals?.taxTotal == PackTrial.money("9158.00", "EUR"))
        #expect(invoice.totals?.taxInclusive == PackTrial.money("57358.00", "EUR"))
        #expect(invoice.totals?.payable == PackTrial.money("57358.00", "EUR"))
        #expect(invoice.lines == [])
        #expect(invoice.corrects == [])
        #expect(invoice.header.remarks?.unmapped?.text.contains("fferpcore__BillingStreet__c") == true)
        // A credit note, a draft, and an invoice that another one replaced.
        #expect(invoices[1].type == .creditNote)
        #expect(invoices[1].corrects == ["salesforce:emea/fferpcore__BillingDocument__c/a5B5g000000BiD1EAK"])
        #expect(invoices[1].reason?.code == "Overcharge")
        #expect(invoices[2].documentStatus == .draft)
        #expect(invoices[2].issueDate == nil)
        #expect(invoices[2].totals == nil)
        #expect(
            invoices[2].header.remarks?.unmapped?.text.contains(#""fferpcore__DocumentDate__c":"2026-12-01""#) == true
        )
        #expect(invoices[3].documentStatus == .void)
        #expect(invoices[3].issueDate?.description == "2026-09-30")
        #expect(invoices[3].corrects == [])
        #expect(invoices[3].currency.description == "EUR", "the tenant's")
    }
}

extension PayloadRecipe {
    static let billingDocument = pack(
        "a5B",
        required: [
            "/fferpcore__DocumentType__c", "/fferpcore__DocumentStatus__c", "/fferpcore__Company__c",
            "/fferpcore__Account__c",
        ],
        [
            "/Name": [#""BD-000871""#],
            "/fferpcore__DocumentType__c": [#""Invoice""#, #""Credit Note""#],
            "/fferpcore__DocumentStatus__c": Certinia.documentStatus.rows.map { "\"\($0.source)\"" },
            "/fferpcore__Company__c": ids("a0Z"),
            "/fferpcore__Account__c": ids("001"),
            "/fferpcore__RelatedDocument__c": ids("a5B"),
            "/fferpcore__CreditNoteReason__c": [#""Overcharge""#],
            "/fferpcore__DocumentDate__c": [#""2026-11-02""#],
            "/fferpcore__TaxPointDate__c": [#""2026-10-31""#],
            "/fferpcore__DocumentDueDate__c": [#""2026-12-02""#],
            "/fferpcore__CustomerReference__c": texts,
            "/fferpcore__NetTotal__c": amounts,
            "/fferpcore__TaxValueTotal__c": ["0", "9158.00"],
            "/fferpcore__DocumentTotal__c": amounts,
            "/CurrencyIsoCode": currencies,
            "/fferpcore__DocumentTypePrefix__c": [#""INV""#],
            "/fferpcore__IsComplete__c": flags,
            "/fferpcore__BillingDocumentLineItems__r/records": ["[]"],
            "/fferpcore__BillingDocumentLineItems__r/totalSize": ["0"],
            "/fferpcore__BillingDocumentLineItems__r/done": ["true"],
            "/fferpcore__BillingDocumentLineItems__r/nextRecordsUrl": [#""/x""#],
        ],
        adjust: { payload, _ in
            // An answer has a list, or is null as a whole.
            payload.values["/fferpcore__BillingDocumentLineItems__r/records"] = "[]"
        }
    )
}

extension MappingExpectations where Target == Invoice {
    fileprivate static let billingDocument = MappingExpectations(
        loose: [
            "/IsDeleted", "/CurrencyIsoCode", "/fferpcore__NetTotal__c", "/fferpcore__TaxValueTotal__c",
            "/fferpcore__DocumentTotal__c", "/fferpcore__BillingDocumentLineItems__r/done",
            "/fferpcore__BillingDocumentLineItems__r/nextRecordsUrl",
        ],
        loosened: { invoice in
            var invoice = invoice
            invoice.totals = nil
            return invoice
        },
        changes: packIdentity("fferpcore__BillingDocument__c") + fields
    )

    private static let fields: [Change] = {
        var changes: [Change] = []
        changes += field("/Name", \.number, ["BD-1"])
        let list = "certinia/fferpcore__BillingDocument__c.fferpcore__CreditNoteReason__c"
        changes += field("/fferpcore__CreditNoteReason__c", \.reason, [Coding("Goods Returned", system: list)])
        let days = ["2027-01-31"].compactMap { try? LocalDate($0) }
        changes += field("/fferpcore__TaxPointDate__c", \.taxPointDate, days)
        changes += field("/fferpcore__DocumentDueDate__c", \.dueDate, days)
        changes += field("/fferpcore__CustomerReference__c", \.buyerReference, ["a\nb", ""])
        changes.append(required("/fferpcore__Company__c", \.issuer, ids("fferpcore__Company__c")))
        changes.append(required("/fferpcore__Account__c", \.soldTo, ids("Account")))
        changes.append(
            change("credit", ["/fferpcore__DocumentType__c", "/fferpcore__RelatedDocument__c"], [true, false]) {
                invoice,
                isCredit in
                invoice.type = isCredit ? .creditNote : .standard
                invoice.corrects = isCredit ? ids("fferpcore__BillingDocument__c").suffix(1) : []
            }
        )
        changes.append(
            change("issue", ["/fferpcore__DocumentStatus__c", "/fferpcore__DocumentDate__c"], [0]) { invoice, _ in
                invoice.documentStatus = .issued
                invoice.issueDate = try? LocalDate("2027-02-03")
            }
        )
        changes.append(
            change("review", ["/fferpcore__DocumentStatus__c"], [DocumentStatus.draft, .inReview, .cancelled]) {
                $0.documentStatus = $1
                $0.issueDate = nil
            }
        )
        changes.append(
            change("set the currency", ["/CurrencyIsoCode"], ["CHF", "USD"]) { invoice, code in
                guard let currency = try? CurrencyCode(code) else { return }
                invoice.currency = currency
                guard let old = invoice.totals else { return }
                invoice.totals = InvoiceTotals(
                    taxExclusive: Money(old.taxExclusive.amount, currency),
                    taxTotal: Money(old.taxTotal.amount, currency),
                    taxInclusive: Money(old.taxInclusive.amount, currency),
                    payable: Money(old.payable.amount, currency)
                )
            }
        )
        return changes
    }()
}

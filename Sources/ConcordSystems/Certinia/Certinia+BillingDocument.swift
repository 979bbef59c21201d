public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Certinia {
    /// `fferpcore__BillingDocument__c`: an invoice or a credit note.
    ///
    /// It has lines where the query asked for them in it; else ``billingDocumentLine`` reads them. Certinia adds the totals up from the lines: they are
    /// read, and not written. Whether it is paid is a matter of the accounting system.
    public static let billingDocument = Mapping<Invoice>(
        "certinia/billing-document",
        version: 1,
        object: "fferpcore__BillingDocument__c",
        api: api,
        update: Salesforce.update.without("/Name"),
        fields: billingDocumentFields
    ) { rule in
        rule.salesforceHeader("fferpcore__BillingDocument__c")
        rule.same("/Name", to: \.number)
        rule.code("/fferpcore__DocumentType__c", to: \.type, documentType)
        rule.salesforceStatus(
            "/fferpcore__DocumentStatus__c",
            to: \.documentStatus,
            documentStatus,
            list: "certinia/fferpcore__BillingDocument__c.fferpcore__DocumentStatus__c"
        )
        rule.reference(
            "/fferpcore__Company__c",
            to: \.issuer,
            object: "fferpcore__Company__c",
            normalise: Salesforce.normalised
        )
        rule.reference("/fferpcore__Account__c", to: \.soldTo, object: "Account", normalise: Salesforce.normalised)
        corrected
        rule.coding(
            "/fferpcore__CreditNoteReason__c",
            to: \.reason,
            list: "certinia/fferpcore__BillingDocument__c.fferpcore__CreditNoteReason__c"
        )
        issueDate
        rule.same("/fferpcore__TaxPointDate__c", to: \.taxPointDate)
        rule.same("/fferpcore__DocumentDueDate__c", to: \.dueDate)
        rule.same("/fferpcore__CustomerReference__c", to: \.buyerReference)
        totals
        rule.salesforceSubquery("fferpcore__BillingDocumentLineItems__r", billingDocumentLine)
        rule.constant(\.postingStatus, .unposted, because: booksReason)
        rule.constant(\.paymentStatus, .unpaid, because: booksReason)
        rule.constant(\.collectionStatus, .current, because: booksReason)
        rule.constant(\.deliveryStatus, .pending, because: "Certinia does not say whether it arrived")
        rule.salesforceCurrency(to: \.currency)
        rule.drop("/fferpcore__DocumentTypePrefix__c", because: "it repeats the type, for making numbers")
        rule.drop("/fferpcore__IsComplete__c", because: "it repeats the status")
        rule.keepRest()
    }

    private static let booksReason = "the document does not say; the accounting system does"

    /// The types of billing documents.
    public static let documentType = Crosswalk(
        "certinia-document-type",
        unmapped: .reject,
        [.init("Invoice", "standard"), .init("Credit Note", "creditNote")]
    )

    /// The statuses of billing documents; a complete one is numbered, dated and no longer changed.
    public static let documentStatus = Crosswalk(
        "certinia-document-status",
        unmapped: .reject,
        [
            .init("Draft", "draft"), .init("Ready for Review", "inReview"), .init("Complete", "issued"),
            .init("Discarded", "cancelled"), .init("Superseded", "void", .narrower),
        ]
    )
}

// MARK: - Rules

extension Certinia {
    /// The document that a credit note gives back.
    private static var corrected: MappingRule<Invoice> {
        .convert(
            "reference",
            ["/fferpcore__RelatedDocument__c"],
            to: "corrects",
            law: .iso,
            note: "of a credit note; what relates to an invoice is kept",
            read: { input, record in
                guard record.type == .creditNote,
                    let id: RecordID<Invoice> = input.canonicalID(
                        0,
                        objectType: "fferpcore__BillingDocument__c",
                        normalise: Salesforce.normalised
                    )
                else {
                    input.keep(0)
                    return
                }
                record.corrects = [id]
            },
            write: { record, output in
                guard record.type == .creditNote else { return output.leave(0) }
                if let id = record.corrects.first {
                    output.setExternal(0, id.text, objectType: "fferpcore__BillingDocument__c")
                }
            }
        )
        .lookingAt("type")
    }

    /// The document's date, once it is issued; a draft has one too, and it is only planned.
    private static var issueDate: MappingRule<Invoice> {
        .convert(
            "when",
            ["/fferpcore__DocumentDate__c"],
            to: "issueDate",
            law: .iso,
            note: "of documents that are issued; the date of others is kept",
            read: { input, record in
                let date: LocalDate? = input.value(0)
                guard let date, record.documentStatus == .issued || record.documentStatus == .void else {
                    input.keep(0)
                    return
                }
                record.issueDate = date
            },
            write: { record, output in
                if let date = record.issueDate { output.set(0, date) } else { output.leave(0) }
            }
        )
        .lookingAt("documentStatus")
    }

    /// The totals, if net, tax and gross are all there.
    private static var totals: MappingRule<Invoice> {
        .derive(
            "totals",
            from: [
                "/fferpcore__NetTotal__c", "/fferpcore__TaxValueTotal__c", "/fferpcore__DocumentTotal__c",
                "/CurrencyIsoCode",
            ],
            because: "Certinia adds them up from the lines"
        ) { input, record in
            let net: ExactDecimal? = input.value(0)
            let tax: ExactDecimal? = input.value(1)
            let gross: ExactDecimal? = input.value(2)
            guard let net, let tax, let gross else {
                for index in 0..<3 { input.keep(index) }
                return
            }
            guard let currency = input.currency(3) else { return }
            record.totals = InvoiceTotals(
                taxExclusive: Money(net, currency),
                taxTotal: Money(tax, currency),
                taxInclusive: Money(gross, currency),
                payable: Money(gross, currency)
            )
        }
    }
}

internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let invoiceOwnership = RecordOwnership(of: Invoice.self) {
        OwnershipStatement.stage(
            StageSource(
                "documentStatus",
                stages: [
                    "draft": "draft", "inReview": "draft", "approved": "draft", "issued": "issued", "sent": "issued",
                    "cancelled": "void", "void": "void",
                ],
                initial: "draft"
            )
        )
        OwnershipStatement.legalEntity("issuer")
        OwnershipStatement.listsByTheirKeys
        MonotoneStatus(
            \.documentStatus,
            [
                .draft: [.inReview, .approved, .issued, .cancelled],
                .inReview: [.draft, .approved, .issued, .cancelled],
                .approved: [.draft, .inReview, .issued, .cancelled],
                .issued: [.sent, .void],
                .sent: [.void],
            ]
        )
        MonotoneStatus(\.postingStatus, [.unposted: [.posted], .posted: [.reversed]])
        MonotoneStatus(
            \.paymentStatus,
            [
                .unpaid: [.partlyPaid, .paid, .writtenOff],
                .partlyPaid: [.paid, .writtenOff],
                .paid: [.overpaid, .refunded],
                .overpaid: [.refunded],
            ]
        )
        MonotoneStatus(
            \.deliveryStatus,
            [.pending: [.sent], .sent: [.delivered], .delivered: [.accepted, .rejected]]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns("documentStatus", \.documentStatus, because: "The books issue invoices.") {
            Grant(.erp, .own)
            Observing(business)
        }
        Owns("scope", \.issuer, because: "The entity says whose rules hold, at all stages.") {
            Grant(.erp, .own)
            Grant(.psa, .draft)
            Observing(business)
        }
        Owns(
            "draft",
            \.type,
            \.soldTo,
            \.contract,
            \.projects,
            \.purchaseOrders,
            \.buyerReference,
            \.billingSplit,
            \.service,
            \.currency,
            \.priceBasis,
            \.lines,
            \.allowancesCharges,
            \.language,
            \.notes,
            \.attachments,
            because: "What was delivered is put on the invoice where it was delivered, and the books adjust it."
        ) {
            Grant(.psa, .own, approval: .projectLead)
            Grant(.erp, .draft, approval: .projectLead)
            Observing(business)
            During("issued", "void", because: "An issued invoice is never edited; it is credited.") {
                Grant(.erp, .writeOnce)
                Observing(business)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns(
            "issue",
            \.number,
            \.corrects,
            \.precedingInvoices,
            \.reason,
            \.parties,
            \.issueDate,
            \.taxPointDate,
            \.taxPointBasis,
            \.dueDate,
            \.taxCurrency,
            \.exchange,
            \.taxBreakdown,
            \.withholdings,
            \.totals,
            \.functionalTotals,
            \.paymentTerms,
            \.earlyDiscounts,
            \.latePenalty,
            \.retention,
            because: "Who issues an invoice numbers it, taxes it and dates it."
        ) {
            Grant(.erp, .own)
            Observing(business)
            During("issued", "void", because: "An issued invoice is never edited; it is credited.") {
                Grant(.erp, .writeOnce)
                Observing(business)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns("bank", \.paymentMeans, because: "The money goes where this says: two people look at each change.") {
            Grant(.erp, .own, approval: .bank)
            Observing(.psa)
            During("issued", "void", because: "An issued invoice is never edited; it is credited.") {
                Grant(.erp, .writeOnce)
                Observing(.psa)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns("approval", \.approval, because: "The draft is approved where it is made.") {
            Grant(.psa, .own)
            Grant(.erp, [.create, .update, .observe])
            Observing(business)
        }
        Owns(
            "posting",
            \.postingStatus,
            \.accountingPeriod,
            \.accountingDate,
            \.intercompanyInvoice,
            because: "The books say what is posted, and when."
        ) {
            Grant(.erp, .own)
            Observing(.psa)
        }
        Owns("delivery", \.deliveryStatus, \.sentAt, because: "Who sends an invoice knows whether it came.") {
            Grant(.erp, .own)
            Observing(business)
        }
        Owns(
            "payment",
            \.paymentStatus,
            \.paidOn,
            \.instalments,
            \.applications,
            \.writeOffs,
            because: "Money comes in where the books are kept."
        ) {
            Grant(.erp, .own)
            Observing(business)
        }
        Owns(
            "collection",
            \.collectionStatus,
            \.collection,
            because: "Who is owed reminds; who sells hears of promises."
        ) {
            Grant(.erp, .own)
            Grant(.crm, .suggest)
            Observing(business)
        }
    }
}

internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// The five states of an invoice, and what each of them needs.
    static let status: [ValidationRule<Invoice>] = document + books + states

    private static let document: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.issued",
            "An issued invoice has a number and a date.",
            actor: .billing,
            remedy: "Number and date the invoice, or set it back to approved."
        ) { invoice, examination in
            guard invoice.isIssued else { return }
            if invoice.number?.isBlank ?? true { examination.report(at: \.number, expected: "the number") }
            if invoice.issueDate == nil { examination.report(at: \.issueDate, expected: "the issue date") }
        },
        ValidationRule(
            "invoice.approved",
            "An invoice is issued once those who have to agree have agreed.",
            actor: .finance,
            remedy: "Get the approval, or set the invoice back to review."
        ) { invoice, examination in
            guard invoice.isIssued || invoice.documentStatus == .approved else { return }
            guard let approval = invoice.approval, approval.state != .approved else { return }
            examination.report(at: \.approval.state, expected: "approved", observed: approval.state)
        },
        ValidationRule(
            "invoice.sent",
            "A sent invoice says when it was sent, and one that was not sent does not.",
            weight: .warning,
            actor: .billing,
            remedy: "Set the time of sending, or the status."
        ) { invoice, examination in
            if invoice.documentStatus == .sent, invoice.sentAt == nil {
                examination.report(at: \.sentAt, expected: "when it was sent")
            }
            let isBeforeSending = [.draft, .inReview, .approved, .cancelled].contains(invoice.documentStatus)
            if isBeforeSending, let at = invoice.sentAt {
                examination.report(at: \.sentAt, expected: "no time, because it is not sent", observed: at)
            }
        },
        ValidationRule(
            "invoice.delivered",
            "Only an issued invoice reaches its recipient.",
            actor: .integration,
            remedy: "Correct the status of the document or of the delivery."
        ) { invoice, examination in
            guard !invoice.isIssued, invoice.documentStatus.isKnown else { return }
            guard [.sent, .delivered, .accepted].contains(invoice.deliveryStatus) else { return }
            examination.report(
                at: \.deliveryStatus,
                expected: "pending, because the invoice is not issued",
                observed: invoice.deliveryStatus
            )
        },
        ValidationRule(
            "invoice.unissuedUnpaid",
            "Nothing is applied to an invoice that was never issued.",
            actor: .finance,
            remedy: "Undo the application, or issue the invoice."
        ) { invoice, examination in
            guard !invoice.isIssued, invoice.documentStatus.isKnown else { return }
            for index in invoice.applications.indices where invoice.applications[index].unappliedOn == nil {
                examination.report(at: \.applications[index], expected: "no application, because it is not issued")
            }
        },
    ]

    private static let books: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.posted",
            "A posted invoice is issued, and says in which period and on which day it was posted.",
            actor: .finance,
            remedy: "Issue the invoice first; take the period and the day from the ledger."
        ) { invoice, examination in
            guard invoice.postingStatus == .posted else { return }
            if !invoice.isIssued {
                examination.report(
                    at: \.documentStatus,
                    expected: "an issued invoice, because it is posted",
                    observed: invoice.documentStatus
                )
            }
            if invoice.accountingPeriod?.isBlank ?? true {
                examination.report(at: \.accountingPeriod, expected: "the accounting period")
            }
            if invoice.accountingDate == nil {
                examination.report(at: \.accountingDate, expected: "the accounting date")
            }
        },
        ValidationRule(
            "invoice.proformaUnposted",
            "A pro-forma invoice demands nothing: it is neither posted nor paid.",
            actor: .finance,
            remedy: "Issue an invoice for what is owed."
        ) { invoice, examination in
            guard invoice.type == .proforma else { return }
            if invoice.postingStatus == .posted {
                examination.report(at: \.postingStatus, expected: "unposted", observed: invoice.postingStatus)
            }
            if !invoice.applications.isEmpty { examination.report(at: \.applications, expected: "no applications") }
        },
        ValidationRule(
            "invoice.periodOpen",
            "What is not posted yet goes into a period that is open.",
            actor: .finance,
            remedy: "Post the invoice in the next open period, or have the period opened.",
            for: .complete,
            parameters: [
                .texts("closedPeriods", [], "The closed accounting periods, as invoices write them: 2026-03."),
                .texts("closedThrough", [], "The last closed day, as one text: 2026-03-31; none if nothing is closed."),
            ]
        ) { arguments in
            let periods = arguments.texts("closedPeriods")
            let last = arguments.texts("closedThrough").compactMap { try? LocalDate($0) }.max()
            return { invoice, examination in
                guard invoice.postingStatus == .unposted else { return }
                if let period = invoice.accountingPeriod, periods.contains(period) {
                    examination.report(at: \.accountingPeriod, expected: "an open period", observed: period)
                }
                guard let last, let date = invoice.accountingDate ?? invoice.issueDate, date <= last else { return }
                if invoice.accountingDate == nil {
                    examination.report(at: \.issueDate, expected: "a day after the closed ones", observed: date)
                } else {
                    examination.report(at: \.accountingDate, expected: "a day after the closed ones", observed: date)
                }
            }
        },
        ValidationRule(
            "invoice.voidSettled",
            "Nothing is applied to an invoice that is void or reversed.",
            actor: .finance,
            remedy: "Undo the applications, and apply the money elsewhere."
        ) { invoice, examination in
            guard invoice.documentStatus == .void || invoice.postingStatus == .reversed else { return }
            for index in invoice.applications.indices where invoice.applications[index].unappliedOn == nil {
                examination.report(at: \.applications[index], expected: "an application that is undone")
            }
        },
    ]

    private static let states: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.statuses",
            "The five states of an invoice are known.",
            weight: .warning,
            actor: .integration,
            remedy: "Map the source's states to those of the model."
        ) { invoice, examination in
            if !invoice.documentStatus.isKnown {
                examination.report(at: \.documentStatus, expected: "a known state", observed: invoice.documentStatus)
            }
            if !invoice.postingStatus.isKnown {
                examination.report(at: \.postingStatus, expected: "a known state", observed: invoice.postingStatus)
            }
            if !invoice.paymentStatus.isKnown {
                examination.report(at: \.paymentStatus, expected: "a known state", observed: invoice.paymentStatus)
            }
            if !invoice.collectionStatus.isKnown {
                examination.report(
                    at: \.collectionStatus,
                    expected: "a known state",
                    observed: invoice.collectionStatus
                )
            }
            if !invoice.deliveryStatus.isKnown {
                examination.report(at: \.deliveryStatus, expected: "a known state", observed: invoice.deliveryStatus)
            }
        },
        ValidationRule(
            "invoice.collection",
            "An invoice is collected only while something of it is owed after its due date.",
            weight: .warning,
            actor: .finance,
            remedy: "Stop collecting, or correct the due date or what is outstanding."
        ) { invoice, examination in
            guard [.overdue, .reminded, .legal, .agency].contains(invoice.collectionStatus) else { return }
            let isOwed = invoice.totals?.outstanding.map { !$0.isZero && !$0.isNegative } ?? true
            let isLate = invoice.dueDate.map { $0 < examination.circumstances.today } ?? true
            if isOwed, isLate { return }
            examination.report(
                at: \.collectionStatus,
                expected: isOwed ? "current, because it is not overdue" : "current, because nothing is owed",
                observed: invoice.collectionStatus
            )
        },
    ]
}

extension Invoice {
    /// Whether the invoice was issued, and can only be corrected since.
    var isIssued: Bool { documentStatus == .issued || documentStatus == .sent || documentStatus == .void }
}

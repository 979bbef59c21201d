extension StandardCodeList {
    /// Types of documents that ask for money: `380` invoice, `386` prepayment (EN 16931, BT-3, BR-CL-01).
    ///
    /// The part of UNTDID 1001 that a UBL invoice may use, complete. `81`, a credit note, is in it too, as the
    /// published rules have it.
    public static let invoiceTypes = StandardCodeList(
        "UNTDID 1001, invoices",
        "invoice types",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            71 request for payment
            80 debit note for goods or services
            81 credit note for goods or services
            82 metered services invoice
            84 debit note for financial adjustments
            102 tax notification
            130 invoicing data sheet
            202 direct payment valuation
            203 provisional payment valuation
            204 payment valuation
            211 interim application for payment
            218 final payment request after completion of work
            219 payment request for completed units
            295 price variation invoice
            325 proforma invoice
            326 partial invoice
            331 commercial invoice with packing list
            380 commercial invoice
            382 commission note
            383 debit note
            384 corrected invoice
            385 consolidated invoice
            386 prepayment invoice
            387 hire invoice
            388 tax invoice
            389 self-billed invoice
            390 delcredere invoice
            393 factored invoice
            394 lease invoice
            395 consignment invoice
            456 debit advice
            457 reversal of debit
            471 self-billed corrected invoice
            472 factored corrected invoice
            473 self-billed factored corrected invoice
            500 self-billed prepayment invoice
            501 self-billed factored invoice
            527 self-billed debit note
            553 forwarder's invoice discrepancy report
            575 insurer's invoice
            623 forwarder's invoice
            633 port charges
            751 invoice information for accounting
            780 freight invoice
            817 claim notification
            870 consular invoice
            875 partial construction invoice
            876 partial final construction invoice
            877 final construction invoice
            935 customs invoice
            """
    )

    /// Types of documents that give money back: `381` credit note (EN 16931, BT-3, BR-CL-01).
    ///
    /// The part of UNTDID 1001 that a UBL credit note may use, complete.
    public static let creditNoteTypes = StandardCodeList(
        "UNTDID 1001, credit notes",
        "credit note types",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            81 credit note for goods or services
            83 credit note for financial adjustments
            261 self-billed credit note
            262 consolidated credit note
            296 credit note for price variation
            308 delcredere credit note
            381 credit note
            396 factored credit note
            420 credit note of an optical reading payment
            458 reversal of credit
            502 self-billed factored credit note
            503 prepayment credit note
            532 forwarder's credit note
            """
    )
}

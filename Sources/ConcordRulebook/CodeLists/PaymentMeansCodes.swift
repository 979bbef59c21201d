extension StandardCodeList {
    /// Ways to pay: `30` credit transfer, `58` SEPA credit transfer, `59` SEPA direct debit (EN 16931, BT-81, BR-
    /// CL-16).
    ///
    /// The list UNTDID 4461 as EN 16931 uses it, complete.
    public static let paymentMeans = StandardCodeList(
        "UNTDID 4461",
        "payment means",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            1 not defined
            2 ACH credit
            3 ACH debit
            4 reversal of an ACH demand debit
            5 reversal of an ACH demand credit
            6 ACH demand credit
            7 ACH demand debit
            8 hold
            9 national or regional clearing
            10 cash
            11 reversal of an ACH savings credit
            12 reversal of an ACH savings debit
            13 ACH savings credit
            14 ACH savings debit
            15 book entry credit
            16 book entry debit
            17 ACH demand CCD credit
            18 ACH demand CCD debit
            19 ACH demand CTP credit
            20 cheque
            21 banker's draft
            22 certified banker's draft
            23 bank cheque
            24 bill of exchange awaiting acceptance
            25 certified cheque
            26 local cheque
            27 ACH demand CTP debit
            28 ACH demand CTX credit
            29 ACH demand CTX debit
            30 credit transfer
            31 debit transfer
            32 ACH demand CCD+ credit
            33 ACH demand CCD+ debit
            34 ACH prearranged payment and deposit
            35 ACH savings CCD credit
            36 ACH savings CCD debit
            37 ACH savings CTP credit
            38 ACH savings CTP debit
            39 ACH savings CTX credit
            40 ACH savings CTX debit
            41 ACH savings CCD+ credit
            42 payment to bank account
            43 ACH savings CCD+ debit
            44 accepted bill of exchange
            45 referenced home-banking credit transfer
            46 interbank debit transfer
            47 home-banking debit transfer
            48 bank card
            49 direct debit
            50 postgiro
            51 French télérèglement
            52 urgent commercial payment
            53 urgent treasury payment
            54 credit card
            55 debit card
            56 bankgiro
            57 standing agreement
            58 SEPA credit transfer
            59 SEPA direct debit
            60 promissory note
            61 promissory note signed by the debtor
            62 promissory note signed by the debtor, endorsed by a bank
            63 promissory note signed by the debtor, endorsed by a third party
            64 promissory note signed by a bank
            65 promissory note signed by a bank, endorsed by another
            66 promissory note signed by a third party
            67 promissory note signed by a third party, endorsed by a bank
            68 online payment service
            69 transfer advice
            70 bill drawn by the creditor on the debtor
            74 bill drawn by the creditor on a bank
            75 bill drawn by the creditor, endorsed by another bank
            76 bill drawn by the creditor on a bank, endorsed by a third party
            77 bill drawn by the creditor on a third party
            78 bill drawn by the creditor on a third party, endorsed by a bank
            91 banker's draft, not transferable
            92 local cheque, not transferable
            93 reference giro
            94 urgent giro
            95 free format giro
            96 requested method not used
            97 clearing between partners
            98 Japanese electronically recorded claim
            ZZZ mutually defined
            """
    )
}

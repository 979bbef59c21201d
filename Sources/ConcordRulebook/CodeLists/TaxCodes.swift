extension StandardCodeList {
    /// Categories of VAT: `S` standard, `AE` reverse charge (EN 16931, BT-118 and BT-151, BR-CL-17 and 18).
    ///
    /// The part of UNCL 5305 that EN 16931 allows, complete.
    public static let vatCategories = StandardCodeList(
        "UNCL 5305, EN 16931",
        "VAT categories",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            S standard rate
            Z zero rate
            E exempt
            AE reverse charge
            K intra-community supply of goods
            G export outside the EU
            O not subject to VAT
            L Canary Islands tax (IGIC)
            M tax of Ceuta and Melilla (IPSI)
            B Italian split payment
            """
    )

    /// Events that make VAT due, as UBL and the model write them: `3`, `35`, `432` (EN 16931, BT-8, BR-CL-06).
    ///
    /// The part of UNTDID 2005 that EN 16931 allows, complete.
    public static let taxPoints = StandardCodeList(
        "UNTDID 2005, EN 16931",
        "tax points",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            3 issue of the invoice
            35 delivery
            432 payment
            """
    )

    /// Events that make VAT due, as the cross industry invoice of UN/CEFACT writes them: `5`, `29`, `72`.
    ///
    /// The part of UNTDID 2475 that EN 16931 allows, complete.
    public static let taxPointsOfCII = StandardCodeList(
        "UNTDID 2475, EN 16931",
        "tax points",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            5 issue of the invoice
            29 delivery
            72 payment
            """
    )

    /// Types of files that may be attached to an invoice (EN 16931, BT-125, BR-CL-24).
    ///
    /// Complete.
    public static let attachmentTypes = StandardCodeList(
        "MIME, EN 16931",
        "attachment types",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            application/pdf PDF
            image/png PNG
            image/jpeg JPEG
            text/csv CSV
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet Excel spreadsheet
            application/vnd.oasis.opendocument.spreadsheet OpenDocument spreadsheet
            """
    )
}

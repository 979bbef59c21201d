internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// What the Peppol network asks for beyond EN 16931, where an invoice is to be sent over it; and exemptions.
    static let peppol: [ValidationRule<Invoice>] = network + exemptions

    private static let network: [ValidationRule<Invoice>] = [
        .published(
            "PEPPOL-EN16931-R003",
            "The invoice carries the buyer's reference or the number of its order.",
            actor: .sales,
            remedy: "Ask the customer for its reference or its purchase order.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            guard invoice.buyerReference?.isBlank ?? true, invoice.purchaseOrders.isEmpty else { return }
            examination.report(at: \.buyerReference, expected: "the buyer's reference, or the number of its order")
        },
        .published(
            "PEPPOL-EN16931-R010",
            "The buyer has an electronic address.",
            actor: .dataSteward,
            remedy: "Ask the customer for its Peppol address.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            if invoice.parties?.billTo?.electronicAddress != nil { return }
            examination.report(at: \.parties.billTo.electronicAddress, expected: "the buyer's electronic address")
        },
        .published(
            "PEPPOL-EN16931-R020",
            "The seller has an electronic address.",
            actor: .dataSteward,
            remedy: "Add the issuer's Peppol address.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            if invoice.parties?.seller?.electronicAddress != nil { return }
            examination.report(at: \.parties.seller.electronicAddress, expected: "the seller's electronic address")
        },
        .published(
            "PEPPOL-EN16931-R080",
            "The invoice bills one project at most.",
            remedy: "Bill each project on an invoice of its own.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            if invoice.projects.count <= 1 { return }
            examination.report(at: \.projects, expected: "one project at most", observed: invoice.projects)
        },
        .published(
            "PEPPOL-EN16931-P0100",
            "The document is an invoice or a credit note that the network carries.",
            remedy: "Do not send what demands nothing over the network.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            guard invoice.type == .proforma else { return }
            examination.report(at: \.type, expected: "an invoice or a credit note", observed: invoice.type)
        },
        .published(
            "PEPPOL-EN16931-P0112",
            "Partial invoices and corrections go from Germany to Germany alone.",
            remedy: "Send a commercial invoice, or a credit note and a new invoice.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            guard invoice.type == .progress || invoice.type == .correction else { return }
            let seller = invoice.parties?.seller?.address?.country
            let buyer = invoice.parties?.billTo?.address?.country
            if seller?.description == "DE", buyer?.description == "DE" { return }
            examination.report(at: \.type, expected: "a type that all countries take", observed: invoice.type)
        },
    ]

    private static let exemptions: [ValidationRule<Invoice>] = exemptionCodes.map { id, code, category in
        .published(
            "PEPPOL-EN16931-\(id)",
            "The exemption \(code) is of category \(category.code).",
            actor: .finance,
            remedy: "Correct the code, or choose another category."
        ) { invoice, examination in
            for index in invoice.taxBreakdown.indices {
                guard let found = invoice.taxBreakdown[index].exemption?.code, found.isSameCode(as: code) else {
                    continue
                }
                if VATCategory.of(invoice.taxBreakdown[index].category) == category { continue }
                examination.report(
                    at: \.taxBreakdown[index].exemption.code,
                    expected: "a code for the row's category; \(code) is for \(category.code)",
                    observed: found
                )
            }
        }
    }

    private static let exemptionCodes: [(id: String, code: String, category: VATCategory)] = [
        ("P0105", "VATEX-EU-O", .outside), ("P0107", "VATEX-EU-AE", .reverseCharge), ("P0108", "VATEX-EU-D", .exempt),
        ("P0109", "VATEX-EU-F", .exempt), ("P0110", "VATEX-EU-I", .exempt), ("P0111", "VATEX-EU-J", .exempt),
    ]
}

extension String {
    /// Whether two codes of ASCII letters are the same, upper or lower case.
    func isSameCode(as other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}

internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Codes of the lists that EN 16931 takes from elsewhere.
    static let lists: [ValidationRule<Invoice>] = reasons + addresses + kept

    private static let kept: [ValidationRule<Invoice>] = [
        .published(
            "BR-CL-16",
            "A way to pay is one of UNTDID 4461.",
            actor: .integration,
            remedy: "Map the source's payment method to its code, such as 30, 58 or 59."
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices where invoice.paymentMeans[index].isListed {
                let code = invoice.paymentMeans[index].means.code
                if StandardCodeList.paymentMeans.contains(code) { continue }
                examination.report(
                    at: \.paymentMeans[index].means.code,
                    expected: "a code of UNTDID 4461",
                    value: StandardCodeList.paymentMeans.nearest(to: code),
                    observed: code
                )
            }
        },
        .published(
            "BR-CL-22",
            "A reason for charging no tax is one of the list VATEX.",
            actor: .finance,
            remedy: "Take the code from the list, or give the reason in words."
        ) { invoice, examination in
            for index in invoice.taxBreakdown.indices {
                guard let code = invoice.taxBreakdown[index].exemption?.code else { continue }
                if StandardCodeList.exemptionReasons.contains(code.uppercased()) { continue }
                examination.report(
                    at: \.taxBreakdown[index].exemption.code,
                    expected: "a code of the list VATEX",
                    value: StandardCodeList.exemptionReasons.nearest(to: code),
                    observed: code
                )
            }
        },
        .published(
            "BR-CL-23",
            "Units are those of UN/ECE Recommendation 20, or packages of 21.",
            actor: .integration,
            remedy: "Map the source's unit to its code, such as HUR or DAY."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                guard let unit = invoice.lines[index].quantity?.unit, !unit.isListed else { continue }
                if StandardCodeList.isUnit(unit.description) { continue }
                examination.report(at: \.lines[index].quantity, expected: "a unit of the list", observed: unit)
            }
        },
        .published(
            "BR-CL-24",
            "An attachment is of a type that the network carries.",
            remedy: "Attach a PDF, a picture, or a table as CSV, XLSX or ODS.",
            for: .ready(for: .peppol)
        ) { invoice, examination in
            for index in invoice.attachments.indices {
                guard let type = invoice.attachments[index].mediaType else { continue }
                if StandardCodeList.attachmentTypes.contains(type) { continue }
                examination.report(
                    at: \.attachments[index].mediaType,
                    expected: "a type that the network carries",
                    observed: type
                )
            }
        },
    ]

    private static let reasons: [ValidationRule<Invoice>] = [
        reason("BR-CL-19", .allowance, "Reasons for taking something off are those of UNTDID 5189.", "untdid:5189"),
        reason("BR-CL-20", .charge, "Reasons for putting something upon are those of UNTDID 7161.", "untdid:7161"),
    ]

    /// A firm's own reasons are in a list that is named; only codes of the standard's list are looked for in it.
    private static func reason(
        _ id: String,
        _ kind: AllowanceChargeKind,
        _ summary: String,
        _ system: String
    ) -> ValidationRule<Invoice> {
        let list = kind == .allowance ? StandardCodeList.allowanceReasons : StandardCodeList.chargeReasons
        @Sendable func isWrong(_ item: AllowanceCharge) -> Bool {
            guard item.kind == kind, let reason = item.reasonCode else { return false }
            guard reason.system == nil || reason.system == system else { return false }
            return !list.contains(reason.code)
        }
        return .published(
            id,
            summary,
            actor: .integration,
            remedy: "Take the code from the list, or name the list that the code is from."
        ) { invoice, examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where isWrong(item) {
                examination.report(
                    at: \.allowancesCharges[index].reasonCode.code,
                    expected: "a code of \(list.name)",
                    observed: item.reasonCode?.code
                )
            }
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated() where isWrong(item) {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].reasonCode.code,
                        expected: "a code of \(list.name)",
                        observed: item.reasonCode?.code
                    )
                }
            }
        }
    }

    private static let addresses: [ValidationRule<Invoice>] = [
        .published(
            "BR-CL-11",
            "The list that a party's number is from is one of ISO 6523.",
            weight: .warning,
            actor: .dataSteward,
            remedy: "Take the code of the list, such as 0060 for D-U-N-S, or leave the scheme out."
        ) { invoice, examination in
            for index in invoice.parties?.seller?.registrations.indices ?? 0..<0 {
                guard let scheme = invoice.parties?.seller?.registrations[index].scheme else { continue }
                if StandardCodeList.identifierSchemes.contains(scheme) || scheme == "SEPA" { continue }
                examination.report(
                    at: \.parties.seller.registrations[index].scheme,
                    expected: "a code of ISO 6523",
                    observed: scheme
                )
            }
            for index in invoice.parties?.billTo?.registrations.indices ?? 0..<0 {
                guard let scheme = invoice.parties?.billTo?.registrations[index].scheme else { continue }
                if StandardCodeList.identifierSchemes.contains(scheme) { continue }
                examination.report(
                    at: \.parties.billTo.registrations[index].scheme,
                    expected: "a code of ISO 6523",
                    observed: scheme
                )
            }
        },
        .published(
            "BR-CL-25",
            "Electronic addresses are from a list of EAS.",
            actor: .dataSteward,
            remedy: "Take the code of the list, such as 9930 or 0088."
        ) { invoice, examination in
            if let scheme = invoice.parties?.seller?.electronicAddress?.scheme,
                !StandardCodeList.addressSchemes.contains(scheme)
            {
                examination.report(
                    at: \.parties.seller.electronicAddress.scheme,
                    expected: "a code of the list EAS",
                    observed: scheme
                )
            }
            if let scheme = invoice.parties?.billTo?.electronicAddress?.scheme,
                !StandardCodeList.addressSchemes.contains(scheme)
            {
                examination.report(
                    at: \.parties.billTo.electronicAddress.scheme,
                    expected: "a code of the list EAS",
                    observed: scheme
                )
            }
        },
    ]
}

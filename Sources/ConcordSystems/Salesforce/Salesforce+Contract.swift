public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Contract`: the terms that a customer and the firm agreed on, under which orders are made.
    ///
    /// Salesforce has no kinds of contracts. It is taken for a master agreement, since that is what orders and their
    /// products refer to; it has no lines and no value of its own. `StartDate` and `ContractTerm`, in months, give the last
    /// day; where a query asked for `EndDate`, that is right.
    public static let contract = Mapping<Contract>(
        "salesforce/contract",
        version: 1,
        object: "Contract",
        api: api,
        update: update.without("/ContractNumber"),
        fields: contractFields
    ) { rule in
        rule.salesforceHeader("Contract")
        rule.same("/ContractNumber", to: \.number)
        rule.same("/Name", to: \.title)
        rule.constant(\.type, .msa, because: "Salesforce has no kinds of contracts; orders are made under them")
        rule.reference("/AccountId", to: \.customer, object: "Account", normalise: normalised)
        rule.salesforceStatus("/Status", to: \.status, contractStatus, list: "salesforce/Contract.Status")
        rule.drop("/StatusCode", because: "Salesforce works it out of the status")
        term
        signature(
            customer: ["/CustomerSignedId", "/CustomerSignedDate"],
            firm: ["/CompanySignedId", "/CompanySignedDate"],
            title: "/CustomerSignedTitle"
        )
        executedOn("/CustomerSignedDate", "/CompanySignedDate")
        rule.reference("/Pricebook2Id", to: \.rateCard, object: "Pricebook2", normalise: normalised)
        rule.salesforceCurrency(to: \.currency)
        rule.keepRest()
    }

    /// `Order`: what a customer ordered, under a contract or without one.
    ///
    /// It is a contract of its own: it has a number, days in force and a value, and binds both parties. Its products are
    /// its lines where the query asked for them in it; else ``orderItem`` reads them. An order that takes back a part of
    /// another (`IsReductionOrder`) is an amendment. Salesforce adds the value up from the products; it is read, and not
    /// written.
    public static let order = Mapping<Contract>(
        "salesforce/order",
        version: 1,
        object: "Order",
        api: api,
        update: update.without("/OrderNumber"),
        fields: orderFields
    ) { rule in
        rule.salesforceHeader("Order")
        rule.same("/OrderNumber", to: \.number)
        rule.same("/Name", to: \.title)
        rule.derive("type", from: ["/IsReductionOrder"], because: "an order cannot become a reduction, nor back") {
            input,
            record in
            let isReduction: Bool? = input.value(0)
            input.keep(0)
            record.type = isReduction == true ? .amendment : .order
        }
        rule.reference("/AccountId", to: \.customer, object: "Account", normalise: normalised)
        rule.reference("/ContractId", to: \.parent, object: "Contract", normalise: normalised)
        rule.reference("/OpportunityId", to: \.opportunity, object: "Opportunity", normalise: normalised)
        rule.salesforceExternal("/QuoteId", to: \.quote, object: "Quote")
        rule.salesforceStatus("/Status", to: \.status, orderStatus, list: "salesforce/Order.Status")
        rule.drop("/StatusCode", because: "Salesforce works it out of the status")
        rule.interval(from: "/EffectiveDate", through: "/EndDate", to: \.effective)
        signature(
            customer: ["/CustomerAuthorizedById", "/CustomerAuthorizedDate"],
            firm: ["/CompanyAuthorizedById", "/CompanyAuthorizedDate"]
        )
        executedOn("/CustomerAuthorizedDate", "/CompanyAuthorizedDate")
        purchaseOrder
        rule.reference("/Pricebook2Id", to: \.rateCard, object: "Pricebook2", normalise: normalised)
        rule.derive(
            "totalValue",
            from: ["/TotalAmount", "/CurrencyIsoCode"],
            because: "Salesforce adds it up from the order's products"
        ) { input, record in
            guard let amount: ExactDecimal = input.value(0), let currency = input.currency(1) else { return }
            record.totalValue = Money(amount, currency)
        }
        rule.salesforceSubquery("OrderItems", orderItem)
        rule.salesforceCurrency(to: \.currency)
        rule.keepRest()
    }

    /// The statuses that contracts ship with.
    public static let contractStatus = Crosswalk(
        "salesforce-contract-status",
        unmapped: .reject,
        [.init("Draft", "draft"), .init("In Approval Process", "inReview"), .init("Activated", "active")]
    )

    /// The statuses that orders ship with.
    public static let orderStatus = Crosswalk(
        "salesforce-order-status",
        unmapped: .reject,
        [.init("Draft", "draft"), .init("Activated", "active")]
    )
}

// MARK: - Rules

extension Salesforce {
    /// The days in force, from a first day with a last day or a number of months.
    private static var term: MappingRule<Contract> {
        .convert(
            "split",
            ["/StartDate", "/EndDate", "/ContractTerm"],
            to: "effective",
            law: .iso,
            note: "the last day, or that many months from the first on; months are written where they fit exactly",
            read: { input, record in
                let start: LocalDate? = input.value(0)
                var end: LocalDate? = input.value(1)
                let months: Int? = input.value(2)
                for index in 0..<3 where input[index].kind == .null { input.keep(index) }
                if let months {
                    let last = start?.lastDay(ofMonths: months)
                    if let start, last == nil {
                        input.report(
                            "contract.term",
                            source: 2,
                            expected: "a number of months, at least one, that ends in the year 9999 at the latest",
                            remedy: "Correct the term of the contract that starts on \(start)."
                        )
                    }
                    if end == nil { end = last }
                    // A term that is not the one between the days has no place in the record.
                    if last == nil || end != last { input.keep(2) }
                }
                guard start != nil || end != nil else { return }
                record.effective = input.interval(start, end)
            },
            write: { record, output in
                guard let days = record.effective else { return }
                output.set(0, days.from)
                guard let end = days.through else { return }
                if let months = days.from?.months(toLastDay: end) {
                    output.set(2, months)
                    // With a term, Salesforce may work the last day out by itself.
                    output.assume(1, end)
                } else {
                    output.set(1, end)
                    output.leave(2)
                }
            }
        )
    }

    /// Who signed for either party: an id and a day for each, and the title of the customer's person.
    private static func signature(
        customer: [String],
        firm: [String],
        title: String? = nil
    ) -> MappingRule<Contract> {
        .convert(
            "split",
            customer + firm + (title.map { [$0] } ?? []),
            to: "signature",
            law: .iso,
            note: "a signatory for either party; signed when both have a day, partly when one has",
            read: { input, record in
                let contact: RecordID<Contact>? = input.canonicalID(0, objectType: "Contact", normalise: normalised)
                let customerDay: LocalDate? = input.value(1)
                let user: RecordID<Resource>? = input.canonicalID(2, objectType: "User", normalise: normalised)
                let firmDay: LocalDate? = input.value(3)
                let words: String? = title == nil ? nil : input.value(4)
                for index in 0..<(title == nil ? 4 : 5)
                where input[index].kind == .null || input[index].text == "" && index != 4 { input.keep(index) }
                var signatories: [Signatory] = []
                if contact != nil || customerDay != nil || words != nil {
                    var signatory = Signatory(side: .customer)
                    signatory.contact = contact
                    signatory.signedOn = customerDay
                    signatory.title = words
                    signatories.append(signatory)
                }
                if user != nil || firmDay != nil {
                    var signatory = Signatory(side: .firm)
                    signatory.resource = user
                    signatory.signedOn = firmDay
                    signatories.append(signatory)
                }
                guard !signatories.isEmpty else { return }
                let days = [customerDay, firmDay].compactMap(\.self)
                let states: [SignatureState] = [.unsigned, .partlySigned, .signed]
                var signature = Signature(state: states[days.count])
                signature.signedOn = days.max()
                signature.signatories = signatories
                record.signature = signature
            },
            write: { record, output in
                let signatories = record.signature?.signatories ?? []
                if let signatory = signatories.first(where: { $0.side == .customer }) {
                    if let contact = signatory.contact { output.setExternal(0, contact.text, objectType: "Contact") }
                    output.set(1, signatory.signedOn)
                    if title != nil { output.set(4, signatory.title) }
                }
                if let signatory = signatories.first(where: { $0.side == .firm }) {
                    if let user = signatory.resource { output.setExternal(2, user.text, objectType: "User") }
                    output.set(3, signatory.signedOn)
                }
            }
        )
    }

    /// The day on which the second of both parties signed.
    private static func executedOn(_ customer: String, _ firm: String) -> MappingRule<Contract> {
        .derive("executedOn", from: [customer, firm], because: "it is the later of both days, which are written") {
            input,
            record in
            // What is no date is reported by the rule of the signature.
            guard input[0].isPresent, input[1].isPresent else { return }
            record.executedOn = record.signature?.state == .signed ? record.signature?.signedOn : nil
        }
        .lookingAt("signature")
    }

    /// The number of the customer's purchase order.
    private static var purchaseOrder: MappingRule<Contract> {
        .convert(
            "each",
            ["/PoNumber"],
            to: "purchaseOrders",
            law: .iso,
            note: "the first purchase order's number",
            read: { input, record in
                guard let number: String = input.value(0), !number.isEmpty else {
                    input.keep(0)
                    return
                }
                record.purchaseOrders.append(PurchaseOrder(number: number))
            },
            write: { record, output in output.set(0, record.purchaseOrders.first?.number) }
        )
    }
}

extension LocalDate {
    /// The last day of a number of months that begin on this day; nil for none, or one that no date can be.
    ///
    /// A month from 31 January on ends on 27 February, the day before the last day that February has.
    func lastDay(ofMonths months: Int) -> LocalDate? {
        guard months > 0, months < 120_000 else { return nil }
        let index = year * 12 + month - 1 + months
        guard let first = try? LocalDate(year: index / 12, month: index % 12 + 1, day: 1),
            let next = try? LocalDate(year: first.year, month: first.month, day: min(day, first.daysInMonth))
        else { return nil }
        return try? next.adding(days: -1)
    }

    /// The number of months that begin on this day and have that last day, if there is one.
    func months(toLastDay last: LocalDate) -> Int? {
        let months = (last.year - year) * 12 + last.month - month
        // The day after the last one is in the same month, or in the next.
        return (months...(months + 1)).first { lastDay(ofMonths: $0) == last }
    }
}

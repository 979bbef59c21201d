public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// `customer`: who buys, and who may.
    ///
    /// Leads and prospects are customers in NetSuite; they are told by the words before the hyphen in the name of their
    /// status. A person's name is put together of its parts, which are kept and not written.
    public static let customer = Mapping<Customer>(
        "netsuite/customer",
        version: 1,
        object: "customer",
        api: api,
        update: update,
        fields: customerFields
    ) { rule in
        rule.netsuiteHeader("customer", created: "/dateEntered")
        rule.netsuiteInactive()
        rule.same("/entityId", to: \.header.displayNumber)
        customerName
        customerKind
        rule.netsuiteCoding("/entityStatus", to: \.statusReason, "statusReason", list: "netsuite/customerStatus")
        rule.derive(
            "status",
            from: ["/isInactive", "/entityStatus/refName"],
            because: "it is read off isInactive and the status, which are kept as lifecycle and reason"
        ) { input, record in
            let isInactive: Bool? = input.value(0)
            let stage = input[1].text?.split(separator: "-").first?.uppercased()
            record.status =
                isInactive == true ? .inactive : stage == "LEAD" || stage == "PROSPECT" ? .prospect : .active
        }
        rule.netsuiteReference("/parent", to: \.parent, object: "customer")
        rule.netsuiteCoding("/category", to: \.segment, "segment", list: "netsuite/customerCategory")
        rule.netsuiteReference("/salesRep", to: \.accountOwner, object: "employee")
        customerSubsidiary
        rule.drop("/subsidiary/links", because: linksReason)
        rule.netsuiteReference("/representingSubsidiary", to: \.representsEntity, object: "subsidiary")
        rule.derive(
            "isIntercompany",
            from: ["/representingSubsidiary/id"],
            because: "it is whether the customer represents a subsidiary, which is kept as that"
        ) { input, record in
            record.isIntercompany = input[0].isPresent
        }
        rule.netsuiteCurrency(to: \.preferredCurrency, "preferredCurrency")
        rule.netsuiteTerms(to: \.paymentTerms)
        creditLimit
        rule.contactPoint("/email", .email)
        rule.contactPoint("/phone", .phone)
        rule.contactPoint("/mobilePhone", .mobile)
        rule.contactPoint("/fax", .fax)
        rule.contactPoint("/url", .web)
        rule.each("/addressBook/items", to: \.addresses) { address in
            address.same("/addressBookAddress/attention", to: \.attention)
            addressLines
            address.same("/addressBookAddress/city", to: \.locality)
            address.same("/addressBookAddress/state", to: \.region)
            address.same("/addressBookAddress/zip", to: \.postalCode)
            address.same("/addressBookAddress/country/id", to: \.country)
            addressUse
            address.drop("/links", because: linksReason)
            address.drop("/addressBookAddress/links", because: linksReason)
            address.keepRest()
        }
        rule.netsuiteList("addressBook", "addresses", isNeeded: false)
        rule.netsuiteComputed(
            ["/balance", "/overdueBalance", "/unbilledOrders", "/depositBalance", "/daysOverdue"],
            because: "NetSuite works it out of the customer's transactions"
        )
        rule.netsuiteLinks([
            "customForm", "contactRoles", "currencyList", "groupPricing", "itemPricing", "salesTeam", "partners",
            "taxRegistration", "receivablesAccount", "priceLevel", "language", "emailPreference",
        ])
        rule.keepRest()
    }

    // MARK: Names

    private static var customerName: MappingRule<Customer> {
        .convert(
            "split",
            ["/isPerson", "/companyName", "/firstName", "/middleName", "/lastName", "/entityId"],
            to: "name",
            law: .lossy("a person's name is put together of its parts, and not taken apart"),
            note: "the firm's name, or the parts of the person's; the number where there is none",
            read: { input, record in
                let isPerson: Bool = input.value(0) ?? false
                let company: String? = input.value(1)
                let parts = (2...4).compactMap { index -> String? in input.value(index) }.filter { !$0.isEmpty }
                let number: String? = input.value(5)
                // What the name does not hold, and what is put together in it, stays beside it.
                for index in 2...4 { input.keep(index) }
                if isPerson || company == nil { input.keep(1) }
                let person = parts.isEmpty ? nil : parts.joined(separator: " ")
                guard let name = isPerson ? person ?? company ?? number : company ?? number else {
                    input.report(
                        .missing,
                        source: 1,
                        expected: "a name: companyName, or firstName and lastName of a person",
                        remedy: "Ask for the fields in the request."
                    )
                    return
                }
                record.name = name
            },
            write: { record, output in
                if record.kind == .individual { output.leave(1) } else { output.set(1, record.name) }
            }
        )
    }

    private static var customerKind: MappingRule<Customer> {
        .convert(
            "code",
            ["/isPerson"],
            to: "kind",
            law: .lossy("NetSuite tells people from everybody else, and nothing more"),
            note: "true is an individual, false an organisation",
            read: { input, record in
                let isPerson: Bool? = input.value(0)
                if input[0].kind == .null { input.keep(0) }
                record.kind = isPerson == true ? .individual : .organisation
            },
            write: { record, output in
                switch record.kind {
                case .individual: output.set(0, true)
                case .organisation: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    // MARK: Who deals with the customer, and how far

    private static var customerSubsidiary: MappingRule<Customer> {
        .convert(
            "reference",
            ["/subsidiary/id"],
            to: "availableTo",
            law: .lossy("a customer's other subsidiaries stand in a list of their own"),
            note: "the primary subsidiary, through the identity crosswalk; the first of the list",
            read: { input, record in
                let id: RecordID<LegalEntity>? = input.canonicalID(0, objectType: "subsidiary")
                if let id { record.availableTo.append(id) } else if !input[0].isPresent { input.keep(0) }
            },
            write: { record, output in
                if let id = record.availableTo.first {
                    output.setExternal(0, id.text, objectType: "subsidiary")
                }
            }
        )
    }

    private static var creditLimit: MappingRule<Customer> {
        .convert(
            "money",
            ["/creditLimit", "/currency/id", "/currency/refName"],
            to: "creditLimits",
            law: .lossy("NetSuite has one limit, in the customer's currency"),
            note: "the limit that is no single legal entity's, in the customer's currency",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                guard let currency = input.netsuiteCurrency(id: 1, name: 2) else { return }
                record.creditLimits.append(CreditLimit(Money(amount, currency)))
            },
            write: { record, output in
                output.set(0, record.creditLimits.first { $0.legalEntity == nil }?.limit.amount)
                output.leave(1)
                output.leave(2)
            }
        )
    }

    // MARK: Ways to reach it

    private static var addressLines: MappingRule<Address> {
        .convert(
            "split",
            (1...3).map { "/addressBookAddress/addr\($0)" },
            to: "lines",
            law: .lossy("NetSuite has three lines"),
            note: "the lines up to the last that has something in it",
            read: { input, record in
                let lines = (0..<3).map { index -> String? in input.value(index) }
                let count = (lines.lastIndex { $0?.isEmpty == false } ?? -1) + 1
                record.lines = lines.prefix(count).map { $0 ?? "" }
                for index in 0..<3 where lines[index]?.isEmpty != false { input.keep(index) }
            },
            write: { record, output in
                for index in 0..<3 {
                    guard index < record.lines.count else { continue }
                    // An empty line between others may be absent, empty or null in NetSuite.
                    if record.lines[index].isEmpty {
                        output.leave(index)
                    } else {
                        output.set(index, record.lines[index])
                    }
                }
            }
        )
    }

    private static var addressUse: MappingRule<Address> {
        .convert(
            "code",
            ["/defaultBilling", "/defaultShipping"],
            to: "use",
            law: .lossy("an address has one use; billing comes before delivery"),
            note: "defaultBilling is billing, else defaultShipping is delivery",
            read: { input, record in
                let isBilling: Bool? = input.value(0)
                let isShipping: Bool? = input.value(1)
                if isBilling == true {
                    record.use = .billing
                    input.keep(1)
                } else {
                    input.keep(0)
                    if isShipping == true { record.use = .delivery } else { input.keep(1) }
                }
            },
            write: { record, output in
                switch record.use {
                case .billing:
                    output.set(0, true)
                    output.leave(1)
                case .delivery:
                    output.assume(0, false)
                    output.set(1, true)
                case nil:
                    output.assume(0, false)
                    output.assume(1, false)
                default:
                    output.leave(0)
                    output.leave(1)
                }
            }
        )
    }
}

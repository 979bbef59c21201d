public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Account`: who buys.
    ///
    /// An account is a company, or with `IsPersonAccount` a person, whose contact Salesforce keeps in the same object:
    /// `PersonEmail` and other fields with that prefix. The parts of a person's name stay beside the record, which has the
    /// whole name; whoever changes that writes `Name`, which Salesforce works out of the parts for persons.
    public static let account = Mapping<Customer>(
        "salesforce/account",
        version: 1,
        object: "Account",
        api: api,
        update: update.without("/IsPersonAccount", "/PhotoUrl"),
        fields: accountFields
    ) { rule in
        rule.salesforceHeader("Account")
        rule.same("/Name", to: \.name)
        rule.same("/AccountNumber", to: \.header.displayNumber)
        rule.coding("/Type", to: \.segment, list: "salesforce/Account.Type")
        rule.derive("status", from: ["/Type"], because: "it is read off the type, which is kept as the segment") {
            input,
            record in
            record.status = input[0].text == "Prospect" ? .prospect : .active
        }
        accountKind
        rule.constant(\.isIntercompany, false, because: "Salesforce has no such field")
        rule.reference("/ParentId", to: \.parent, object: "Account", normalise: normalised)
        rule.coding("/Industry", to: \.industry, list: "salesforce/Account.Industry")
        rule.reference("/OwnerId", to: \.accountOwner, object: "User", normalise: normalised)
        rule.same("/CurrencyIsoCode", to: \.preferredCurrency)
        rule.contactPoint("/Phone", .phone)
        rule.contactPoint("/Fax", .fax)
        rule.contactPoint("/Website", .web)
        rule.contactPoint("/PersonEmail", .email)
        rule.contactPoint("/PersonMobilePhone", .mobile)
        address("Billing", .billing)
        address("Shipping", .delivery)
        rule.salesforceSubquery("Contacts", contact)
        rule.drop("/PhotoUrl", because: "it is a path within the organisation, valid for its users only")
        rule.keepRest()
    }

    /// A person or a company; organisations without person accounts do not send the flag.
    private static var accountKind: MappingRule<Customer> {
        .convert(
            "code",
            ["/IsPersonAccount"],
            to: "kind",
            law: .lossy("a flag has two states"),
            note: "true is individual; false is organisation, and so is an account without the flag",
            read: { input, record in
                let isPerson: Bool? = input.value(0)
                if isPerson == nil { input.keep(0) }
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

    /// An address, from the flat fields, or from the compound one where a query asked for that alone.
    private static func address(_ prefix: String, _ use: AddressUse) -> MappingRule<Customer> {
        let parts = ["Street", "City", "State", "StateCode", "PostalCode", "Country", "CountryCode"]
        let flat = parts.map { "/\(prefix)\($0)" }
        let compound = ["street", "city", "state", "stateCode", "postalCode", "country", "countryCode"]
            .map {
                "/\(prefix)Address/\($0)"
            }
        return .convert(
            "split",
            flat + compound,
            to: "addresses",
            law: .lossy("Salesforce keeps states and countries as text; the compound address is not written"),
            note:
                "the street's lines; state and country by code where there is one; the address with use \(use.rawValue)",
            read: { input, record in
                // The compound repeats the flat fields; it counts only where they were not asked for.
                let values = parts.indices.map { index -> String? in
                    let text: String? = input.value(input[index].kind == .absent ? index + parts.count : index)
                    return text?.isEmpty == true ? nil : text
                }
                guard values.contains(where: { $0 != nil }) else { return }
                var address = Address()
                address.id = RecordID(stringLiteral: use.rawValue)
                address.use = use
                address.lines =
                    values[0]?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
                address.locality = values[1]
                address.region = values[2]
                address.postalCode = values[4]
                if let code = values[6] {
                    address.country = try? CountryCode(code)
                    if address.country == nil {
                        input.report(
                            "country.syntax",
                            source: input[6].kind == .absent ? 6 + parts.count : 6,
                            expected: "a country code like \"DE\"",
                            severity: .warning
                        )
                    }
                } else if let name = values[5] {
                    address.country = CountryCode(englishName: name)
                    if address.country == nil {
                        input.report(
                            .unknownCode,
                            source: input[5].kind == .absent ? 5 + parts.count : 5,
                            expected: "the English name or the code of a country; it is kept as text",
                            severity: .warning,
                            remedy: "Switch on Salesforce's state and country picklists, which send codes."
                        )
                    }
                }
                address.raw = values[5]
                if let state = values[3] {
                    address.subdivision = address.country.flatMap { try? SubdivisionCode("\($0)-\(state)") }
                    if address.subdivision == nil {
                        input.report(
                            "subdivision.syntax",
                            source: input[3].kind == .absent ? 3 + parts.count : 3,
                            expected: "the code of a state of a country that is known; it is left out",
                            severity: .warning
                        )
                    }
                }
                record.addresses.append(address)
            },
            write: { record, output in
                guard let address = record.addresses.first(where: { $0.use == use }) else { return }
                output.set(0, address.lines.isEmpty ? nil : address.lines.joined(separator: "\n"))
                output.set(1, address.locality)
                output.set(2, address.region)
                output.set(3, address.subdivision?.subdivision)
                output.set(4, address.postalCode)
                output.set(5, address.raw ?? address.country?.name)
                output.set(6, address.country)
            }
        )
    }
}

extension CountryCode {
    /// The country of an English name, or of a code that stands where a name should: `United States`, `USA`, `US`.
    init?(englishName text: String) {
        if let code = try? CountryCode(text), code.isListed {
            self = code
        } else if let code = try? CountryCode(alpha3: text) {
            self = code
        } else if let code = Self.listed.first(where: { $0.name?.lowercased() == text.lowercased() }) {
            self = code
        } else {
            return nil
        }
    }
}

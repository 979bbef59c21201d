public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What tells customers apart: their numbers, and likely their names.
    ///
    /// The members of a group for value-added tax share one number: a firm with such customers leaves that key out.
    public static let customerKeys: [IdentifyingKey<Customer>] = [
        .sourceIdentity,
        IdentifyingKey(
            "registration number",
            .certain,
            at: \.registrations,
            each: { customer in
                customer.registrationKeys([.vat, .tax, .lei, .duns, .gln])
            }
        ),
        // Courts of one country give the same number to several companies.
        IdentifyingKey(
            "number in a register of companies",
            .likely,
            at: \.registrations,
            each: { customer in
                customer.registrationKeys([.company])
            }
        ),
        IdentifyingKey("name in one country", .likely, at: \.name) { customer in
            let name = NormalisedName(customer.legalName ?? customer.name).text
            guard !name.isEmpty else { return nil }
            return [name, customer.homeCountry].joinedAsKey
        },
    ]

    /// What tells resources apart: the mail address, and the employee number within an entity.
    public static let resourceKeys: [IdentifyingKey<Resource>] = [
        .sourceIdentity,
        IdentifyingKey("mail address", .certain, at: \.email) {
            $0.email.flatMap { $0.isEmpty ? nil : $0.lowercased() }
        },
        IdentifyingKey("employing entity and employee number", .certain, at: \.employeeNumber) { resource in
            guard let number = resource.employeeNumber, !number.isEmpty else { return nil }
            return [resource.employingEntity?.text ?? "", number.lowercased()].joinedAsKey
        },
    ]

    /// What tells contracts apart: the customer and the number.
    public static let contractKeys: [IdentifyingKey<Contract>] = [
        .sourceIdentity,
        IdentifyingKey("customer and number", .certain, at: \.number) { contract in
            contract.number.flatMap { $0.isEmpty ? nil : [contract.customer.text, $0.asIdentifier].joinedAsKey }
        },
    ]

    /// What tells invoices apart: the issuer and the number, which the law asks to be unique.
    public static let invoiceKeys: [IdentifyingKey<Invoice>] = [
        .sourceIdentity,
        IdentifyingKey("issuer and number", .certain, at: \.number) { invoice in
            invoice.number.flatMap { $0.isEmpty ? nil : [invoice.issuer.text, $0.asIdentifier].joinedAsKey }
        },
    ]

    /// What tells time entries apart: who, when, on what, and how long; without a beginning it is only likely.
    public static let timeEntryKeys: [IdentifyingKey<TimeEntry>] = [
        .sourceIdentity,
        IdentifyingKey("person, work and beginning", .certain, at: \.start) { entry in
            entry.start.map { (entry.workKey + ["\($0.secondsSince1970)"]).joinedAsKey }
        },
        IdentifyingKey("person, work and time", .likely, at: \.worked) { entry in
            // Half-hours of one day on one task are told apart by their words.
            entry.start == nil ? (entry.workKey + [entry.customerDescription ?? ""]).joinedAsKey : nil
        },
    ]

    /// What tells payments apart: the account, the bank's reference, the amount and the day.
    public static let paymentKeys: [IdentifyingKey<Payment>] = [
        .sourceIdentity,
        IdentifyingKey("account, reference, amount and day", .certain, at: \.bankReference) { payment in
            guard let reference = payment.bankReference, !reference.isEmpty else { return nil }
            return (payment.transferKey + [reference.asIdentifier]).joinedAsKey
        },
        IdentifyingKey("account, payer, remittance, amount and day", .likely, at: \.remittance) { payment in
            guard payment.bankReference == nil, let remittance = payment.remittance, !remittance.isEmpty else {
                return nil
            }
            return (payment.transferKey + [payment.payer?.text ?? "", remittance.asIdentifier]).joinedAsKey
        },
    ]
}

extension Customer {
    fileprivate var homeCountry: String {
        let address = addresses.first { $0.use == .legal } ?? addresses.first { $0.isPrimary } ?? addresses.first
        return address?.country.map { "\($0)" } ?? ""
    }

    fileprivate func registrationKeys(_ kinds: [RegistrationKind]) -> [String] {
        registrations.filter { kinds.contains($0.kind) && !$0.value.isEmpty }
            .map { registration in
                // Numbers of the world are one wherever they were written down; others are their country's.
                let isWorldwide = [.lei, .duns, .gln].contains(registration.kind)
                let country = isWorldwide ? "" : registration.jurisdiction.map { "\($0.country)" } ?? homeCountry
                let home = (try? CountryCode(country)).map { Jurisdiction($0) }
                let number = registration.check(home: home)?.normalised ?? registration.value.asIdentifier
                return [registration.kind.rawValue, country, number].joinedAsKey
            }
    }
}

extension TimeEntry {
    fileprivate var workKey: [String] {
        [resource.text, "\(date)", project?.text ?? "", task?.text ?? "", workType.code, "\(worked.count)"]
    }
}

extension Payment {
    fileprivate var transferKey: [String] {
        let money = amount.transaction
        return [
            direction.rawValue, account?.number.asIdentifier ?? "", "\(money.amount.reduced)", "\(money.currency)",
            receivedOn.map { "\($0)" } ?? "",
        ]
    }
}

extension String {
    /// The letters and digits, in capitals: numbers are written with spaces and points or without.
    fileprivate var asIdentifier: String { uppercased().filter { $0.isLetter || $0.isNumber } }
}

extension [String] {
    /// The parts as one text, in which no part runs into the next.
    fileprivate var joinedAsKey: String { joined(separator: "\u{1F}") }
}

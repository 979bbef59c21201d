import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

// MARK: - What every record has

extension MappingRule where Target: CanonicalRecord {
    /// The rules that every NetSuite record shares: identity, who else names it, and when it changed.
    ///
    /// - Parameters:
    ///   - object: The record's type.
    ///   - created: The pointer to when it was made: `createdDate` for transactions, `dateEntered` for people and firms.
    /// - Returns: The rules.
    static func netsuiteHeader(_ object: String, created: String = "/createdDate") -> [MappingRule<Target>] {
        [
            .drop("/links", because: NetSuite.linksReason),
            .identity("/id", version: "/lastModifiedDate", object: object),
            .derive(
                "header.modifiedAt",
                from: ["/lastModifiedDate"],
                because: "the same stamp is the version, which is written with the identity"
            ) { input, record in
                record.header.modifiedAt = input.value(0)
            },
            .same(created, to: \.header.createdAt),
            .netsuiteExternalID(object),
        ]
    }

    /// The name that whoever loaded the record gave it, for use in `eid:` addresses.
    static func netsuiteExternalID(_ object: String, at pointer: String = "/externalId") -> MappingRule<Target> {
        .convert(
            "same",
            [pointer],
            to: "header.externalReferences",
            law: .iso,
            note: "a second name of the object, as \(object).externalId",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.header.externalReferences.append(
                    ExternalReference(
                        system: input.context.system,
                        objectType: "\(object).externalId",
                        value: value,
                        use: .secondary
                    )
                )
            },
            write: { record, output in
                let reference = record.header.externalReferences.first { reference in
                    reference.system == output.context.system && reference.objectType == "\(object).externalId"
                }
                output.set(0, reference?.value)
            }
        )
    }

    /// Whether the record is no longer to be used.
    static func netsuiteInactive() -> MappingRule<Target> {
        .convert(
            "code",
            ["/isInactive"],
            to: "header.lifecycle",
            law: .iso,
            note: "true is inactive, false is present",
            read: { input, record in
                guard let isInactive: Bool = input.value(0) else {
                    if input[0].kind == .null { input.keep(0) }
                    return
                }
                record.header.lifecycle = isInactive ? .inactive : .present
            },
            write: { record, output in
                switch record.header.lifecycle {
                case .inactive: output.set(0, true)
                case .present: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }
}

// MARK: - References

extension MappingRule {
    /// Leaves out the links of objects and lists that are kept for the rest.
    static func netsuiteLinks(_ names: [String]) -> [MappingRule<Target>] {
        names.map { .drop("/\($0)/links", because: NetSuite.linksReason) }
    }

    /// Leaves out values that NetSuite works out of others.
    static func netsuiteComputed(_ pointers: [String], because reason: String) -> [MappingRule<Target>] {
        pointers.map { .drop($0, because: reason) }
    }

    /// Looks after the members of a list beside its items: a list that did not come, or not whole, is reported.
    ///
    /// - Parameters:
    ///   - name: The list's name: `item`.
    ///   - target: The field that takes the items.
    ///   - isNeeded: Whether a list that came as a link alone makes the record one that must not be used.
    /// - Returns: The rules.
    static func netsuiteList(_ name: String, _ target: String, isNeeded: Bool) -> [MappingRule<Target>] {
        [
            .derive(
                target,
                from: ["/\(name)/items", "/\(name)/hasMore", "/\(name)/links"],
                because: "it only sees to it that the list is there and whole"
            ) { input, _ in
                let hasMore: Bool? = input.value(1)
                guard hasMore == true || input[0].kind == .absent && input[2].isPresent else { return }
                input.report(
                    .notExpanded,
                    source: hasMore == true ? 1 : 2,
                    expected: "the whole list of \(name); it came as a link, or in part",
                    severity: isNeeded ? .error : .warning,
                    remedy: "Ask for the record with expandSubResources=true."
                )
            },
            .drop("/\(name)/links", because: NetSuite.linksReason),
            .drop("/\(name)/totalResults", because: "NetSuite counts the items"),
            .drop("/\(name)/count", because: "NetSuite counts the items"),
            .drop("/\(name)/offset", because: "it is about the page of the request"),
        ]
    }

    /// Reads a reference that the record may lack; its name stays as it is.
    static func netsuiteReference<Other>(
        _ pointer: String,
        to property: any WritableKeyPath<Target, RecordID<Other>?> & Sendable,
        object objectType: String
    ) -> [MappingRule<Target>] {
        [
            .reference("\(pointer)/id", to: property, object: objectType),
            .drop("\(pointer)/links", because: NetSuite.linksReason),
        ]
    }

    /// Reads a reference that the record must have.
    static func netsuiteReference<Other>(
        _ pointer: String,
        to property: any WritableKeyPath<Target, RecordID<Other>> & Sendable,
        object objectType: String
    ) -> [MappingRule<Target>] {
        [
            .reference("\(pointer)/id", to: property, object: objectType),
            .drop("\(pointer)/links", because: NetSuite.linksReason),
        ]
    }

    /// Reads a reference to an entry of one of the account's own lists as a coding, with its name in words.
    static func netsuiteCoding(
        _ pointer: String,
        to property: any WritableKeyPath<Target, Coding?> & Sendable,
        _ target: String,
        list: String
    ) -> [MappingRule<Target>] {
        [
            .convert(
                "same",
                ["\(pointer)/id", "\(pointer)/refName"],
                to: target,
                law: .iso,
                note: "as a code of \(list), with its name",
                read: { input, record in
                    guard let code: String = input.value(0) else {
                        // A name alone is no code, but it is not nothing either.
                        if !input[0].isPresent { for index in 0..<2 { input.keep(index) } }
                        return
                    }
                    let name: String? = input.value(1)
                    if name == nil, input[1].kind == .null { input.keep(1) }
                    record[keyPath: property] = Coding(code, system: list, display: name)
                },
                write: { record, output in
                    guard let coding = record[keyPath: property] else { return output.leave(1) }
                    output.set(0, coding.code)
                    output.set(1, coding.display)
                }
            ),
            .drop("\(pointer)/links", because: NetSuite.linksReason),
        ]
    }

    /// Reads a reference to the account's terms of payment.
    ///
    /// The days are taken from the names that new accounts have; what terms of other names say is not known from them.
    static func netsuiteTerms(
        to property: any WritableKeyPath<Target, PaymentTerms?> & Sendable,
        _ target: String = "paymentTerms"
    ) -> [MappingRule<Target>] {
        [
            .convert(
                "same",
                ["/terms/id", "/terms/refName"],
                to: target,
                law: .iso,
                note: "code and name; the days where the name is \"Net 30\" or the like, or \"Due on receipt\"",
                read: { input, record in
                    guard let code: String = input.value(0) else {
                        if !input[0].isPresent { for index in 0..<2 { input.keep(index) } }
                        return
                    }
                    let name: String? = input.value(1)
                    if input[1].kind == .null { input.keep(1) }
                    record[keyPath: property] = PaymentTerms(netDays: name.flatMap(NetSuite.netDays)) { terms in
                        terms.code = code
                        terms.name = name
                    }
                },
                write: { record, output in
                    guard let terms = record[keyPath: property] else { return output.leave(1) }
                    output.set(0, terms.code)
                    output.set(1, terms.name)
                }
            ),
            .drop("/terms/links", because: NetSuite.linksReason),
        ]
    }
}

extension NetSuite {
    /// The days that the name of terms of payment gives: 30 for `Net 30`, none for `Due on receipt`.
    static func netDays(_ name: String) -> Int? {
        if name.lowercased() == "due on receipt" { return 0 }
        let words = name.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "net", let days = Int(words[1]), (0...999).contains(days)
        else {
            return nil
        }
        return days
    }
}

// MARK: - Currencies and money

extension MappingRule {
    /// Reads the currency of an object that must have one; the tenant's where the account has no other.
    static func netsuiteCurrency(
        to property: any WritableKeyPath<Target, CurrencyCode> & Sendable,
        _ target: String
    ) -> [MappingRule<Target>] {
        currency(
            target,
            isRequired: true,
            get: { $0[keyPath: property] },
            set: { $0[keyPath: property] = $1 }
        )
    }

    /// Reads the currency of an object that may lack one.
    static func netsuiteCurrency(
        to property: any WritableKeyPath<Target, CurrencyCode?> & Sendable,
        _ target: String
    ) -> [MappingRule<Target>] {
        currency(
            target,
            isRequired: false,
            get: { $0[keyPath: property] },
            set: { $0[keyPath: property] = $1 }
        )
    }

    private static func currency(
        _ target: String,
        isRequired: Bool,
        get: @escaping @Sendable (Target) -> CurrencyCode?,
        set: @escaping @Sendable (inout Target, CurrencyCode) -> Void
    ) -> [MappingRule<Target>] {
        [
            .convert(
                "reference",
                ["/currency/id", "/currency/refName"],
                to: target,
                law: .lossy("NetSuite takes currencies by id, which only the identity crosswalk can say"),
                note: "by id through the identity crosswalk, else by name; the tenant's if the account has no other",
                read: { input, record in
                    // The name is NetSuite's to say, and what it says of an id that nobody knows is kept with it.
                    input.keep(1)
                    if input.knownCurrency(0) == nil { input.keep(0) }
                    guard isRequired || input[0].isPresent || input[1].isPresent else { return }
                    if let code = input.netsuiteCurrency(id: 0, name: 1) { set(&record, code) }
                },
                write: { record, output in
                    output.leave(1)
                    guard let code = get(record) else { return output.leave(0) }
                    output.setExternal(0, code.description, objectType: "currency")
                }
            ),
            .drop("/currency/links", because: NetSuite.linksReason),
        ]
    }

    /// Reads an amount in the currency of its object, or, for an item of a list, of the object around the list.
    ///
    /// - Parameters:
    ///   - amount: The pointer to the amount.
    ///   - property: The property that takes the money.
    ///   - target: The field's path.
    ///   - level: What stands before pointers to the object with the currency: nothing, or `^`.
    ///   - takesNegative: Whether the amount may be below zero; where it may not, such an amount is kept as it is.
    /// - Returns: The rule.
    static func netsuiteMoney(
        _ amount: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable,
        _ target: String,
        level: String = "",
        takesNegative: Bool = true
    ) -> MappingRule<Target> {
        .convert(
            "money",
            [amount, "\(level)/currency/id", "\(level)/currency/refName"],
            to: target,
            law: .iso,
            note: "in the object's currency; scale kept" + (takesNegative ? "" : "; one below zero is kept as it is"),
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                guard takesNegative || !amount.isNegative else { return input.keep(0) }
                guard let currency = input.netsuiteCurrency(id: 1, name: 2) else { return }
                record[keyPath: property] = Money(amount, currency)
            },
            write: { record, output in
                // The currency is the object's, and its own rule writes it, before or after.
                if let money = record[keyPath: property] {
                    output.afterwards { $0.set(0, money, in: $0.netsuiteCurrency(id: 1, name: 2)) }
                }
                output.leave(1)
                output.leave(2)
            }
        )
    }
}

import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

// MARK: - What elements have

extension MappingRule where Target: CanonicalRecord {
    /// The object's own reference: the record's identity by its Workday ID, and every ID as an external reference.
    ///
    /// - Parameters:
    ///   - pointer: The pointer to the reference.
    ///   - object: The type by which the identity crosswalk knows such objects.
    ///   - other: The type of ID that another rule writes, in a member of its own.
    /// - Returns: The rule.
    static func workdayIdentity(
        _ pointer: String,
        object: String,
        besides other: String? = nil
    ) -> MappingRule<Target> {
        .convert(
            "identity",
            ["\(pointer)/ID"],
            to: "id",
            law: .iso,
            note: "the Workday ID, else another one, through the identity crosswalk; all of them as references",
            read: { input, record in
                guard let ids: Workday.TypedIDs = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(
                            .missing,
                            expected: "the object's IDs",
                            remedy: "Ask for Include_Reference in the request."
                        )
                    }
                    return
                }
                guard let text = input.workdayCanonicalID(ids, object: object) else { return }
                do throws(ValueError) {
                    record.id = try RecordID(text)
                } catch {
                    input.report(IssueCode(rawValue: error.code.rawValue), expected: error.expected)
                    return
                }
                let system = input.context.system
                let tenant = input.context.tenant
                let seen = input.context.ingestedAt
                for (index, id) in ids.all.enumerated() {
                    record.header.externalReferences.append(
                        ExternalReference(
                            system: system,
                            objectType: id.objectType(object),
                            value: id.value,
                            use: index == 0 ? .primary : .secondary
                        ) { reference in
                            reference.tenant = tenant
                            if index == 0 { reference.lastSeenAt = seen }
                        }
                    )
                }
            },
            write: { record, output in
                let ids = record.header.externalReferences.compactMap { reference -> Workday.TypedIDs.ID? in
                    guard reference.system == output.context.system else { return nil }
                    if reference.objectType == object { return .init(type: "WID", value: reference.value) }
                    guard reference.objectType.hasPrefix("\(object).") else { return nil }
                    return .init(type: String(reference.objectType.dropFirst(object.count + 1)), value: reference.value)
                }
                let own = ids.filter { $0.type != other }
                if !ids.isEmpty { output.set(0, Workday.TypedIDs(own.isEmpty ? ids : own)) }
            }
        )
    }
}

// MARK: - References

extension MappingRule {
    /// Reads a reference that the record may lack.
    ///
    /// - Parameters:
    ///   - pointer: The pointer to the reference, whose IDs are its member `ID`.
    ///   - property: The property that takes the canonical id.
    ///   - target: The field's path.
    ///   - object: The type by which the identity crosswalk knows such objects.
    ///   - types: The types of ID by which Workday knows them beside the Workday ID, for writing.
    /// - Returns: The rule.
    static func workdayReference<Other>(
        _ pointer: String,
        to property: any WritableKeyPath<Target, RecordID<Other>?> & Sendable,
        _ target: String,
        object: String,
        types: [String]
    ) -> MappingRule<Target> {
        .convert(
            "reference",
            ["\(pointer)/ID"],
            to: target,
            law: .lossy(Workday.oneID),
            note: referenceNote(object, types),
            read: { input, record in
                guard let id: RecordID<Other> = input.workdayReference(0, object: object) else { return }
                record[keyPath: property] = id
            },
            write: { record, output in
                if let id = record[keyPath: property] {
                    output.setWorkdayReference(0, id.text, object: object, types: types)
                }
            }
        )
    }

    /// Reads a reference that the record must have.
    static func workdayReference<Other>(
        _ pointer: String,
        to property: any WritableKeyPath<Target, RecordID<Other>> & Sendable,
        _ target: String,
        object: String,
        types: [String]
    ) -> MappingRule<Target> {
        .convert(
            "reference",
            ["\(pointer)/ID"],
            to: target,
            law: .lossy(Workday.oneID),
            note: referenceNote(object, types) + "; required",
            read: { input, record in
                if let id: RecordID<Other> = input.workdayReference(0, object: object) {
                    record[keyPath: property] = id
                } else if !input[0].isPresent {
                    input.report(.missing, expected: "the IDs of a \(object); the record must refer to one")
                }
            },
            write: { record, output in
                output.setWorkdayReference(0, record[keyPath: property].text, object: object, types: types)
            }
        )
    }

    /// Reads a reference of which the record has a list: the first of it.
    static func workdayReference<Other>(
        _ pointer: String,
        to property: any WritableKeyPath<Target, [RecordID<Other>]> & Sendable,
        _ target: String,
        object: String,
        types: [String]
    ) -> MappingRule<Target> {
        .convert(
            "reference",
            ["\(pointer)/ID"],
            to: target,
            law: .lossy("there is one in Workday"),
            note: referenceNote(object, types) + "; the first of the list",
            read: { input, record in
                guard let id: RecordID<Other> = input.workdayReference(0, object: object) else { return }
                record[keyPath: property] = [id]
            },
            write: { record, output in
                if let id = record[keyPath: property].first {
                    output.setWorkdayReference(0, id.text, object: object, types: types)
                }
            }
        )
    }

    private static func referenceNote(_ object: String, _ types: [String]) -> String {
        "\(object) through the identity crosswalk, by Workday ID, then by \(types.joined(separator: ", "))"
    }

    /// Reads a reference to an entry of a list as a coding: its reference ID is the code, its label the words.
    ///
    /// - Parameters:
    ///   - pointer: The pointer to the reference.
    ///   - type: The type of ID that is the code, where there is one of it.
    ///   - target: The field's path.
    ///   - get: Gets the field.
    ///   - set: Sets the field.
    /// - Returns: The rule.
    static func workdayCoding(
        _ pointer: String,
        type: String,
        _ target: String,
        get: @escaping @Sendable (Target) -> Coding?,
        set: @escaping @Sendable (inout Target, Coding) -> Void
    ) -> MappingRule<Target> {
        .convert(
            "same",
            ["\(pointer)/ID", "\(pointer)/@Descriptor"],
            to: target,
            law: .lossy(Workday.oneID),
            note: "as a code of workday/\(type), else of the ID that there is, with its label",
            read: { input, record in
                guard let ids: Workday.TypedIDs = input.value(0), let id = ids.code(type) else {
                    // A label alone is no code, but it is not nothing either.
                    for index in 0..<2 { input.keep(index) }
                    return
                }
                let label: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                set(&record, Coding(id.value, system: "workday/\(id.type)", display: label))
            },
            write: { record, output in
                guard let coding = get(record) else { return output.leave(1) }
                guard let type = Workday.type(of: coding) else { return (0..<2).forEach(output.leave) }
                output.set(0, Workday.TypedIDs(type, coding.code))
                if let label = coding.display { output.set(1, label) } else { output.leave(1) }
            }
        )
    }
}

extension Workday {
    /// What is lost of the IDs of a reference.
    static let oneID = "a reference to another object is written by one of its IDs"

    /// What is lost of dates.
    static let noOffset = "a day that is written anew has no offset behind it"

    /// The type of ID that a coding's code is; nil if it is of no list of Workday's.
    static func type(of coding: Coding) -> String? {
        guard let system = coding.system, system.hasPrefix("workday/") else { return nil }
        return String(system.dropFirst("workday/".count))
    }
}

// MARK: - Dates and currencies

extension MappingRule {
    /// Reads a date, with an offset behind it or without.
    static func workdayDate(
        _ pointer: String,
        to property: any WritableKeyPath<Target, LocalDate?> & Sendable,
        _ target: String
    ) -> MappingRule<Target> {
        .convert(
            "same",
            [pointer],
            to: target,
            law: .lossy(Workday.noOffset),
            note: "the day; an offset behind it is read past, and stays until the day changes",
            read: { input, record in
                if let date: Workday.ZonedDate = input.value(0) {
                    record[keyPath: property] = date.date
                } else {
                    input.keep(0)
                }
            },
            write: { record, output in
                output.set(0, record[keyPath: property].map { Workday.ZonedDate(date: $0) })
            }
        )
    }

    /// Reads a first and a last day, with offsets behind them or without.
    static func workdayInterval(
        from first: String,
        through last: String,
        to property: any WritableKeyPath<Target, DateInterval?> & Sendable,
        _ target: String
    ) -> MappingRule<Target> {
        .convert(
            "split",
            [first, last],
            to: target,
            law: .lossy(Workday.noOffset),
            note: "first and last day, both included; open where one is not known; offsets are read past",
            read: { input, record in
                let from: Workday.ZonedDate? = input.value(0)
                let through: Workday.ZonedDate? = input.value(1)
                for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                guard from != nil || through != nil else { return }
                record[keyPath: property] = input.interval(from?.date, through?.date)
            },
            write: { record, output in
                let interval = record[keyPath: property]
                output.set(0, interval?.from.map { Workday.ZonedDate(date: $0) })
                output.set(1, interval?.through.map { Workday.ZonedDate(date: $0) })
            }
        )
    }

    /// Reads the currency of an object: its `Currency_ID`, or what the identity crosswalk says of its Workday ID.
    static func workdayCurrency(
        _ pointer: String,
        _ target: String,
        isRequired: Bool,
        get: @escaping @Sendable (Target) -> CurrencyCode?,
        set: @escaping @Sendable (inout Target, CurrencyCode) -> Void
    ) -> MappingRule<Target> {
        .convert(
            "same",
            ["\(pointer)/ID"],
            to: target,
            law: .lossy(Workday.oneID),
            note: "the Currency_ID" + (isRequired ? "; the tenant's currency where there is none" : ""),
            read: { input, record in
                if !input[0].isPresent { input.keep(0) }
                guard isRequired || input[0].isPresent else { return }
                if let currency = input.workdayCurrency(0) { set(&record, currency) }
            },
            write: { record, output in
                guard let currency = get(record) else { return }
                let ids = Workday.TypedIDs("Currency_ID", currency.description)
                if currency == output.context.currency { output.assume(0, ids) } else { output.set(0, ids) }
            }
        )
    }

    /// Reads an amount in the currency of its object, or, for an item of a list, of the object around the list.
    ///
    /// - Parameters:
    ///   - amount: The pointer to the amount.
    ///   - currency: The pointer to the reference to the currency, with `^` before it in items of lists.
    ///   - property: The property that takes the money.
    ///   - target: The field's path.
    ///   - takesNegative: Whether the amount may be below zero; where it may not, such an amount is kept as it is.
    /// - Returns: The rule.
    static func workdayMoney(
        _ amount: String,
        in currency: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable,
        _ target: String,
        takesNegative: Bool = true
    ) -> MappingRule<Target> {
        .convert(
            "money",
            [amount, "\(currency)/ID"],
            to: target,
            law: .iso,
            note: "in the object's currency; scale kept" + (takesNegative ? "" : "; one below zero is kept as it is"),
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else { return input.keep(0) }
                guard takesNegative || !amount.isNegative else { return input.keep(0) }
                guard let currency = input.workdayCurrency(1) else { return }
                record[keyPath: property] = Money(amount, currency)
            },
            write: { record, output in
                if let money = record[keyPath: property] { output.set(0, money.amount) }
                // The currency is the object's, and its own rule writes it.
                output.leave(1)
            }
        )
    }
}

// MARK: - Reading and writing IDs

extension RuleInput {
    /// The canonical id of an object by the first of its IDs that the identity crosswalk knows; reported if it knows
    /// none.
    mutating func workdayCanonicalID(_ ids: Workday.TypedIDs, object: String, source index: Int = 0) -> String? {
        if let found = workdayKnownID(ids, object: object) { return found }
        report(
            .unresolvedReference,
            source: index,
            expected: "a \(object) that the identity crosswalk knows by one of its IDs",
            remedy: "Load the \(object) first, or add it to the crosswalk."
        )
        return nil
    }

    /// The canonical id of an object by the first of its IDs that the identity crosswalk knows.
    func workdayKnownID(_ ids: Workday.TypedIDs, object: String) -> String? {
        for id in ids.all {
            let key = ExternalKey(system: context.system, objectType: id.objectType(object), value: id.value)
            if let found = context.identities.canonicalID(of: key) { return found }
        }
        return nil
    }

    /// The canonical id that a source's IDs stand for; none for a reference that is not there, which is kept.
    mutating func workdayReference<Other>(_ index: Int, object: String) -> RecordID<Other>? {
        guard let ids: Workday.TypedIDs = value(index) else {
            keep(index)
            return nil
        }
        guard let text = workdayCanonicalID(ids, object: object, source: index) else { return nil }
        do throws(ValueError) {
            return try RecordID(text)
        } catch {
            report(IssueCode(rawValue: error.code.rawValue), source: index, expected: error.expected)
            return nil
        }
    }

    /// The currency that a source's IDs stand for; the tenant's where there are none.
    mutating func workdayCurrency(_ index: Int) -> CurrencyCode? {
        guard self[index].isPresent else { return currency(index) }
        guard let ids: Workday.TypedIDs = value(index) else { return nil }
        if let code = ids["Currency_ID"].flatMap({ try? CurrencyCode($0) }) { return code }
        for id in ids.all {
            // An identity crosswalk that derives ids has an answer for every key, and none of them is a code.
            let key = ExternalKey(system: context.system, objectType: id.objectType("Currency"), value: id.value)
            if let code = context.identities.canonicalID(of: key).flatMap({ try? CurrencyCode($0) }) { return code }
        }
        report(
            .unknownCode,
            source: index,
            expected: "a currency by its Currency_ID, a code of ISO 4217",
            remedy: "Say in the identity crosswalk which code the currency's Workday ID stands for."
        )
        return nil
    }
}

extension RuleOutput {
    /// Sets a source to the one ID that the identity crosswalk has of a record; leaves it if it has none.
    func setWorkdayReference(_ index: Int, _ id: String, object: String, types: [String]) {
        if let wid = context.identities.externalValue(of: id, in: context.system, objectType: object) {
            return set(index, Workday.TypedIDs("WID", wid))
        }
        for type in types {
            let name = "\(object).\(type)"
            if let value = context.identities.externalValue(of: id, in: context.system, objectType: name) {
                return set(index, Workday.TypedIDs(type, value))
            }
        }
        leave(index)
    }
}

public import ConcordSchema
public import ConcordValues

extension MappingRule {
    /// The name of a property in the record's schema, through nested records: `stage.canonical`.
    @usableFromInline
    static func path(_ property: PartialKeyPath<Target>) -> String {
        let name = Target.schema.name(of: property)
        // A property of a nested record is no field of its own; its key path prints as `\Opportunity.stage.canonical`.
        guard name.hasPrefix("\\") else { return name }
        let parts = name.split(separator: ".").dropFirst()
        // The header is a requirement of records: where a rule is generic over them, it prints as an address.
        let names = parts.map { $0.hasPrefix("<computed") ? "header" : $0.filter { $0 != "?" && $0 != "!" } }
        return names.joined(separator: ".")
    }

    /// The bit that says that a field was written and holds nothing; 0 for fields inside nested records.
    @usableFromInline
    static func explicitBit(_ property: PartialKeyPath<Target>) -> UInt64 {
        Target.schema.number(of: property).map { 1 << UInt64($0) } ?? 0
    }

    // MARK: Copies

    /// Copies a value that the record may lack; `null` and absent stay apart.
    ///
    /// - Parameters:
    ///   - source: The pointer to the value.
    ///   - property: The property that takes it.
    @inlinable
    public static func same<Value: SourceConvertible & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Value?> & Sendable
    ) -> Self {
        let bit = explicitBit(property)
        let place = FieldPlace(property)
        return Self(
            word: "same",
            target: path(property),
            sources: [source],
            law: .iso,
            read: { input, record in
                if let value: Value = input.value(0) {
                    place.set(&record, value)
                } else {
                    input.keepNull(bit, &record)
                }
            },
            write: { record, output in
                if let value = record[keyPath: property] {
                    output.set(0, value)
                } else if bit != 0, record.remainder.explicit & bit != 0 {
                    output.setNull(0)
                }
            }
        )
    }

    /// Copies a value that the record must have.
    @inlinable
    public static func same<Value: SourceConvertible & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Value> & Sendable
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "same",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "required",
            read: { input, record in
                if let value: Value = input.value(0) {
                    place.set(&record, value)
                } else if !input[0].isPresent {
                    input.report(
                        .missing,
                        expected: "a value; the record must have one",
                        remedy: "Fill the field in the source, or ask for it in the query."
                    )
                }
            },
            write: { record, output in output.set(0, record[keyPath: property]) }
        )
    }

    /// Copies a vendor's code or label as a coding of the vendor's own list.
    ///
    /// - Parameters:
    ///   - source: The pointer to the code.
    ///   - property: The property that takes it.
    ///   - list: The vendor's list: `salesforce/Opportunity.StageName`.
    @inlinable
    public static func coding(
        _ source: String,
        to property: any WritableKeyPath<Target, Coding?> & Sendable,
        list: String
    ) -> Self {
        let bit = explicitBit(property)
        let place = FieldPlace(property)
        return Self(
            word: "same",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "as a code of \(list)",
            read: { input, record in
                if let code: String = input.value(0) {
                    place.set(&record, Coding(code, system: list))
                } else {
                    input.keepNull(bit, &record)
                }
            },
            write: { record, output in
                if let coding = record[keyPath: property] {
                    output.set(0, coding.code)
                } else if bit != 0, record.remainder.explicit & bit != 0 {
                    output.setNull(0)
                }
            }
        )
    }

    // MARK: Codes

    /// Reads a code through a crosswalk.
    ///
    /// - Parameters:
    ///   - source: The pointer to the code.
    ///   - property: The property that takes it.
    ///   - crosswalk: The table of codes.
    ///   - writesBack: Whether the code is written back; not where another rule keeps the vendor's own code.
    @inlinable
    public static func code<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code> & Sendable,
        _ crosswalk: Crosswalk,
        writesBack: Bool = true
    ) -> Self {
        let place = FieldPlace(property)
        let write: Write = { record, output in
            output.set(0, record[keyPath: property].rawValue, through: crosswalk)
        }
        var rule = Self(
            word: "code",
            target: path(property),
            sources: [source],
            law: writesBack ? crosswalk.law : .oneWay("the vendor's own code is kept by another rule"),
            note: "crosswalk \(crosswalk.name)",
            read: { input, record in
                guard let code: String = input.value(0) else {
                    if !input[0].isPresent {
                        input.report(.missing, expected: "a code of \(crosswalk.name)")
                    }
                    return
                }
                if let target = input.target(of: code, crosswalk) { place.set(&record, Code(rawValue: target)) }
            },
            write: writesBack ? write : nil
        )
        rule.ask(crosswalk) { code(source, to: property, $0, writesBack: writesBack) }
        return rule
    }

    /// Reads a code through a crosswalk into a field that the record may lack.
    ///
    /// - Parameters:
    ///   - source: The pointer to the code.
    ///   - property: The property that takes it.
    ///   - crosswalk: The table of codes.
    @inlinable
    public static func code<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code?> & Sendable,
        _ crosswalk: Crosswalk
    ) -> Self {
        let bit = explicitBit(property)
        let place = FieldPlace(property)
        var rule = Self(
            word: "code",
            target: path(property),
            sources: [source],
            law: crosswalk.law,
            note: "crosswalk \(crosswalk.name)",
            read: { input, record in
                guard let code: String = input.value(0) else {
                    input.keepNull(bit, &record)
                    return
                }
                if let target = input.target(of: code, crosswalk) { place.set(&record, Code(rawValue: target)) }
            },
            write: { record, output in
                if let code = record[keyPath: property] {
                    output.set(0, code.rawValue, through: crosswalk)
                } else if bit != 0, record.remainder.explicit & bit != 0 {
                    output.setNull(0)
                }
            }
        )
        rule.ask(crosswalk) { code(source, to: property, $0) }
        return rule
    }

    /// Any rule that asks a crosswalk, so that overlays can extend it.
    ///
    /// - Parameters:
    ///   - crosswalk: The table of codes.
    ///   - rule: Makes the rule with this table, or with one that has more rows.
    public static func asking(_ crosswalk: Crosswalk, _ rule: @escaping @Sendable (Crosswalk) -> Self) -> Self {
        var made = rule(crosswalk)
        made.ask(crosswalk, rule)
        return made
    }

    @usableFromInline
    mutating func ask(_ crosswalk: Crosswalk, _ rule: @escaping @Sendable (Crosswalk) -> Self) {
        self.crosswalk = crosswalk
        recoded = { table in
            var made = rule(table)
            made.ask(table, rule)
            return made
        }
    }

    // MARK: Money

    /// Reads an amount and its currency; without a currency field, the tenant's currency.
    ///
    /// - Parameters:
    ///   - amount: The pointer to the amount.
    ///   - currency: The pointer to the currency's code, which single-currency tenants do not send.
    ///   - property: The property that takes the money.
    @inlinable
    public static func money(
        amount: String,
        currency: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable
    ) -> Self {
        let bit = explicitBit(property)
        let place = FieldPlace(property)
        return Self(
            word: "money",
            target: path(property),
            sources: [amount, currency],
            law: .iso,
            note: "currency of the field, or of the tenant; scale kept",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    input.keepNull(bit, &record)
                    // A currency alone is no money, but it is not nothing either.
                    if !input[0].isPresent { input.keep(1) }
                    return
                }
                guard let currency = input.currency(1) else { return }
                place.set(&record, Money(amount, currency))
            },
            write: { record, output in
                if let money = record[keyPath: property] {
                    output.set(0, money.amount)
                    output.setCurrency(1, money.currency)
                } else {
                    if bit != 0, record.remainder.explicit & bit != 0 { output.setNull(0) }
                    output.leave(1)
                }
            }
        )
    }

    // MARK: References

    /// Reads a vendor's id of another object as the id of its canonical record.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - property: The property that takes the canonical id.
    ///   - objectType: The vendor's type of the object that the id names.
    ///   - normalise: Brings an id that has several forms into one.
    @inlinable
    public static func reference<Other>(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Other>?> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        let bit = explicitBit(property)
        let place = FieldPlace(property)
        return Self(
            word: "reference",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "\(objectType) through the identity crosswalk",
            read: { input, record in
                if let id: RecordID<Other> = input.canonicalID(0, objectType: objectType, normalise: normalise) {
                    place.set(&record, id)
                } else {
                    input.keepNull(bit, &record)
                }
            },
            write: { record, output in
                if let id = record[keyPath: property] {
                    output.setExternal(0, id.text, objectType: objectType)
                } else if bit != 0, record.remainder.explicit & bit != 0 {
                    output.setNull(0)
                }
            }
        )
    }

    /// Reads a vendor's id of another object that the record must refer to.
    @inlinable
    public static func reference<Other>(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Other>> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "reference",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "\(objectType) through the identity crosswalk; required",
            read: { input, record in
                if let id: RecordID<Other> = input.canonicalID(0, objectType: objectType, normalise: normalise) {
                    place.set(&record, id)
                } else if !input[0].isPresent || input[0].text == "" {
                    input.report(
                        .missing,
                        expected: "the id of an object of type \(objectType); the record must refer to one"
                    )
                }
            },
            write: { record, output in output.setExternal(0, record[keyPath: property].text, objectType: objectType) }
        )
    }

    // MARK: Everything else

    /// A named conversion of some values into one field, and back.
    ///
    /// - Parameters:
    ///   - word: The conversion's name: `split`, `units`, `weekday` …
    ///   - sources: The pointers to the values.
    ///   - target: The field's path in the record.
    ///   - law: What it promises about the way back.
    ///   - note: How it does it, in words for an analyst.
    ///   - read: Reads the values into the record.
    ///   - write: Writes the field back; nil where the law is one way.
    @inlinable
    public static func convert(
        _ word: String,
        _ sources: [String],
        to target: String,
        law: MappingLaw,
        note: String,
        read: @escaping Read,
        write: Write?
    ) -> Self {
        Self(word: word, target: target, sources: sources, law: law, note: note, read: read, write: write)
    }

    /// Works a field out of some values, one way.
    ///
    /// - Parameters:
    ///   - target: The field's path in the record.
    ///   - sources: The pointers to the values.
    ///   - because: Why there is no way back.
    ///   - read: Works it out.
    @inlinable
    public static func derive(
        _ target: String,
        from sources: [String],
        because: String,
        read: @escaping Read
    ) -> Self {
        Self(word: "derive", target: target, sources: sources, law: .oneWay(because), note: because, read: read, write: nil)
    }

    /// Gives a field a value that no source has.
    ///
    /// - Parameters:
    ///   - property: The property.
    ///   - value: The value.
    ///   - because: Why this one.
    @inlinable
    public static func constant<Value: FieldValue>(
        _ property: any WritableKeyPath<Target, Value> & Sendable,
        _ value: Value,
        because: String
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "default",
            target: path(property),
            sources: [],
            law: .oneWay(because),
            note: because,
            read: { _, record in place.set(&record, value) },
            write: nil
        )
    }

    /// Leaves a value out, for a reason.
    public static func drop(_ source: String, because: String) -> Self {
        Self(word: "drop", target: "", sources: [source], law: .none, note: because, read: { _, _ in }, write: nil)
    }

    /// Keeps everything that no other rule names, to be written back as it was.
    public static func keepRest() -> Self {
        Self(
            word: "keepRest",
            target: "header.remarks.unmapped",
            sources: [],
            law: .iso,
            note: "everything that no other rule names",
            read: { _, _ in },
            write: nil
        )
    }
}

extension MappingRule where Target: CanonicalRecord {
    /// Reads the object's own id: the record's identity, and its name in the vendor's system.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - version: The pointer to the vendor's version of the object, such as a modification stamp.
    ///   - objectType: The vendor's type of object.
    ///   - part: Which part of the object the record is, where one object becomes several records.
    ///   - normalise: Brings an id that has several forms into one.
    @inlinable
    public static func identity(
        _ source: String,
        version: String,
        object objectType: String,
        part: String? = nil,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        Self(
            word: "identity",
            target: "id",
            sources: [source, version],
            law: .iso,
            note: part.map { "the object's id and \($0)" } ?? "the object's id, and its name in the crosswalk",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" {
                        input.report(.missing, expected: "the object's id", remedy: "Ask for the id in the query.")
                    }
                    return
                }
                let normal = normalise(value)
                let system = input.context.system
                let key = ExternalKey(system: system, objectType: objectType, value: normal)
                guard let id = input.context.identities.canonicalID(of: key) else {
                    input.report(.unresolvedReference, expected: "an id that the identity crosswalk knows")
                    return
                }
                guard let id: RecordID<Target> = input.recordID(0, part.map { "\(id)/\($0)" } ?? id) else { return }
                record.id = id
                let tenant = input.context.tenant
                let stamp: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                let seen = input.context.ingestedAt
                record.header.externalReferences.append(
                    ExternalReference(system: system, objectType: objectType, value: value) { reference in
                        reference.tenant = tenant
                        reference.sourceVersion = stamp
                        reference.lastSeenAt = seen
                    }
                )
            },
            write: { record, output in
                let reference = record.header.externalReferences.first { reference in
                    reference.system == output.context.system && reference.objectType == objectType
                }
                output.set(0, reference?.value)
                output.set(1, reference?.sourceVersion)
            }
        )
    }
}

extension IssueCode {
    /// An id that the identity crosswalk does not know.
    public static let unresolvedReference: Self = "mapping.unresolvedReference"
    /// An amount without a currency, from a tenant without one.
    public static let noCurrency: Self = "mapping.noCurrency"
    /// A date without a time zone, from a tenant without one.
    public static let noTimeZone: Self = "mapping.noTimeZone"
    /// An object of whose parts none has anything in it.
    public static let noRecord: Self = "mapping.noRecord"
    /// A change that the mapping has no rule to write.
    public static let notWritable: Self = "mapping.notWritable"
}

extension RuleInput {
    /// The currency of an amount: that of a source, or the tenant's; if there is none, that is reported.
    public mutating func currency(_ index: Int) -> CurrencyCode? {
        if self[index].isPresent { return value(index) }
        guard let currency = context.currency else {
            report(
                .noCurrency,
                expected: "a currency for the amount; the payload has none at \(sources.pointers[index])",
                remedy: "State the tenant's currency for \(context.system)."
            )
            return nil
        }
        return currency
    }

    /// The canonical code of a vendor's code; what the crosswalk does not have is reported, and treated as it says.
    @usableFromInline
    mutating func target(of code: String, _ crosswalk: Crosswalk) -> String? {
        if let target = crosswalk.target(of: code) { return target }
        let nearest = crosswalk.nearest(to: code).map { "; nearest is \"\($0)\"" } ?? ""
        let expected = "a code of \(crosswalk.name)\(nearest)"
        let remedy = "Add a row to the crosswalk \(crosswalk.name)."
        switch crosswalk.unmapped {
        case .reject:
            report(.unknownCode, expected: expected, remedy: remedy)
            return nil
        case .keep:
            report(.unknownCode, expected: expected + "; it is kept", severity: .warning, remedy: remedy)
            return code
        case .fixed(let target):
            report(.unknownCode, expected: expected + "; \(target) is taken for it", severity: .warning, remedy: remedy)
            return target
        }
    }

    /// Notes that the first source is `null`: with the field, or beside the record where the field is not one of its own.
    @usableFromInline
    mutating func keepNull(_ bit: UInt64, _ record: inout some Record) {
        guard self[0].kind == .null else { return }
        if bit != 0 { record.remainder.explicit |= bit } else { keep(0) }
    }

    /// A text as the id of a record; one that cannot be is reported.
    @inlinable
    mutating func recordID<Record>(_ index: Int, _ text: String) -> RecordID<Record>? {
        do throws(ValueError) {
            return try RecordID(text)
        } catch {
            report(error, source: index)
            return nil
        }
    }

    /// The canonical id of the object that a source names; what the crosswalk does not know is reported.
    @inlinable
    public mutating func canonicalID<Record>(
        _ index: Int,
        objectType: String,
        normalise: (String) -> String = { $0 }
    ) -> RecordID<Record>? {
        guard let id = canonicalText(index, objectType: objectType, normalise: normalise) else { return nil }
        return recordID(index, id)
    }

    /// The text of that id.
    @usableFromInline
    mutating func canonicalText(_ index: Int, objectType: String, normalise: (String) -> String) -> String? {
        guard let value: String = value(index), !value.isEmpty else { return nil }
        let key = ExternalKey(system: context.system, objectType: objectType, value: normalise(value))
        if let id = context.identities.canonicalID(of: key) { return id }
        report(
            .unresolvedReference,
            source: index,
            expected: "an object of type \(objectType) that the identity crosswalk knows",
            severity: .error,
            remedy: "Load the \(objectType) first, or add it to the crosswalk."
        )
        return nil
    }
}

extension RuleOutput {
    /// Sets a source to the vendor's id of a canonical record; leaves it if the crosswalk knows none.
    public func setExternal(_ index: Int, _ id: String, objectType: String) {
        if let value = context.identities.externalValue(of: id, in: context.system, objectType: objectType) {
            set(index, value)
        } else {
            leave(index)
        }
    }

    /// Sets a source to the vendor's code for a canonical one; leaves it if the crosswalk has none and keeps none.
    public func set(_ index: Int, _ code: String, through crosswalk: Crosswalk) {
        if let source = crosswalk.source(of: code) {
            set(index, source)
        } else if crosswalk.unmapped == .keep {
            set(index, code)
        } else {
            leave(index)
        }
    }

    /// Sets a source to an amount's currency; the tenant's own is not written into objects that go without.
    public func setCurrency(_ index: Int, _ currency: CurrencyCode) {
        if currency == context.currency { assume(index, currency) } else { set(index, currency) }
    }
}

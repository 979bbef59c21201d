internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

// Shapes that rules of all records have. What is asked, who acts and what to do is each rule's own.
extension ValidationRule {
    /// A field holds something.
    static func required<Value: FieldValue>(
        _ code: IssueCode,
        _ summary: String,
        _ field: any KeyPath<Record, Value?> & Sendable,
        expected: String,
        weight: Finding.Weight = .error,
        actor: BusinessRole,
        remedy: String,
        for applicability: RuleApplicability,
        where applies: @escaping @Sendable (Record) -> Bool = { _ in true }
    ) -> ValidationRule {
        ValidationRule(code, summary, weight: weight, actor: actor, remedy: remedy, for: applicability) {
            record,
            examination in
            guard applies(record), record[keyPath: field] == nil else { return }
            examination.report(at: Place<Record, Record>()[dynamicMember: field], expected: expected)
        }
    }

    /// A reference leads somewhere.
    static func exists<Other: CanonicalRecord>(
        _ code: IssueCode,
        _ summary: String,
        _ field: any KeyPath<Record, RecordID<Other>?> & Sendable,
        actor: BusinessRole,
        remedy: String
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            let id = record[keyPath: field]
            guard examination.isDangling(id) else { return }
            examination.report(
                at: Place<Record, Record>()[dynamicMember: field],
                expected: "a \(Other.schema.description.name) that exists",
                observed: id
            )
        }
    }

    /// Each reference of a list leads somewhere.
    static func exist<Other: CanonicalRecord>(
        _ code: IssueCode,
        _ summary: String,
        _ field: any KeyPath<Record, [RecordID<Other>]> & Sendable,
        actor: BusinessRole,
        remedy: String
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            for (index, id) in record[keyPath: field].enumerated() where examination.isDangling(id) {
                examination.report(
                    at: Place<Record, Record>()[dynamicMember: field][index],
                    expected: "a \(Other.schema.description.name) that exists",
                    observed: id
                )
            }
        }
    }

    /// Amounts have no more decimals than their currency.
    static func precision(
        _ code: IssueCode,
        actor: BusinessRole,
        _ amounts: @escaping Amounts<Record>
    ) -> ValidationRule {
        ValidationRule(
            code,
            "Amounts have no more decimals than their currency has (ISO 4217).",
            clause: "ISO 4217",
            actor: actor,
            remedy: "Round the amount to the currency's smallest unit, by the rule that the firm uses."
        ) { record, examination in
            var search = AmountSearch<Record> { $0.isFinerThanItsCurrency }
            amounts(record, &search)
            for (path, amount) in search.found {
                examination.report(
                    path: path,
                    expected: "at most \(amount.currency.minorUnits ?? 0) decimals for \(amount.currency)",
                    observed: amount
                )
            }
        }
    }

    /// Amounts are in the currency of the record.
    static func oneCurrency(
        _ code: IssueCode,
        _ summary: String,
        actor: BusinessRole,
        remedy: String,
        currency: @escaping @Sendable (Record) -> CurrencyCode?,
        _ amounts: @escaping Amounts<Record>
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            guard let currency = currency(record) else { return }
            var search = AmountSearch<Record> { $0.currency != currency }
            amounts(record, &search)
            for (path, amount) in search.found {
                examination.report(path: path, expected: "an amount in \(currency)", observed: amount)
            }
        }
    }

    /// Amounts are not negative.
    static func notNegative(
        _ code: IssueCode,
        _ summary: String,
        actor: BusinessRole,
        remedy: String,
        _ amounts: @escaping Amounts<Record>
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            var search = AmountSearch<Record> { $0.isNegative }
            amounts(record, &search)
            for (path, amount) in search.found {
                examination.report(path: path, expected: "an amount that is not negative", observed: amount)
            }
        }
    }

    /// Currencies are listed.
    static func currencyListed(
        _ code: IssueCode,
        actor: BusinessRole,
        _ field: any KeyPath<Record, CurrencyCode?> & Sendable
    ) -> ValidationRule {
        ValidationRule(
            code,
            "The currency is one that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: actor,
            remedy: "Choose the currency that is in use."
        ) { record, examination in
            guard let currency = record[keyPath: field], !currency.isListed else { return }
            examination.report(
                at: Place<Record, Record>()[dynamicMember: field],
                expected: "a currency that ISO 4217 lists",
                observed: currency
            )
        }
    }

    /// Open codes are known.
    static func knownCodes(
        _ code: IssueCode,
        _ codes: @escaping @Sendable (_ record: Record, _ search: inout CodeSearch<Record>) -> Void
    ) -> ValidationRule {
        ValidationRule(
            code,
            "Codes are of the lists that this version knows.",
            weight: .warning,
            actor: .integration,
            remedy: "Map the sender's code to a known one, or teach the firm's rules what it means."
        ) { record, examination in
            var search = CodeSearch<Record>()
            codes(record, &search)
            for (path, code) in search.found {
                examination.report(path: path, expected: "a known code", observed: code)
            }
        }
    }

    /// No two records of a kind have one code.
    static func unique(
        _ code: IssueCode,
        _ summary: String,
        _ field: any KeyPath<Record, String?> & Sendable,
        actor: BusinessRole,
        remedy: String
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            guard let value = record[keyPath: field], !value.isEmpty else { return }
            guard let all = examination.all(Record.self) else { return }
            guard let other = all.first(where: { $0.id != record.id && $0[keyPath: field] == value }) else { return }
            examination.report(
                at: Place<Record, Record>()[dynamicMember: field],
                expected: "a text that no other \(Record.schema.description.name) has",
                observed: value,
                related: "\(Record.schema.description.name) \(other.id)"
            )
        }
    }

    /// The records above one do not lead back to it.
    static func tree(
        _ code: IssueCode,
        _ summary: String,
        _ parent: any KeyPath<Record, RecordID<Record>?> & Sendable,
        actor: BusinessRole,
        remedy: String
    ) -> ValidationRule {
        ValidationRule(code, summary, actor: actor, remedy: remedy) { record, examination in
            var seen: Set<RecordID<Record>> = [record.id]
            var next = record[keyPath: parent]
            while let id = next {
                guard seen.insert(id).inserted else {
                    examination.report(
                        at: Place<Record, Record>()[dynamicMember: parent],
                        expected: "a way up that ends",
                        observed: record[keyPath: parent],
                        related: "\(Record.schema.description.name) \(id)"
                    )
                    return
                }
                next = examination.find(id).flatMap { $0[keyPath: parent] }
            }
        }
    }
}

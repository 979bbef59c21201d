public import ConcordSchema
public import ConcordValues

extension MappingRule {
    /// Reads an amount and its currency; without a currency field, the tenant's currency.
    ///
    /// - Parameters:
    ///   - amount: The pointer to the amount.
    ///   - currency: The pointer to the currency's code, which single-currency tenants do not send. With `^` before it, it
    ///     is that of the object around the list: an amount in another one is reported and not written.
    ///   - property: The property that takes the money.
    /// - Returns: The rule.
    @inlinable
    public static func money(
        amount: String,
        currency: String,
        to property: any WritableKeyPath<Target, Money?> & Sendable
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "money",
            target: path(property),
            sources: [amount, currency],
            law: .iso,
            note: "currency of the field, or of the tenant; scale kept",
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    input.keepNull(place.explicitBit, &record)
                    // A currency alone is no money, but it is not nothing either.
                    if !input[0].isPresent { input.keep(1) }
                    return
                }
                guard let currency = input.currency(1) else { return }
                place.set(&record, Money(amount, currency))
            },
            write: { record, output in
                if let money = record[keyPath: property] {
                    if output.isOutside(1) {
                        // The currency is that of the whole list, and not this amount's to change.
                        output.set(0, money, in: output.stated(1) ?? output.context.currency)
                    } else {
                        output.set(0, money.amount)
                        output.setCurrency(1, money.currency)
                    }
                } else {
                    if place.saysNothing(record) { output.setNull(0) }
                    output.leave(1)
                }
            }
        )
    }
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
}

extension RuleOutput {
    /// Sets a source to an amount's currency; the tenant's own is not written into objects that go without.
    public func setCurrency(_ index: Int, _ currency: CurrencyCode) {
        if currency == context.currency { assume(index, currency) } else { set(index, currency) }
    }
}

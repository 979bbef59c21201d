import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// Rules that several of Certinia's objects share.
extension MappingRule where Target: CanonicalRecord {
    /// A rate of three columns: amount, currency, and whether it is for a day.
    ///
    /// - Parameters:
    ///   - amount: The pointer to the amount.
    ///   - currency: The pointer to its currency.
    ///   - daily: The pointer to the flag that it is for a day.
    ///   - property: The property that takes it.
    ///   - target: The property's path.
    ///   - isShared: Whether several records come of the object, which share the columns.
    ///   - note: How it is read, in words for an analyst.
    /// - Returns: The rule.
    static func certiniaRate(
        _ amount: String,
        _ currency: String,
        _ daily: String,
        to property: any WritableKeyPath<Target, ResolvedRate?> & Sendable,
        _ target: String,
        isShared: Bool = false,
        note: String = "per day where the flag says so, else per hour; currency of the field, or of the tenant"
    ) -> MappingRule<Target> {
        .convert(
            "money",
            [amount, currency, daily],
            to: target,
            law: .iso,
            note: note,
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else {
                    // What belongs to a rate that is not there has no place in the record.
                    if !input[0].isPresent { for index in 0..<3 { input.keep(index) } }
                    return
                }
                guard let currency = input.currency(1) else { return }
                let isDaily: Bool = input.value(2) ?? false
                // What records of one object share is not one record's to keep.
                if !isShared { for index in 1..<3 where input[index].kind == .null { input.keep(index) } }
                record[keyPath: property] = ResolvedRate(Money(amount, currency), per: isDaily ? .day : .hour)
            },
            write: { record, output in
                guard let rate = record[keyPath: property] else {
                    output.leave(1)
                    output.leave(2)
                    return
                }
                // Certinia's rates are for an hour or a day; there is no way to write another.
                guard rate.unit == .hour || rate.unit == .day else { return (0..<3).forEach(output.leave) }
                output.set(0, rate.amount.amount)
                output.setCurrency(1, rate.amount.currency)
                if rate.unit == .day { output.set(2, true) } else { output.assume(2, false) }
            }
        )
    }
}

public import ConcordSchema

extension MappingRule {
    /// Copies a value that the record may lack; `null` and absent stay apart.
    ///
    /// - Parameters:
    ///   - source: The pointer to the value.
    ///   - property: The property that takes it.
    /// - Returns: The rule.
    @inlinable
    public static func same<Value: SourceConvertible & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Value?> & Sendable
    ) -> Self {
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
                    input.keepNull(place.explicitBit, &record)
                }
            },
            write: { record, output in
                if let value = record[keyPath: property] {
                    output.set(0, value)
                } else if place.saysNothing(record) {
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
    /// - Returns: The rule.
    @inlinable
    public static func coding(
        _ source: String,
        to property: any WritableKeyPath<Target, Coding?> & Sendable,
        list: String
    ) -> Self {
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
                    input.keepNull(place.explicitBit, &record)
                }
            },
            write: { record, output in
                if let coding = record[keyPath: property] {
                    output.set(0, coding.code)
                } else if place.saysNothing(record) {
                    output.setNull(0)
                }
            }
        )
    }
}

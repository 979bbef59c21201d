public import ConcordSchema

extension MappingRule {
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
    /// - Returns: The rule.
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
    /// - Returns: The rule.
    @inlinable
    public static func derive(
        _ target: String,
        from sources: [String],
        because: String,
        read: @escaping Read
    ) -> Self {
        Self(
            word: "derive",
            target: target,
            sources: sources,
            law: .oneWay(because),
            note: because,
            read: read,
            write: nil
        )
    }

    /// Gives a field a value that no source has.
    ///
    /// - Parameters:
    ///   - property: The property.
    ///   - value: The value.
    ///   - because: Why this one.
    /// - Returns: The rule.
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

    /// Gives a field that no rule before it filled a value.
    ///
    /// - Parameters:
    ///   - property: The property.
    ///   - value: The value.
    ///   - because: Why this one.
    ///   - severity: How much it weighs that the source had none; nil if it is not worth a remark.
    /// - Returns: The rule.
    @inlinable
    public static func `default`<Value: FieldValue>(
        _ property: any WritableKeyPath<Target, Value?> & Sendable,
        _ value: Value,
        because: String,
        reporting severity: Issue.Severity? = nil
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "default",
            target: path(property),
            sources: [],
            law: .oneWay(because),
            note: "where no rule before it fills the field: \(because)",
            read: { input, record in
                guard record[keyPath: property] == nil else { return }
                if let severity {
                    input.report(.missing, expected: "a value; \(because)", severity: severity)
                }
                place.set(&record, value)
            },
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

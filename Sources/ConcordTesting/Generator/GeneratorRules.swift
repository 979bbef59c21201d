/// What a generator must know of values beyond their shape: how the texts of a format look, and what the members of a
/// record owe one another.
///
/// A schema says that a field holds a `date` or a record `date-interval`; that the 30th of February is no date, and that
/// an interval does not end before it begins, is said here, in one place. A host adds the formats of its own types:
///
/// ```swift
/// var rules = GeneratorRules.standard
/// rules.setTexts(ofFormat: "cost-centre") { random in "K\(random.number(in: 1000...9999))" }
/// rules.setCorrection(ofRecord: "shift") { shift, _ in
///     if let start = shift["start"]?.text, let end = shift["end"]?.text, end < start {
///         shift["start"] = .string(.init(end))
///         shift["end"] = .string(.init(start))
///     }
/// }
/// ```
///
/// A format without a rule takes its texts from the examples in the field's shape.
public struct GeneratorRules: Sendable {
    /// Makes a text of one format.
    public typealias Texts = @Sendable (inout SeededGenerator) -> String

    /// Changes a generated object so that it keeps the rules of its record.
    public typealias Correction = @Sendable (inout DocumentTree, inout SeededGenerator) -> Void

    private var texts: [String: Texts] = [:]
    private var corrections: [String: Correction] = [:]

    /// Rules for nothing.
    public init() {}

    /// Says how the texts of a format look.
    ///
    /// - Parameters:
    ///   - format: The format, as the shape of a field names it.
    ///   - texts: Makes one; called once a value.
    public mutating func setTexts(ofFormat format: String, _ texts: @escaping Texts) {
        self.texts[format] = texts
    }

    /// Says what the members of a record owe one another.
    ///
    /// - Parameters:
    ///   - record: The record's name in its schema.
    ///   - correction: Changes a generated object; members that it does not have were left out on purpose.
    public mutating func setCorrection(ofRecord record: String, _ correction: @escaping Correction) {
        corrections[record] = correction
    }

    func texts(ofFormat format: String) -> Texts? { texts[format] }

    func correction(ofRecord record: String) -> Correction? { corrections[record] }
}

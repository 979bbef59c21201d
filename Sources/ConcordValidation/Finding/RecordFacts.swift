public import ConcordSchema

/// What several rules need to know of a record, such as its sums: computed when the first rule asks, and once.
///
/// ```swift
/// final class InvoiceFacts: RecordFacts {
///     let lineSum: ExactDecimal
///     init(of invoice: Invoice) { … }
/// }
/// let facts = examination.facts(InvoiceFacts.self, of: invoice)
/// ```
///
/// Facts are computed from the record alone. They are an object, so that rules share them and none copies them.
public protocol RecordFacts: AnyObject, Sendable {
    /// The record that they are of.
    associatedtype Record: CanonicalRecord

    /// The facts of a record.
    init(of record: Record)
}

extension Examination {
    /// The facts of the record under examination, computed when the first rule asks for them.
    ///
    /// A record has one kind of facts. Rules of a host's own that bring another kind are served too; each change between
    /// the kinds computes anew.
    ///
    /// - Parameters:
    ///   - type: The kind of facts.
    ///   - record: The record under examination.
    /// - Returns: The facts.
    public mutating func facts<Facts: RecordFacts>(_ type: Facts.Type, of record: Record) -> Facts
    where Facts.Record == Record {
        if let facts = facts as? Facts { return facts }
        let facts = Facts(of: record)
        self.facts = facts
        return facts
    }
}

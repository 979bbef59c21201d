/// A document for which a law does not hold, made as small as it could be.
public struct LawViolation: Sendable, Hashable {
    /// The law.
    public let law: Law

    /// The name of the record's Swift type.
    public let record: String

    /// The seed that gives the document again: `RecordLaws<Retainer>(count: 1, seed: seed)`.
    public let seed: UInt64

    /// The document that the law was broken with, in bytes; it need not be valid.
    public let bytes: [UInt8]

    /// The second document of a law about two records.
    public let other: [UInt8]?

    /// What should be and what is, for a person.
    public let difference: String

    /// The document as text.
    public var document: String { String(decoding: bytes, as: UTF8.self) }
}

extension LawViolation: CustomStringConvertible {
    /// The violation in a few lines, with the documents and the seed.
    public var description: String {
        var lines = [
            "\(record) breaks the law of \(law), seed \(seed):",
            difference,
            "document:",
            document,
        ]
        if let other { lines += ["other document:", String(decoding: other, as: UTF8.self)] }
        lines.append("again with: RecordLaws<\(record)>(count: 1, seed: \(seed)).check()")
        return lines.joined(separator: "\n")
    }
}

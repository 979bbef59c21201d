internal import ConcordMapping
internal import ConcordSchema

/// A rule of a mapping as its table has it, with what a trial asks of it.
struct TrialRow: Sendable {
    let word: String
    let law: MappingLaw
    let target: String

    /// The names that lead to the field, without the items of lists.
    let names: [String]

    /// The sources that are the rule's own; a rule for items reads others too.
    let sources: [SourcePattern]

    /// All sources.
    let read: [SourcePattern]

    /// Whether the rule is for the items of a list.
    let isOfItems: Bool

    static func rows(of table: MappingTable) -> [TrialRow] {
        table.rows.map { row in
            let patterns = row.sources.map(SourcePattern.init)
            let isOfItems = row.target.contains("[]") || row.sources.contains { $0.contains("/*") }
            return TrialRow(
                word: row.word,
                law: row.law,
                target: row.target,
                names: row.target.split(separator: ".")
                    .map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : String($0) },
                sources: isOfItems ? patterns.filter { $0.tokens.contains("*") } : patterns,
                read: patterns,
                isOfItems: isOfItems
            )
        }
    }

    /// Whether the rule fills a field, or a part of it, or what it is a part of.
    func fills(_ names: [String]) -> Bool {
        !self.names.isEmpty && word != "keepRest" && zip(self.names, names).allSatisfy { $0 == $1 }
    }

    /// Whether the rule says which object it is, which nobody changes.
    var isIdentity: Bool { word == "identity" || names.prefix(2) == ["header", "externalReferences"] }

    /// Whether the rule leaves a value out, keeps it, or leaves it to the rules for items.
    var isAboutNoValue: Bool { ["drop", "keepRest", "each"].contains(word) }
}

/// Where the values of a rule stand in a vendor's object; `*` stands for any item of a list.
struct SourcePattern: Sendable, Hashable {
    let tokens: [Substring]

    init(_ pointer: String) {
        tokens = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(\.self)
    }

    /// Whether a value is the one that is meant, inside of it, or around it.
    func touches(_ pointer: String) -> Bool { touches(SourcePattern(pointer)) }

    /// Whether one value is the other, inside of it, or around it.
    func touches(_ other: SourcePattern) -> Bool {
        zip(tokens, other.tokens).allSatisfy { $0 == $1 || $0 == "*" || $1 == "*" }
    }

    /// Whether a value is the one that is meant or inside of it.
    func holds(_ pointer: String) -> Bool {
        let other = SourcePattern(pointer)
        return other.tokens.count >= tokens.count && touches(other)
    }
}

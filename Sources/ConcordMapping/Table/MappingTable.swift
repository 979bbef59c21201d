/// A mapping as the table that an analyst reviews: one row a rule, made from the rules and from nothing else.
///
/// ```swift
/// print(Salesforce.opportunity.table.markdown)
/// ```
///
/// It is rendered as Markdown, CSV and JSON here, and as a page by ``MappingPage``.
public struct MappingTable: Sendable, Hashable {
    /// The mapping's name: `salesforce/opportunity`.
    public let name: String

    /// The mapping's version, counted from 1.
    public let version: Int

    /// The vendor's type of object.
    public let object: String

    /// The vendor's API versions, in words.
    public let api: String

    /// The record that comes of an object: `opportunity/1`.
    public let record: String

    /// Whether members that no rule names are kept.
    public let keepsRest: Bool

    /// What the whole mapping promises about the way back.
    public let law: MappingLaw

    /// The rules, in declared order, each once.
    public let rows: [Row]

    /// The name with the version: `salesforce/opportunity@1`.
    public var tag: String { "\(name)@\(version)" }

    /// The targets of the rules that read a source.
    ///
    /// - Parameter source: The pointer to the source.
    /// - Returns: The targets, in declared order, each once.
    public func targets(of source: String) -> [String] {
        var targets: [String] = []
        for row in rows where !row.target.isEmpty && row.sources.contains(source) && !targets.contains(row.target) {
            targets.append(row.target)
        }
        return targets
    }
}

extension MappingTable {
    /// One rule of a mapping.
    public struct Row: Sendable, Hashable {
        /// The pointers to the values in the vendor's object.
        public let sources: [String]

        /// The field's path in the record; empty for a rule without one.
        public let target: String

        /// What the field's values are: `money`, `[address]`; empty for a rule without a field.
        public let type: String

        /// Whether the record, or the part of it that the field is in, must have the field; nil for a rule without one.
        public let isRequired: Bool?

        /// The rule's word: `same`, `code`, `money` and so on.
        public let word: String

        /// How it does it, in words; empty where the word says it all.
        public let manner: String

        /// The crosswalks that it asks.
        public let crosswalks: [String]

        /// What becomes of a code or an id that nobody knows; nil for a rule to which that does not happen.
        public let onUnknown: Crosswalk.Unmapped?

        /// What it promises about the way back.
        public let law: MappingLaw

        /// Why something is lost, left out or only one way; empty where nothing is.
        public let reason: String

        /// Where the rule comes from.
        public let layer: RuleLayer

        /// Who answers for it; nil for rules that came with the mapping.
        public let owner: String?
    }

    /// A column of the table.
    public enum Column: String, Sendable, Hashable, CaseIterable {
        /// Where the values stand in the vendor's object.
        case source
        /// The field that takes them.
        case target
        /// What the field's values are.
        case type
        /// Whether the record must have the field.
        case need
        /// How it is done.
        case how
        /// What becomes of a code or an id that nobody knows.
        case onUnknown
        /// What the rule promises about the way back.
        case law
        /// Why something is lost, left out or only one way.
        case reason
        /// Where the rule comes from.
        case layer
        /// Who answers for it.
        case owner

        /// The column's heading.
        public var title: String {
            switch self {
            case .onUnknown: "On unknown"
            default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
            }
        }
    }
}

extension MappingTable.Row {
    /// What the row has in a column, as text.
    ///
    /// - Parameter column: The column.
    /// - Returns: The text; several sources have `; ` between them.
    public func text(in column: MappingTable.Column) -> String {
        switch column {
        case .source: sources.joined(separator: "; ")
        case .target: target
        case .type: type
        case .need: isRequired.map { $0 ? "required" : "optional" } ?? ""
        case .how: how
        case .onUnknown: onUnknown.map { "\($0)" } ?? ""
        case .law: law.word
        case .reason: reason
        case .layer: layer.description
        case .owner: owner ?? ""
        }
    }

    /// The rule's word, and how it does it: `code: crosswalk salesforce-opportunity-stage`.
    public var how: String { manner.isEmpty ? word : "\(word): \(manner)" }
}

extension MappingLaw {
    /// The law in a word, without its reason: `iso`, `lossy`, `one way`, `none`.
    public var word: String {
        switch self {
        case .iso: "iso"
        case .lossy: "lossy"
        case .oneWay: "one way"
        case .none: "none"
        }
    }

    /// Why something is lost; nil where the law has no reason.
    public var reason: String? {
        switch self {
        case .lossy(let reason), .oneWay(let reason): reason
        case .iso, .none: nil
        }
    }
}

extension Crosswalk.Unmapped: CustomStringConvertible {
    /// What becomes of the code, in a word or two: `reject`, `keep`, `take "other"`.
    public var description: String {
        switch self {
        case .reject: "reject"
        case .keep: "keep"
        case .fixed(let code): "take \"\(code)\""
        }
    }
}

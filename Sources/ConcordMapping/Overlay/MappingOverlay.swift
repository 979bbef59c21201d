public import ConcordConfiguration
internal import ConcordSchema

/// What a firm changes in a mapping without a release: rules of its own, rows of crosswalks, fields that it leaves out.
///
/// ```json
/// { "overlay": "halden-marsh-emea", "version": 7, "extends": "salesforce/opportunity",
///   "for": { "tenant": "halden-marsh", "businessUnit": "EMEA" }, "validUntil": "2027-12-31",
///   "crosswalks": [ { "name": "emea-loss-reason", "unmapped": "reject", "rows": [["No budget", "no-budget"]] },
///                   { "name": "emea-practice", "file": "crosswalks/emea-practice.csv" } ],
///   "fields": { "/Loss_Reason__c": "code?" },
///   "rules": [
///     { "set": "lossReason", "from": "/Loss_Reason__c", "via": ["trim", { "crosswalk": "emea-loss-reason" }],
///       "because": "EMEA has a field of its own for it", "owner": "sales-operations" },
///     { "extend": "salesforce-opportunity-stage", "rows": [["Parked", "develop", "broader"]],
///       "because": "EMEA parks deals", "owner": "sales-operations" },
///     { "drop": "/Legacy_Score__c", "because": "retired in 2024", "owner": "sales-operations" } ] }
/// ```
///
/// An overlay is data: it is checked against the mapping and the record when it is put upon them, and refused whole if one
/// of its rules is wrong.
public struct MappingOverlay: Sendable {
    /// The mapping that it is for, with or without its version: `salesforce/opportunity@1`.
    public let extends: String

    /// The crosswalks that it brings along.
    public var crosswalks: [Crosswalk] { tables.map(\.crosswalk) }

    /// The files that some of them are from, with the hashes of their content.
    public let files: [CrosswalkFile]

    /// What it says of the vendor's fields.
    public let fields: [VendorField]

    let tables: [OverlayCrosswalk]
    let statements: [OverlayStatement]
    let place: ConfigurationValue

    /// A file that a crosswalk is from.
    public struct CrosswalkFile: Sendable, Hashable {
        /// The file's name, as the overlay has it.
        public let name: String
        /// The hash of its content.
        public let hash: ContentHash
    }
}

/// A crosswalk that an overlay brings along.
struct OverlayCrosswalk: Sendable {
    let crosswalk: Crosswalk

    /// The rows with their places; nil for one of the mapping's own.
    let rows: CrosswalkRows?
}

/// One rule of an overlay.
struct OverlayStatement: Sendable {
    /// What it does.
    enum Action: Sendable {
        /// Fills a field from a source.
        case set(target: String, source: String, steps: [OverlayStep], condition: Condition?, isLossy: Bool)
        /// Fills a field that no rule filled, with a value as a document has it.
        case `default`(target: String, json: String)
        /// Leaves a source out.
        case drop(source: String)
        /// Adds rows to a crosswalk.
        case extend(crosswalk: String, rows: CrosswalkRows)
    }

    /// When a rule applies.
    struct Condition: Sendable {
        let predicate: CheckedPredicate
        /// The sources that it asks for, by slot.
        let sources: [String]
    }

    var action: Action
    let because: String
    let owner: String?

    /// Where the statement stands, and where its first member's value does.
    let place: ConfigurationValue
    let subject: ConfigurationValue

    /// Where the steps stand; the rule itself where there are none.
    let steps: ConfigurationValue

    /// Where the source and the condition stand; the rule itself where there are none.
    let source: ConfigurationValue
    let condition: ConfigurationValue
}

/// What is done to a text on its way into a field.
enum OverlayStep: Sendable, Hashable {
    /// Takes white space away from both ends.
    case trim
    /// Makes the letters of ASCII capital ones.
    case uppercase
    /// Makes the letters of ASCII small ones.
    case lowercase
    /// Looks the text up.
    case crosswalk(String)

    static let words = ["trim", "uppercase", "lowercase"]

    init?(word: String) {
        switch word {
        case "trim": self = .trim
        case "uppercase": self = .uppercase
        case "lowercase": self = .lowercase
        default: return nil
        }
    }

    /// The step as an analyst reads it.
    var note: String {
        switch self {
        case .trim: "trim"
        case .uppercase: "uppercase"
        case .lowercase: "lowercase"
        case .crosswalk(let name): "crosswalk \(name)"
        }
    }
}

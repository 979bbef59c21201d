internal import ConcordConfiguration
public import ConcordSchema
public import ConcordValidation
internal import ConcordValues

/// One rule tried twice: on a document that passes, and on the same document with the smallest change that breaks it.
///
/// ```json
/// { "rule": "time-entry.dayLimit", "base": "consulting.json", "today": "2026-03-31",
///   "change": { "/worked": 1500 }, "at": "worked" }
/// ```
///
/// | Member | What it is |
/// |---|---|
/// | `rule` | the rule's code |
/// | `base` | the file of the document that passes, in the same folder |
/// | `change` | what is changed: JSON Pointers and values; `null` takes a member away |
/// | `changeRelated` | the same for a document beside it, by its file |
/// | `at` | the path that the finding must name, if it matters |
/// | `readyFor`, `country`, `today`, `scope` | the circumstances |
/// | `related` | the files of the records that are at hand, from the folder above |
/// | `complete` | the kinds of records of which all are at hand |
public struct ValidationTrial: Sendable, Hashable {
    /// The rule.
    public let rule: IssueCode

    /// The file of the document that passes.
    public let base: String

    /// What is changed, by JSON Pointer; nil takes away.
    public let change: [String: DocumentTree?]

    /// What is changed in documents beside it.
    public let changeRelated: [String: [String: DocumentTree?]]

    /// The path that the finding must name.
    public let path: String?

    /// The circumstances.
    public let circumstances: Circumstances

    /// The files of the records that are at hand.
    public let related: [String]

    /// The kinds of records of which all are at hand.
    public let complete: [String]

    /// Reads a trial.
    ///
    /// - Parameters:
    ///   - tree: One object as above.
    ///   - file: The file that it is in, for messages.
    /// - Throws: ``FileFailure`` that says which member is wrong.
    public init(_ tree: DocumentTree, in file: String) throws(FileFailure) {
        let known = [
            "rule", "base", "change", "changeRelated", "at", "readyFor", "country", "today", "scope", "related",
            "complete", "note",
        ]
        let strange = tree.members.map(\.name.description).filter { !known.contains($0) }
        guard let rule = tree["rule"]?.text else { throw FileFailure(file, "has a trial without a rule") }
        guard strange.isEmpty else { throw FileFailure(file, "has members that are not known: \(rule): \(strange)") }
        guard let base = tree["base"]?.text else { throw FileFailure(file, "has a trial without a base: \(rule)") }
        guard let today = tree["today"]?.text.flatMap({ try? LocalDate($0) }) else {
            throw FileFailure(file, "has a trial without a day, \"today\": \(rule)")
        }
        self.rule = IssueCode(rawValue: rule)
        self.base = base
        change = Self.change(tree["change"])
        changeRelated = Dictionary(
            (tree["changeRelated"]?.members ?? []).map { ($0.name.description, Self.change($0.value)) }
        ) { $1 }
        path = tree["at"]?.text
        related = (tree["related"]?.items ?? []).compactMap(\.text)
        complete = (tree["complete"]?.items ?? []).compactMap(\.text)
        var scope = ConfigurationScope()
        for member in tree["scope"]?.members ?? [] {
            scope[ConfigurationScope.Key(rawValue: member.name.description)] = member.value.text
        }
        circumstances = Circumstances(
            today: today,
            readyFor: (tree["readyFor"]?.items ?? []).compactMap { $0.text.map { Readiness(rawValue: $0) } },
            scope: scope,
            country: tree["country"]?.text.flatMap { try? CountryCode($0) }
        )
    }

    private static func change(_ tree: DocumentTree?) -> [String: DocumentTree?] {
        Dictionary((tree?.members ?? []).map { ($0.name.description, $0.value == .null ? nil : $0.value) }) { $1 }
    }
}

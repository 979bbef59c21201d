import ConcordConfiguration
import ConcordSchema
import ConcordValues

/// A small kind of document, with a member of each kind that there is.
struct SampleOverlay: Sendable {
    struct Rule: Sendable {
        let target: String
        let mode: String
        let condition: CheckedPredicate?
        let because: String
        let position: SourcePosition
    }

    let extends: String
    let limit: ExactDecimal?
    let rules: [Rule]

    static let symbols = PredicateSymbolTable([
        (.field("stage.canonical"), .code(["open", "won", "lost", "on-hold"])),
        (.field("amount"), .decimal),
        (.field("closeDate"), .date),
        (.field("createdAt"), .instant),
        (.field("isIntercompany"), .boolean),
        (.field("name"), .text),
        (.source("/Practice__c"), .unknown),
        (.source("/Account/Name"), .text),
    ])

    static func read(
        _ text: String,
        name: String = "overlays/emea.json",
        scopeKeys: [ConfigurationScope.Key]? = nil
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<SampleOverlay> {
        try read(Array(text.utf8), name: name, scopeKeys: scopeKeys)
    }

    static func read(
        _ bytes: [UInt8],
        name: String = "overlays/emea.json",
        scopeKeys: [ConfigurationScope.Key]? = nil
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<SampleOverlay> {
        try ConfigurationFile(bytes, name: name)
            .document(
                nameMember: "overlay",
                knowing: ["extends", "limit", "isDraft", "rules"],
                scopeKeys: scopeKeys
            ) { object, problems in
                let extends = object.string("extends", &problems)
                let limit = object.decimal(ifPresent: "limit", &problems)
                _ = object.boolean(ifPresent: "isDraft", &problems)
                let rules = object.list("rules", &problems)?.compactMap { rule(of: $0, &problems) }
                guard let extends, let rules else { return nil }
                return SampleOverlay(extends: extends, limit: limit, rules: rules)
            }
    }

    private static func rule(of value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> Rule? {
        let names = ["set", "mode", "when", "priority", "because"]
        guard let object = value.object(knowing: names, &problems) else { return nil }
        let target = object.string("set", &problems)
        let mode = object.choice("mode", of: ["reject", "keep", "fixed"], &problems)
        let condition = object.predicate(ifPresent: "when", checkedAgainst: symbols, &problems)
        _ = object.integer(ifPresent: "priority", in: 1...10, &problems)
        let because = object.string("because", &problems)
        guard let target, let mode, let because else { return nil }
        return Rule(target: target, mode: mode, condition: condition, because: because, position: object.position)
    }

    static func keys(_ document: ConfigurationDocument<SampleOverlay>) -> [ConfigurationKey] {
        document.content.rules.map { ConfigurationKey("set \($0.target)", at: $0.position) }
    }

    static let example = #"""
        { "overlay": "acme-emea", "version": 7, "extends": "salesforce/opportunity@3",
          "for": { "tenant": "acme", "businessUnit": "EMEA" },
          "validFrom": "2026-04-01", "validUntil": "2027-12-31", "limit": "1250.00", "isDraft": false,
          "rules": [
            { "set": "serviceLine", "mode": "reject", "priority": 3,
              "when": "stage.canonical in ['won'] && has(source.Practice__c) || name == \"S\u00fc\"",
              "because": "EMEA files by practice" }
          ] }
        """#
}

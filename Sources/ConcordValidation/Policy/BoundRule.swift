internal import ConcordConfiguration
internal import ConcordSchema

/// A rule with its parameters and its weight, as it holds in some circumstances.
struct BoundRule<Record: CanonicalRecord>: Sendable {
    let description: RuleDescription
    let weight: Finding.Weight
    let values: [String: RuleParameter.Value]
    /// The last document that set it, if one did.
    let layer: String?
    let check: ValidationRule<Record>.Check

    /// What the hash of the rules is taken over.
    var stampText: String {
        let values = self.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(description.code) \(weight) \(values.joined(separator: " ")) \(layer ?? "")"
    }
}

extension BoundRule {
    /// The rules that apply in some circumstances, as documents have set them, in their order.
    static func bind(
        _ rules: [ValidationRule<Record>],
        _ documents: [ConfigurationDocument<ValidationSettings>],
        in circumstances: Circumstances
    ) -> [BoundRule] {
        let version = Record.schema.description.version
        var bound: [BoundRule] = []
        for rule in rules where rule.description.applicability.applies(in: circumstances, version: version) {
            var weight = rule.description.weight
            var values: [String: RuleParameter.Value] = [:]
            var layer: String?
            var isOff = false
            for document in documents {
                for setting in document.content.settings where setting.code == rule.description.code {
                    layer = document.header.description
                    isOff = setting.isOff
                    if let changed = setting.weight { weight = changed }
                    values.merge(setting.values) { $1 }
                }
            }
            if isOff { continue }
            bound.append(
                BoundRule(
                    description: rule.description,
                    weight: weight,
                    values: values,
                    layer: layer,
                    check: rule.bind(RuleArguments(rule.description.parameters, values))
                )
            )
        }
        for document in documents {
            for addition in document.content.additions where addition.record == Record.schema.description.name {
                let rule: ValidationRule<Record> = addition.rule()
                guard rule.description.applicability.applies(in: circumstances, version: version) else { continue }
                bound.append(
                    BoundRule(
                        description: rule.description,
                        weight: rule.description.weight,
                        values: [:],
                        layer: document.header.description,
                        check: rule.bind(RuleArguments([], [:]))
                    )
                )
            }
        }
        return bound
    }
}

internal import ConcordSchema

extension MappingExplanation: CustomStringConvertible {
    /// The explanation as text for a person, in several lines; what it quotes is on one line each.
    public var description: String {
        var lines: [String] = []
        for issue in issues { lines.append(issue.description) }
        for field in fields {
            if !lines.isEmpty { lines.append("") }
            lines += field.lines
        }
        for source in sources {
            if !lines.isEmpty { lines.append("") }
            lines += source.lines
        }
        if isEmpty { lines = ["\(mapping) has no rule for \(question), and the object has nothing there"] }
        return lines.map(\.onOneLine).joined(separator: "\n")
    }
}

extension MappingExplanation.Field {
    fileprivate var lines: [String] {
        var lines = ["\(path) \(value.map { "is \($0.brief)" } ?? "has no value")  in \(record)"]
        guard let rule else {
            lines.append("  rule       none has it as its target; the run sets it, or a rule for another field does")
            return lines
        }
        lines.append("  rule       \(rule.how)")
        for input in inputs { lines.append("  from       \(input.text)") }
        if inputs.isEmpty { lines.append("  from       nothing in the object") }
        for lookup in lookups { lines.append("  crosswalk  \(lookup.text)") }
        lines.append("  law        \(rule.law)")
        lines.append("  layer      \(rule.layer)")
        for issue in issues { lines.append("  issue      \(issue)") }
        return lines
    }

    /// The field in one line, for a list.
    fileprivate var line: String {
        let how = rule.map { " (\($0.how))" } ?? ""
        return "  to         \(path) \(value.map { "is \($0.brief)" } ?? "has no value")\(how)  in \(record)"
    }
}

extension MappingExplanation.Source {
    fileprivate var lines: [String] {
        let outcome: String
        if let word = disposition?.rawValue {
            // Some reasons begin with the word: `kept for writing back`.
            outcome = reason.isEmpty ? word : reason.hasPrefix(word) ? reason : "\(word): \(reason)"
        } else {
            outcome = reason.isEmpty ? "not there" : "not there; dropped where it is: \(reason)"
        }
        return [input.text, "  outcome    \(outcome)"] + fields.map(\.line)
    }
}

extension MappingExplanation.Input {
    fileprivate var text: String {
        guard let json, let position else { return "\(pointer), which the object does not have" }
        return "\(pointer) \(json.brief)  at \(position)"
    }
}

extension MappingExplanation.Lookup {
    fileprivate var text: String {
        guard let row else { return "\(crosswalk) has no row for \"\(code)\": \(unmapped)" }
        return "\(crosswalk): \"\(row.source)\" is \"\(row.target)\" (\(row.relationship.rawValue))"
    }
}

extension String {
    /// The beginning of a long text.
    fileprivate var brief: String { count <= 120 ? self : prefix(119) + "…" }
}

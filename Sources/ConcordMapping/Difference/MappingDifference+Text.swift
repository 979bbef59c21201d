internal import ConcordSchema
internal import ConcordValues

extension MappingDifference: CustomStringConvertible {
    /// The difference as text: a line for each code that becomes something else, then the rules.
    public var description: String { text(sample: nil) }

    /// The difference as text, and what it comes to in a sample.
    ///
    /// - Parameter sample: What it comes to; nil if nobody looked.
    /// - Returns: Lines for people.
    func text(sample: SampleDifference?) -> String {
        var lines: [String] = []
        lines.append(isEmpty ? "\(after) says what \(before) says" : "\(after) against \(before)")
        for (index, change) in codes.enumerated() {
            let effect = sample.map { "; affects \($0.codes[index]) of \(Self.count($0.objects, "object"))" } ?? ""
            lines.append("\(change)\(effect)")
        }
        let rules = rules.withoutVersions
        if !rules.isEmpty { lines += rules.description.split(separator: "\n").dropFirst().map(String.init) }
        return (lines + (sample.map(Self.lines) ?? [])).map(\.onOneLine).joined(separator: "\n")
    }

    private static func lines(_ sample: SampleDifference) -> [String] {
        var lines = [
            "",
            "\(count(sample.objects, "object")) of the sample: \(sample.same) the same, \(sample.changed) changed, "
                + "\(sample.accepted) accepted that \(sample.accepted == 1 ? "was" : "were") refused, "
                + "\(sample.refused) refused that \(sample.refused == 1 ? "was" : "were") accepted, "
                + "\(sample.refusedByBoth) refused by both",
        ]
        for reason in sample.reasonsBefore {
            lines.append("accepted now: \(count(reason.objects, "object")) had \(reason)")
        }
        for reason in sample.reasonsAfter {
            lines.append("refused now: \(count(reason.objects, "object")) with \(reason)")
        }
        if sample.addedRecords > 0 { lines.append("\(count(sample.addedRecords, "record")) more than before") }
        if sample.removedRecords > 0 { lines.append("\(count(sample.removedRecords, "record")) less than before") }
        for effect in sample.fields {
            let layer = effect.layer.map { ", \($0)" } ?? ""
            let rule = effect.rule.map { " (\($0)\(layer))" } ?? ""
            let field = effect.field == "header.remarks" ? "what no rule names" : effect.field
            lines.append("\(field) changes in \(count(effect.records, "record"))\(rule)")
            for value in effect.values {
                lines.append(
                    "    \(value.before ?? "nothing") → \(value.after ?? "nothing"): \(count(value.records, "record"))"
                )
            }
        }
        return lines
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}

extension MappingDifference.CodeChange: CustomStringConvertible {
    /// The change in one line: `halden-marsh-emea@7: /StageName "Parked" is now "develop" in stage.canonical, was refused`.
    public var description: String {
        let code = code.map { "\"\($0)\"" } ?? "any other code"
        return "\(layer): \(source) \(code) is now \(after) in \(target)\(daysInWords), was \(before)"
    }

    private var daysInWords: String {
        switch (days.from, days.through) {
        case (nil, nil): ""
        case (let first?, nil): " from \(first) on"
        case (nil, let last?): " through \(last)"
        case (let first?, let last?): " from \(first) through \(last)"
        }
    }
}

extension MappingDifference.Outcome: CustomStringConvertible {
    /// The outcome in words: `"develop"`, `refused`.
    public var description: String {
        switch self {
        case .code(let code): "\"\(code)\""
        case .kept: "kept as an open code"
        case .fixed(let code): "\"\(code)\" with a warning"
        case .refused: "refused"
        }
    }
}

extension SampleDifference.Reason: CustomStringConvertible {
    /// The reason in words: `code.unknown at stage.canonical from /StageName`.
    public var description: String {
        "\(code)\(field.isEmpty ? "" : " at \(field)")\(source.map { " from \($0)" } ?? "")"
    }
}

extension MappingComparison: CustomStringConvertible {
    /// How the plans differ, and what that comes to in the objects that were read, as text.
    public var description: String { difference.text(sample: sample) }
}

extension MappingTableDifference {
    /// The difference without the rules of which only the overlay's version is another: they say what they said.
    fileprivate var withoutVersions: MappingTableDifference {
        let changed = changed.filter { change in
            change.columns != [.layer] || change.before.layer.name != change.after.layer.name
        }
        return MappingTableDifference(before: before, after: after, added: added, removed: removed, changed: changed)
    }
}

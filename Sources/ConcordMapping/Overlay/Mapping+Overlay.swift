internal import ConcordValues
public import ConcordConfiguration
internal import ConcordSchema

extension Mapping {
    /// The mapping with overlays put upon it.
    ///
    /// Each rule is checked against the mapping and the record; if one of them is wrong, all overlays are refused, before
    /// any object is read.
    ///
    /// - Parameter documents: The overlays that apply, the most general first, as a `ConfigurationStack` chooses them.
    /// - Returns: The mapping that runs; this one stays as it is.
    /// - Throws: A `ConfigurationRefusal` with all problems, each with file, line and advice.
    public func overlaid(
        by documents: [ConfigurationDocument<MappingOverlay>]
    ) throws(ConfigurationRefusal) -> Mapping<Target> {
        var weaver = OverlayWeaver(self)
        var refused = ConfigurationProblems(file: "")
        for document in documents {
            var problems = ConfigurationProblems(file: document.file)
            weaver.put(document, &problems)
            for problem in problems.list { refused.add(problem) }
        }
        if !refused.isEmpty { throw ConfigurationRefusal(refused) }
        return Mapping(
            name,
            version,
            object,
            api,
            overlays: overlays + documents.map { RuleLayer(name: $0.header.name, version: $0.header.version) },
            overlayHashes: overlayHashes + documents.map(\.hash),
            parts: weaver.parts
        )
    }

    /// A hash of what the mapping does: its own name and version, and the content of the overlays upon it.
    ///
    /// A mapping with overlays upon it has the same hash as the mapping below, asked with those overlays.
    ///
    /// - Parameter documents: Overlays that are to be put upon it.
    /// - Returns: The hash, which changes when any of them does.
    public func fingerprint(with documents: [ConfigurationDocument<MappingOverlay>] = []) -> ContentHash {
        let own = zip(overlays, overlayHashes).map { "\($0) \($1)" }
        let parts = [tag] + own + documents.map { "\($0.header) \($0.hash)" }
        return ContentHash(ofBytes: Array(parts.joined(separator: "\n").utf8))
    }
}

/// Puts the statements of overlays into a mapping's rules.
private struct OverlayWeaver<Target: CanonicalRecord> {
    private(set) var parts: [(title: String?, rules: [MappingRule<Target>], presence: [String])]
    private let mapping: Mapping<Target>

    init(_ mapping: Mapping<Target>) {
        self.mapping = mapping
        parts = mapping.parts.map { part in
            (part.title, part.rules.map(\.rule), part.presence.map { mapping.plan.pointers[$0] })
        }
    }

    mutating func put(_ document: ConfigurationDocument<MappingOverlay>, _ problems: inout ConfigurationProblems) {
        let overlay = document.content
        guard overlay.extends == mapping.name || overlay.extends == mapping.tag else {
            problems.add(
                .unsuitableValue,
                at: overlay.place,
                expected: "an overlay of \(mapping.tag)",
                advice: overlay.extends.hasPrefix(mapping.name + "@")
                    ? "the mapping has another version: review the overlay, and say \(mapping.tag)" : nil
            )
            return
        }
        let layer = RuleLayer(name: document.header.name, version: document.header.version)
        for statement in overlay.statements {
            put(statement, layer, overlay.crosswalks, &problems)
        }
    }

    private mutating func put(
        _ statement: OverlayStatement,
        _ layer: RuleLayer,
        _ crosswalks: [Crosswalk],
        _ problems: inout ConfigurationProblems
    ) {
        switch statement.action {
        case .set(let target, let source, let steps, let condition, let isLossy):
            guard
                let field = OverlayField<Target>(target, at: statement.subject, &problems),
                let crosswalk = crosswalk(of: steps, crosswalks, statement, field, &problems)
            else { return }
            var rule = field.rule(source, steps, crosswalk.table, condition, because: statement.because)
            rule.layer = layer
            rule.owner = statement.owner
            let isReplaced = { (old: MappingRule<Target>) in condition == nil && old.fills(target) }
            let replaced = parts.flatMap { $0.rules.filter(isReplaced) }
            if replaced.contains(where: { $0.law == .iso }), rule.law != .iso, !isLossy {
                problems.add(
                    .unsuitableValue,
                    at: statement.steps,
                    expected:
                        "a rule that can be written back, as the one for \(target) can that it takes the place of",
                    advice: "it is \(rule.law); if that is meant, say \"lossy\": true"
                )
                return
            }
            edit { rules in
                let index = rules.firstIndex(where: isReplaced)
                rules.removeAll { isReplaced($0) || ($0.word == "drop" && $0.sources == [source]) }
                rules.insert(rule, at: min(index ?? rules.count, rules.count))
            }
        case .default(let target, let json):
            guard let field = OverlayField<Target>(target, at: statement.subject, &problems) else { return }
            guard var rule = field.defaultRule(json, because: statement.because, at: statement, &problems) else {
                return
            }
            rule.layer = layer
            rule.owner = statement.owner
            edit { $0.append(rule) }
        case .drop(let source):
            let readers = parts.flatMap { $0.rules.filter { $0.word != "drop" && $0.sources.contains(source) } }
            if let reader = readers.first {
                problems.add(
                    .unsuitableValue,
                    at: statement.subject,
                    expected: "a source that no rule reads; \(reader.word) reads it for \(reader.target)",
                    advice: "set \(reader.target) from another source before"
                )
                return
            }
            var rule = MappingRule<Target>.drop(source, because: statement.because)
            rule.layer = layer
            rule.owner = statement.owner
            edit { rules in
                rules.removeAll { $0.word == "drop" && $0.sources == [source] }
                rules.append(rule)
            }
        case .extend(let name, let rows):
            extend(name, by: rows, statement, layer, &problems)
        }
    }

    private mutating func extend(
        _ name: String,
        by rows: [(row: Crosswalk.Row, place: ConfigurationValue)],
        _ statement: OverlayStatement,
        _ layer: RuleLayer,
        _ problems: inout ConfigurationProblems
    ) {
        let askers = parts.flatMap { $0.rules.filter { $0.crosswalk?.name == name } }
        guard !askers.isEmpty else {
            let names = Set(parts.flatMap { $0.rules.compactMap { $0.crosswalk?.name } }).sorted()
            problems.add(
                .unknownCode,
                at: statement.subject,
                expected: "one of the crosswalks of \(mapping.tag): \(names.joined(separator: ", "))",
                advice: NearestName.advice(for: name, among: names)
            )
            return
        }
        var isGood = true
        for asker in askers {
            guard case .code(_, let known)? = asker.shape?.unwrapped else { continue }
            for (row, place) in rows where !known.contains(row.target) {
                problems.add(
                    .unknownCode,
                    at: place,
                    expected: "a code of \(asker.target): \(known.joined(separator: ", "))",
                    advice: NearestName.advice(for: row.target, among: known)
                )
                isGood = false
            }
        }
        guard isGood else { return }
        edit { rules in
            rules = rules.map { rule in
                guard let crosswalk = rule.crosswalk, crosswalk.name == name, let recoded = rule.recoded else {
                    return rule
                }
                var changed = recoded(crosswalk.extended(by: rows.map(\.row)))
                changed.layer = layer
                changed.owner = statement.owner ?? rule.owner
                return changed
            }
        }
    }

    /// The crosswalk that steps ask; a nil table if they ask none, and nil if there is something wrong.
    private func crosswalk(
        of steps: [OverlayStep],
        _ own: [Crosswalk],
        _ statement: OverlayStatement,
        _ field: OverlayField<Target>,
        _ problems: inout ConfigurationProblems
    ) -> (table: Crosswalk?, Void)? {
        let names = steps.compactMap { step in if case .crosswalk(let name) = step { name } else { nil } }
        guard let name = names.first else { return (nil, ()) }
        let known = own + parts.flatMap { $0.rules.compactMap(\.crosswalk) }
        guard let table = known.first(where: { $0.name == name }) else {
            let all = Set(known.map(\.name)).sorted()
            problems.add(
                .unknownCode,
                at: statement.steps,
                expected: "one of the crosswalks \(all.joined(separator: ", "))",
                advice: NearestName.advice(for: name, among: all) ?? "bring \(name) along under \"crosswalks\""
            )
            return nil
        }
        if case .code(_, let codes) = field.shape {
            for row in table.rows where !codes.contains(row.target) {
                problems.add(
                    .unknownCode,
                    at: statement.steps,
                    expected:
                        "crosswalk \(name) to lead to codes of \(field.path), such as \(codes.prefix(3).joined(separator: ", "))",
                    advice: "it leads to \(row.target)"
                        + (NearestName.advice(for: row.target, among: codes).map { "; \($0)" } ?? "")
                )
                return nil
            }
        }
        return (table, ())
    }

    private mutating func edit(_ body: (inout [MappingRule<Target>]) -> Void) {
        for index in parts.indices {
            // What is kept for writing back is what no rule before it names.
            body(&parts[index].rules)
        }
    }
}

extension MappingRule {
    /// Whether the rule fills a field, or a part of it.
    fileprivate func fills(_ path: String) -> Bool {
        word != "drop" && word != "keepRest" && (target == path || target.hasPrefix(path + "."))
    }

    /// What the values of the rule's field look like.
    fileprivate var shape: FieldShape? {
        Target.schema.description.field(at: target.split(separator: ".").map(String.init))?.shape
    }
}

internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

/// Puts the statements of an overlay into rules: those of a record's parts, or those for the items of a list.
struct OverlayWeaver<Target: Record> {
    /// The rules of each part.
    private(set) var rules: [[MappingRule<Target>]]

    private let scope: OverlayScope

    init(_ rules: [[MappingRule<Target>]], _ scope: OverlayScope) {
        self.rules = rules
        self.scope = scope
    }

    /// Puts one statement into the rules; or notes what is wrong with it, and leaves them.
    mutating func put(_ statement: OverlayStatement, _ problems: inout ConfigurationProblems) {
        switch statement.action {
        case .set(let target, let source, let steps, let condition, let isLossy):
            if target.contains("[]") {
                putInside(statement, target, [source] + (condition?.sources ?? []), &problems)
            } else {
                set(target, source, steps, condition, isLossy: isLossy, statement, &problems)
            }
        case .default(let target, let json):
            if target.contains("[]") {
                putInside(statement, target, [], &problems)
            } else {
                setDefault(target, json, statement, &problems)
            }
        case .drop(let source): drop(source, statement, &problems)
        case .extend(let name, let rows): extend(name, by: rows, statement, &problems)
        }
    }

    private var all: [MappingRule<Target>] { rules.flatMap(\.self) }

    private mutating func edit(_ body: (inout [MappingRule<Target>]) -> Void) {
        for index in rules.indices {
            // What is kept for writing back is what no rule before it names.
            body(&rules[index])
        }
    }
}

// MARK: - Fields

extension OverlayWeaver {
    private mutating func set(
        _ target: String,
        _ source: String,
        _ steps: [OverlayStep],
        _ condition: OverlayStatement.Condition?,
        isLossy: Bool,
        _ statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) {
        guard let field = OverlayField<Target>(target, at: statement.subject, &problems) else { return }
        var isGood = true
        for asked in condition?.sources ?? [] where scope.field(asked, at: statement.condition, &problems) == nil {
            isGood = false
        }
        guard
            let vendor = scope.field(source, at: statement.source, &problems), isGood,
            isSuitable(vendor, field, steps, statement, &problems),
            let crosswalk = crosswalk(of: steps, statement, field, &problems)
        else { return }
        var rule = field.rule(source, steps, crosswalk.table, condition, because: statement.because)
        rule.layer = scope.layer
        rule.owner = statement.owner
        let isReplaced = { (old: MappingRule<Target>) in condition == nil && old.fills(target) }
        if all.contains(where: { isReplaced($0) && $0.law == .iso }), rule.law != .iso, !isLossy {
            problems.add(
                .unsuitableValue,
                at: statement.steps,
                expected:
                    "a rule that can be written back, as the one for \(scope.path)\(target) can that it takes the place of",
                advice: "it is \(rule.law); if that is meant, say \"lossy\": true"
            )
            return
        }
        edit { rules in
            let index = rules.firstIndex(where: isReplaced)
            rules.removeAll { isReplaced($0) || ($0.word == "drop" && $0.sources == [source]) }
            rules.insert(rule, at: min(index ?? rules.count, rules.count))
        }
    }

    /// Whether the vendor's values can become the field's; notes it if not.
    private func isSuitable(
        _ vendor: VendorField,
        _ field: OverlayField<Target>,
        _ steps: [OverlayStep],
        _ statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) -> Bool {
        if vendor.type.canBecome(field.shape, asText: !steps.isEmpty) { return true }
        let reason =
            !steps.isEmpty && vendor.type.canBecome(field.shape, asText: false)
            ? "steps look at texts" : "\(scope.path)\(field.path) is \(field.shape.summary)"
        problems.add(
            .sourceType,
            at: statement.source,
            expected: "a source whose values can become those of \(scope.path)\(field.path)",
            advice: "\(vendor.pointer) is \(vendor.typeInWords), and \(reason)"
        )
        return false
    }

    private mutating func setDefault(
        _ target: String,
        _ json: String,
        _ statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) {
        guard
            let field = OverlayField<Target>(target, at: statement.subject, &problems),
            var rule = field.defaultRule(json, because: statement.because, at: statement, &problems)
        else { return }
        rule.layer = scope.layer
        rule.owner = statement.owner
        edit { $0.append(rule) }
    }

    private mutating func drop(
        _ source: String,
        _ statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) {
        if let list = all.first(where: { $0.items.map { source.hasPrefix("\($0.pointer)/*/") } ?? false }) {
            putInside(statement, "\(list.target)[].", [source], &problems)
            return
        }
        guard scope.field(source, at: statement.subject, &problems) != nil else { return }
        if let reader = all.first(where: { $0.word != "drop" && $0.sources.contains(source) }) {
            problems.add(
                .unsuitableValue,
                at: statement.subject,
                expected: "a source that no rule reads; \(reader.word) reads it for \(scope.path)\(reader.target)",
                advice: "set \(scope.path)\(reader.target) from another source before"
            )
            return
        }
        var rule = MappingRule<Target>.drop(source, because: statement.because)
        rule.layer = scope.layer
        rule.owner = statement.owner
        edit { rules in
            rules.removeAll { $0.word == "drop" && $0.sources == [source] }
            rules.append(rule)
        }
    }
}

// MARK: - Crosswalks

extension OverlayWeaver {
    private mutating func extend(
        _ name: String,
        by rows: CrosswalkRows,
        _ statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) {
        let asked = all.flatMap(\.asked)
        guard asked.contains(where: { $0.crosswalk.name == name }) else {
            let names = Swift.Set(asked.map(\.crosswalk.name)).sorted()
            problems.add(
                .unknownCode,
                at: statement.subject,
                expected: "one of the crosswalks of \(scope.mapping): \(names.joined(separator: ", "))",
                advice: NearestName.advice(for: name, among: names)
            )
            return
        }
        var isGood = true
        var checked: [String] = []
        for (path, crosswalk) in asked where crosswalk.name == name && !checked.contains(path) {
            checked.append(path)
            let names = path.fieldNames.filter { $0 != "*" }
            guard case .code(_, let known)? = Target.schema.description.field(at: names)?.shape.unwrapped else {
                continue
            }
            if !rows.check(targets: known, of: path, &problems) { isGood = false }
        }
        guard isGood else { return }
        let edit = CrosswalkExtension(name: name, rows: rows.rows, layer: scope.layer, owner: statement.owner)
        rules = rules.map { edit.edited($0) }
    }

    /// The crosswalk that steps ask; a nil table if they ask none, and nil if there is something wrong.
    private func crosswalk(
        of steps: [OverlayStep],
        _ statement: OverlayStatement,
        _ field: OverlayField<Target>,
        _ problems: inout ConfigurationProblems
    ) -> (table: Crosswalk?, Void)? {
        let names = steps.compactMap { step in if case .crosswalk(let name) = step { name } else { nil } }
        guard let name = names.first else { return (nil, ()) }
        let known = scope.tables + all.flatMap(\.asked).map { OverlayCrosswalk(crosswalk: $0.crosswalk, rows: nil) }
        guard let table = known.first(where: { $0.crosswalk.name == name }) else {
            let all = Swift.Set(known.map(\.crosswalk.name)).sorted()
            problems.add(
                .unknownCode,
                at: statement.steps,
                expected: "one of the crosswalks \(all.joined(separator: ", "))",
                advice: NearestName.advice(for: name, among: all) ?? "bring \(name) along under \"crosswalks\""
            )
            return nil
        }
        if case .code(_, let codes) = field.shape {
            if let rows = table.rows {
                // The overlay's own rows are pointed at one by one.
                guard rows.check(targets: codes, of: scope.path + field.path, &problems) else { return nil }
            } else if let row = table.crosswalk.rows.first(where: { !codes.contains($0.target) }) {
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
        return (table.crosswalk, ())
    }
}

// MARK: - Lists

extension OverlayWeaver {
    /// Puts a statement about items of a list into the rules for them.
    ///
    /// - Parameters:
    ///   - statement: The statement.
    ///   - target: The path that it fills; up to its first brackets it names the list.
    ///   - sources: The sources that it reads; those within a list say which one is meant, if several fill the field.
    ///   - problems: Where to note what is wrong.
    private mutating func putInside(
        _ statement: OverlayStatement,
        _ target: String,
        _ sources: [String],
        _ problems: inout ConfigurationProblems
    ) {
        let head = String(target.prefix { $0 != "[" })
        let lists = all.filter { $0.target == head && $0.items != nil && $0.rewritten != nil }
        let pointers = lists.compactMap { $0.items?.pointer }
        guard !pointers.isEmpty else {
            var seen: Swift.Set<String> = []
            let names = all.filter { $0.items != nil && seen.insert($0.target).inserted }.map { "\($0.target)[]" }
            problems.add(
                .unknownCode,
                at: statement.subject,
                expected: names.isEmpty
                    ? "a field; no rule reads items" : "a list that is read by items: \(names.joined(separator: ", "))",
                advice: NearestName.advice(for: "\(head)[]", among: names)
            )
            return
        }
        let meant = pointers.filter { pointer in sources.contains { $0.hasPrefix("\(pointer)/*/") } }
        if meant.isEmpty, let source = sources.first, source.contains("/*") {
            problems.add(
                .unsuitableValue,
                at: statement.source,
                expected: "a source in \(pointers.map { "\($0)/*" }.joined(separator: " or ")), or around the list",
                advice: "\(head) is filled from there"
            )
            return
        }
        let edited = ItemStatement(scope, statement, meant.isEmpty ? pointers : meant, head: head, problems)
        edit { rules in
            rules = rules.map { rule in
                guard let items = rule.items, rule.target == head, let rewritten = rule.rewritten,
                    let edit = edited.edit(of: items.pointer)
                else { return rule }
                var changed = rewritten(edit)
                changed.layer = rule.layer
                changed.owner = rule.owner
                return changed
            }
        }
        problems = edited.problems
    }
}

extension MappingRule {
    /// Whether the rule fills a field, or a part of it.
    fileprivate func fills(_ path: String) -> Bool {
        word != "drop" && word != "keepRest" && (target == path || target.hasPrefix(path + "."))
    }

    /// The crosswalks that the rule and those for its items ask, with the fields that they fill.
    fileprivate var asked: [(path: String, crosswalk: Crosswalk)] {
        (crosswalk.map { [(target, $0)] } ?? []) + (items?.asked(in: "\(target)[].") ?? [])
    }
}

extension ItemRules {
    fileprivate func asked(in path: String) -> [(path: String, crosswalk: Crosswalk)] {
        rows.flatMap { row in
            (row.crosswalk.map { [(path + row.target, $0)] } ?? [])
                + (row.items?.asked(in: "\(path)\(row.target)[].") ?? [])
        }
    }
}

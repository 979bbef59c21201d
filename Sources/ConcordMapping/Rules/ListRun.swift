internal import ConcordSchema
internal import ConcordValues

/// The reading of one list: its items one after the other, and what was found in them.
@usableFromInline
struct ListRun {
    private let rules: ItemRules
    private let target: String
    private let outer: [SourceValue]
    private let context: UnsafePointer<MappingContext>
    private let elements: [ItemRules.Element]
    private var next = 0

    /// How many items the record's list has before these, and how many objects were left out.
    private let before: Int
    private var leftOut = 0

    private var object: SourceObject?

    var findings: [RuleInput.Finding] = []
    private var rest: [JSONText?] = []

    init(
        _ rules: ItemRules,
        target: String,
        _ elements: [ItemRules.Element],
        beside outer: [SourceValue],
        behind count: Int,
        in context: UnsafePointer<MappingContext>
    ) {
        before = count
        self.rules = rules
        self.target = target
        self.elements = elements
        self.outer = outer
        self.context = context
    }

    /// Goes on to the next item; one that is no object is reported and passed over.
    @usableFromInline
    mutating func advance() -> Bool {
        while next < elements.count {
            let element = elements[next]
            next += 1
            do throws(ReadFailure) {
                let found = try rules.object(element, beside: outer)
                guard rules.takes(found) else {
                    leftOut += 1
                    continue
                }
                object = found
                rest.append(nil)
                return true
            } catch {
                var issue = Issue(error, severity: .error, in: element.bytes)
                let offset = element.offset + (issue.position?.offset ?? 0)
                issue.path = path([])
                issue.source = "\(rules.pointer)/\(next - 1)"
                findings.append(RuleInput.Finding(issue: issue, offset: offset))
            }
        }
        return false
    }

    /// Reads the item into a record in memory, which holds the blank.
    @usableFromInline
    mutating func read(into item: UnsafeMutableRawPointer) {
        guard let object, let part = rules.plan.parts.first else { return }
        guard let input = part.rules.run(on: object.values, in: context, into: item) else { return }
        for finding in input.findings {
            var issue = finding.issue
            issue.path = path(issue.path.steps)
            issue.source = issue.source.map { source in
                source.hasPrefix("^") ? String(source.dropFirst()) : "\(rules.pointer)/\(next - 1)\(source)"
            }
            findings.append(RuleInput.Finding(issue: issue, offset: finding.offset))
        }
        guard rules.plan.keepsRest else { return }
        let pointers = rules.plan.pointers
        rest[rest.count - 1] = object.restJSON(
            keeping: (input.kept + rules.plan.watched.filter { object.values[$0].kind != .absent })
                .filter { $0 < pointers.count }
                .map { (pointers[$0], $0) },
            lists: input.keptItems.map { (pointers[$0.slot], $0.json) }
        )
    }

    /// What the items have no place for, as a list with `null` for those that have a place for all; nil if all have.
    var kept: String? {
        guard rest.contains(where: { $0 != nil }) else { return nil }
        return "[" + rest.map { $0?.text ?? "null" }.joined(separator: ",") + "]"
    }

    private func path(_ steps: [RecordPath.Step]) -> RecordPath {
        RecordPath(
            target.split(separator: ".").map { .field(String($0)) } + [.index(before + next - 1 - leftOut)] + steps
        )
    }
}

extension RuleInput {
    /// Begins to read a list; what is none is reported.
    ///
    /// - Parameters:
    ///   - rules: The rules for its items.
    ///   - count: How many items the record's list has already.
    /// - Returns: The run over the items; nil if there is no list.
    @usableFromInline
    mutating func list(_ rules: ItemRules, behind count: Int) -> ListRun? {
        let value = self[0]
        guard value.isPresent else { return nil }
        guard let elements = ItemRules.elements(of: value) else {
            report(.sourceType, expected: "a list of objects")
            return nil
        }
        let outer = rules.outer.indices.map { self[$0 + 1] }
        return ListRun(rules, target: sources.target, elements, beside: outer, behind: count, in: contextPlace)
    }

    /// Takes over what was found in a list's items.
    @usableFromInline
    mutating func finish(_ run: ListRun) {
        for finding in run.findings {
            var issue = finding.issue
            issue.rule = sources.mapping
            findings.append(Finding(issue: issue, offset: finding.offset))
        }
        if let json = run.kept { keptItems.append((slot(0), json)) }
    }
}

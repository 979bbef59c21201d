internal import ConcordMapping
internal import ConcordSchema

extension MappingTrial {
    /// Checks that a changed field changes the members that its rules name, and no other, and is read again.
    ///
    /// A member of another rule may change with it only if that rule reads the same of it as before.
    ///
    /// Each field that a rule fills both ways is changed alone, in some of the objects: to what other objects have, to codes
    /// of its crosswalk, to random values of its shape, and to nothing. Then fields whose rules share a source are given
    /// together what another object has in them. A value that the mapping says it cannot write is no violation, unless the
    /// rule is `iso` and every value is one.
    ///
    /// - Parameter seed: The seed of the random values; the same seed makes the same changes.
    /// - Returns: What does not hold, once for each place, with the fewest changed fields that show it.
    public func changes(seed: UInt64) -> [MappingViolation] {
        let readings = accepted.filter { !$0.records.isEmpty }
        let trees = readings.map { $0.records.map { DocumentTree($0.json()) ?? .null } }
        var violations: [MappingViolation] = []
        for (number, row) in rows.enumerated() where row.isChangeable {
            guard let field = Target.schema.description.field(at: row.names) else { continue }
            var changes = FieldChanges(
                generator: plainGenerator,
                random: SeededGenerator(seed: seed &+ UInt64(number))
            )
            violations += self.changes(of: row, field, readings, trees, &changes)
        }
        for group in groups { violations += exchanges(of: group, readings, trees) }
        return MappingViolation.grouped(violations)
            .map { violation in
                var violation = violation
                violation.seed = seed
                return violation
            }
    }

    /// Documents as hosts write them: nothing that no schema knows.
    private var plainGenerator: DocumentGenerator {
        var generator = DocumentGenerator(Target.schema.description)
        generator.hasUnknownMembers = false
        generator.hasUnknownCodes = false
        generator.hasAnyOrder = false
        generator.hasNeedlessEscapes = false
        return generator
    }

    /// Changes one field alone.
    private func changes(
        of row: TrialRow,
        _ field: FieldDescription,
        _ readings: [Reading],
        _ trees: [[DocumentTree]],
        _ changes: inout FieldChanges
    ) -> [MappingViolation] {
        let crosswalk = mapping.rules.first { $0.target == row.target && $0.crosswalk != nil }?.crosswalk
        let values = trees.map { $0.first?.value(at: row.names[...]) }
        var refusal: MappingViolation?
        var isWritten = false
        for number in Self.chosen(values) {
            let others = values.compactMap(\.self).filter { $0 != values[number] && $0 != .null }
            let candidates = changes.candidates(
                row,
                field,
                current: values[number],
                others: others,
                crosswalk: crosswalk
            )
            candidates: for candidate in candidates {
                // Of several records of one object, one may have the value for itself or share it with the others.
                for count in Set([1, trees[number].count]).sorted() {
                    let attempt = attempt(
                        readings[number],
                        trees[number],
                        [(row.names, candidate)],
                        records: count
                    )
                    switch attempt {
                    case .impossible: continue candidates
                    case .broken(let violation):
                        // The plainest change that shows it.
                        let plain = values[number].map { changes.plainlyChanged($0, field.shape) }
                        let fields = [(row.names, plain)]
                        if plain != nil,
                            case .broken(let plainer) = self.attempt(
                                readings[number],
                                trees[number],
                                fields,
                                records: count
                            )
                        {
                            return [plainer]
                        }
                        return [violation]
                    case .refused(let violation): refusal = refusal ?? violation
                    case .written:
                        isWritten = true
                        break candidates
                    }
                }
            }
        }
        guard let refusal, !isWritten, row.promisesAnyValue else { return [] }
        return [refusal]
    }

    /// Some objects: the first that have a value, and the first that has none.
    private static func chosen(_ values: [DocumentTree?]) -> [Int] {
        let filled = values.indices.filter { values[$0] != nil && values[$0] != .null }
        let empty = values.indices.filter { !filled.contains($0) }
        return Array(filled.prefix(2) + empty.prefix(1))
    }

    /// The rules whose fields must be changed together, for they share sources.
    private var groups: [[TrialRow]] {
        var groups: [[TrialRow]] = []
        for row in rows where !["drop", "keepRest"].contains(row.word) && !row.read.isEmpty {
            let isOne = { (other: TrialRow) in
                other.fills(row.names)
                    || other.read.contains { source in row.read.contains { $0.touches(source) } }
            }
            let joined = groups.filter { $0.contains(where: isOne) }.flatMap(\.self)
            groups.removeAll { $0.contains(where: isOne) }
            groups.append(joined + [row])
        }
        return groups.filter { group in
            group.count > 1 && group.contains { $0.law == .iso }
                && group.allSatisfy { !$0.names.isEmpty && !$0.isOfItems && $0.word != "each" && !$0.isIdentity }
        }
    }

    /// Gives an object what another one has in some fields.
    private func exchanges(
        of group: [TrialRow],
        _ readings: [Reading],
        _ trees: [[DocumentTree]]
    ) -> [MappingViolation] {
        let names = Array(Set(group.map(\.names))).sorted { $0.joined(separator: ".") < $1.joined(separator: ".") }
        let single = trees.indices.filter { number in
            // What is tagged beside a record belongs to its fields.
            trees[number].count == 1 && trees[number][0].value(at: ["header", "remarks", "tags"]) == nil
        }
        for (place, number) in single.enumerated().prefix(3) {
            guard let other = single.dropFirst(place + 1).first ?? single.first, other != number else { continue }
            let fields = names.compactMap { names -> ([String], DocumentTree?)? in
                let value = trees[other][0].value(at: names[...])
                return value == trees[number][0].value(at: names[...]) ? nil : (names, value)
            }
            guard !fields.isEmpty else { continue }
            guard case .broken(let violation) = attempt(readings[number], trees[number], fields, records: 1) else {
                continue
            }
            // One field may be enough to show it.
            for field in fields where fields.count > 1 {
                if case .broken(let smaller) = attempt(readings[number], trees[number], [field], records: 1) {
                    return [smaller]
                }
            }
            return [violation]
        }
        return []
    }
}

// MARK: - One change

extension MappingTrial {
    /// What came of a change.
    private enum Attempt {
        /// No record has the change, or has it already.
        case impossible
        /// It was written and is read again.
        case written
        /// The mapping said that it cannot write it.
        case refused(MappingViolation)
        /// Something else was changed, or it is not read again and nothing was said.
        case broken(MappingViolation)
    }

    /// Changes some fields of the first records of an object, and writes it.
    private func attempt(
        _ reading: Reading,
        _ trees: [DocumentTree],
        _ fields: [(names: [String], value: DocumentTree?)],
        records count: Int
    ) -> Attempt {
        var changed = reading.records
        var words: [String] = []
        for index in changed.indices.prefix(count) {
            var tree = trees[index]
            for (names, value) in fields {
                guard let set = tree.setting(value, at: names[...]) else { return .impossible }
                if index == 0 {
                    let before = tree.value(at: names[...]).map { "\($0)" } ?? "nothing"
                    words.append(
                        "\(names.joined(separator: ".")) from \(before) to \(value.map { "\($0)" } ?? "nothing")"
                    )
                }
                tree = set
            }
            guard let record = try? Target(json: tree.compact) else { return .impossible }
            changed[index] = record
        }
        guard !changes(from: reading.records, to: changed).isEmpty else { return .impossible }
        func violation(expected: String, found: String) -> MappingViolation {
            var violation = self.violation(.change, reading, expected: expected, found: found)
            violation.field = fields.map { $0.names.joined(separator: ".") }.joined(separator: ", ")
            violation.change = words.joined(separator: "\n")
            return violation
        }

        guard let (object, issues) = try? mapping.write(changed, onto: reading.fixture.bytes, in: context) else {
            return .broken(violation(expected: "an object that is written onto", found: "a refusal"))
        }
        let names = fields.map(\.names)
        let read = object.withUnsafeBufferPointer { mapping.read($0, in: context) }
        let after = read.drafts.map(\.value)
        func isOfFields(_ path: RecordPath) -> Bool {
            names.contains { zip($0, path.fields).allSatisfy { $0 == $1 } }
        }
        let left = changes(from: after, to: changed)
        let isRestAsBefore =
            read.isAcceptable && after.count == changed.count && left.allSatisfy { isOfFields($0.path) }
        if let neighbour = neighbour(of: names, reading.tree ?? .null, DocumentTree(object) ?? .null),
            // What another rule writes otherwise and reads as before is its matter.
            !isRestAsBefore || !isMapped(neighbour.pointer)
        {
            var violation = violation(expected: neighbour.before, found: neighbour.after)
            violation.pointer = neighbour.pointer
            violation.difference = "the rules of the field do not name it as a source"
            return .broken(violation)
        }
        if !read.isAcceptable || after.count != changed.count {
            // A value that another rule of the same source refuses is none that the vendor has.
            let errors = read.allIssues.filter { $0.severity == .error }
            if !errors.isEmpty, !errors.contains(where: { isOfFields($0.path) }) { return .impossible }
            let found = "\(issues.first ?? read.allIssues.first.map { $0 } ?? .init(.missing, expected: "a record"))"
            let violation = violation(expected: "an object that gives the changed record", found: found)
            return issues.isEmpty ? .broken(violation) : .refused(violation)
        }
        // What other fields say of the same sources is their matter.
        let said = issues.filter { isOfFields($0.path) }
        guard let first = left.first(where: { isOfFields($0.path) }) else {
            return said.isEmpty
                ? .written : .refused(violation(expected: "a change that is written", found: "\(said[0])"))
        }
        var unread = violation(expected: first.after ?? "nothing", found: first.before ?? "nothing")
        unread.field = first.path.description
        if let issue = said.first { unread.difference = "\(issue)" }
        return issues.isEmpty ? .broken(unread) : .refused(unread)
    }

    /// Whether a rule reads a value and writes it.
    private func isMapped(_ pointer: String) -> Bool {
        rows.contains { row in
            !["drop", "keepRest"].contains(row.word) && row.sources.contains { $0.touches(pointer) }
        }
    }

    /// A leaf that differs and that no rule of the fields names, with what it was and what it is.
    private func neighbour(
        of names: [[String]],
        _ before: DocumentTree,
        _ after: DocumentTree
    ) -> (pointer: String, before: String, after: String)? {
        let allowed = rows.filter { row in names.contains { row.fills($0) } }.flatMap(\.sources)
        let old = before.leaves
        let new = after.leaves
        let known = Dictionary(old.map { ($0.pointer, $0.value) }) { first, _ in first }
        let found = Dictionary(new.map { ($0.pointer, $0.value) }) { first, _ in first }
        for leaf in old + new where known[leaf.pointer] != found[leaf.pointer] {
            guard !allowed.contains(where: { $0.touches(leaf.pointer) }) else { continue }
            func text(_ value: DocumentTree?) -> String { value.map { "\($0)" } ?? "nothing" }
            return (leaf.pointer, text(known[leaf.pointer]), text(found[leaf.pointer]))
        }
        return nil
    }
}

extension TrialRow {
    /// Whether changes of the field are tried.
    fileprivate var isChangeable: Bool {
        switch law {
        case .iso, .lossy: !names.isEmpty && !isAboutNoValue && !isIdentity
        case .oneWay, .none: false
        }
    }

    /// Whether some of the values that are tried must be writable.
    fileprivate var promisesAnyValue: Bool { law == .iso && ["same", "money", "interval"].contains(word) }
}

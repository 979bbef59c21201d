internal import ConcordMapping
internal import ConcordSchema
internal import ConcordValues

extension MappingTrial {
    /// Checks that what did not change stays as it is, byte for byte, and that records are documents.
    ///
    /// - Returns: What does not hold, once for each place.
    public func writingBack() -> [MappingViolation] {
        var violations: [MappingViolation] = []
        for reading in accepted {
            do throws(Refusal) {
                let (object, issues) = try mapping.write(reading.records, onto: reading.fixture.bytes, in: context)
                if object != reading.fixture.bytes { violations.append(notAsItWas(reading, object)) }
                for issue in issues {
                    var violation = violation(
                        .writingBack,
                        reading,
                        expected: "nothing to write, for nothing was changed",
                        found: "\(issue)"
                    )
                    violation.field = issue.path.description
                    violation.pointer = issue.source
                    violations.append(violation)
                }
            } catch {
                violations.append(violation(.writingBack, reading, expected: "a JSON object", found: "\(error)"))
            }
            for record in reading.records {
                let json = record.json()
                guard let again = try? Target(json: json), again == record else {
                    let found = (try? Target(json: json))?.jsonText() ?? "a document that is refused"
                    var violation = violation(
                        .roundTrip,
                        reading,
                        expected: "a record that is read again from the document that it writes",
                        found: "another record"
                    )
                    violation.difference = ConcordTesting.difference(record.jsonText(), found)
                    violations.append(violation)
                    continue
                }
            }
        }
        return MappingViolation.grouped(violations)
    }

    private func notAsItWas(_ reading: Reading, _ object: [UInt8]) -> MappingViolation {
        let before = reading.fixture.bytes
        let offset = zip(before, object).enumerated().first { $1.0 != $1.1 }?.offset ?? min(before.count, object.count)
        let after = DocumentTree(object)
        let pointer = reading.tree?.leaves.first { after?[pointer: $0.pointer] != $0.value }?.pointer
        var violation = violation(
            .writingBack,
            reading,
            expected: "the object as it was",
            found: "other bytes from byte \(offset) of the object on"
        )
        violation.pointer = pointer
        violation.difference = ConcordTesting.difference(
            reading.fixture.text,
            String(decoding: object, as: UTF8.self)
        )
        return violation
    }

    /// Checks that a new object says what the records say, each value as the law of its rules has it.
    ///
    /// A value that reading assumes where there is none may be left out.
    ///
    /// - Returns: What does not hold, once for each place.
    public func writingAnew() -> [MappingViolation] {
        var violations: [MappingViolation] = []
        for reading in accepted where !reading.records.isEmpty {
            let text = mapping.write(reading.records, in: context)
            if mapping.write(reading.records, in: context) != text {
                violations.append(
                    violation(.determinism, reading, expected: "the same object each time", found: "two objects")
                )
            }
            let again = mapping.read(text, in: context)
            let after = again.drafts.map(\.value)
            guard again.isAcceptable, after.count == reading.records.count else {
                violations.append(
                    violation(
                        .writingAnew,
                        reading,
                        expected: "a new object that gives \(reading.records.count) records again",
                        found: again.isAcceptable
                            ? "\(after.count) records" : again.allIssues.map(\.description).joined(separator: "\n")
                    )
                )
                continue
            }
            let lost = lost(reading, DocumentTree(text) ?? .null)
            for change in changes(from: reading.records, to: after) {
                let filling = rows.filter { $0.fills(change.path.fields) }
                guard filling.allSatisfy({ $0.law == .iso }),
                    !lost.contains(where: { loss in filling.contains { $0.target == loss.field } })
                else { continue }
                var violation = violation(
                    .writingAnew,
                    reading,
                    expected: change.before ?? "nothing",
                    found: change.after ?? "nothing"
                )
                violation.field = change.path.description
                violation.difference = lines(filling)
                violations.append(violation)
            }
            violations += lost
        }
        return MappingViolation.grouped(violations)
    }

    /// The values that rules promise to give back, and the members that are kept, that a new object does not have.
    private func lost(_ reading: Reading, _ after: DocumentTree) -> [MappingViolation] {
        let fields = reading.coverage.fields.map { (SourcePattern($0.key), $0.value) }
        let others = otherForms.map(SourcePattern.init)
        return (reading.tree?.leaves ?? [])
            .compactMap { leaf -> MappingViolation? in
                guard !others.contains(where: { $0.touches(leaf.pointer) }) else { return nil }
                // Of two accounts, the one that is of the value itself.
                let account = fields.filter { $0.0.holds(leaf.pointer) }.max { $0.0.tokens.count < $1.0.tokens.count }
                let found = after[pointer: leaf.pointer]
                let filling: [TrialRow]
                switch account?.1.disposition {
                case .kept?:
                    filling = []
                    if found == leaf.value { return nil }
                case .mapped? where leaf.value != .null:
                    filling = rows.filter { row in
                        !row.isAboutNoValue && row.sources.contains { $0.holds(leaf.pointer) }
                    }
                    let isPromised = filling.contains {
                        $0.law == .iso && !["identity", "reference"].contains($0.word)
                    }
                    // Whether the record holds a value that is left out is seen by reading the new object.
                    if !isPromised || found == nil || Self.isSame(leaf.value, found) { return nil }
                    // Where entries of a list are no items, as those that are not applied, items have other places anew.
                    if let account, !Self.haveSameLists(account.0, leaf.pointer, reading.tree, after) { return nil }
                default: return nil
                }
                var violation = violation(
                    .writingAnew,
                    reading,
                    expected: "\(leaf.value)",
                    found: found.map { "\($0)" } ?? "nothing"
                )
                violation.pointer = leaf.pointer
                violation.field = filling.first { $0.law == .iso }?.target
                violation.difference = filling.isEmpty ? "what no rule names is kept" : lines(filling)
                return violation
            }
    }

    /// Whether the lists that a value stands in have as many items in one object as in the other.
    private static func haveSameLists(
        _ pattern: SourcePattern,
        _ pointer: String,
        _ before: DocumentTree?,
        _ after: DocumentTree
    ) -> Bool {
        let tokens = SourcePattern(pointer).tokens
        return pattern.tokens.indices.filter { pattern.tokens[$0] == "*" && $0 < tokens.count }
            .allSatisfy { place in
                let list = tokens[..<place].map { "/" + $0 }.joined()
                return before?[pointer: list]?.itemCount == after[pointer: list]?.itemCount
            }
    }

    /// What rules say of themselves.
    private func lines(_ rows: [TrialRow]) -> String {
        rows.map { row in
            let sources = row.sources.map { "/" + $0.tokens.joined(separator: "/") }
            return "rule \(row.word) of \(sources.joined(separator: ", ")): \(row.law)"
        }
        .joined(separator: "\n")
    }

    /// Whether two values say the same with every digit, whatever the vendor's notation.
    private static func isSame(_ before: DocumentTree, _ after: DocumentTree?) -> Bool {
        guard let after else { return false }
        if before == after { return true }
        func isSame<Value: SourceConvertible>(_ type: Value.Type) -> Bool {
            guard let one = value(of: before, as: type), let other = value(of: after, as: type) else { return false }
            return one.sourceJSON == other.sourceJSON
        }
        return isSame(ExactDecimal.self) || isSame(Instant.self) || isSame(Bool.self)
    }

    private static func value<Value: SourceConvertible>(of tree: DocumentTree, as type: Value.Type) -> Value? {
        tree.compact.withUnsafeBufferPointer { try? Value(source: SourceValue(bytes: $0, offset: 0)) }
    }
}

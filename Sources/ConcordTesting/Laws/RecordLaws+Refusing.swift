internal import ConcordSchema

// Laws of documents that are refused.

extension RecordLaws {
    /// Some members are spelt with an escape the second time; the salt says which.
    func duplicates(_ sample: Sample, salt: UInt64) -> Finding? {
        for object in generator.description.objects(in: sample.tree) {
            for (index, member) in object.members.enumerated() {
                let path = object.path.appending(member.name.description)
                let isRespelt = Self.choice(2, at: path, salt) == 1
                let name = isRespelt ? Self.respelt(member.name) : member.name
                let tree = sample.tree.replacing(
                    object.place[...],
                    by: .object(object.members + [DocumentTree.Member(name, member.value)])
                )
                let bytes = Sample(tree: tree, layout: sample.layout).bytes
                let issues = Draft<R>(json: bytes).issues
                let names = DocumentTreeParser.parse(bytes)?.names ?? [:]
                let first = names[object.place + [index]]
                let second = names[object.place + [object.members.count]]
                let isFound = issues.contains { issue in
                    issue.code == .duplicateKey && issue.severity == .error && issue.position?.offset == second
                        && issue.related?.offset == first && Self.ends(issue.path, object.path, member.name)
                }
                guard isFound else {
                    return Finding(
                        "expected \(IssueCode.duplicateKey) at \(path), byte \(second ?? 0), with the first at byte "
                            + "\(first ?? 0), found:\n" + Self.list(issues.filter { $0.severity == .error }),
                        bytes
                    )
                }
                if let flaw = flaw(of: issues, in: bytes) { return Finding(flaw, bytes) }
            }
        }
        return nil
    }

    /// A number that a place and a seed choose; it does not depend on what else is in the document.
    private static func choice(_ count: Int, at path: RecordPath, _ salt: UInt64) -> Int {
        let sum = path.description.utf8.reduce(salt) { $0 &* 31 &+ UInt64($1) }
        return Int(sum % UInt64(count))
    }

    /// A name with its first letter escaped, if that is a letter of ASCII.
    private static func respelt(_ name: DocumentTree.Text) -> DocumentTree.Text {
        // Half of a surrogate pair has no meaning by which two spellings could be compared (RFC 8259 §8.2).
        guard
            let first = name.written.first, first < 0x80, first != UInt8(ascii: "\\"),
            String(validating: name.meant, as: UTF8.self) != nil
        else { return name }
        let escape = Array("\\u00".utf8) + DocumentTree.Text.hexadecimal(first, capital: false)
        return DocumentTree.Text(written: escape + name.written.dropFirst(), meant: name.meant)
    }

    /// Whether a path is that of a member of an object.
    private static func ends(_ path: RecordPath, _ object: RecordPath, _ member: DocumentTree.Text) -> Bool {
        guard path.steps.dropLast().elementsEqual(object.steps), case .field(let name) = path.steps.last else {
            return false
        }
        // Half of a surrogate pair can be shown in more than one way.
        return String(validating: member.meant, as: UTF8.self).map { $0 == name } ?? true
    }

    func required(_ sample: Sample) -> Finding? {
        let tag = DocumentTree.Text("schema")
        for object in generator.description.objects(in: sample.tree) {
            for (index, member) in object.members.enumerated() {
                let isTag = object.place.isEmpty && member.name == tag
                guard isTag || object.record.field(named: member.name)?.isRequired == true else { continue }
                let tree = sample.tree.replacing((object.place + [index])[...], by: nil)
                let bytes = Sample(tree: tree, layout: sample.layout).bytes
                let draft = Draft<R>(json: bytes)
                let code: IssueCode = isTag ? .schemaMissing : .missing
                let path = object.path.appending(member.name.description)
                let errors = draft.issues.filter { $0.severity == .error }
                let isFound = errors.contains { $0.code == code && $0.path == path && $0.position != nil }
                guard isFound, !draft.isAcceptable else {
                    return Finding("expected \(code) at \(path), found:\n" + Self.list(errors), bytes)
                }
                if let flaw = flaw(of: draft.issues, in: bytes) { return Finding(flaw, bytes) }
            }
        }
        return nil
    }

    /// Each member gets one of the values that are wrong for it; the salt says which.
    func wrongKind(_ sample: Sample, salt: UInt64) -> Finding? {
        for object in generator.description.objects(in: sample.tree) {
            for (index, member) in object.members.enumerated() {
                guard let field = object.record.field(named: member.name) else { continue }
                let place = object.place + [index]
                let path = object.path.appending(field.name)
                let values = Self.wrongValues(for: field.shape)
                let value = values[Self.choice(values.count, at: path, salt)]
                let tree = sample.tree.replacing(place[...], by: value)
                let bytes = Sample(tree: tree, layout: sample.layout).bytes
                let draft = Draft<R>(json: bytes)
                if let record = try? draft.record() {
                    guard let loss = preservation(of: tree, by: record) else { continue }
                    return Finding("\(path) takes \(value) and does not keep it:\n\(loss.difference)", bytes)
                }
                let errors = draft.issues.filter { $0.severity == .error }
                guard errors.contains(where: { $0.path == path }) else {
                    return Finding("expected an error at \(path), found:\n" + Self.list(errors), bytes)
                }
                // The refused value must not spoil the reading of what stands behind it.
                guard errors.allSatisfy({ $0.path.steps.starts(with: object.path.steps) }) else {
                    return Finding("expected errors at \(path) alone, found:\n" + Self.list(errors), bytes)
                }
                if let flaw = flaw(of: draft.issues, in: bytes) { return Finding(flaw, bytes) }
            }
        }
        return nil
    }

    private static func wrongValues(for shape: FieldShape) -> [DocumentTree] {
        switch shape {
        case .optional(let shape): wrongValues(for: shape).filter { $0 != .null }
        case .text: [.null, .boolean(true), .number("-1.50e3"), .object([])]
        case .code: [.null, .number("7"), .array([])]
        case .integer: [.null, .string("7"), .number("1.0"), .number("-0"), .number("98765432109876543210")]
        case .boolean: [.null, .string("true"), .number("1")]
        case .record, .list: [.null, .string("x"), .number("7"), .boolean(false)]
        }
    }

    func truncation(_ sample: Sample) -> Finding? {
        let bytes = sample.bytes
        for count in 0..<bytes.count {
            if let finding = damage(Array(bytes[..<count])) { return finding }
        }
        return nil
    }

    func damage(_ sample: Sample) -> Finding? {
        let bytes = sample.bytes
        // What ends texts, opens or closes what it should not, or is not UTF-8.
        let values: [UInt8] = [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0x2C, 0x30, 0x80, 0xFF]
        for place in bytes.indices {
            for value in values where bytes[place] != value {
                var damaged = bytes
                damaged[place] = value
                if let finding = damage(damaged) { return finding }
            }
        }
        return nil
    }

    /// Reads bytes of which nothing is known.
    private func damage(_ bytes: [UInt8]) -> Finding? {
        let draft = Draft<R>(json: bytes)
        if let flaw = flaw(of: draft.issues, in: bytes) { return Finding(flaw, bytes) }
        guard let record = try? draft.record() else {
            return draft.issues.contains { $0.severity == .error } ? nil : Finding("refused without an error", bytes)
        }
        guard let tree = DocumentTree(bytes) else { return Finding("accepted, and it is not JSON", bytes) }
        return (preservation(of: tree, by: record) ?? roundTrip(record)).map { Finding($0.difference, bytes) }
    }
}

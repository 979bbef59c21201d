internal import ConcordSchema

/// A code of an earlier version and those that it became.
struct CodeRow: Sendable {
    let earlier: String
    let later: [String?]
}

/// Codes of an earlier version and where a later one has theirs.
struct CodeTable: Sendable {
    let rows: [CodeRow]

    /// The places of the later codes: a member, or one inside a nested record.
    let paths: [[String]]

    /// The codes beside one that no row has.
    let otherwise: [String?]?

    /// The conversion, with a shortcut for the codes that mean exactly one thing in both versions.
    func conversion(of field: String) -> Conversion {
        // What each code becomes is worked out once; documents write codes without escapes.
        let known = rows.map { (json: DocumentValue.text($0.earlier).json, later: up(.text($0.earlier))) }
        var conversion = Conversion(
            up: { input throws(StepFailure) in
                if case .json(let json) = input[0]?.content, let row = known.first(where: { $0.json == json }) {
                    return row.later
                }
                return up(input[0])
            },
            down: { input throws(StepFailure) in [down(input)] }
        )
        var exact: [(earlier: [UInt8], later: [UInt8])] = []
        for row in rows where down(up(.text(row.earlier))) == .text(row.earlier) {
            let members = zip(paths, up(.text(row.earlier)))
                .compactMap { path, value in value.map { DocumentMember(MemberName(path[0]), $0) } }
            var writer = JSONWriter(capacity: 128)
            writer.beginObject()
            for member in members { member.write(to: &writer) }
            exact.append((DocumentValue.text(row.earlier).json, Array(writer.bytes().dropFirst())))
        }
        let table = exact
        conversion.upShortcut = { bytes, writer in
            for row in table where row.earlier.count == bytes.count && row.earlier.elementsEqual(bytes) {
                writer.writeRaw(row.later)
                return true
            }
            return false
        }
        if paths.count == 1, paths[0].count == 1 {
            let back = rows.filter { up(.text($0.earlier)) == [$0.later[0].map { .text($0) }] }
                .filter { down([$0.later[0].map { .text($0) }]) == .text($0.earlier) }
                .map { row -> (later: [UInt8], member: [UInt8]) in
                    var writer = JSONWriter(capacity: 64)
                    writer.beginObject()
                    DocumentMember(MemberName(field), .text(row.earlier)).write(to: &writer)
                    return (DocumentValue.text(row.later[0] ?? "").json, Array(writer.bytes().dropFirst()))
                }
            conversion.downShortcut = { bytes, writer in
                for row in back where row.later.count == bytes.count && row.later.elementsEqual(bytes) {
                    writer.writeRaw(row.member)
                    return true
                }
                return false
            }
        }
        return conversion
    }

    private func up(_ value: DocumentValue?) -> [DocumentValue?] {
        guard let value else { return paths.map { _ in nil } }
        var codes = otherwise?.map { $0.map { DocumentValue.text($0) } } ?? []
        if let row = value.text.flatMap({ text in rows.first { $0.earlier == text } }) {
            codes = row.later.map { $0.map { .text($0) } }
        } else {
            // A code that nobody knows, or no code at all: the leading field has it, and its reader may remark upon it.
            if codes.isEmpty { codes = [nil] }
            codes[0] = value
        }
        return zip(paths, codes).map { path, code in code.map { Self.wrapped($0, path.dropFirst()) } }
    }

    private static func wrapped(_ value: DocumentValue, _ path: ArraySlice<String>) -> DocumentValue {
        path.reversed()
            .reduce(value) { value, name in
                var object = DocumentValue.object([:])
                object[name] = value
                return object
            }
    }

    private func down(_ values: [DocumentValue?]) -> DocumentValue? {
        let codes = zip(paths, values).map { path, value in path.dropFirst().reduce(value) { $0?[$1] } }
        guard let leading = codes.first else { return nil }
        if codes.allSatisfy({ $0 == nil }) { return nil }
        var best: (row: CodeRow, count: Int)?
        for row in rows {
            let count = zip(row.later, codes).prefix { $0.map { .text($0) } == $1 }.count
            if count == codes.count { return .text(row.earlier) }
            if count > best?.count ?? 0 { best = (row, count) }
        }
        if let best { return .text(best.row.earlier) }
        // Without a leading code, the first row says what its absence means.
        return leading ?? rows.first.map { .text($0.earlier) }
    }
}

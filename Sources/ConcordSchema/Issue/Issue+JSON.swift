extension Issue {
    /// Reads an issue as ``write(to:)`` writes it, such as one of a repair kit.
    ///
    /// Members that it does not know are passed over.
    ///
    /// - Parameter reader: The reader, before the issue.
    /// - Throws: A ``ReadFailure`` if no such issue stands here.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        reader.skipWhitespace()
        let begin = reader.offset
        var texts: [String: String] = [:]
        var severity: Severity?
        var places: [String: SourcePosition] = [:]
        try reader.eachMember { name, reader throws(ReadFailure) in
            switch name {
            case "code", "path", "pointer", "source", "expected", "observed", "remedy", "rule":
                texts[name] = try reader.readString()
            case "severity":
                let place = reader.offset
                severity = Severity(rawValue: try reader.readString())
                let words = Severity.allCases.map(\.rawValue).joined(separator: ", ")
                if severity == nil { throw ReadFailure(.unknownCode, at: place, expected: "one of \(words)") }
            case "position", "related": places[name] = try SourcePosition(reading: &reader)
            default: try reader.skipValue()
            }
        }
        guard let code = texts["code"], let severity, let expected = texts["expected"] else {
            throw ReadFailure(.missing, at: begin, expected: "an issue with code, severity and expected")
        }
        guard let path = RecordPath(texts["path"] ?? "", pointer: texts["pointer"] ?? "") else {
            throw ReadFailure(.type, at: begin, expected: "an issue whose path and pointer lead to one place")
        }
        self.init(
            IssueCode(rawValue: code),
            severity: severity,
            path: path,
            position: places["position"],
            related: places["related"],
            expected: expected,
            observed: texts["observed"],
            remedy: texts["remedy"],
            rule: texts["rule"]
        )
        source = texts["source"]
    }
}

extension SourcePosition {
    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let begin = reader.offset
        var numbers: [String: Int] = [:]
        try reader.eachMember { name, reader throws(ReadFailure) in
            switch name {
            case "offset", "line", "column": numbers[name] = Int(truncatingIfNeeded: try reader.readInteger())
            default: try reader.skipValue()
            }
        }
        guard let offset = numbers["offset"], let line = numbers["line"], let column = numbers["column"] else {
            throw ReadFailure(.missing, at: begin, expected: "a place with offset, line and column")
        }
        self.init(offset: offset, line: line, column: column)
    }
}

extension RecordPath {
    /// A path from its two text forms, of which each leaves something open: where a name ends, and whether a number is one.
    fileprivate init?(_ text: String, pointer: String) {
        self.init()
        var rest = text[...]
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            let field = steps.isEmpty ? name : ".\(name)"
            if rest.hasPrefix(field) {
                rest = rest.dropFirst(field.count)
                steps.append(.field(name))
            } else if rest.hasPrefix("[\(name)]") {
                rest = rest.dropFirst(name.count + 2)
                if let index = Int(name) {
                    steps.append(.index(index))
                } else if let sign = name.firstIndex(of: "=") {
                    steps.append(.key(field: String(name[..<sign]), text: String(name[name.index(after: sign)...])))
                } else {
                    return nil
                }
            } else {
                return nil
            }
        }
        guard rest.isEmpty else { return nil }
    }
}

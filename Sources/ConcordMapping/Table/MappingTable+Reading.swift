public import ConcordSchema

extension MappingTable {
    /// Reads tables that were written as JSON, to compare mappings with what they were.
    ///
    /// - Parameter json: One table, or an array of tables, as ``json()`` and the command write them.
    /// - Returns: The tables.
    /// - Throws: A `ReadFailure` if it is not JSON, or not such tables.
    public static func tables(fromJSON json: [UInt8]) throws(ReadFailure) -> [MappingTable] {
        let result: Result<[MappingTable], ReadFailure> = json.withUnsafeBufferPointer { bytes in
            do throws(ReadFailure) {
                return .success(try tables(in: bytes))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func tables(in bytes: UnsafeBufferPointer<UInt8>) throws(ReadFailure) -> [MappingTable] {
        var reader = JSONReader(bytes)
        let isArray = reader.peek() == UInt8(ascii: "[")
        try reader.skipValue()
        try reader.finish()
        let document = TableDocument(bytes: bytes)
        var tables: [MappingTable] = []
        if isArray {
            for item in document.items { tables.append(try MappingTable(item)) }
        } else {
            tables.append(try MappingTable(document))
        }
        return tables
    }

    private init(_ document: TableDocument) throws(ReadFailure) {
        var rows: [Row] = []
        for item in try document.required("rules").items { rows.append(try Row(item)) }
        self.init(
            name: try document.text("mapping"),
            version: Int(try document.required("version").json) ?? 0,
            object: try document.text("object"),
            api: document["api"]?.text ?? "",
            record: try document.text("record"),
            keepsRest: document["keepsRest"]?.json == "true",
            law: MappingLaw(word: try document.text("law"), reason: document["reason"]?.text ?? ""),
            rows: rows
        )
    }
}

extension MappingTable.Row {
    fileprivate init(_ document: TableDocument) throws(ReadFailure) {
        let reason = document["reason"]?.text ?? ""
        self.init(
            sources: try document.required("sources").items.compactMap(\.text),
            target: document["target"]?.text ?? "",
            type: document["type"]?.text ?? "",
            isRequired: document["required"].map { $0.json == "true" },
            word: try document.text("word"),
            manner: document["manner"]?.text ?? "",
            crosswalks: document["crosswalks"]?.items.compactMap(\.text) ?? [],
            onUnknown: document["onUnknown"]?.text.flatMap(Crosswalk.Unmapped.init),
            law: MappingLaw(word: try document.text("law"), reason: reason),
            reason: reason,
            layer: RuleLayer(try document.text("layer")),
            owner: document["owner"]?.text
        )
    }
}

extension MappingLaw {
    fileprivate init(word: String, reason: String) {
        self =
            switch word {
            case MappingLaw.iso.word: .iso
            case MappingLaw.lossy("").word: .lossy(reason)
            case MappingLaw.oneWay("").word: .oneWay(reason)
            default: .none
            }
    }
}

extension Crosswalk.Unmapped {
    fileprivate init?(_ text: String) {
        let taken = "take \""
        switch text {
        case "\(Self.reject)": self = .reject
        case "\(Self.keep)": self = .keep
        case _ where text.hasPrefix(taken) && text.hasSuffix("\""):
            self = .fixed(String(text.dropFirst(taken.count).dropLast()))
        default: return nil
        }
    }
}

extension RuleLayer {
    fileprivate init(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let version = parts.count == 2 ? Int(parts[1]) : nil
        self.init(name: version == nil ? text : parts[0], version: version)
    }
}

/// A value of a document of tables.
private struct TableDocument {
    /// The value's bytes, which are JSON.
    let bytes: UnsafeBufferPointer<UInt8>

    /// The value of a member; nil if there is none.
    subscript(name: String) -> TableDocument? {
        JSONPlace.range(of: [name], in: bytes)
            .map { TableDocument(bytes: UnsafeBufferPointer(rebasing: bytes[$0])) }
    }

    /// The items of a list; none of anything else.
    var items: [TableDocument] {
        var reader = JSONReader(bytes)
        guard (try? reader.take(UInt8(ascii: "["), expecting: "a list")) != nil else { return [] }
        var items: [TableDocument] = []
        while reader.peek() != UInt8(ascii: "]") {
            let begin = reader.offset
            guard (try? reader.skipValue()) != nil else { break }
            items.append(TableDocument(bytes: UnsafeBufferPointer(rebasing: bytes[begin..<reader.offset])))
            guard reader.peek() == UInt8(ascii: ",") else { break }
            guard (try? reader.take(UInt8(ascii: ","), expecting: "a comma")) != nil else { break }
        }
        return items
    }

    /// The value as text; nil if it is no string.
    var text: String? { SourceValue(bytes: bytes, offset: 0).text }

    /// The value as JSON.
    var json: String { String(decoding: bytes, as: UTF8.self) }

    /// The value of a member that must be there.
    func required(_ name: String) throws(ReadFailure) -> TableDocument {
        guard let value = self[name] else {
            throw ReadFailure(.missing, at: 0, expected: "a mapping's table as JSON, with the member \"\(name)\"")
        }
        return value
    }

    /// The text of a member that must be there.
    func text(_ name: String) throws(ReadFailure) -> String {
        guard let text = try required(name).text else {
            throw ReadFailure(.missing, at: 0, expected: "a mapping's table as JSON, with text for \"\(name)\"")
        }
        return text
    }
}

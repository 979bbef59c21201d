internal import ConcordConfiguration
public import ConcordSchema

/// A version of a schema as a file that is checked in: the fields, the records inside, and nothing of the Swift types.
///
/// A published version never changes: its ``fingerprint`` is what it was published as. The fingerprint leaves out what says
/// nothing of the data: documentation, examples, sensitivity, the names of lists of codes and which codes are known of a
/// list that takes any. These may change; the file has them as they were when it was last written. Units do not count for
/// it either, and are not in the file at all.
public struct SchemaDocument: Sendable {
    /// The version.
    public let description: RecordDescription

    /// The file of a version.
    public init(_ description: RecordDescription) {
        self.description = description
    }

    /// The file's text, with one field a line.
    public var text: String {
        var definitions = Definitions()
        let fields = definitions.fields(of: description, isCanonical: false)
        var lines = ["{", "  \"schema\": \(Self.quoted(description.tag)),"]
        lines.append("  \"documentation\": \(Self.quoted(description.documentation)),")
        lines.append("  \"fields\": [")
        lines += Self.joined(fields.map { "    \($0)" })
        lines.append("  ],")
        lines.append("  \"records\": {")
        let records = definitions.records.map { name, fields in
            (["    \(Self.quoted(name)): ["] + Self.joined(fields.map { "      \($0)" }) + ["    ]"])
                .joined(separator: "\n")
        }
        lines += Self.joined(records)
        lines += ["  }", "}", ""]
        return lines.joined(separator: "\n")
    }

    /// The SHA-256 of the version's canonical form (RFC 8785) without annotations: `sha256:` and 64 hexadecimal digits.
    public var fingerprint: String {
        var definitions = Definitions()
        let fields = definitions.fields(of: description.withoutAnnotations, isCanonical: true)
        let records = definitions.records.map { "\(Self.quoted($0)):[\($1.joined(separator: ","))]" }
        let text =
            "{\"schema\":\(Self.quoted(description.tag)),\"fields\":[\(fields.joined(separator: ","))],"
            + "\"records\":{\(records.joined(separator: ","))}}"
        // What was written here has a canonical form.
        return (try? ContentHash(of: Array(text.utf8))).map { "sha256:\($0)" } ?? ""
    }

    private static func joined(_ lines: [String]) -> [String] {
        lines.enumerated().map { $0 < lines.count - 1 ? "\($1)," : $1 }
    }

    fileprivate static func quoted(_ text: String) -> String {
        String(decoding: DocumentValue.text(text).json, as: UTF8.self)
    }
}

extension RecordDescription {
    /// The record without what says nothing of the data, so that two records that differ in that only are one.
    fileprivate var withoutAnnotations: RecordDescription {
        RecordDescription(
            name: name,
            version: version,
            documentation: "",
            fields: fields.map { field in
                FieldDescription(
                    name: field.name,
                    documentation: "",
                    shape: field.shape.withoutAnnotations,
                    isRequired: field.isRequired
                )
            }
        )
    }
}

extension FieldShape {
    fileprivate var withoutAnnotations: FieldShape {
        switch self {
        case .text(let format, _): .text(format: format, examples: [])
        case .code: .text(format: "code", examples: [])
        case .record(let record): .record(record.withoutAnnotations)
        case .list(let item, let key): .list(of: item.withoutAnnotations, key: key)
        case .optional(let value): .optional(value.withoutAnnotations)
        case .integer, .boolean: self
        }
    }
}

/// The records inside a version, each written once; two of one name that differ have different names in the file.
private struct Definitions {
    private(set) var records: [(name: String, fields: [String])] = []
    private var known: [(record: RecordDescription, name: String)] = []

    mutating func fields(of record: RecordDescription, isCanonical: Bool) -> [String] {
        // The order of fields says nothing of the data either.
        let fields = isCanonical ? record.fields.sorted { $0.name < $1.name } : record.fields
        return fields.map { field in
            var text = "{\"name\":\(SchemaDocument.quoted(field.name)),"
            text += "\"shape\":\(shape(field.shape, isCanonical)),\"required\":\(field.isRequired)"
            if !isCanonical {
                if field.sensitivity != .open { text += ",\"sensitivity\":\"\(field.sensitivity.rawValue)\"" }
                text += ",\"documentation\":\(SchemaDocument.quoted(field.documentation))"
            }
            return text + "}"
        }
    }

    private mutating func shape(_ shape: FieldShape, _ isCanonical: Bool) -> String {
        switch shape {
        case .text(let format, let examples):
            let shown =
                isCanonical ? "" : ",\"examples\":[\(examples.map(SchemaDocument.quoted).joined(separator: ","))]"
            return "{\"text\":\(SchemaDocument.quoted(format))\(shown)}"
        case .code(let name, let known):
            let codes = known.map(SchemaDocument.quoted).joined(separator: ",")
            return "{\"code\":\(SchemaDocument.quoted(name)),\"known\":[\(codes)]}"
        case .integer(let minimum, let maximum):
            // Beyond 53 bits a number has no canonical form of its own.
            return "{\"integer\":[\"\(minimum)\",\"\(maximum)\"]}"
        case .boolean:
            return "{\"boolean\":true}"
        case .record(let record):
            return "{\"record\":\(SchemaDocument.quoted(name(of: record, isCanonical)))}"
        case .list(let item, let key):
            let key = key.map { ",\"key\":\(SchemaDocument.quoted($0))" } ?? ""
            return "{\"list\":\(self.shape(item, isCanonical))\(key)}"
        case .optional(let value):
            return "{\"optional\":\(self.shape(value, isCanonical))}"
        }
    }

    private mutating func name(of record: RecordDescription, _ isCanonical: Bool) -> String {
        if let found = known.first(where: { $0.record == record }) { return found.name }
        let count = known.count { $0.record.name == record.name }
        let name = count == 0 ? record.name : "\(record.name)~\(count + 1)"
        known.append((record, name))
        let place = records.count
        records.append((name, []))
        records[place].fields = fields(of: record, isCanonical: isCanonical)
        return name
    }
}

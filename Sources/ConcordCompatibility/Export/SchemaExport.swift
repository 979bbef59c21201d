public import ConcordSchema

/// The making of a JSON Schema from a record's declaration.
struct SchemaExport {
    let side: SchemaSide
    private var definitions: [JSONMember] = []
    private var names: [RecordDescription: String] = [:]

    init(_ side: SchemaSide) {
        self.side = side
    }

    mutating func document(of record: RecordDescription, hasTag: Bool) -> JSONValue {
        var members: [JSONMember] = [
            JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
            JSONMember("title", .string(record.tag)),
        ]
        var body = self.members(of: record)
        if hasTag, record.version != nil {
            Self.addTag(record.tag, to: &body)
        }
        members += body
        if !definitions.isEmpty { members.append(JSONMember("$defs", .object(definitions))) }
        return .object(members)
    }

    /// The member that says which schema a document follows.
    private static func addTag(_ tag: String, to members: inout [JSONMember]) {
        let schema = JSONMember(
            "schema",
            ["const": .string(tag), "description": "The schema that the document follows."]
        )
        for index in members.indices {
            switch members[index].value {
            case .object(let properties) where members[index].name == "properties":
                members[index].value = .object([schema] + properties)
            case .array(let names) where members[index].name == "required":
                members[index].value = .array(["schema"] + names)
            default: break
            }
        }
        if !members.contains(where: { $0.name == "required" }) { members.append(JSONMember("required", ["schema"])) }
    }

    private mutating func members(of record: RecordDescription) -> [JSONMember] {
        var properties: [JSONMember] = []
        for field in record.fields {
            var members = schema(of: field.shape)
            if !field.documentation.isEmpty { members.append(JSONMember("description", .string(field.documentation))) }
            if let unit = field.unit { members.append(JSONMember("x-concord-unit", .string("\(unit)"))) }
            if field.sensitivity != .open {
                members.append(JSONMember("x-concord-sensitivity", .string(field.sensitivity.rawValue)))
            }
            properties.append(JSONMember(JSONString(field.name), .object(members)))
        }
        var members: [JSONMember] = [
            JSONMember("description", .string(record.documentation)), JSONMember("type", "object"),
            JSONMember("properties", .object(properties)),
        ]
        let required = record.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members.append(JSONMember("required", .array(required))) }
        if side == .writer { members.append(JSONMember("additionalProperties", false)) }
        return members
    }

    private mutating func schema(of shape: FieldShape) -> [JSONMember] {
        switch shape {
        case .boolean: return [JSONMember("type", "boolean")]
        case .integer(let minimum, let maximum):
            return [
                JSONMember("type", "integer"), JSONMember("minimum", .number(JSONNumber(Int(minimum)))),
                JSONMember("maximum", .number(JSONNumber(Int(maximum)))),
            ]
        case .code(let name, let known):
            let codes = JSONValue.array(known.map { .string($0) })
            let list = side == .writer && !known.isEmpty ? [JSONMember("enum", codes)] : [JSONMember("examples", codes)]
            return [JSONMember("type", "string")] + list + [JSONMember("x-concord-code", .string(name))]
        case .text(let format, let examples):
            return text(format, examples)
        case .record(let record):
            return [JSONMember("$ref", .string("#/$defs/\(name(of: record))"))]
        case .list(let item, let key):
            let items = JSONMember("items", .object(schema(of: item)))
            return [JSONMember("type", "array"), items]
                + (key.map { [JSONMember("x-concord-key", .string($0))] } ?? [])
        case .optional(let value):
            return Self.nullable(schema(of: value))
        }
    }

    private mutating func text(_ format: String, _ examples: [String]) -> [JSONMember] {
        guard let keywords = TextFormatSchema.keywords(for: format, examples: examples) else {
            return [JSONMember("type", "string"), JSONMember("x-concord-format", .string(format))]
        }
        guard format != "text", format != "json" else { return keywords }
        let reference = JSONMember("$ref", .string("#/$defs/\(format)"))
        if !definitions.contains(where: { $0.name.text == format }) {
            var members = keywords
            if !examples.isEmpty { members.append(JSONMember("examples", .array(examples.map { .string($0) }))) }
            members.append(JSONMember("x-concord-format", .string(format)))
            definitions.append(JSONMember(JSONString(format), .object(members)))
        }
        return [reference]
    }

    /// The same, or nothing: `null` stands for a value that is not there.
    private static func nullable(_ members: [JSONMember]) -> [JSONMember] {
        // What accepts everything accepts null.
        guard !members.isEmpty else { return members }
        return [JSONMember("anyOf", [.object(members), ["type": "null"]])]
    }

    /// The name of a nested record's definition; it is added when it is first asked for.
    private mutating func name(of record: RecordDescription) -> String {
        if let name = names[record] { return name }
        var name = record.name
        var count = 1
        while definitions.contains(where: { $0.name.text == name }) {
            count += 1
            name = "\(record.name)-\(count)"
        }
        names[record] = name
        let place = definitions.count
        definitions.append(JSONMember(JSONString(name), true))
        let body = JSONValue.object(members(of: record))
        definitions[place].value = body
        return name
    }
}

extension JSONSchema {
    /// The schema of a record's documents, in JSON Schema 2020-12.
    ///
    /// Titles, descriptions, formats, units, known codes and sensitivity are annotations in it: `x-concord-unit` (a code
    /// of UN/ECE Recommendation 20), `x-concord-sensitivity`, `x-concord-code`, `x-concord-format`, `x-concord-key`.
    ///
    /// - Parameters:
    ///   - record: The record's declaration.
    ///   - side: What the version writes, or what it reads.
    ///   - hasTag: Whether a document must name its schema; a comparison of two versions leaves that out.
    public init(of record: RecordDescription, side: SchemaSide, hasTag: Bool = true) {
        var export = SchemaExport(side)
        self.init(export.document(of: record, hasTag: hasTag))
    }

    /// Whether a text's format is described by exported schemas; of a host's own formats they have only the name.
    package static func describes(format: String) -> Bool {
        TextFormatSchema.keywords(for: format, examples: []) != nil
    }
}

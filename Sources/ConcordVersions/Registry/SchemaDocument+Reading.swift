public import ConcordSchema

extension SchemaDocument {
    /// Reads the file of a version.
    ///
    /// - Parameter json: The file's bytes.
    /// - Throws: A ``Refusal`` that says what the file lacks.
    public init(json: [UInt8]) throws(Refusal) {
        guard let text = try? JSONText(String(decoding: json, as: UTF8.self)) else {
            throw SchemaReading.refusal("the file of a version: {\"schema\": \"customer/1\", \"fields\": […], …}")
        }
        self.init(try SchemaReading(DocumentValue(.json(Array(text.text.utf8)))).version())
    }

    /// Whether another version says the same of the data: the same fields, records and shapes, whatever is told of them.
    ///
    /// - Parameter other: The other version.
    /// - Returns: Whether it does.
    public func saysTheSame(as other: SchemaDocument) -> Bool {
        fingerprint == other.fingerprint
    }
}

/// The reading of a version's file.
private struct SchemaReading {
    private let document: DocumentValue
    private let records: DocumentValue

    init(_ document: DocumentValue) {
        self.document = document
        records = document["records"] ?? .null
    }

    static func refusal(_ expected: String) -> Refusal {
        Refusal(issues: [Issue(.syntax, expected: expected)])
    }

    func version() throws(Refusal) -> RecordDescription {
        guard let tag = document["schema"]?.text?.split(separator: "/"), tag.count == 2, let number = Int(tag[1]) else {
            throw Self.refusal("the member \"schema\" with a name and a number: customer/1")
        }
        return RecordDescription(
            name: String(tag[0]),
            version: number,
            documentation: document["documentation"]?.text ?? "",
            fields: try fields(document["fields"], 0)
        )
    }

    private func fields(_ list: DocumentValue?, _ depth: Int) throws(Refusal) -> [FieldDescription] {
        // No record contains itself, so a file that says so is broken.
        guard depth < 64, let items = list?.items else { throw Self.refusal("a list of fields, of records in records") }
        var fields: [FieldDescription] = []
        for item in items {
            guard let name = item["name"]?.text, let shape = item["shape"] else {
                throw Self.refusal("a name and a shape in each field")
            }
            fields.append(
                FieldDescription(
                    name: name,
                    documentation: item["documentation"]?.text ?? "",
                    shape: try self.shape(shape, of: name, depth),
                    isRequired: item["required"]?.boolean ?? false,
                    sensitivity: item["sensitivity"]?.text.map { Sensitivity(rawValue: $0) } ?? .open
                )
            )
        }
        return fields
    }

    private func shape(_ value: DocumentValue, of field: String, _ depth: Int) throws(Refusal) -> FieldShape {
        func texts(_ value: DocumentValue?) -> [String] { (value?.items ?? []).compactMap(\.text) }
        guard depth < 64 else { throw Self.refusal("shapes in shapes to a depth of 64") }
        if let format = value["text"]?.text { return .text(format: format, examples: texts(value["examples"])) }
        if let name = value["code"]?.text { return .code(name: name, known: texts(value["known"])) }
        if value["boolean"] != nil { return .boolean }
        if let inner = value["optional"] { return .optional(try shape(inner, of: field, depth + 1)) }
        if let item = value["list"] {
            return .list(of: try shape(item, of: field, depth + 1), key: value["key"]?.text)
        }
        let bounds = texts(value["integer"]).compactMap { Int64($0) }
        if bounds.count == 2 { return .integer(minimum: bounds[0], maximum: bounds[1]) }
        guard let name = value["record"]?.text, let fields = records[name] else {
            throw Self.refusal("in the field \"\(field)\" a shape that is known, or a record of the file")
        }
        // The second of two records with one name is `address~2` in the file.
        return .record(
            RecordDescription(
                name: String(name.prefix { $0 != "~" }),
                version: nil,
                documentation: "",
                fields: try self.fields(fields, depth + 1)
            )
        )
    }
}

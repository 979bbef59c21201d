/// Turns documents into lists of schemas with keywords as data.
///
/// References are followed inside one document: to JSON Pointers, to `$anchor`s, and to the document's own `$id`. What
/// leads elsewhere, and what depends on how a schema was reached (`$dynamicRef`), becomes an opaque assertion.
struct SchemaBuilder {
    /// The schemas.
    private(set) var nodes: [SchemaNode] = []

    private var document = JSONValue.null
    var dialect = SchemaDialect.draft202012
    private var places: [JSONLocation: Int] = [:]
    private var anchors: [String: Int] = [:]
    private var pending: [(node: Int, keyword: Int, target: String)] = []
    private var rootID = ""

    /// How many schemas a document has at most.
    static let maximumNodes = 50_000

    /// Adds a document.
    ///
    /// - Parameter document: The schema.
    /// - Returns: The place of its root in ``nodes``.
    mutating func add(_ document: JSONValue) -> Int {
        self.document = document
        let start = nodes.count
        dialect = SchemaDialect(of: document)
        places = [:]
        anchors = [:]
        pending = []
        rootID = (document["$id"]?.text ?? document["id"]?.text ?? "").dropping("#")
        let root = add(document, at: JSONLocation(), isEmbedded: false)
        // Targets may have references of their own, so the list grows while it is worked off.
        var next = 0
        while next < pending.count {
            let reference = pending[next]
            next += 1
            let assertion: SchemaAssertion =
                target(of: reference.target).map { .reference($0) } ?? .opaque("$ref \(reference.target)")
            replace(reference.node, reference.keyword, assertion)
        }
        settleUnevaluated(in: start..<nodes.count)
        return root
    }

    /// Puts another assertion in a keyword's place.
    mutating func replace(_ place: Int, _ index: Int, _ assertion: SchemaAssertion) {
        let keyword = nodes[place].keywords[index]
        nodes[place].keywords[index] = SchemaKeyword(
            name: keyword.name,
            location: keyword.location,
            assertion: assertion
        )
    }

    private mutating func target(of reference: String) -> Int? {
        var text = reference
        if !text.hasPrefix("#") {
            guard !rootID.isEmpty, text.hasPrefix(rootID) else { return nil }
            text.removeFirst(rootID.count)
            if text.isEmpty { text = "#" }
            guard text.hasPrefix("#") else { return nil }
        }
        let fragment = String(text.dropFirst()).percentDecoded
        if let place = anchors[fragment] { return place }
        guard let steps = JSONLocation.steps(of: fragment) else { return nil }
        let location = steps.reduce(JSONLocation()) { $0.member($1) }
        if let place = places[location] { return place }
        // A schema inside an embedded resource, or inside a value that is none, is not looked for.
        for count in 1..<max(steps.count, 1) where document.value(at: steps.prefix(count))?["$id"] != nil { return nil }
        guard let schema = document.value(at: steps) else { return nil }
        return add(schema, at: location, isEmbedded: false)
    }

    /// Adds one schema and those inside it.
    mutating func add(_ schema: JSONValue, at location: JSONLocation, isEmbedded: Bool) -> Int {
        let place = nodes.count
        if !isEmbedded { places[location] = place }
        nodes.append(SchemaNode(location: location, source: schema))
        var isEmbedded = isEmbedded
        switch schema {
        case .boolean(true): break
        case .boolean(false): append("false", .never, at: location, to: place)
        case .object(let members):
            if location.pointer.isEmpty == false, let id = schema[dialect == .draft4 ? "id" : "$id"]?.text {
                if id.hasPrefix("#") { anchors[String(id.dropFirst())] = place } else { isEmbedded = true }
            }
            if !isEmbedded, let anchor = schema["$anchor"]?.text ?? schema["$dynamicAnchor"]?.text {
                anchors[anchor] = place
            }
            read(members, of: schema, at: location, into: place, isEmbedded)
        default: append("schema", .opaque("a schema that is neither an object nor a boolean"), at: location, to: place)
        }
        return place
    }

    private mutating func read(
        _ members: [JSONMember],
        of schema: JSONValue,
        at location: JSONLocation,
        into place: Int,
        _ isEmbedded: Bool
    ) {
        guard nodes.count < Self.maximumNodes else {
            append("schema", .opaque("a document with too many schemas"), at: location, to: place)
            return
        }
        if let reference = schema["$ref"]?.text {
            append("$ref", .opaque("$ref"), at: location.member("$ref"), to: place)
            let target = isEmbedded ? "" : reference
            pending.append((place, nodes[place].keywords.count - 1, target))
            if dialect.hasLoneReferences {
                // Definitions beside it can be referred to all the same.
                readDefinitions(schema, at: location, isEmbedded)
                return
            }
        }
        readDefinitions(schema, at: location, isEmbedded)
        var reading = KeywordReading(schema: schema, location: location, place: place, isEmbedded: isEmbedded)
        for member in members { reading.read(member, into: &self) }
    }

    private mutating func readDefinitions(_ schema: JSONValue, at location: JSONLocation, _ isEmbedded: Bool) {
        for name in ["$defs", "definitions"] {
            for member in schema[JSONString(name)]?.members ?? [] {
                _ = add(member.value, at: location.member(name).member(member.name.text), isEmbedded: isEmbedded)
            }
        }
    }

    /// Adds an assertion to a schema.
    mutating func append(_ name: String, _ assertion: SchemaAssertion, at location: JSONLocation, to place: Int) {
        nodes[place].keywords.append(SchemaKeyword(name: name, location: location, assertion: assertion))
    }

    /// Adds a schema that no document has.
    mutating func synthesize(_ assertion: SchemaAssertion, named name: String) -> Int {
        nodes.append(SchemaNode(location: JSONLocation(), source: .boolean(true)))
        append(name, assertion, at: JSONLocation(), to: nodes.count - 1)
        return nodes.count - 1
    }
}

extension String {
    /// The text without a character at its end.
    fileprivate func dropping(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }

    /// The text with `%25` and the like resolved (RFC 3986 §2.1).
    fileprivate var percentDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

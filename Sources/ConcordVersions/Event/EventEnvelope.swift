public import ConcordSchema
public import ConcordValues

/// An event about a record: CloudEvents 1.0 in its JSON format.
///
/// `dataschema` names the schema of the data and its fingerprint, so that a reader whose idea of that version is another
/// one refuses the event instead of finding empty fields.
public struct EventEnvelope: Sendable, Equatable {
    /// What the event is called within its source.
    public var id: String
    /// Where it happened: a URI reference.
    public var source: String
    /// What happened: `concord.customer.changed`.
    public var type: String
    /// What it happened to: the record's id.
    public var subject: String?
    /// When it happened.
    public var time: Instant?
    /// The media type of the data; JSON if nil.
    public var dataContentType: String?
    /// The schema of the data: a URI.
    public var dataSchema: String?
    /// What is told.
    public var data: EventData?
    /// Further attributes, in the order of the document.
    public var extensions: [EventExtension] = []

    /// An event.
    ///
    /// - Parameters:
    ///   - id: What the event is called within its source.
    ///   - source: Where it happened.
    ///   - type: What happened.
    public init(id: String, source: String, type: String) {
        self.id = id
        self.source = source
        self.type = type
    }
}

/// What an event tells.
public enum EventData: Sendable, Equatable {
    /// A JSON value; a string if the media type is not JSON.
    case json(DocumentValue)
    /// Bytes, as Base64 (RFC 4648 §4).
    case base64(String)
}

/// A further attribute of an event; its name has lower-case letters and digits.
public struct EventExtension: Sendable, Equatable {
    /// The attribute's name.
    public let name: String
    /// A string, a whole number of 32 bits, or a Boolean.
    public let value: DocumentValue

    /// An attribute.
    public init(_ name: String, _ value: DocumentValue) {
        self.name = name
        self.value = value
    }
}

extension IssueCode {
    /// An event breaks a rule of CloudEvents 1.0.
    public static let eventInvalid: Self = "event.invalid"
    /// An event's data has another schema than the event says, or than its reader knows.
    public static let eventSchemaMismatch: Self = "event.schemaMismatch"
}

// MARK: - Writing

extension EventEnvelope {
    /// The event in the JSON format, without white space.
    public func json() -> [UInt8] {
        var members: [DocumentMember] = []
        func put(_ name: String, _ value: DocumentValue?) {
            if let value { members.append(DocumentMember(MemberName(name), value)) }
        }
        put("specversion", .text("1.0"))
        put("id", .text(id))
        put("source", .text(source))
        put("type", .text(type))
        put("subject", subject.map { .text($0) })
        put("time", time.map { .text($0.description) })
        put("datacontenttype", dataContentType.map { .text($0) })
        put("dataschema", dataSchema.map { .text($0) })
        for attribute in extensions { put(attribute.name, attribute.value) }
        switch data {
        case .json(let value)?: put("data", value)
        case .base64(let text)?: put("data_base64", .text(text))
        case nil: break
        }
        return DocumentValue(.object(members)).json
    }

    /// Some events in the JSON batch format.
    public static func json(batch: [EventEnvelope]) -> [UInt8] {
        DocumentValue.list(batch.map { DocumentValue(.json($0.json())) }).json
    }
}

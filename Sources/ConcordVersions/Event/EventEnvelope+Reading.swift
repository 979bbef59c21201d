public import ConcordSchema
internal import ConcordValues

extension EventEnvelope {
    /// Reads an event in the JSON format.
    ///
    /// - Parameter document: One JSON object in UTF-8.
    /// - Throws: A ``Refusal`` if it is no valid event of CloudEvents 1.0.
    public init(json document: [UInt8]) throws(Refusal) {
        try self.init(EventReading(Self.value(document)).event())
    }

    /// Reads a batch of events in the JSON batch format.
    ///
    /// - Throws: A ``Refusal`` if one of them is no valid event; the path says which.
    public static func batch(json document: [UInt8]) throws(Refusal) -> [EventEnvelope] {
        guard let items = try value(document).items else {
            throw Refusal(issues: [Issue(.eventInvalid, expected: "a list of events")])
        }
        var events: [EventEnvelope] = []
        for (index, item) in items.enumerated() {
            events.append(try EventReading(item, RecordPath([.index(index)])).event())
        }
        return events
    }

    private init(_ event: EventEnvelope) {
        self = event
    }

    private static func value(_ document: [UInt8]) throws(Refusal) -> DocumentValue {
        let failure: ReadFailure? = document.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            do throws(ReadFailure) {
                try reader.skipValue()
                try reader.finish()
                return nil
            } catch {
                return error
            }
        }
        if let failure {
            throw document.withUnsafeBufferPointer { Refusal(issues: [Issue(failure, severity: .error, in: $0)]) }
        }
        return document.withUnsafeBufferPointer { DocumentValue(copying: $0) }
    }
}

/// The reading of one event, with the sections of the specification that its rules come from.
private struct EventReading {
    private let document: DocumentValue
    private let path: RecordPath

    init(_ document: DocumentValue, _ path: RecordPath = RecordPath()) {
        self.document = document
        self.path = path
    }

    func event() throws(Refusal) -> EventEnvelope {
        guard let members = document.members else { throw refusal(nil, "an object") }
        var names: Set<MemberName> = []
        for member in members where !names.insert(member.name).inserted {
            throw refusal(member.name.text, "each member once")
        }
        guard try text("specversion") == "1.0" else { throw refusal("specversion", "\"1.0\"") }
        var event = EventEnvelope(
            id: try required("id"),
            source: try required("source"),
            type: try required("type")
        )
        event.subject = try text("subject")
        if let time = try text("time") {
            // RFC 3339, which the type Timestamp is.
            guard let instant = try? Instant(time) else { throw refusal("time", "a time such as 2026-03-02T09:00:00Z") }
            event.time = instant
        }
        if let type = try text("datacontenttype") {
            guard Self.isMediaType(type) else { throw refusal("datacontenttype", "a media type of RFC 2046") }
            event.dataContentType = type
        }
        if let schema = try text("dataschema") {
            guard Self.hasScheme(schema) else { throw refusal("dataschema", "an absolute URI") }
            event.dataSchema = schema
        }
        for member in members { try read(member, into: &event) }
        return event
    }

    private func read(_ member: DocumentMember, into event: inout EventEnvelope) throws(Refusal) {
        let name = member.name.text
        switch name {
        case "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema":
            return
        case "data":
            // JSON format §3.1: data and data_base64 exclude one another.
            if document["data_base64"] != nil { throw refusal("data", "either data or data_base64") }
            event.data = .json(member.value)
        case "data_base64":
            if member.value.isNull { return }
            guard let text = member.value.text, Self.isBase64(text) else {
                throw refusal(name, "a string of Base64, RFC 4648 section 4")
            }
            event.data = .base64(text)
        default:
            // Naming conventions: lower-case letters and digits.
            guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else {
                throw refusal(name, "a name of lower-case letters and digits")
            }
            if member.value.isNull { return }
            let isInteger = member.value.integer.map { Int32(exactly: $0) != nil } ?? false
            guard member.value.text != nil || member.value.boolean != nil || isInteger else {
                throw refusal(name, "a string, true, false, or a whole number of 32 bits")
            }
            event.extensions.append(EventExtension(name, member.value))
        }
    }

    /// An attribute that is a string and not empty; nil if it is not there.
    private func text(_ name: String) throws(Refusal) -> String? {
        guard let value = document[name], !value.isNull else { return nil }
        guard let text = value.text, !text.isEmpty else { throw refusal(name, "a string that is not empty") }
        return text
    }

    private func required(_ name: String) throws(Refusal) -> String {
        guard let text = try text(name) else { throw refusal(name, "a string that is not empty") }
        return text
    }

    private func refusal(_ name: String?, _ expected: String) -> Refusal {
        let place = name.map(path.appending) ?? path
        let observed = name.flatMap { document[$0] }.map { String(decoding: $0.json.prefix(80), as: UTF8.self) }
        return Refusal(issues: [Issue(.eventInvalid, path: place, expected: expected, observed: observed)])
    }

    private static func isMediaType(_ text: String) -> Bool {
        let whole = text.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        let parts = whole.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts.allSatisfy { part in
            let part = part.utf8.filter { $0 != 0x20 }
            return !part.isEmpty && part.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?=".utf8.contains($0) }
        }
    }

    /// Whether a text begins with a scheme (RFC 3986 §3.1).
    private static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = text.utf8[..<colon]
        guard let first = scheme.first, (65...90).contains(first & 0xDF) else { return false }
        return scheme.allSatisfy { (65...90).contains($0 & 0xDF) || (48...57).contains($0) || "+-.".utf8.contains($0) }
    }

    private static func isBase64(_ text: String) -> Bool {
        let digits = text.utf8.prefix { $0 != UInt8(ascii: "=") }
        let padding = text.utf8.count - digits.count
        guard text.utf8.count % 4 == 0, padding <= 2, text.utf8.suffix(padding).allSatisfy({ $0 == UInt8(ascii: "=") })
        else { return false }
        return digits.allSatisfy {
            (65...90).contains($0 & 0xDF) && $0 >= 65 || (48...57).contains($0) || $0 == 43 || $0 == 47
        }
    }
}

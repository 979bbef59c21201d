internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

extension RejectedObject {
    /// Writes the repair kit as a JSON object on one line.
    ///
    /// The object's bytes come back exactly: JSON on one line stands as it is under `payload`; JSON over several lines, and
    /// any other text, is a string under `text`; bytes that are not UTF-8 stand under `base64` (RFC 4648 §4).
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("outcome", Self.outcome)
        writer.member("mapping", mapping)
        writer.member("plan", plan?.description)
        if !overlays.isEmpty { writer.member("overlays", overlays.map(\.description)) }
        writer.member("system", system)
        writer.member("tenant", tenant)
        writer.member("ingestedAt", ingestedAt?.description)
        writer.member("currency", currency?.description)
        writer.member("timeZone", timeZone?.description)
        writer.member("codesAsOf", codesAsOf?.description)
        writer.member("file", origin)
        writer.member("line", position?.line)
        writer.member("column", position?.column)
        writer.member("offset", position?.offset)
        writer.list("issues", issues) { $0.write(to: &$1) }
        PayloadForm.write(payload, to: &writer)
        writer.endObject()
    }

    /// The repair kit as a JSON object on one line.
    public func json() -> String {
        var writer = JSONWriter(capacity: payload.count + 1024)
        write(to: &writer)
        return writer.text()
    }

    /// What a kit says that it is, among other lines about what came of objects.
    static let outcome = "rejected"
}

extension RejectedObject {
    /// Reads a repair kit as ``write(to:)`` writes it.
    ///
    /// Members that it does not know are passed over. `concord map` writes other lines between the kits, about records that
    /// were accepted and deserve a look; the error for those has the code `schema.mismatch`.
    ///
    /// - Parameter json: One JSON object.
    /// - Throws: A `ReadFailure` if it is not JSON, or not a repair kit.
    public init(reading json: UnsafeBufferPointer<UInt8>) throws(ReadFailure) {
        var reader = JSONReader(json)
        var kit = KitMembers()
        try reader.eachMember { name, reader throws(ReadFailure) in try kit.take(name, &reader) }
        try reader.finish()
        guard kit.texts["outcome"] == Self.outcome else {
            throw ReadFailure(.schemaMismatch, at: 0, expected: "a repair kit, with the outcome \"\(Self.outcome)\"")
        }
        guard let mapping = kit.texts["mapping"], let system = kit.texts["system"], let payload = kit.payload else {
            throw ReadFailure(
                .missing,
                at: 0,
                expected: "a repair kit with mapping, system, and the object under payload, text or base64"
            )
        }
        var position: SourcePosition?
        if let line = kit.numbers["line"], let offset = kit.numbers["offset"] {
            position = SourcePosition(offset: offset, line: line, column: kit.numbers["column"] ?? 1)
        }
        self.init(
            mapping: mapping,
            plan: kit.plan,
            overlays: kit.overlays,
            system: system,
            tenant: kit.texts["tenant"],
            ingestedAt: kit.ingestedAt,
            currency: kit.currency,
            timeZone: kit.timeZone,
            codesAsOf: kit.codesAsOf,
            origin: kit.texts["file"],
            position: position,
            payload: payload,
            issues: kit.issues
        )
    }

    /// Reads a repair kit as ``write(to:)`` writes it.
    ///
    /// - Parameter json: One JSON object.
    /// - Throws: A `ReadFailure` if it is not JSON, or not a repair kit.
    public init(reading json: [UInt8]) throws(ReadFailure) {
        let result: Result<RejectedObject, ReadFailure> = json.withUnsafeBufferPointer { bytes in
            do throws(ReadFailure) {
                return .success(try RejectedObject(reading: bytes))
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}

/// The members of a kit so far.
private struct KitMembers {
    var texts: [String: String] = [:]
    var numbers: [String: Int] = [:]
    var plan: ContentHash?
    var overlays: [RuleLayer] = []
    var ingestedAt: Instant?
    var currency: CurrencyCode?
    var timeZone: TimeZoneID?
    var codesAsOf: LocalDate?
    var issues: [Issue] = []
    var payload: [UInt8]?

    mutating func take(_ name: String, _ reader: inout JSONReader) throws(ReadFailure) {
        let place = reader.offset
        switch name {
        case "outcome", "mapping", "system", "tenant", "file": texts[name] = try reader.readString()
        case "line", "column", "offset": numbers[name] = Int(truncatingIfNeeded: try reader.readInteger())
        case "ingestedAt": ingestedAt = try reader.readText()
        case "currency": currency = try reader.readText()
        case "timeZone": timeZone = try reader.readText()
        case "codesAsOf": codesAsOf = try reader.readText()
        case "plan":
            plan = ContentHash(hexadecimal: try reader.readString())
            if plan == nil { throw ReadFailure(.type, at: place, expected: "a hash of 64 hexadecimal digits") }
        case "overlays":
            overlays = []
            try reader.eachItem { reader throws(ReadFailure) in overlays.append(RuleLayer(tag: try reader.readString()))
            }
        case "issues":
            issues = []
            try reader.eachItem { reader throws(ReadFailure) in issues.append(try Issue(reading: &reader)) }
        case "payload", "text", "base64": payload = try PayloadForm.read(name, &reader)
        default: try reader.skipValue()
        }
    }
}

extension RuleLayer {
    /// The layer that its description names: `halden-marsh-emea@7`.
    init(tag: String) {
        let sign = tag.lastIndex(of: "@")
        let version = sign.flatMap { Int(tag[tag.index(after: $0)...]) }
        self.init(name: version == nil ? tag : sign.map { String(tag[..<$0]) } ?? tag, version: version)
    }
}

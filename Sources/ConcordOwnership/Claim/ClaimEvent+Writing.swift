internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

extension ClaimEvent {
    /// Writes the event as one JSON object, as ``ClaimLine`` reads it.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("event", id)
        writer.member("system", system.text)
        writer.member("record", record.name)
        writer.member("id", record.id)
        switch version {
        case .none: break
        case .number(let number):
            writer.write(name: "version")
            writer.write(number)
            writer.endItem()
        case .text(let text): writer.member("version", text)
        }
        writer.member("at", sourceTime.description)
        if let validFrom { writer.member("validFrom", validFrom.description) }
        if let validTo { writer.member("validTo", validTo.description) }
        writer.member("completeness", completeness.rawValue)
        if let payloadHash { writer.member("payload", payloadHash.description) }
        if tieOrder != 0 {
            writer.write(name: "tie")
            writer.write(tieOrder)
            writer.endItem()
        }
        if let author { writer.member("author", author) }
        if let override { write(override, to: &writer) }
        writer.write(name: "values")
        writer.beginObject()
        for entry in entries where entry.value.json != nil || entry.value == .null {
            writer.write(name: entry.path.text)
            writer.writeRaw((entry.value.json ?? "null").utf8)
            writer.endItem()
        }
        writer.endObject()
        writer.endItem()
        for kind in [ClaimValue.cleared, .unreadable, .absent] {
            let paths = entries.filter { $0.value == kind }.map(\.path.text)
            if paths.isEmpty { continue }
            writer.write(name: kind.description)
            writer.beginList()
            for path in paths {
                writer.write(path)
                writer.endItem()
            }
            writer.endList()
            writer.endItem()
        }
        writer.endObject()
    }

    private func write(_ terms: OverrideTerms, to writer: inout JSONWriter) {
        writer.write(name: "override")
        writer.beginObject()
        writer.member("reason", terms.reason)
        writer.member("approver", terms.approver)
        writer.member("expires", terms.expires.description)
        switch terms.release {
        case .ownerChanges: writer.member("release", "ownerChanges")
        case .at(let instant): writer.member("releaseAt", instant.description)
        case .ownerSays(let value):
            writer.write(name: "releaseValue")
            writer.writeRaw(value.text.utf8)
            writer.endItem()
        case nil: break
        }
        writer.endObject()
        writer.endItem()
    }

    /// The event as one line of JSON.
    public func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

extension ApprovalDecision {
    /// Writes the decision as one JSON object, as ``ClaimLine`` reads it.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("approval", id)
        writer.member("record", record.name)
        writer.member("id", record.id)
        writer.member("unit", unit.text)
        writer.member("base", base.description)
        writer.member("proposed", proposed.description)
        writer.member("policy", policy)
        writer.member("approver", approver)
        writer.member("role", role.rawValue)
        writer.member("at", time.description)
        if let expires { writer.member("expires", expires.description) }
        writer.member("verdict", verdict.rawValue)
        writer.endObject()
    }

    /// The decision as one line of JSON.
    public func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

extension EmissionRecord {
    /// Writes what was sent as one JSON object, as ``ClaimLine`` reads it.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("emission", id)
        writer.member("system", system.text)
        writer.member("record", record.name)
        writer.member("id", record.id)
        writer.member("at", time.description)
        writer.write(name: "values")
        writer.beginObject()
        for entry in values {
            guard let json = entry.value.json else { continue }
            writer.write(name: entry.path.text)
            writer.writeRaw(json.utf8)
            writer.endItem()
        }
        writer.endObject()
        writer.endItem()
        writer.write(name: "cleared")
        writer.beginList()
        for entry in values where entry.value == .cleared {
            writer.write(entry.path.text)
            writer.endItem()
        }
        writer.endList()
        writer.endItem()
        writer.endObject()
    }

    /// What was sent as one line of JSON.
    public func jsonText() -> String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text()
    }
}

import ConcordSchema
import ConcordValues

extension OwnedRecord {
    /// The record as a document that its reader takes, in declared order; the same claims always give the same bytes.
    ///
    /// The header says how often what holds has changed and when it last did; nothing in it depends on when one asks
    /// (OWNERSHIP R25). What nobody may say, or nobody said, is left out: a document that lacks a required field is refused
    /// by its reader, which says so.
    public var document: [UInt8] {
        var writer = JSONWriter(capacity: 2048)
        writer.beginObject()
        writer.member("schema", ownership.description.tag)
        for (index, field) in ownership.description.fields.enumerated() {
            guard let json = json(of: field, index) else { continue }
            writer.write(name: field.name)
            writer.writeRaw(json.utf8)
            writer.endItem()
        }
        writer.endObject()
        return writer.bytes()
    }

    private func json(of field: FieldDescription, _ index: Int) -> String? {
        if field.name == "id" {
            var writer = JSONWriter(capacity: 64)
            writer.write(record.id)
            return writer.text()
        }
        let base = field.shape.record?.name == "record-header" ? header : nil
        return composed(index, base)
    }

    /// The value of a slot with those of its parts in it.
    private func composed(_ slot: Int, _ base: JSONMembers?) -> String? {
        var json = own(slot)
        if let base {
            var header = base
            for member in json.flatMap({ JSONText(verified: $0).members })?.members ?? [] {
                header.put(member.json, at: [member.name])
            }
            json = header.json
        }
        if ownership.slots[slot].parts.isEmpty { return json }
        var members = json.flatMap { JSONText(verified: $0).members } ?? JSONMembers()
        var hasParts = false
        for part in ownership.slots[slot].parts {
            guard let value = composed(Int(part), nil) else { continue }
            hasParts = true
            members.put(value, at: Array(ownership.slots[Int(part)].names.dropFirst(ownership.slots[slot].names.count)))
        }
        return hasParts ? members.json : json
    }

    private func own(_ slot: Int) -> String? {
        let place = ownership.slots[slot]
        let target = ownership.targets[Int(place.target)]
        switch target.kind {
        case .whole: return unit(ClaimPath(target.path))?.value.json
        case .group:
            return unit(ClaimPath(target.path))?.value.json.flatMap { JSONText(verified: $0).member(place.text) }
        case .keyed, .set:
            let items = units.filter { $0.path.item?.list == target.path[...] }.compactMap(\.value.json)
            return items.isEmpty ? nil : "[\(items.joined(separator: ","))]"
        }
    }

    private var header: JSONMembers {
        let changed = units.compactMap(\.since).max() ?? asOf
        var members = JSONMembers()
        members.put("\(max(1, units.reduce(0) { $0 + $1.changes }))", at: ["recordVersion"])
        members.put("\"\(changed)\"", at: ["asOf"])
        members.put("\"concord\"", at: ["source"])
        members.put("\"\(changed)\"", at: ["ingestedAt"])
        return members
    }
}

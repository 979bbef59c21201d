import ConcordSchema
import ConcordValues

/// What is shown of a record, as far as its document needs it.
protocol ShownUnits: ~Copyable {
    /// The JSON of what survives whole, or of an atomic group; nil if nothing is shown.
    func json(of target: Int32, _ circumstance: Int32) -> String?

    /// The JSON of the items of a list, in the order of their paths.
    func items(of target: Int32, _ circumstance: Int32) -> [String]

    /// Writes what survives whole as a member.
    ///
    /// - Returns: False if nothing is shown; then nothing is written.
    func write(_ target: Int32, as name: String, _ circumstance: Int32, to writer: inout JSONWriter) -> Bool
}

/// How a field comes into the document.
enum DocumentField: Sendable {
    /// It is the record's id.
    case identity
    /// It is the header, which says what is known of the record.
    case header(name: String, slot: Int)
    /// It survives whole.
    case whole(name: String, target: Int32)
    /// It is put together: of items, of parts that survive by themselves, or out of a group.
    case composed(name: String, slot: Int)

    init(_ field: FieldDescription, _ slot: Int, _ slots: [PathSlot], _ targets: [UnitTarget]) {
        let target = slots[slot].target
        if field.name == "id" {
            self = .identity
        } else if field.shape.record?.name == "record-header" {
            self = .header(name: field.name, slot: slot)
        } else if slots[slot].parts.isEmpty, targets[Int(target)].kind == .whole {
            self = .whole(name: field.name, target: target)
        } else {
            self = .composed(name: field.name, slot: slot)
        }
    }
}

/// A record as a document that its reader takes, in declared order; the same claims always give the same bytes.
///
/// The header says how often what holds has changed and when it last did; nothing in it depends on when one asks
/// (OWNERSHIP R25). What nobody may say, or nobody said, is left out: a document that lacks a required field is refused by
/// its reader, which says so.
struct RecordDocument {
    let ownership: CompiledOwnership
    let record: RecordKey
    /// The circumstance in which it is shown.
    let circumstance: Int32
    /// How often what holds has changed, of all units together, and when it last did.
    let changeCount: Int
    let changed: Instant

    /// Writes the document.
    func write<Shown: ShownUnits & ~Copyable>(_ shown: borrowing Shown, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("schema", ownership.description.tag)
        for field in ownership.documentFields {
            switch field {
            case .identity: writer.member("id", record.id)
            case .header(let name, let slot): writeHeader(name, slot, shown, to: &writer)
            case .whole(let name, let target): _ = shown.write(target, as: name, circumstance, to: &writer)
            case .composed(let name, let slot): writer.member(name, json: composed(slot, shown))
            }
        }
        writer.endObject()
    }

    // MARK: - The header

    private func writeHeader<Shown: ShownUnits & ~Copyable>(
        _ name: String,
        _ slot: Int,
        _ shown: borrowing Shown,
        to writer: inout JSONWriter
    ) {
        let parts = parts(of: slot, shown)
        let own = own(slot, shown)
        let changed = changed.description
        if own == nil, parts.isEmpty {
            writer.write(name: name)
            writer.beginObject()
            writer.member("recordVersion", max(1, changeCount))
            writer.member("asOf", changed)
            writer.member("source", "concord")
            writer.member("ingestedAt", changed)
            writer.endObject()
            writer.endItem()
            return
        }
        var members = JSONMembers()
        members.put("\(max(1, changeCount))", at: ["recordVersion"])
        members.put("\"\(changed)\"", at: ["asOf"])
        members.put("\"concord\"", at: ["source"])
        members.put("\"\(changed)\"", at: ["ingestedAt"])
        for member in own.flatMap({ JSONText(verified: $0).members })?.members ?? [] {
            members.put(member.json, at: [member.name])
        }
        for part in parts { members.put(part.json, at: part.names) }
        writer.member(name, json: members.json)
    }

    // MARK: - Fields of parts

    /// The value of a slot with those of its parts in it.
    private func composed<Shown: ShownUnits & ~Copyable>(_ slot: Int, _ shown: borrowing Shown) -> String? {
        let json = own(slot, shown)
        let parts = parts(of: slot, shown)
        if parts.isEmpty { return json }
        var members = json.flatMap { JSONText(verified: $0).members } ?? JSONMembers()
        for part in parts { members.put(part.json, at: part.names) }
        return members.json
    }

    /// The parts of a slot of which something is shown, and where they stand in it.
    private func parts<Shown: ShownUnits & ~Copyable>(
        of slot: Int,
        _ shown: borrowing Shown
    ) -> [(names: [String], json: String)] {
        var found: [(names: [String], json: String)] = []
        let depth = ownership.slots[slot].names.count
        for part in ownership.slots[slot].parts {
            guard let json = composed(Int(part), shown) else { continue }
            found.append((Array(ownership.slots[Int(part)].names.dropFirst(depth)), json))
        }
        return found
    }

    private func own<Shown: ShownUnits & ~Copyable>(_ slot: Int, _ shown: borrowing Shown) -> String? {
        let place = ownership.slots[slot]
        switch ownership.targets[Int(place.target)].kind {
        case .whole: return shown.json(of: place.target, circumstance)
        case .group:
            return shown.json(of: place.target, circumstance)
                .flatMap { JSONText(verified: $0).member(place.text) }
        case .keyed, .set:
            let items = shown.items(of: place.target, circumstance)
            return items.isEmpty ? nil : "[\(items.joined(separator: ","))]"
        }
    }
}

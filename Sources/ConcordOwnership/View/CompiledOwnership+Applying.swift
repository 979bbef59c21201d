import ConcordSchema
import ConcordValues

extension CompiledOwnership {
    /// A record's document with other values in some units, everything else as it was.
    ///
    /// - Parameters:
    ///   - values: The values by unit; `cleared` takes one away, and the other kinds of nothing change nothing.
    ///   - document: A canonical document of the record.
    /// - Returns: The document with the values in it; nil if it is not a JSON object, or a path is none of the record's.
    public func applying(_ values: [ClaimEntry], to document: [UInt8]) -> [UInt8]? {
        guard let text = try? JSONText(String(decoding: document, as: UTF8.self)), var members = text.members else {
            return nil
        }
        for entry in values where entry.value.isStatement {
            guard let number = target(of: entry.path) else { return nil }
            let target = targets[Int(number)]
            if target.path.hasPrefix("@") { continue }
            switch target.kind {
            case .whole: members.set(entry.value.json, at: slots[Int(target.slots[0])].names)
            case .group:
                let inner = entry.value.json.flatMap { JSONText(verified: $0).members } ?? JSONMembers()
                for slot in target.slots {
                    let place = slots[Int(slot)]
                    members.set(inner.members.first { $0.name == place.text }?.json, at: place.names)
                }
            case .set, .keyed: apply(entry, target, to: &members)
            }
        }
        return Array(members.json.utf8)
    }

    private func apply(_ entry: ClaimEntry, _ target: UnitTarget, to members: inout JSONMembers) {
        guard let key = entry.path.item?.key else { return }
        let names = slots[Int(target.slots[0])].names
        var items = members.value(at: names).flatMap { JSONText(verified: $0).items } ?? []
        let place = items.firstIndex { item in
            switch target.kind {
            case .keyed(let name): JSONText(verified: item).member(name).flatMap(JSONText.plain) == key
            default: item == key
            }
        }
        switch (place, entry.value.json) {
        case (let place?, let json?): items[place] = json
        case (let place?, nil): items.remove(at: place)
        case (nil, let json?): items.append(json)
        case (nil, nil): return
        }
        members.set("[\(items.joined(separator: ","))]", at: names)
    }
}

extension JSONMembers {
    /// Puts a value at a path of names, or takes it away.
    fileprivate mutating func set(_ json: String?, at names: [String]) {
        if let json { put(json, at: names) } else { _ = take(names) }
    }

    /// The value at a path of names.
    fileprivate func value(at names: [String]) -> String? {
        guard let name = names.first, let json = members.first(where: { $0.name == name })?.json else { return nil }
        return names.count == 1 ? json : JSONText(verified: json).members?.value(at: Array(names.dropFirst()))
    }
}

internal import ConcordSchema

/// A stretch of a payload's bytes, and what takes its place.
struct SourceEdit {
    let range: Range<Int>
    let text: [UInt8]
}

extension SourceEdit {
    /// The bytes with the edits made.
    ///
    /// - Parameters:
    ///   - edits: Edits that do not overlap.
    ///   - bytes: The bytes.
    ///   - base: Where the bytes stand in the payload that the edits' ranges are of.
    /// - Returns: The bytes as they are then.
    static func applied(_ edits: [SourceEdit], to bytes: [UInt8], at base: Int = 0) -> [UInt8] {
        var result = bytes
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            let range = edit.range.lowerBound - base..<edit.range.upperBound - base
            result.replaceSubrange(range, with: edit.text)
        }
        return result
    }
}

// MARK: - Members

extension SourceObject {
    /// Puts new members at the ends of the levels that they belong to, and new levels where there are none.
    func insert(_ additions: VendorObject, at level: String = "", _ edits: inout [SourceEdit]) {
        guard let end = end(of: level) else { return }
        var text: [UInt8] = []
        for member in additions.contents {
            let stranger = rest.first { $0.level.title == level && $0.writtenName == member.name }
            if let inner = member.level, self.end(of: level + "/" + member.name) != nil {
                insert(inner, at: level + "/" + member.name, &edits)
            } else if let value = stranger?.value {
                // Something else stands where the level would be; only `null` gives way to it.
                guard value.kind == .null else { continue }
                edits.append(SourceEdit(range: value.offset..<(value.offset + value.bytes.count), text: member.json))
            } else {
                if !end.isEmpty || !text.isEmpty { text.append(UInt8(ascii: ",")) }
                text += [UInt8(ascii: "\"")] + Array(member.name.utf8) + Array("\":".utf8) + member.json
            }
        }
        if !text.isEmpty { edits.append(SourceEdit(range: end.offset..<end.offset, text: text)) }
    }
}

// MARK: - Lists

extension ItemRules {
    /// What has to be done to a list so that it says what the rules write now, where they wrote something else before.
    ///
    /// Items are found by their key. An item that was there stays as it is but for what changed; while no item comes, goes
    /// or moves, so does everything between them. Where a flag says which objects are items, no object is taken out.
    ///
    /// - Returns: The edits; nil if the list cannot be taken apart, and must be replaced.
    func edits(of value: SourceValue, from old: [VendorObject], to new: [VendorObject]) -> [SourceEdit]? {
        guard let elements = Self.elements(of: value) else { return nil }
        let objects = elements.map { try? object($0) }
        let keys = objects.enumerated()
            .map { index, object in
                guard !self.keys.isEmpty else { return "\(index)" }
                let parts = self.keys.indices.map { object?.values[$0].json }
                return parts.contains(nil) ? "#\(index)" : parts.compactMap(\.self).joined(separator: " ")
            }
        let oldKeys = self.keys(of: old)
        let newKeys = self.keys(of: new)
        guard Set(keys).count == keys.count, Set(newKeys).count == newKeys.count else { return nil }
        var texts: [[UInt8]] = []
        var inPlace: [SourceEdit] = []
        for (item, key) in zip(new, newKeys) {
            guard let index = keys.firstIndex(of: key), let object = objects[index] else {
                texts.append(Array(item.text().utf8))
                continue
            }
            let before = oldKeys.firstIndex(of: key).map { old[$0] } ?? VendorObject()
            let edits = self.edits(of: object, from: before, to: item)
            inPlace += edits
            texts.append(SourceEdit.applied(edits, to: Array(elements[index].bytes), at: elements[index].offset))
        }
        if keys == newKeys { return inPlace }
        if let flag {
            let staying = keys.indices.filter { !newKeys.contains(keys[$0]) }
            var others: [Int: [UInt8]] = [:]
            for index in staying {
                let edits = objects[index].map { release($0, flag) } ?? []
                inPlace += edits
                others[index] = SourceEdit.applied(edits, to: Array(elements[index].bytes), at: elements[index].offset)
            }
            if keys.filter(newKeys.contains) == newKeys { return inPlace }
            var waiting = texts[...]
            texts = keys.indices.compactMap { others[$0] ?? waiting.popFirst() } + waiting
        }
        let text = [UInt8(ascii: "[")] + texts.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
        return [SourceEdit(range: value.offset..<(value.offset + value.bytes.count), text: text)]
    }

    private func keys(of items: [VendorObject]) -> [String] {
        items.enumerated()
            .map { index, item in
                guard !keys.isEmpty else { return "\(index)" }
                // An item without a key is new, and like no other.
                let parts = keys.map { item.json(at: $0) }
                return parts.contains(nil) ? "new \(index)" : parts.compactMap(\.self).joined(separator: " ")
            }
    }

    /// What has to be done to an object that is an item no more.
    private func release(_ object: SourceObject, _ flag: String) -> [SourceEdit] {
        guard takes(object), let slot = plan.pointers.firstIndex(of: flag) else { return [] }
        let value = object.values[slot]
        return [SourceEdit(range: value.offset..<(value.offset + value.bytes.count), text: Array("false".utf8))]
    }

    private func edits(of object: SourceObject, from old: VendorObject, to new: VendorObject) -> [SourceEdit] {
        var edits: [SourceEdit] = []
        let additions = VendorObject()
        for (slot, pointer) in plan.pointers.enumerated() {
            let value = object.values[slot]
            guard !new.leaves(pointer) else { continue }
            let earlier = old.value(at: pointer, whereThere: value.isPresent)
            let later = new.value(at: pointer, whereThere: value.isPresent)
            guard earlier != later else { continue }
            if value.kind != .absent {
                let range = value.offset..<(value.offset + value.bytes.count)
                edits.append(SourceEdit(range: range, text: Array((later ?? "null").utf8)))
            } else if let later {
                additions.set(pointer, json: later)
            }
        }
        object.insert(additions, &edits)
        return edits
    }
}

// MARK: - What rules say

extension VendorObject {
    /// What the rules say of a member: what they set, or what they take it to be where it is there.
    func value(at pointer: String, whereThere isThere: Bool) -> String? {
        if let json = json(at: pointer) { return json }
        if isThere, case .assume(let json) = hint(at: pointer) { return json }
        return nil
    }

    /// Whether the rules have nothing to say of a member.
    func leaves(_ pointer: String) -> Bool {
        guard json(at: pointer) == nil, case .leave = hint(at: pointer) else { return false }
        return true
    }
}

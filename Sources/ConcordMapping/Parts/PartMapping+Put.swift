internal import ConcordSchema
internal import ConcordValues

extension PartMapping {
    /// What became of a part that was put into a record.
    public enum Placement: Sendable, Hashable {
        /// The record did not have it.
        case inserted
        /// It took the place of the one that the record had.
        case replaced
        /// It is deleted, and was taken out.
        case removed
        /// It is deleted, and was not there.
        case absent
        /// It is a part of another record, and stayed out.
        case elsewhere
    }

    /// Puts a part into its record: behind the others, or in the place of the one that it is.
    ///
    /// A part whose header says that it is deleted or erased is taken out.
    ///
    /// - Parameters:
    ///   - part: The part.
    ///   - record: The record.
    /// - Returns: What became of it.
    @discardableResult
    public func put(_ part: PartRecord<Parent, Part>, into record: inout Parent) -> Placement {
        guard part.parent == record.id, part.list == list else { return .elsewhere }
        let id = part.part[keyPath: identity]
        let place = record[keyPath: property].firstIndex { $0[keyPath: identity] == id }
        if part.isGone {
            guard let place else { return .absent }
            record[keyPath: property].remove(at: place)
            return .removed
        }
        if let place {
            record[keyPath: property][place] = part.part
            return .replaced
        }
        record[keyPath: property].append(part.part)
        return .inserted
    }

    /// Puts parts into the records that they are parts of.
    ///
    /// A part that was in another one of the records is taken out there: it has moved. Of two that are the same part, the
    /// later one counts.
    ///
    /// - Parameters:
    ///   - parts: The parts, in the order of arrival.
    ///   - records: The records.
    /// - Returns: What became of the parts, and those whose record is not among these.
    public func gather(
        _ parts: some Sequence<PartRecord<Parent, Part>>,
        into records: inout [Parent]
    ) -> GatheredParts<Parent, Part> {
        let numbers = Dictionary(records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Lists are taken apart once, not once for each part: a price book has thousands of entries.
        var lists = records.map { $0[keyPath: property].map(Optional.some) }
        var places: [RecordID<Part>: (record: Int, item: Int)] = [:]
        for (record, list) in lists.enumerated() {
            for (item, part) in list.enumerated() {
                if let part { places[part[keyPath: identity]] = (record, item) }
            }
        }
        var touched: Set<Int> = []
        var gathered = GatheredParts<Parent, Part>()
        for part in parts {
            guard let record = numbers[part.parent], part.list == list else {
                gathered.orphans.append(part)
                gathered.issues.append(orphan(part))
                continue
            }
            let id = part.part[keyPath: identity]
            let place = places[id]
            if part.isGone {
                guard let place else { continue }
                lists[place.record][place.item] = nil
                places[id] = nil
                touched.insert(place.record)
                gathered.removed += 1
                continue
            }
            touched.insert(record)
            if let place, place.record == record {
                lists[record][place.item] = part.part
                gathered.replaced += 1
                continue
            }
            if let place {
                lists[place.record][place.item] = nil
                touched.insert(place.record)
                gathered.moved += 1
            } else {
                gathered.inserted += 1
            }
            places[id] = (record, lists[record].count)
            lists[record].append(part.part)
        }
        for record in touched { records[record][keyPath: property] = lists[record].compactMap(\.self) }
        return gathered
    }

    /// Says of a part that nobody knows its record.
    private func orphan(_ part: PartRecord<Parent, Part>) -> Issue {
        Issue(
            .unknownParent,
            severity: .error,
            path: RecordPath([.field("parent")]),
            expected: "one of the records of type \(Parent.schema.description.name) that parts are put into",
            observed: "\"\(part.parent.text)\"",
            remedy: "Load the record first, and put \(part.id.text) into it then.",
            rule: name
        )
    }
}

extension PartRecord {
    /// Whether the system that the part is from has it no longer.
    fileprivate var isGone: Bool { header.lifecycle == .deleted || header.lifecycle == .erased }
}

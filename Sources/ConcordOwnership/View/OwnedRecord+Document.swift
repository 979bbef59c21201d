import ConcordSchema

extension OwnedRecord {
    /// The record as a document that its reader takes, in declared order; the same claims always give the same bytes.
    ///
    /// The header says how often what holds has changed and when it last did; nothing in it depends on when one asks
    /// (OWNERSHIP R25). What nobody may say, or nobody said, is left out: a document that lacks a required field is refused
    /// by its reader, which says so.
    public var document: [UInt8] {
        let document = RecordDocument(
            ownership: ownership,
            record: record,
            circumstance: 0,
            changeCount: units.reduce(0) { $0 + $1.changes },
            changed: units.compactMap(\.since).max() ?? asOf
        )
        var writer = JSONWriter(capacity: 2_048)
        document.write(self, to: &writer)
        return writer.bytes()
    }
}

extension OwnedRecord: ShownUnits {
    // The units are those of one circumstance already.

    func json(of target: Int32, _ circumstance: Int32) -> String? {
        unit(ClaimPath(ownership.targets[Int(target)].path))?.value.json
    }

    func items(of target: Int32, _ circumstance: Int32) -> [String] {
        let path = ownership.targets[Int(target)].path
        return units.filter { $0.path.item?.list == path[...] }.compactMap(\.value.json)
    }

    func write(_ target: Int32, as name: String, _ circumstance: Int32, to writer: inout JSONWriter) -> Bool {
        let json = json(of: target, circumstance)
        writer.member(name, json: json)
        return json != nil
    }
}

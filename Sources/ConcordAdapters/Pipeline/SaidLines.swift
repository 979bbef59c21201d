import ConcordOwnership

/// What was said, by the records that it is about: these in the order in which they are first spoken of, and what is said of
/// each in its order.
struct SaidLines: Sendable {
    /// The records, each once.
    let records: [RecordKey]
    /// What is said, one record's lines behind another's.
    private let lines: [ClaimLine]
    /// Where each record's lines end; empty where each has one, as nearly always.
    private let ends: [Int]

    init(_ lines: [ClaimLine]) {
        var records: [RecordKey] = []
        var known: [RecordKey: Int] = [:]
        var places: [Int] = []
        records.reserveCapacity(lines.count)
        known.reserveCapacity(lines.count)
        places.reserveCapacity(lines.count)
        for line in lines {
            let record = line.record
            let place = known.number(of: record, orNew: records.count)
            if place == records.count { records.append(record) }
            places.append(place)
        }
        self.records = records
        if records.count == lines.count {
            self.lines = lines
            ends = []
            return
        }
        var ends = Array(repeating: 0, count: records.count)
        for place in places { ends[place] += 1 }
        for place in ends.indices.dropFirst() { ends[place] += ends[place - 1] }
        // From behind, each line goes before those of its record that are placed already.
        var next = ends
        var order = Array(repeating: 0, count: lines.count)
        for line in lines.indices.reversed() {
            next[places[line]] -= 1
            order[next[places[line]]] = line
        }
        self.lines = order.map { lines[$0] }
        self.ends = ends
    }

    /// What is said of a record, by its place.
    subscript(place: Int) -> ArraySlice<ClaimLine> {
        if ends.isEmpty { return lines[place...place] }
        return lines[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }
}

extension Dictionary where Value == Int {
    /// The number of a key, found or noted in one search.
    @inline(__always)
    mutating func number(of key: Key, orNew next: Int) -> Int {
        { (number: inout Int) in
            if number < 0 { number = next }
            return number
        }(&self[key, default: -1])
    }
}

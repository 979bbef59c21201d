/// Where the bytes of a rewritten document stood in the one that it was made of.
struct OffsetMap: Sendable {
    private struct Segment {
        let target: Int
        let source: Int
        /// Whether the bytes are the source's own, and not made from what stands there.
        let isCopy: Bool
    }

    private var segments: [Segment] = []

    /// Notes where the bytes from here on stood.
    mutating func note(_ target: Int, from source: Int, isCopy: Bool) {
        segments.append(Segment(target: target, source: source, isCopy: isCopy))
    }

    /// Notes that bytes were put in.
    mutating func insert(_ count: Int, at place: Int, from source: Int) {
        let later = segments.filter { $0.target >= place }
            .map { Segment(target: $0.target + count, source: $0.source, isCopy: $0.isCopy) }
        let earlier = segments.filter { $0.target < place }
        segments = earlier + [Segment(target: place, source: source, isCopy: false)] + later
    }

    /// Where a byte stood; for one that was made, where what it was made from begins.
    func source(of target: Int) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].target <= target { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let segment = segments[low - 1]
        return segment.isCopy ? segment.source + target - segment.target : segment.source
    }
}

/// A set of Unicode code points as sorted ranges that do not touch.
struct CharacterSet: Sendable, Hashable {
    /// The ranges, in order.
    private(set) var ranges: [ClosedRange<UInt32>]

    /// The largest code point.
    static let last: UInt32 = 0x10FFFF

    init(_ ranges: [ClosedRange<UInt32>]) {
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let end = joined.last, range.lowerBound <= end.upperBound + 1 {
                joined[joined.count - 1] = end.lowerBound...max(end.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        self.ranges = joined
    }

    /// One code point.
    init(_ value: UInt32) {
        ranges = [value...value]
    }

    /// Whether a code point is in the set.
    func contains(_ value: UInt32) -> Bool {
        for range in ranges where value <= range.upperBound { return value >= range.lowerBound }
        return false
    }

    /// Every other code point.
    var complement: CharacterSet {
        var rest: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { rest.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= Self.last { rest.append(next...Self.last) }
        return CharacterSet(rest)
    }

    /// The code points of both sets.
    func union(_ other: CharacterSet) -> CharacterSet {
        CharacterSet(ranges + other.ranges)
    }

    static let all = CharacterSet([0...last])
    static let digits = CharacterSet([0x30...0x39])
    static let word = CharacterSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// White space and ends of lines as ECMA-262 has them (§22.2.2.9).
    static let space = CharacterSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// Everything but the ends of lines.
    static let dot = CharacterSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).complement
}

/// Facts about coded things, found by a packed code with a binary search.
///
/// The rows live in memory that is never freed, so a look-up neither retains nor checks bounds. Use it for the few
/// tables of a standard, as a `static let`.
struct CodeTable<Row: Sendable>: @unchecked Sendable {
    // Sound: the memory is written here, before anyone else can see it, and never again.
    private let keys: UnsafePointer<UInt32>
    private let rows: UnsafePointer<Row>
    let count: Int

    /// A table of the rows, in any order.
    init(_ unordered: [Row], key: (Row) -> UInt32) {
        let ordered = unordered.sorted { key($0) < key($1) }
        let keys = UnsafeMutablePointer<UInt32>.allocate(capacity: max(ordered.count, 1))
        let rows = UnsafeMutablePointer<Row>.allocate(capacity: max(ordered.count, 1))
        for (index, row) in ordered.enumerated() {
            (keys + index).initialize(to: key(row))
            (rows + index).initialize(to: row)
        }
        self.keys = UnsafePointer(keys)
        self.rows = UnsafePointer(rows)
        count = ordered.count
    }

    /// The row with a key, or `nil` if there is none.
    subscript(key: UInt32) -> Row? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if keys[middle] < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && keys[low] == key ? rows[low] : nil
    }

    /// All rows in the order of their keys.
    var all: UnsafeBufferPointer<Row> {
        UnsafeBufferPointer(start: rows, count: count)
    }
}

/// Upper-case letters packed into a number whose order is the alphabet's.
enum PackedLetters {
    /// Packs A to Z, first letter highest, or returns `nil` if a byte is anything else.
    @inline(__always)
    static func pack(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var packed: UInt32 = 0
        for byte in text {
            guard byte.isASCIIUppercase else {
                return nil
            }
            packed = packed << 8 | UInt32(byte)
        }
        return packed
    }

    /// Packs the bytes of a literal in the tables, which tests check.
    static func pack(_ literal: StaticString) -> UInt32 {
        literal.withUTF8Buffer { bytes in
            bytes.reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// Writes the letters of a packed number.
    @inline(__always)
    static func write(_ packed: UInt32, count: Int, to destination: UnsafeMutablePointer<UInt8>) -> Int {
        for index in 0..<count {
            destination[index] = UInt8(truncatingIfNeeded: packed >> UInt32(8 * (count - 1 - index)))
        }
        return count
    }

    /// What a text would be in upper-case letters, if it is letters and of that length; for advice in errors.
    static func uppercased(_ text: UnsafeBufferPointer<UInt8>, count: Int) -> UInt32? {
        guard text.count == count, text.allSatisfy(\.isASCIILetter) else {
            return nil
        }
        return text.reduce(0) { $0 << 8 | UInt32($1 & 0xDF) }
    }
}

internal import ConcordSchema

/// Where escapes stand in a string, so that a place in its text can be found in the file.
struct EscapeMarks: Sendable {
    /// The bytes of text up to the end of an escape, and how many more bytes were written for them.
    private struct Mark: Sendable {
        let end: Int
        let surplus: Int
    }

    private var marks: [Mark] = []

    /// A string without escapes.
    init() {}

    /// The escapes of a string whose form was checked.
    ///
    /// - Parameter body: The string as it is written, without its quotes.
    init(_ body: UnsafeBufferPointer<UInt8>) {
        var place = 0
        var surplus = 0
        while place < body.count {
            guard body[place] == UInt8(ascii: "\\"), place + 1 < body.count else {
                place += 1
                continue
            }
            var length = 2
            var resolved = 1
            if body[place + 1] == UInt8(ascii: "u") {
                let unit = Self.codeUnit(body, at: place)
                (length, resolved) = (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
                // Two halves of a surrogate pair are one scalar of four bytes.
                if unit & 0xFC00 == 0xD800 { (length, resolved) = (12, 4) }
            }
            place += length
            surplus += length - resolved
            marks.append(Mark(end: place - surplus, surplus: surplus))
        }
    }

    /// How many bytes are written for the first bytes of the text.
    func written(_ count: Int) -> Int {
        // The marks are in order: the last one that ends at or before the place counts.
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].end <= count { low = middle + 1 } else { high = middle }
        }
        return count + (low == 0 ? 0 : marks[low - 1].surplus)
    }

    private static func codeUnit(_ body: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32 {
        guard place + 6 <= body.count else { return 0 }
        return body[place + 2..<place + 6]
            .reduce(0) { unit, byte in
                let digit =
                    byte < UInt8(ascii: "A") ? byte &- UInt8(ascii: "0") : (byte | 0x20) &- UInt8(ascii: "a") &+ 10
                return unit << 4 | UInt32(digit & 15)
            }
    }
}

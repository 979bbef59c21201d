/// Looks at eight bytes at once for those that end plain text.
///
/// Arithmetic on whole words stands in for vector instructions: the compiler makes loops of comparisons of Swift's vector
/// types, which measured ten times slower.
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// A word whose lowest set bit marks the first byte that is not plain.
    ///
    /// That is a quote, a backslash, a control character, or one outside ASCII. Bits above the lowest may be set without
    /// reason.
    @inline(__always)
    static func stops(_ word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        return (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | (word &- (ones &* 0x20)) | word) & tops
    }

    /// What ``stops(_:)`` gives, for a word that is known to be ASCII.
    @inline(__always)
    static func stopsOfASCII(_ word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        return ((quotes &- ones) | (slashes &- ones) | (word &- (ones &* 0x20))) & tops
    }

    /// Whether eight bytes can stand in a JSON string as they are: no quote, no backslash, no control character.
    @inline(__always)
    static func needNoEscape(_ word: UInt64) -> Bool {
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        return
            (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- (ones &* 0x20)) & ~word)) & tops
            == 0
    }

    /// Whether an ASCII text has the control character U+007F, which JSON does not want escaped.
    @inline(__always)
    static func hasDelete(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        var index = 0
        while index &+ 8 <= text.count {
            let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            // One more than U+007F is the top bit, which no ASCII byte has.
            if (word &+ ones) & tops != 0 { return true }
            index &+= 8
        }
        while index < text.count {
            if start[index] == 0x7F { return true }
            index &+= 1
        }
        return false
    }
}

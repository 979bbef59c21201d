/// Short ASCII texts, put together as the strings that they will be.
///
/// A string of at most 15 bytes stands in its own two words: the bytes, and behind them a last one that says that it is
/// small and ASCII, and how long. Making it so takes a dozen instructions; through the standard library's initialisers it
/// takes a hundred, and half of what documents hold is texts like these. Whether strings really are laid out so is asked
/// once, of the standard library itself; if they are not, ``isUsable`` is false and nobody comes here.
struct SmallText {
    static let maximumLength = 15

    /// The bytes, first one lowest; zero beyond the text.
    let low: UInt64
    let high: UInt64

    let count: Int

    /// Whether the standard library makes the same words of every length of text.
    static let isUsable: Bool = {
        guard MemoryLayout<String>.size == 16, 1.littleEndian == 1 else { return false }
        return (0...maximumLength)
            .allSatisfy { length in
                let bytes = (0..<UInt8(length)).map { 0x41 + $0 }
                let expected = String(decoding: bytes, as: UTF8.self)
                let made = bytes.withUnsafeBufferPointer { bytes in
                    words(bytes.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped, length)
                }
                return words(of: expected) == made
            }
    }()

    /// Whether the highest bit of a string says that it refers to nothing that is counted: small texts and literals.
    private static let hasMark: Bool = {
        let counted = String(repeating: "a", count: maximumLength + 1)
        return isUsable && words(of: counted).1 >> 63 == 0
            && words(of: "a literal, which stands in the program").1 >> 63 == 1
    }()

    /// Whether a string refers to nothing that is counted; false where that cannot be known.
    static func isUncounted(_ text: String) -> Bool {
        hasMark && words(of: text).1 >> 63 == 1
    }

    /// The bytes of a text that stands in its string; nil for any other.
    @inline(__always)
    init?(_ text: String) {
        self.init(Self.words(of: text))
    }

    /// The bytes of a text that stands in its string, seen where the string stands; nil for any other.
    @inline(__always)
    init?(at address: UnsafePointer<String>) {
        let words = UnsafeRawPointer(address)
        self.init((words.load(as: UInt64.self), words.load(fromByteOffset: 8, as: UInt64.self)))
    }

    @inline(__always)
    private init?(_ words: (UInt64, UInt64)) {
        // 0xE marks small and ASCII; the length is in the other half of the byte.
        guard words.1 >> 60 == 0xE else { return nil }
        low = words.0
        high = words.1 & 0x00FF_FFFF_FFFF_FFFF
        count = Int(truncatingIfNeeded: words.1 >> 56 & 0xF)
    }

    /// Whether the text has no quote, no backslash and no control character.
    @inline(__always)
    var needsNoEscape: Bool {
        // Bytes beyond the text are zero and would count as control characters: spaces stand in for them.
        let spaces: UInt64 = 0x2020_2020_2020_2020
        if count < 8 { return ByteScan.needNoEscape(low | spaces &<< UInt64(truncatingIfNeeded: count &* 8)) }
        let filled = high | spaces &<< UInt64(truncatingIfNeeded: (count &- 8) &* 8)
        return ByteScan.stopsOfASCII(low) | ByteScan.stopsOfASCII(filled) == 0
    }

    @inline(__always)
    private static func words(of text: String) -> (UInt64, UInt64) {
        unsafeBitCast(text, to: (UInt64, UInt64).self)
    }

    /// The string of some ASCII bytes; at most ``maximumLength`` of them.
    @inline(__always)
    static func string(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> String {
        unsafeBitCast(words(bytes, length), to: String.self)
    }

    @inline(__always)
    private static func words(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
        let raw = UnsafeRawPointer(bytes)
        var low: UInt64 = 0
        var high: UInt64 = 0
        if length >= 8 {
            low = raw.loadUnaligned(as: UInt64.self)
            // The last eight bytes, less those that the first word has already.
            let tail = (raw + length - 8).loadUnaligned(as: UInt64.self)
            high = length == 8 ? 0 : tail &>> UInt64(truncatingIfNeeded: (16 &- length) &* 8)
        } else if length >= 4 {
            let head = UInt64(raw.loadUnaligned(as: UInt32.self))
            let tail = UInt64((raw + length - 4).loadUnaligned(as: UInt32.self))
            low = head | tail &<< UInt64(truncatingIfNeeded: (length &- 4) &* 8)
        } else if length > 0 {
            low =
                UInt64(bytes[0]) | UInt64(bytes[length >> 1]) &<< UInt64(truncatingIfNeeded: (length >> 1) &* 8)
                | UInt64(bytes[length &- 1]) &<< UInt64(truncatingIfNeeded: (length &- 1) &* 8)
        }
        let mark: UInt64 = 0xE0 | UInt64(truncatingIfNeeded: length)
        return (low, high | mark &<< 56)
    }
}

/// The check that bytes are well-formed UTF-8 (RFC 3629 §4, Unicode table 3-7).
enum UTF8Check {
    /// The place of the first byte that cannot stand where it does, or nil if all is well.
    static func firstInvalidByte(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        let count = bytes.count
        while index < count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            // The second byte's range excludes overlong forms, surrogates and scalars above U+10FFFF.
            let (length, second): (Int, ClosedRange<UInt8>)
            switch lead {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            default: return index
            }
            guard index + length <= count, second.contains(bytes[index + 1]) else { return index }
            for following in 2..<max(length, 2) where bytes[index + following] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}

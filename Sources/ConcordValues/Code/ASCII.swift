extension UInt8 {
    /// Whether the byte is A to Z or a to z.
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Whether the byte is A to Z.
    var isASCIIUppercase: Bool { self &- 0x41 < 26 }

    /// Whether the byte is 0 to 9.
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
}

extension String {
    /// Copies the UTF-8 bytes and returns how many there are.
    func writeUTF8(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        var length = 0
        for byte in utf8 {
            destination[length] = byte
            length += 1
        }
        return length
    }
}

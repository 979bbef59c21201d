/// Takes the white space out of JSON text that is known to be valid, and changes nothing else.
package enum JSONMinifier {
    package static func minified(_ json: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count)
        var isInString = false
        var isEscaped = false
        for byte in json {
            if isInString {
                result.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte > 0x20 {
                result.append(byte)
                isInString = byte == UInt8(ascii: "\"")
            }
        }
        return result
    }
}

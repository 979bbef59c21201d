/// Finds one value in a JSON document that is known to be one.
package enum JSONPlace {
    /// Where the value stands that some names lead to.
    ///
    /// - Parameters:
    ///   - names: The names of members, and the numbers of items, from the outermost value on.
    ///   - bytes: The document.
    /// - Returns: The value's bytes by offset; nil if nothing is there.
    package static func range(of names: [String], in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var reader = JSONReader(bytes)
        for name in names {
            guard (try? enter(name, &reader)) == true else { return nil }
        }
        _ = reader.peek()
        let begin = reader.offset
        guard (try? reader.skipValue()) != nil else { return nil }
        return begin..<reader.offset
    }

    /// The value's JSON text without white space.
    package static func json(at names: [String], in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        range(of: names, in: bytes)
            .map { range in
                let value = UnsafeBufferPointer(rebasing: bytes[range])
                return String(decoding: JSONMinifier.minified(value), as: UTF8.self)
            }
    }

    /// Goes to the member or item of the value that comes next.
    private static func enter(_ name: String, _ reader: inout JSONReader) throws(ReadFailure) -> Bool {
        switch reader.peek() {
        case UInt8(ascii: "{"):
            try reader.take(UInt8(ascii: "{"), expecting: "an object")
            guard reader.peek() == UInt8(ascii: "\"") else { return false }
            while true {
                let member = try reader.takeName()
                if (try? reader.resolve(member)) == name { return true }
                try reader.skipValue()
                guard reader.peek() == UInt8(ascii: ",") else { return false }
                try reader.take(UInt8(ascii: ","), expecting: "a comma")
            }
        case UInt8(ascii: "["):
            guard let wanted = Int(name), wanted >= 0 else { return false }
            try reader.take(UInt8(ascii: "["), expecting: "a list")
            guard reader.peek() != UInt8(ascii: "]") else { return false }
            for _ in 0..<wanted {
                try reader.skipValue()
                guard reader.peek() == UInt8(ascii: ",") else { return false }
                try reader.take(UInt8(ascii: ","), expecting: "a comma")
            }
            return true
        default:
            return false
        }
    }
}

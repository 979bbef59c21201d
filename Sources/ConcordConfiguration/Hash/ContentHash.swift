public import ConcordSchema

/// The SHA-256 (FIPS 180-4) of a document's canonical form (RFC 8785), which tells what a document says from how it is
/// written.
///
/// White space, the order of members and escapes do not count: two documents that say the same have the same hash. A
/// plan, a decision or a log entry that names the hash can be traced to exactly one content.
///
/// Numbers count as doubles, as RFC 8785 has it: `1.10` and `1.1` are the same. What must be told apart by its decimals
/// stands in a string, as everywhere in Concord's documents.
public struct ContentHash: Sendable, Hashable {
    private let words: SIMD8<UInt32>

    /// The hash of a document.
    ///
    /// - Parameter document: One JSON value in UTF-8.
    /// - Throws: A ``Refusal`` with one issue, if the bytes are not JSON or have no canonical form: a member stands twice,
    ///   a string has half of a surrogate pair, a number is beyond the range of a double.
    public init(of document: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        words = try CanonicalJSON.canonicalize(document).withUnsafeBufferPointer { SHA256.hash($0) }
    }

    /// The hash of a document.
    ///
    /// - Parameter document: One JSON value in UTF-8.
    /// - Throws: A ``Refusal`` with one issue, if the bytes are not JSON or have no canonical form.
    public init(of document: [UInt8]) throws(Refusal) {
        words = try CanonicalJSON.canonicalize(document).withUnsafeBufferPointer { SHA256.hash($0) }
    }

    /// The hash of bytes as they are, without any canonical form.
    ///
    /// - Parameter bytes: The bytes.
    public init(ofBytes bytes: [UInt8]) {
        words = bytes.withUnsafeBufferPointer { SHA256.hash($0) }
    }

    /// The hash with a text form.
    ///
    /// - Parameter hexadecimal: 64 hexadecimal digits in lower case; nil for any other text.
    public init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64 else { return nil }
        var words = SIMD8<UInt32>()
        for (index, byte) in hexadecimal.utf8.enumerated() {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            words[index / 8] = words[index / 8] << 4 | UInt32(digit)
        }
        self.words = words
    }

    /// The hash with 32 bytes, as ``bytes`` gives them; nil for any other number of bytes.
    package init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        var words = SIMD8<UInt32>()
        for index in words.indices {
            words[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        self.words = words
    }

    /// The hash as 32 bytes, which sort as the text forms do.
    package var bytes: [UInt8] {
        Array(unsafeUninitializedCapacity: 32) { memory, count in
            let memory = UnsafeMutableRawBufferPointer(memory)
            for index in words.indices {
                memory.storeBytes(of: words[index].bigEndian, toByteOffset: index * 4, as: UInt32.self)
            }
            count = 32
        }
    }
}

extension ContentHash: CustomStringConvertible {
    /// The hash as 64 hexadecimal digits in lower case.
    public var description: String {
        words.indices
            .map { index in
                let digits = String(words[index], radix: 16)
                return String(repeating: "0", count: 8 - digits.count) + digits
            }
            .joined()
    }
}

package import ConcordSchema

/// How a vendor's object stands inside a JSON document, so that its bytes come back exactly.
///
/// JSON on one line stands as it is under `payload`; JSON over several lines, and any other text, is a string under `text`;
/// bytes that are not UTF-8 stand under `base64` (RFC 4648 §4).
package enum PayloadForm {
    /// Writes the member that holds the bytes.
    package static func write(_ payload: [UInt8], to writer: inout JSONWriter) {
        if isPlainJSON(payload) {
            writer.write(name: "payload")
            writer.writeRaw(payload)
        } else if let text = String(validating: payload, as: UTF8.self) {
            writer.write(name: "text")
            writer.write(text)
        } else {
            writer.write(name: "base64")
            writer.write(Base64.text(of: payload))
        }
        writer.endItem()
    }

    /// Reads the bytes from the member with a name, whose value stands next.
    package static func read(_ name: String, _ reader: inout JSONReader) throws(ReadFailure) -> [UInt8] {
        let place = reader.offset
        switch name {
        case "payload":
            try reader.skipValue()
            return Array(reader.bytes(place..<reader.offset))
        case "text": return Array(try reader.readString().utf8)
        default:
            guard let bytes = Base64.bytes(of: try reader.readString()) else {
                throw ReadFailure(.type, at: place, expected: "bytes in base64 (RFC 4648 §4)")
            }
            return bytes
        }
    }

    /// Whether the bytes are one JSON value, without a line's end or white space around it, that may stand in a document.
    private static func isPlainJSON(_ payload: [UInt8]) -> Bool {
        guard let first = payload.first, let last = payload.last, first > 0x20, last > 0x20 else { return false }
        guard !payload.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
        // Eight levels deep, as it may be in the document.
        let opening = [UInt8](repeating: UInt8(ascii: "["), count: depth)
        let closing = [UInt8](repeating: UInt8(ascii: "]"), count: depth)
        return [payload, opening + payload + closing]
            .allSatisfy { bytes in
                bytes.withUnsafeBufferPointer { bytes in
                    var reader = JSONReader(bytes)
                    return (try? reader.skipValue()) != nil && (try? reader.finish()) != nil
                }
            }
    }

    /// How deep inside a document a payload may stand.
    private static let depth = 8
}

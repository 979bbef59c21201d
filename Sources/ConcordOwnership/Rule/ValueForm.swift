import ConcordSchema
import ConcordValues

/// The form of a JSON value in which equal values have equal texts.
struct ValueForm: Sendable {
    let shape: FieldShape?
    let options: Canonicalisation

    /// Whether two texts are of equal values.
    @inline(__always)
    func isSame(_ left: String, _ right: String) -> Bool {
        switch ValueDifference(left, right) {
        case .same: true
        case .certain: options.isEmpty ? false : haveSameText(left, right)
        case .unclear: haveSameText(left, right)
        }
    }

    /// Whether two texts are of equal values, by their bytes.
    @inline(never)
    func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        isSame(String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
    }

    @inline(never)
    private func haveSameText(_ left: String, _ right: String) -> Bool { text(of: left) == text(of: right) }

    /// The form of a value's text, which is known to be JSON.
    func text(of json: String) -> String {
        var json = json
        var writer = JSONWriter(capacity: json.utf8.count + 16)
        let isWritten: Bool = json.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            do throws(ReadFailure) {
                try write(&reader, shape, to: &writer)
                return true
            } catch {
                return false
            }
        }
        return isWritten ? writer.text() : json
    }

    private func write(
        _ reader: inout JSONReader,
        _ shape: FieldShape?,
        to writer: inout JSONWriter
    ) throws(ReadFailure) {
        switch reader.peek() {
        case UInt8(ascii: "{"):
            let record = shape?.record
            var members: [(name: String, text: String)] = []
            try reader.eachMember { name, reader throws(ReadFailure) in
                if try reader.readNull() { return }
                var inner = JSONWriter(capacity: 64)
                try write(&reader, record?.field(named: name)?.shape, to: &inner)
                members.append((name, inner.text()))
            }
            members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            writer.beginObject()
            for member in members {
                writer.write(name: member.name)
                writer.writeRaw(member.text.utf8)
                writer.endItem()
            }
            writer.endObject()
        case UInt8(ascii: "["):
            var item: FieldShape?
            if case .list(let shape, _) = shape?.unwrapped { item = shape }
            writer.beginList()
            try reader.eachItem { reader throws(ReadFailure) in
                try write(&reader, item, to: &writer)
                writer.endItem()
            }
            writer.endList()
        case UInt8(ascii: "\""):
            writer.write(form(of: try reader.readString(), shape))
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            writer.write(try reader.readBool())
        case UInt8(ascii: "n"):
            _ = try reader.readNull()
            writer.writeNull()
        default:
            let digits = try reader.readNumberText()
            let text = String(decoding: digits, as: UTF8.self)
            writer.writeRaw(Self.number(text).utf8)
        }
    }

    private func form(of text: String, _ shape: FieldShape?) -> String {
        if case .text(let format, _) = shape?.unwrapped {
            switch format {
            case "decimal", "percentage":
                if let number = try? ExactDecimal(text) { return number.reduced.description }
                return text
            case "text": break
            default: return text
            }
        }
        var text = text
        if options.contains(.ignoresPunctuation) {
            text = String(text.filter { $0.isLetter || $0.isNumber || $0 == "+" })
        }
        if options.contains(.foldsWhitespace) {
            text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return options.contains(.foldsCase) ? text.lowercased() : text
    }

    private static func number(_ text: String) -> String {
        guard let number = try? ExactDecimal(scientific: text) else { return text }
        return number.reduced.scientificDescription
    }
}

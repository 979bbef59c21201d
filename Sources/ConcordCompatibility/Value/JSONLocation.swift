/// A place in a JSON document as a JSON Pointer (RFC 6901); empty for the whole document.
public struct JSONLocation: Sendable, Hashable {
    /// The pointer.
    public let pointer: String

    /// The place with a pointer.
    public init(_ pointer: String = "") {
        self.pointer = pointer
    }

    /// The place of a member.
    public func member(_ name: some StringProtocol) -> JSONLocation {
        var text = "\(pointer)/"
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return JSONLocation(text)
    }

    /// The place of an item.
    public func item(_ index: Int) -> JSONLocation {
        JSONLocation("\(pointer)/\(index)")
    }

    /// The steps of a pointer, unescaped; nil if it is none.
    static func steps(of pointer: some StringProtocol) -> [String]? {
        if pointer.isEmpty { return [] }
        guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
        return pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { step in
                var bytes: [UInt8] = []
                var iterator = step.makeIterator()
                while let byte = iterator.next() {
                    guard byte == UInt8(ascii: "~"), let next = iterator.next() else {
                        bytes.append(byte)
                        continue
                    }
                    bytes.append(next == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
                }
                return String(decoding: bytes, as: UTF8.self)
            }
    }
}

extension JSONLocation: CustomStringConvertible {
    /// The pointer.
    public var description: String { pointer }
}

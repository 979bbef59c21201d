import ConcordOwnership
import ConcordSchema

extension JSONWriter {
    /// Writes a version as a number or a text; nothing if there is none.
    mutating func member(_ name: String, _ version: SourceVersion) {
        switch version {
        case .none: break
        case .number(let number):
            write(name: name)
            write(number)
            endItem()
        case .text(let text): member(name, text)
        }
    }
}

extension FormMembers {
    func version(_ name: String) throws(ReadFailure) -> SourceVersion {
        let version = try value(name) { reader throws(ReadFailure) -> SourceVersion in
            reader.peek() == UInt8(ascii: "\"") ? .text(try reader.readString()) : .number(try reader.readInteger())
        }
        return version ?? .none
    }
}

import ConcordMapping
import ConcordSchema

extension Workday {
    /// A value of a payload taken apart, for lists of which one item matters: the primary job, the address at work.
    indirect enum Element {
        case text(String)
        case object([(name: String, value: Element)])
        case list([Element])
        case nothing

        /// Deeper elements are passed over.
        private static let maximumDepth = 32

        /// A value that is there; nil if there is none.
        init?(_ value: SourceValue) {
            guard value.isPresent else { return nil }
            var reader = JSONReader(value.bytes)
            guard let element = try? Self.read(&reader, depth: 0) else { return nil }
            self = element
        }

        private static func read(_ reader: inout JSONReader, depth: Int) throws(ReadFailure) -> Element {
            let first = reader.peek()
            if first == UInt8(ascii: "\"") { return .text(try reader.readString()) }
            let begin = reader.offset
            guard depth < maximumDepth, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
                try reader.skipValue()
                let isScalar = first != UInt8(ascii: "[") && first != UInt8(ascii: "{") && first != UInt8(ascii: "n")
                return isScalar ? .text(String(decoding: reader.bytes(begin..<reader.offset), as: UTF8.self)) : .nothing
            }
            if first == UInt8(ascii: "[") {
                var items: [Element] = []
                try reader.beginList()
                guard try reader.hasFirstItem() else { return .list([]) }
                repeat { items.append(try read(&reader, depth: depth + 1)) } while try reader.hasNextItem()
                return .list(items)
            }
            var members: [(name: String, value: Element)] = []
            try reader.take(UInt8(ascii: "{"), expecting: "an object")
            while reader.peek() != UInt8(ascii: "}") {
                if !members.isEmpty { try reader.take(UInt8(ascii: ","), expecting: "a comma") }
                _ = reader.peek()
                let name = try reader.readString()
                try reader.take(UInt8(ascii: ":"), expecting: "a colon")
                members.append((name, try read(&reader, depth: depth + 1)))
            }
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return .object(members)
        }

        /// The items of a list; a value without a list around it is one item.
        var items: [Element] {
            switch self {
            case .list(let items): items
            case .nothing: []
            default: [self]
            }
        }

        /// The text of an element, with attributes or without; nil if there is none.
        var text: String? {
            switch self {
            case .text(let text): text.isEmpty ? nil : text
            case .object: self["#text"]?.text
            default: nil
            }
        }

        /// Whether the text is one of those that mean yes.
        var isTrue: Bool { ["1", "true"].contains(text?.lowercased()) }

        /// The member of a name, or behind several: `Position_Data/Business_Title`; of lists that of the first item.
        subscript(path: String) -> Element? {
            var element = self
            for name in path.split(separator: "/") {
                if case .list(let items) = element, let first = items.first { element = first }
                guard case .object(let members) = element, let member = members.first(where: { $0.name == name }) else {
                    return nil
                }
                element = member.value
            }
            return element
        }

        /// The IDs of the reference that is a member.
        func ids(_ path: String) -> TypedIDs? {
            guard let items = self["\(path)/ID"]?.items else { return nil }
            let ids = items.compactMap { item -> TypedIDs.ID? in
                guard let type = item["@type"]?.text, let value = item["#text"]?.text else { return nil }
                return TypedIDs.ID(type: type, value: value)
            }
            return ids.isEmpty ? nil : TypedIDs(ids)
        }
    }
}

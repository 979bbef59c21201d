/// What a document carried beside the values of a record's fields.
///
/// It holds two things, so that writing gives back what reading took: the members that the schema does not know,
/// verbatim, and which known members were written although they hold nothing, as `null` or as an empty list.
public struct Remainder: Sendable {
    /// One bit a field, in declared order: the member was there and held nothing.
    @usableFromInline
    package var explicit: UInt64

    /// The unknown members; nil if there are none.
    @usableFromInline
    package internal(set) var unknown: UnknownMembers?

    /// A remainder with nothing in it.
    @inlinable
    public init() {
        explicit = 0
        unknown = nil
    }

    init(explicit: UInt64, unknown: UnknownMembers?) {
        self.explicit = explicit
        self.unknown = unknown
    }

    /// Whether the document carried nothing beside the fields' values.
    public var isEmpty: Bool { explicit == 0 && unknown == nil }

    /// The unknown members of the record itself, in the order of the document.
    public var members: [UnknownMember] {
        unknown?.members ?? []
    }
}

extension Remainder: Hashable {
    /// Whether two remainders would write the same members.
    public static func == (left: Self, right: Self) -> Bool {
        guard left.explicit == right.explicit else { return false }
        if left.unknown === right.unknown { return true }
        return left.unknown?.bytes == right.unknown?.bytes && left.unknown?.adopted == right.unknown?.adopted
    }

    /// Hashes what would be written.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(explicit)
        hasher.combine(unknown?.bytes)
    }
}

/// A member that a document had and the schema does not know.
public struct UnknownMember: Sendable, Hashable {
    /// The member's name with its escapes resolved, or as it is written if it holds half of a surrogate pair.
    public let name: String

    /// The member's value as JSON text, as it was written, without white space around its parts.
    public let json: String
}

/// The unknown members of one record.
@usableFromInline
package final class UnknownMembers: Sendable {
    /// The members as they are written, `"name":value`, with commas between them.
    let bytes: [UInt8]

    /// Members of composite values inside the record, which cannot keep them themselves: by field and place, and those
    /// of one composite in the order in which they stood in the document.
    let adopted: [AdoptedMember]

    init(bytes: [UInt8], adopted: [AdoptedMember]) {
        self.bytes = bytes
        self.adopted = adopted
    }

    var members: [UnknownMember] {
        var result: [UnknownMember] = []
        bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer)
            while reader.peek() != 0 {
                guard let name = try? reader.takeName() else { return }
                let begin = reader.offset
                guard (try? reader.skipValue()) != nil else { return }
                let json = String(decoding: reader.bytes(begin..<reader.offset), as: UTF8.self)
                result.append(UnknownMember(name: reader.nameText(name), json: json))
                if reader.peek() == UInt8(ascii: ",") { reader.cursor += 1 }
            }
        }
        return result
    }
}

/// A member of a composite value that the record around it keeps.
struct AdoptedMember: Sendable, Hashable {
    /// The number of the record's field, in declared order, in whose value the member stands.
    let field: Int

    /// Where the composite stands in the field's value.
    let location: [RecordPath.Step]

    /// The member's name as written, with its quotes, and its value.
    let name: [UInt8]
    let value: [UInt8]

    /// Whether the member's composite comes before that of another one, in an order that does not depend on the order
    /// of a document.
    func standsBefore(_ other: AdoptedMember) -> Bool {
        if field != other.field { return field < other.field }
        for (step, otherStep) in zip(location, other.location) where step != otherStep {
            switch (step, otherStep) {
            case (.index(let index), .index(let otherIndex)): return index < otherIndex
            case (.field(let name), .field(let otherName)): return name < otherName
            case (.index, _): return true
            default: return false
            }
        }
        return location.count < other.location.count
    }
}

import Foundation

/// A JSON document taken apart without any of the library's code: every value with its pointer and its place.
struct WalkedJSON {
    struct Failure: Error {
        let offset: Int
    }

    struct Member {
        let pointer: String
        /// Where the member's name begins, for members of objects.
        let begin: Int
        let value: Range<Int>
        /// Anything but an array or an object that has something in it.
        let isLeaf: Bool
    }

    private(set) var members: [Member] = []
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        try value(at: "", begin: 0)
        skipSpace()
        guard index == bytes.count else { throw Failure(offset: index) }
    }

    init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    /// The leaves of the members; an object without members has none.
    var leafCount: Int { members.count { $0.isLeaf && $0.pointer != "" } }

    /// The JSON text of each leaf by its pointer.
    var leaves: [String: String] {
        Dictionary(
            members.filter { $0.isLeaf && $0.pointer != "" }.map { ($0.pointer, text(of: $0)) },
            uniquingKeysWith: { first, second in "\(first) and \(second)" }
        )
    }

    subscript(pointer: String) -> Member? { members.first { $0.pointer == pointer } }

    func text(of member: Member) -> String { String(decoding: bytes[member.value], as: UTF8.self) }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: Character) throws {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte.asciiValue else { throw Failure(offset: index) }
        index += 1
    }

    private func isNext(_ byte: Character) -> Bool { index < bytes.count && bytes[index] == byte.asciiValue }

    private mutating func string() throws -> String {
        let begin = index
        try take("\"")
        while !isNext("\"") {
            guard index < bytes.count else { throw Failure(offset: index) }
            index += isNext("\\") ? 2 : 1
        }
        index += 1
        let text = Data(bytes[begin..<index])
        let resolved = try? JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed) as? String
        return resolved ?? String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }

    private mutating func value(at pointer: String, begin: Int) throws {
        skipSpace()
        let start = index
        var isLeaf = true
        // An enclosing value stands before its parts.
        let place = members.count
        members.append(Member(pointer: pointer, begin: begin, value: start..<start, isLeaf: true))
        if isNext("{") {
            index += 1
            skipSpace()
            while !isNext("}") {
                if !isLeaf { try take(",") }
                skipSpace()
                let begin = index
                let name = try string()
                try take(":")
                try value(at: pointer + "/" + Self.token(name), begin: begin)
                isLeaf = false
                skipSpace()
            }
            index += 1
        } else if isNext("[") {
            index += 1
            skipSpace()
            var count = 0
            while !isNext("]") {
                if count > 0 { try take(",") }
                skipSpace()
                try value(at: "\(pointer)/\(count)", begin: index)
                count += 1
                isLeaf = false
                skipSpace()
            }
            index += 1
        } else if isNext("\"") {
            _ = try string()
        } else {
            while index < bytes.count, !",]}".utf8.contains(bytes[index]), bytes[index] > 0x20 { index += 1 }
            guard index > start else { throw Failure(offset: index) }
        }
        members[place] = Member(pointer: pointer, begin: begin, value: start..<index, isLeaf: isLeaf)
    }

    static func token(_ name: String) -> String {
        name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
    }
}

extension WalkedJSON {
    /// The bytes without the values of some members; without the members themselves where another document has none.
    func bytes(without pointers: Set<String>, whole: (String) -> Bool) -> [UInt8] {
        var result = bytes
        for member in members.reversed() where pointers.contains(member.pointer) {
            if whole(member.pointer) {
                var begin = member.begin
                while begin > 0, bytes[begin - 1] <= 0x20 { begin -= 1 }
                if begin > 0, bytes[begin - 1] == UInt8(ascii: ",") { begin -= 1 }
                result.removeSubrange(begin..<member.value.upperBound)
            } else {
                result.removeSubrange(member.value)
            }
        }
        return result
    }
}

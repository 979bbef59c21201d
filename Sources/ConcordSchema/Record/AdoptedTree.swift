/// The composites inside one field's value that kept members go back into, by place.
struct AdoptedTree {
    /// A value inside the field's value that is, or holds, such a composite.
    private struct Node {
        /// The members that belong to it.
        var members: [AdoptedMember] = []
        /// Whether values inside it have nodes of their own.
        var isParent = false
    }

    private struct Edge: Hashable {
        let parent: Int
        let step: RecordPath.Step
    }

    private var nodes = [Node()]
    private var edges: [Edge: Int] = [:]

    /// The places of some members of one field's value.
    init(_ members: ArraySlice<AdoptedMember>) {
        for member in members {
            var node = 0
            for step in member.location {
                let edge = Edge(parent: node, step: step)
                if let next = edges[edge] {
                    node = next
                } else {
                    nodes[node].isParent = true
                    node = nodes.count
                    nodes.append(Node())
                    edges[edge] = node
                }
            }
            nodes[node].members.append(member)
        }
    }

    /// An array or object of the value that has not ended yet.
    private struct Level {
        let node: Int
        let isObject: Bool
        /// How many members or items were passed.
        var count = 0
        /// How many names belong to the levels around it.
        let names: Int
    }

    /// A value with its members back at the ends of their composites, as one walk over it finds them.
    ///
    /// A member is left out if its composite is not there any more, or has a member of that name now.
    ///
    /// - Parameter value: The value as compact JSON.
    /// - Returns: The value with the members; nil if it is not JSON, which only a field of somebody else's making writes.
    func restored(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var reader = JSONReader(value)
        var levels: [Level] = []
        var names: [StringBody] = []
        var result: [UInt8] = []
        var copied = 0

        /// Goes into a value that has a node, or past it.
        func enter(_ node: Int?) throws(ReadFailure) {
            let byte = reader.peek()
            if let node, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                reader.cursor += 1
                levels.append(Level(node: node, isObject: byte == UInt8(ascii: "{"), names: names.count))
            } else {
                try reader.skipValue()
            }
        }

        do throws(ReadFailure) {
            try enter(0)
            while let level = levels.last {
                let node = nodes[level.node]
                let byte = reader.peek()
                if byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    if level.isObject {
                        result += reader.bytes(copied..<reader.offset)
                        copied = reader.offset
                        append(node.members, to: &result, besides: names[level.names...], isFirst: level.count == 0)
                        names.removeLast(names.count - level.names)
                    }
                    reader.cursor += 1
                    levels.removeLast()
                    continue
                }
                if level.count > 0 { try reader.take(UInt8(ascii: ","), expecting: "a comma") }
                levels[levels.count - 1].count += 1
                var child: Int?
                if level.isObject {
                    let name = try reader.takeName()
                    if !node.members.isEmpty { names.append(name) }
                    if node.isParent { child = edges[Edge(parent: level.node, step: .field(reader.nameText(name)))] }
                } else if node.isParent {
                    child = edges[Edge(parent: level.node, step: .index(level.count))]
                }
                try enter(child)
            }
        } catch {
            return nil
        }
        return result + reader.bytes(copied..<value.count)
    }

    /// Appends the members whose names an object does not have.
    private func append(
        _ members: [AdoptedMember],
        to result: inout [UInt8],
        besides names: ArraySlice<StringBody>,
        isFirst: Bool
    ) {
        var isFirst = isFirst
        for member in members {
            // A composite has few names of its own, however many others it was found with.
            let isThere = member.name.withUnsafeBufferPointer { name in
                var reader = JSONReader(name)
                guard let own = try? reader.scanString() else { return true }
                return names.contains { reader.isSame(own, $0) }
            }
            if isThere { continue }
            if !isFirst { result.append(UInt8(ascii: ",")) }
            isFirst = false
            result += member.name
            result.append(UInt8(ascii: ":"))
            result += member.value
        }
    }
}

extension JSONWriter {
    /// Puts kept members back into a field's value that was written already, from a place to the end.
    mutating func giveBack(_ members: ArraySlice<AdoptedMember>, from begin: Int) {
        let tree = AdoptedTree(members)
        let restored = tree.restored(UnsafeBufferPointer(start: base + begin, count: count - begin))
        guard let restored else { return }
        count = begin
        writeRaw(restored)
    }
}

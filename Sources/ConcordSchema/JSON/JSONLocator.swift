/// Works out where in a document's structure bytes stand, after the fact.
///
/// Reading keeps no path and counts no lines; the few places that somebody asks about are found by walking the document
/// again: once, however many they are.
struct JSONLocator {
    private let document: JSONReader

    init(_ reader: JSONReader) {
        // Only the bytes matter; depth and findings belong to the reading that is under way.
        document = reader.fresh(at: 0)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        document = JSONReader(bytes)
    }

    /// The lines and columns of some bytes, both counted from 1; columns count bytes.
    ///
    /// - Parameter offsets: The bytes, in ascending order.
    /// - Returns: One position for each.
    func positions(of offsets: [Int]) -> [SourcePosition] {
        var line = 1
        var lineStart = 0
        var passed = 0
        let count = document.end - document.start
        return offsets.map { offset in
            while passed < min(offset, count) {
                if document.start[passed] == 0x0A {
                    line += 1
                    lineStart = passed + 1
                }
                passed += 1
            }
            return SourcePosition(offset: offset, line: line, column: offset - lineStart + 1)
        }
    }

    /// The steps to the innermost values that hold some bytes, as far as the document is JSON.
    ///
    /// - Parameters:
    ///   - offsets: The bytes, in ascending order. A byte of a member's name belongs to the object around it, and so does
    ///     one between members.
    ///   - start: The first byte of the value to start from.
    /// - Returns: The steps to each, from the value to start from.
    func steps(to offsets: [Int], from start: Int = 0) -> [[RecordPath.Step]] {
        var walk = Walk(reader: document.fresh(at: start), offsets: offsets)
        walk.run()
        return walk.found
    }
}

/// One pass over a document that notes the steps to the bytes that somebody asks about.
///
/// What is open is kept on a stack of its own, never on the call stack, and names become text only where a byte is asked
/// about: a document of n bytes costs n steps, and so do all its places together.
private struct Walk {
    /// An array or object that has not ended yet.
    private struct Level {
        let isObject: Bool
        /// The name of the member that the walk is at.
        var name: StringBody?
        /// The number of the item that the walk is at, or that comes next.
        var index = 0
        /// Whether the walk is inside an item or a member's value, rather than between two of them.
        var isInside = false
    }

    private var reader: JSONReader
    private let offsets: [Int]
    private var levels: [Level] = []

    /// The steps that were worked out already: those of the outermost levels.
    private var steps: [RecordPath.Step] = []

    /// The steps to the first of the bytes.
    private(set) var found: [[RecordPath.Step]] = []

    init(reader: JSONReader, offsets: [Int]) {
        self.reader = reader
        self.offsets = offsets
        found.reserveCapacity(offsets.count)
    }

    mutating func run() {
        // Where the document is no JSON any more, all that follows belongs to the value that is open there.
        try? walk()
        note(before: Int.max)
    }

    private mutating func walk() throws(ReadFailure) {
        value: while found.count < offsets.count {
            switch reader.peek() {
            case UInt8(ascii: "{"):
                try reader.descend()
                reader.cursor += 1
                levels.append(Level(isObject: true))
                if reader.peek() != UInt8(ascii: "}") {
                    try enterMember()
                    continue value
                }
            case UInt8(ascii: "["):
                try reader.descend()
                reader.cursor += 1
                levels.append(Level(isObject: false))
                if reader.peek() != UInt8(ascii: "]") {
                    enterItem()
                    continue value
                }
            default:
                try reader.skipValue()
                note(before: reader.offset)
                leaveValue()
            }
            while let level = levels.last {
                let byte = reader.peek()
                if byte == UInt8(ascii: ",") {
                    reader.cursor += 1
                    if level.isObject { try enterMember() } else { enterItem() }
                    continue value
                }
                guard byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw reader.syntaxFailure("a comma or the end")
                }
                reader.cursor += 1
                reader.depth -= 1
                note(before: reader.offset)
                levels.removeLast()
                leaveValue()
            }
            return
        }
    }

    private mutating func enterMember() throws(ReadFailure) {
        let name = try reader.takeName()
        reader.skipWhitespace()
        note(before: reader.offset)
        levels[levels.count - 1].name = name
        levels[levels.count - 1].isInside = true
    }

    private mutating func enterItem() {
        reader.skipWhitespace()
        note(before: reader.offset)
        levels[levels.count - 1].isInside = true
    }

    private mutating func leaveValue() {
        guard !levels.isEmpty else { return }
        let last = levels.count - 1
        levels[last].isInside = false
        levels[last].index += 1
        if steps.count > last { steps.removeLast(steps.count - last) }
    }

    /// Notes the steps to the bytes that stand where the walk has been since the last note.
    private mutating func note(before end: Int) {
        guard found.count < offsets.count, offsets[found.count] < end else { return }
        for level in levels[min(steps.count, levels.count)...] where level.isInside {
            steps.append(level.name.map { .field(reader.nameText($0)) } ?? .index(level.index))
        }
        while found.count < offsets.count, offsets[found.count] < end { found.append(steps) }
    }
}

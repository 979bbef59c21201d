/// Works out where in a document's structure a byte stands, after the fact.
///
/// Reading keeps no path and counts no lines; the few places that somebody asks about are found by walking the document
/// again.
struct JSONLocator {
    private let document: JSONReader

    init(_ reader: JSONReader) {
        document = reader
        // Only the bytes matter; depth and findings belong to the reading that is under way.
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        document = JSONReader(bytes)
    }

    /// The line and column of a byte, both counted from 1; the column counts bytes.
    func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var lineStart = 0
        let bytes = document.bytes(0..<min(offset, document.end - document.start))
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            line += 1
            lineStart = index + 1
        }
        return (line, offset - lineStart + 1)
    }

    /// The steps to the innermost value that holds a byte, as far as the document is JSON.
    ///
    /// - Parameters:
    ///   - offset: The byte. A byte of a member's name belongs to the object around it.
    ///   - start: The first byte of the value to start from.
    func steps(to offset: Int, from start: Int = 0) -> [RecordPath.Step] {
        var reader = document
        reader.cursor = reader.start + start
        reader.depth = 0
        var steps: [RecordPath.Step] = []
        // Descends one level a round; what is passed is skipped whole.
        descend: while true {
            switch reader.peek() {
            case UInt8(ascii: "{"):
                reader.cursor += 1
                while reader.peek() == UInt8(ascii: "\"") {
                    guard let name = try? reader.takeName() else { return steps }
                    reader.skipWhitespace()
                    guard reader.offset <= offset else { return steps }
                    let value = reader
                    if (try? reader.skipValue()) == nil || reader.offset > offset {
                        let text = (try? reader.resolve(name)) ?? String(name)
                        steps.append(.field(text))
                        reader = value
                        continue descend
                    }
                    guard reader.peek() == UInt8(ascii: ",") else { return steps }
                    reader.cursor += 1
                }
                return steps
            case UInt8(ascii: "["):
                reader.cursor += 1
                var index = 0
                while true {
                    reader.skipWhitespace()
                    guard reader.offset <= offset else { return steps }
                    let value = reader
                    if (try? reader.skipValue()) == nil || reader.offset > offset {
                        steps.append(.index(index))
                        reader = value
                        continue descend
                    }
                    guard reader.peek() == UInt8(ascii: ",") else { return steps }
                    reader.cursor += 1
                    index += 1
                }
            default:
                return steps
            }
        }
    }
}

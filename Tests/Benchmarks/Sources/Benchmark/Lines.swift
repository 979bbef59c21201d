import Foundation

/// The lines of a file, in memory that does not move.
struct Lines: Sequence {
    private let lines: [UnsafeBufferPointer<UInt8>]

    /// The number of bytes, line ends aside.
    let size: Int

    init(file: String) throws {
        self.init(Array(try Data(contentsOf: URL(fileURLWithPath: file))))
    }

    init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = memory.initialize(from: bytes)
        var lines: [UnsafeBufferPointer<UInt8>] = []
        var begin = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(UnsafeBufferPointer(rebasing: memory[begin..<index]))
            begin = index + 1
        }
        self.init(lines: lines)
    }

    private init(lines: [UnsafeBufferPointer<UInt8>]) {
        self.lines = lines
        size = lines.reduce(0) { $0 + $1.count }
    }

    var count: Int { lines.count }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> { lines[index] }

    func prefix(_ count: Int) -> Lines { Lines(lines: Array(lines.prefix(count))) }

    /// The lines that a closure wants.
    func including(_ isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Lines { Lines(lines: lines.filter(isWanted)) }

    func makeIterator() -> IndexingIterator<[UnsafeBufferPointer<UInt8>]> { lines.makeIterator() }

    /// The sum of what a closure says of each line.
    @inline(__always)
    func reduce(_ body: (UnsafeBufferPointer<UInt8>) -> Int) -> Int {
        var sum = 0
        for line in lines { sum &+= body(line) }
        return sum
    }
}

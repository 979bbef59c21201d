internal import ConcordSchema

/// Works out lines and columns of a payload, when somebody asks.
struct SourceLocator {
    private let payload: UnsafeBufferPointer<UInt8>

    init(_ payload: UnsafeBufferPointer<UInt8>) {
        self.payload = payload
    }

    func position(_ offset: Int) -> SourcePosition {
        let before = payload[..<min(offset, payload.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return SourcePosition(offset: offset, line: line, column: column)
    }
}

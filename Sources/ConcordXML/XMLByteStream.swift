internal import ConcordSchema
internal import Foundation

/// A stream that takes its bytes from a closure and has them looked at before the parser gets them.
final class XMLByteStream: InputStream {
    var guardian: XMLGuard
    private(set) var issue: Issue?
    private(set) var error: (any Error)?

    /// The line that the parser is in.
    var currentLine: () -> Int = { 1 }

    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private var isAtEnd = false
    /// Whether the document has ended, and not the reading of it.
    private(set) var hasEnded = false

    init(tagSize: Int, source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        guardian = XMLGuard(tagSize: tagSize)
        self.source = source
        super.init(data: Data())
    }

    /// Ends the stream for the parser.
    func stop() {
        isAtEnd = true
    }

    override func open() {}

    override func close() {}

    override var hasBytesAvailable: Bool { !isAtEnd }

    override var streamStatus: Stream.Status { isAtEnd ? .atEnd : .open }

    override var streamError: (any Error)? { nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard !isAtEnd, maxLength > 0 else { return 0 }
        do {
            let count = try source(UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
            // A closure that says it brought more than there is room for has not written there.
            let length = min(max(count, 0), maxLength)
            guardian.forgetLines(before: currentLine())
            let checked = guardian.check(UnsafeBufferPointer(start: buffer, count: length))
            issue = checked.issue
            hasEnded = length == 0
            isAtEnd = hasEnded || issue != nil
            return checked.count
        } catch {
            self.error = error
            isAtEnd = true
            return 0
        }
    }
}

internal import ConcordMapping
public import ConcordSchema

/// One vendor's object that a mapping is tried with, and where it stands.
public struct Fixture: Sendable, Hashable {
    /// The file that it stands in, without its folder.
    public let file: String

    /// Its number among the objects of its file, counted from 1.
    public let number: Int

    /// Where it begins in its file.
    public let position: SourcePosition

    /// The object as it stands there; of a row of CSV, the row as a JSON object.
    public let bytes: [UInt8]

    /// An object.
    ///
    /// - Parameters:
    ///   - bytes: The object as JSON.
    ///   - file: The file that it stands in.
    ///   - number: Its number among the objects of its file, counted from 1.
    ///   - position: Where it begins in its file.
    public init(
        _ bytes: [UInt8],
        file: String,
        number: Int = 1,
        position: SourcePosition = SourcePosition(offset: 0, line: 1, column: 1)
    ) {
        self.file = file
        self.number = number
        self.position = position
        self.bytes = bytes
    }

    /// The object as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What the issues of the object are once their places are those of the file.
    func located(_ issues: [Issue]) -> [Issue] {
        guard !file.hasSuffix(".csv") else { return issues }
        var issues = issues
        bytes.withUnsafeBufferPointer { Payload($0, at: position).locate(&issues) }
        return issues
    }
}

extension Fixture: CustomStringConvertible {
    /// The place as editors understand it, and the number: `clients.json:3:5 (object 2)`.
    public var description: String { "\(file):\(position.line):\(position.column) (object \(number))" }
}

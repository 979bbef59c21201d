/// Something that a door promises to whoever asks at it, in words.
public struct AdapterPromise: Sendable, Hashable {
    /// The promise's name: `source.sameAgain`.
    public let name: String

    /// What is promised, in one sentence.
    public let words: String

    /// A promise.
    public init(_ name: String, _ words: String) {
        self.name = name
        self.words = words
    }
}

extension AdapterPromise: CustomStringConvertible {
    /// `source.sameAgain: the same cursor and limit give the same messages, in the same order`.
    public var description: String { "\(name): \(words)" }
}

extension ValueError {
    /// An error about a text that was refused.
    ///
    /// Never inlined, so that readers stay small where they succeed. Only the head of the text is decoded: a refusal of
    /// ten megabytes costs what a refusal of ten bytes costs.
    @inline(never)
    init(_ code: Code, expected: String, refused text: UnsafeBufferPointer<UInt8>) {
        // 64 characters are shown; 65 of four bytes each are enough to know whether there are more.
        let head = UnsafeBufferPointer(rebasing: text.prefix(65 * 4))
        self.init(code, expected: expected, observed: String(decoding: head, as: UTF8.self))
    }
}

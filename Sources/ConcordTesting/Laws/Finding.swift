/// What a law found to be wrong with a document.
struct Finding {
    let difference: String

    /// The bytes that it was found with, where they are not the sample's own.
    var bytes: [UInt8]?

    init(_ difference: String, _ bytes: [UInt8]? = nil) {
        self.difference = difference
        self.bytes = bytes
    }
}

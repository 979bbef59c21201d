/// The bytes that a name in a document may have, and the one that separates its parts.
///
/// Names of systems and time zones stand in every record. One look-up a byte, in a text that stands in the program, is
/// what checking them costs.
struct NameAlphabet {
    /// A letter for each ASCII byte: `@` if names have it, `A` if it separates their parts, `B` if it is neither.
    private let classes: StaticString

    /// An alphabet.
    ///
    /// - Parameter classes: 128 of the letters `@`, `A` and `B`, one for each ASCII byte in its order.
    init(classes: StaticString) {
        assert(classes.utf8CodeUnitCount == 128)
        self.classes = classes
    }

    /// The number of separators in a text; nil if it has a byte that no name has, or a separator at an end.
    @inline(__always)
    func separators(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let bytes = text.baseAddress, text.count > 0 else { return nil }
        let classes = classes.utf8Start
        var gathered: UInt8 = 0
        var separators = 0
        var index = 0
        while index < text.count {
            let byte = bytes[index]
            let kind = classes[Int(byte & 0x7F)]
            gathered |= kind | byte & 0x80
            separators &+= Int(kind & 1)
            index &+= 1
        }
        let ends = classes[Int(bytes[0] & 0x7F)] | classes[Int(bytes[text.count &- 1] & 0x7F)]
        return gathered & 0x82 == 0 && ends & 1 == 0 ? separators : nil
    }
}

internal import ConcordSchema

/// What a JSON value is to a reader of vendors' objects.
enum PayloadShape {
    /// A vendor's object.
    case object
    /// An envelope: what it says, and where the items stand in it, without the brackets around them.
    case page(PayloadPage, items: Range<Int>)
    /// Something that is not an object.
    case other

    /// Looks at a value, checking that it is JSON.
    ///
    /// - Parameters:
    ///   - bytes: The value.
    ///   - envelope: The envelope that is looked for.
    /// - Throws: A `ReadFailure` if the bytes are not one JSON value, or if an envelope has its items twice.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ envelope: PayloadEnvelope?) throws(ReadFailure) {
        var reader = JSONReader(bytes)
        guard reader.peek() == UInt8(ascii: "{") else {
            try reader.skipValue()
            try reader.finish()
            self = .other
            return
        }
        guard let envelope else {
            try reader.skipValue()
            try reader.finish()
            self = .object
            return
        }
        var page = PayloadPage()
        var items: Range<Int>?
        var isEnvelope = envelope.isItemsAlone
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        if reader.peek() != UInt8(ascii: "}") {
            while true {
                let place = reader.offset
                let name = try reader.takeName()
                let first = reader.peek()
                let begin = reader.offset
                try reader.skipValue()
                if !name.hasEscapes {
                    let value = begin..<reader.offset
                    if first == UInt8(ascii: "["), name.bytes.elementsEqual(envelope.items.utf8) {
                        guard items == nil else {
                            throw ReadFailure(
                                .duplicateKey,
                                at: place,
                                expected: "each member once",
                                member: envelope.items,
                                isFatal: true
                            )
                        }
                        items = (value.lowerBound + 1)..<(value.upperBound - 1)
                    } else {
                        let value = SourceValue(bytes: reader.bytes(value), offset: 0)
                        if envelope.note(name.bytes, value, &page) { isEnvelope = true }
                    }
                }
                guard reader.peek() == UInt8(ascii: ",") else { break }
                try reader.take(UInt8(ascii: ","), expecting: "a comma")
            }
        }
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
        try reader.finish()
        if let items, isEnvelope {
            self = .page(page, items: items)
        } else {
            self = .object
        }
    }
}

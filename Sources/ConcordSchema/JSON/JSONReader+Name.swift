extension JSONReader {
    /// A member's name as bytes that are equal for equal names, however they are written.
    ///
    /// Escapes are resolved. Half of a surrogate pair, which no Unicode text can hold, becomes the three bytes that UTF-8
    /// would give it if it could: they stand in no valid UTF-8, so such a name is never taken for another.
    package func nameBytes(_ name: StringBody) -> [UInt8] {
        guard name.hasEscapes else { return Array(name.bytes) }
        if let whole = try? resolvedBytes(name) { return whole }
        var result: [UInt8] = []
        var position = 0
        while position < name.count {
            let byte = name.start[position]
            if byte != UInt8(ascii: "\\") {
                result.append(byte)
                position += 1
                continue
            }
            let escape = name.escape(at: position)
            if let resolved = try? resolvedBytes(escape) {
                result += resolved
            } else {
                let unit = name.codeUnit(at: position)
                result.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
                result.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
                result.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
            }
            position += escape.count
        }
        return result
    }

    /// A member's name for people: with its escapes resolved, or as it is written where that is impossible.
    func nameText(_ name: StringBody) -> String {
        guard name.hasEscapes else { return text(of: name) }
        return (try? resolve(name)) ?? String(decoding: name.bytes, as: UTF8.self)
    }

    /// Whether a name is the same as another one, which some other reader has.
    func isSame(_ name: StringBody, _ other: StringBody) -> Bool {
        if name.hasEscapes || other.hasEscapes { return nameBytes(name) == JSONReader(other.bytes).nameBytes(other) }
        return name.bytes.elementsEqual(other.bytes)
    }

    /// A reader of the same document at another place, which has found nothing.
    ///
    /// A copy of this reader would share what was found, and the next finding would have to copy all of it.
    func fresh(at offset: Int) -> JSONReader {
        var reader = JSONReader(UnsafeBufferPointer(start: start, count: end - start))
        reader.cursor = start + offset
        return reader
    }
}

extension StringBody {
    /// The escape sequence at a place; both halves of a surrogate pair are one.
    func escape(at place: Int) -> StringBody {
        var length = start[place + 1] == UInt8(ascii: "u") ? 6 : 2
        if length == 6, codeUnit(at: place) & 0xFC00 == 0xD800, count - place >= 12,
            start[place + 6] == UInt8(ascii: "\\"), start[place + 7] == UInt8(ascii: "u"),
            codeUnit(at: place + 6) & 0xFC00 == 0xDC00
        {
            length = 12
        }
        return StringBody(start: start + place, count: length, hasEscapes: true, isASCII: true)
    }

    /// The code unit that an escape sequence `\uXXXX` means.
    fileprivate func codeUnit(at place: Int) -> UInt32 {
        (2..<6).reduce(0) { unit, index in unit << 4 | UInt32(hexadecimalValue(start[place + index]) ?? 0) }
    }
}

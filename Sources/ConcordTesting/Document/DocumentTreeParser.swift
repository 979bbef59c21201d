extension DocumentTree {
    /// Parses a document strictly (RFC 8259, in UTF-8); nil if it is not JSON or nests deeper than 512.
    ///
    /// - Parameter document: One JSON value with white space around it at most.
    public init?(_ document: [UInt8]) {
        guard let parsed = DocumentTreeParser.parse(document) else { return nil }
        self = parsed.tree
    }

    /// Parses a document strictly (RFC 8259); nil if it is not JSON or nests deeper than 512.
    ///
    /// - Parameter document: One JSON value with white space around it at most.
    public init?(_ document: String) {
        self.init(Array(document.utf8))
    }
}

/// A parser that is written for clarity, not for speed, and shares nothing with the library's reader.
struct DocumentTreeParser {
    /// What was parsed, and where each member's name begins, by the member's place in the tree.
    struct Parsed {
        var tree: DocumentTree
        var names: [[Int]: Int]
    }

    private struct Mistake: Error {}

    private let bytes: [UInt8]
    private var index = 0
    private var place: [Int] = []
    private var names: [[Int]: Int] = [:]

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func parse(_ document: [UInt8]) -> Parsed? {
        guard String(validating: document, as: UTF8.self) != nil else { return nil }
        var parser = Self(document)
        guard let tree = try? parser.value() else { return nil }
        parser.skipSpace()
        return parser.index == document.count ? Parsed(tree: tree, names: parser.names) : nil
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private mutating func take(_ text: String) throws(Mistake) {
        for byte in text.utf8 {
            guard next == byte else { throw Mistake() }
            index += 1
        }
    }

    private mutating func value() throws(Mistake) -> DocumentTree {
        skipSpace()
        switch next {
        case UInt8(ascii: "n"):
            try take("null")
            return .null
        case UInt8(ascii: "t"):
            try take("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try take("false")
            return .boolean(false)
        case UInt8(ascii: "\""):
            return .string(try string())
        case UInt8(ascii: "["):
            return .array(try array())
        case UInt8(ascii: "{"):
            return .object(try object())
        default:
            return .number(try number())
        }
    }

    private mutating func array() throws(Mistake) -> [DocumentTree] {
        guard place.count < 512 else { throw Mistake() }
        try take("[")
        skipSpace()
        var items: [DocumentTree] = []
        if next == UInt8(ascii: "]") {
            index += 1
            return items
        }
        while true {
            place.append(items.count)
            items.append(try value())
            place.removeLast()
            skipSpace()
            if next == UInt8(ascii: "]") {
                index += 1
                return items
            }
            try take(",")
        }
    }

    private mutating func object() throws(Mistake) -> [DocumentTree.Member] {
        guard place.count < 512 else { throw Mistake() }
        try take("{")
        skipSpace()
        var members: [DocumentTree.Member] = []
        if next == UInt8(ascii: "}") {
            index += 1
            return members
        }
        while true {
            skipSpace()
            place.append(members.count)
            names[place] = index
            let name = try string()
            skipSpace()
            try take(":")
            members.append(DocumentTree.Member(name, try value()))
            place.removeLast()
            skipSpace()
            if next == UInt8(ascii: "}") {
                index += 1
                return members
            }
            try take(",")
        }
    }

    private mutating func number() throws(Mistake) -> String {
        let begin = index
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits()
        }
        if next == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[begin..<index], as: UTF8.self)
    }

    private mutating func digits() throws(Mistake) {
        let begin = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        if index == begin { throw Mistake() }
    }

    private mutating func string() throws(Mistake) -> DocumentTree.Text {
        try take("\"")
        let begin = index
        var meant: [UInt8] = []
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                return DocumentTree.Text(written: Array(bytes[begin..<index - 1]), meant: meant)
            case UInt8(ascii: "\\"):
                try escape(into: &meant)
            case 0..<0x20:
                throw Mistake()
            default:
                meant.append(byte)
            }
        }
        throw Mistake()
    }

    private mutating func escape(into meant: inout [UInt8]) throws(Mistake) {
        guard let letter = next else { throw Mistake() }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): meant.append(letter)
        case UInt8(ascii: "b"): meant.append(0x08)
        case UInt8(ascii: "f"): meant.append(0x0C)
        case UInt8(ascii: "n"): meant.append(0x0A)
        case UInt8(ascii: "r"): meant.append(0x0D)
        case UInt8(ascii: "t"): meant.append(0x09)
        case UInt8(ascii: "u"):
            let unit = try codeUnit()
            if (0xD800..<0xDC00).contains(unit), next == UInt8(ascii: "\\") {
                let here = index
                index += 1
                if next == UInt8(ascii: "u") {
                    index += 1
                    let low = try codeUnit()
                    if (0xDC00..<0xE000).contains(low) {
                        Self.append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &meant)
                        return
                    }
                }
                index = here
            }
            Self.append(unit, to: &meant)
        default:
            throw Mistake()
        }
    }

    private mutating func codeUnit() throws(Mistake) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw Mistake()
            }
            unit = unit << 4 + UInt32(digit)
            index += 1
        }
        return unit
    }

    /// The bytes of UTF-8 for any number up to U+10FFFF, surrogates too.
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800: bytes += [0xC0 | UInt8(scalar >> 6), tail(0)]
        case 0x800..<0x10000: bytes += [0xE0 | UInt8(scalar >> 12), tail(6), tail(0)]
        default: bytes += [0xF0 | UInt8(scalar >> 18), tail(12), tail(6), tail(0)]
        }
    }
}

internal import ConcordSchema

/// A digest of what values say, in 64 bits; the order of members and needless escapes do not count.
///
/// It tells that somebody has changed a value since. It is no signature, and need not be: who can change the values can
/// change what stands beside them. Every step of it can be undone, so that a change of eight bytes in one place is always
/// noticed; any other goes unnoticed once in 2⁶⁴.
///
/// Words are read as little-endian, so that a digest means the same on every machine. Members are added up, which needs
/// neither their order nor any memory.
enum LiveDigest {
    /// The digest of an object's members, in which each counts by its name and its value.
    struct Members {
        private var sum: UInt64 = 0
        private var count: UInt64 = 0

        /// Whether there was none.
        var isEmpty: Bool { count == 0 }

        mutating func add(_ name: UInt64, _ value: UInt64) {
            sum &+= LiveDigest.finished(LiveDigest.mixed(name, value))
            count += 1
        }

        var digest: UInt64 { LiveDigest.finished(LiveDigest.mixed(LiveDigest.mixed(Kind.object, sum), count)) }
    }

    private enum Kind {
        static let text: UInt64 = 0x243F_6A88_85A3_08D3
        static let word: UInt64 = 0x1319_8A2E_0370_7344
        static let object: UInt64 = 0xA409_3822_299F_31D0
        static let list: UInt64 = 0x082E_FA98_EC4E_6C89
    }

    /// The digest of a name, with its escapes resolved.
    static func name(_ meant: [UInt8]) -> UInt64 {
        meant.withUnsafeBufferPointer { bytes(of: $0, Kind.text) }
    }

    /// The digest of a JSON value that is known to be valid.
    static func value(_ json: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var reader = JSONReader(json)
        return (try? value(&reader)) ?? 0
    }

    /// The digest of a list of values, from theirs.
    static func list(_ items: some Sequence<UInt64>) -> UInt64 {
        var state = Kind.list
        var count: UInt64 = 0
        for item in items {
            state = mixed(state, item)
            count += 1
        }
        return finished(mixed(state, count))
    }

    // Recursion ends at the depth that a reader follows.
    private static func value(_ reader: inout JSONReader) throws(ReadFailure) -> UInt64 {
        switch reader.peek() {
        case UInt8(ascii: "\""):
            return text(try reader.scanString(), reader)
        case UInt8(ascii: "{"):
            var members = Members()
            try reader.take(UInt8(ascii: "{"), expecting: "an object")
            if reader.peek() != UInt8(ascii: "}") {
                repeat {
                    let name = text(try reader.takeName(), reader)
                    members.add(name, try value(&reader))
                } while reader.takesComma()
            }
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return members.digest
        case UInt8(ascii: "["):
            var state = Kind.list
            var count: UInt64 = 0
            try reader.beginList()
            if try reader.hasFirstItem() {
                repeat {
                    state = mixed(state, try value(&reader))
                    count += 1
                } while try reader.hasNextItem()
            }
            return finished(mixed(state, count))
        default:
            return bytes(of: try reader.passValue().bytes, Kind.word)
        }
    }

    private static func text(_ body: StringBody, _ reader: JSONReader) -> UInt64 {
        guard body.hasEscapes else { return bytes(of: body.bytes, Kind.text) }
        return name(reader.nameBytes(body))
    }

    private static func bytes(of bytes: UnsafeBufferPointer<UInt8>, _ kind: UInt64) -> UInt64 {
        var state = kind
        guard let start = bytes.baseAddress else { return finished(mixed(state, 0)) }
        let raw = UnsafeRawPointer(start)
        var index = 0
        while index &+ 8 <= bytes.count {
            state = mixed(state, UInt64(littleEndian: (raw + index).loadUnaligned(as: UInt64.self)))
            index &+= 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count {
            rest |= UInt64(bytes[index]) &<< shift
            shift &+= 8
            index &+= 1
        }
        return finished(mixed(mixed(state, rest), UInt64(bytes.count)))
    }

    @inline(__always)
    private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product &>> 29
    }

    /// Lets every bit of a state bear on all others.
    @inline(__always)
    private static func finished(_ state: UInt64) -> UInt64 {
        var state = (state ^ state &>> 30) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state &>> 27) &* 0x94D0_49BB_1331_11EB
        return state ^ state &>> 31
    }
}

// MARK: - Text

extension LiveDigest {
    /// A digest as a residue has it: sixteen hexadecimal digits.
    static func text(_ digest: UInt64) -> String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Reads a digest; nil if the text is none.
    static func digest(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard text.count == 16 else { return nil }
        var digest: UInt64 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digest = digest &<< 4 | UInt64(byte &- UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digest = digest &<< 4 | UInt64(byte &- UInt8(ascii: "a") &+ 10)
            default: return nil
            }
        }
        return digest
    }
}

extension DocumentValue {
    /// A digest of what the value says.
    var liveDigest: UInt64 {
        switch content {
        case .json(let json): json.withUnsafeBufferPointer { LiveDigest.value($0) }
        case .object(let members): members.liveDigest.digest
        case .list(let items): LiveDigest.list(items.lazy.map(\.liveDigest))
        }
    }
}

extension [DocumentMember] {
    /// A digest of what the members say.
    var liveDigest: LiveDigest.Members {
        var members = LiveDigest.Members()
        for member in self { members.add(LiveDigest.name(member.name.meant), member.value.liveDigest) }
        return members
    }
}

public import ConcordValues

/// A writer of JSON into one growing buffer.
///
/// What it writes is compact (no white space) and is UTF-8 with only the escapes that RFC 8259 §7 requires. Fields write
/// values; the record that holds them writes names, commas and braces.
public struct JSONWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int

    /// The number of bytes written.
    public internal(set) var count = 0

    /// Whether short texts may be copied from where their strings hold them; asked once a writer.
    private let hasSmallTexts = SmallText.isUsable

    /// A writer with room for the given number of bytes; it grows as needed.
    ///
    /// - Parameter capacity: The number of bytes to begin with.
    public init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit {
        base.deallocate()
    }

    /// Makes room for more bytes.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        count = 0
    }

    /// Gives what was written to a closure.
    ///
    /// - Parameter body: The closure; the bytes live as long as its call.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws.
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }

    /// What was written, as an array.
    public borrowing func bytes() -> [UInt8] {
        Array(UnsafeBufferPointer(start: base, count: count))
    }

    /// What was written, as text.
    public borrowing func text() -> String {
        String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
    }
}

// MARK: - Raw bytes

extension JSONWriter {
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    /// The most bytes that may be copied beyond the end of a short text, to copy it in one piece.
    static let slack = 32

    /// Writes a member's name, which stands in memory with ``slack`` bytes behind it.
    @inline(__always)
    mutating func put(name: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length &+ Self.slack)
        let destination = UnsafeMutableRawPointer(base + count)
        let source = UnsafeRawPointer(name)
        destination.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        if length > 16 {
            (destination + 16)
                .storeBytes(
                    of: (source + 16).loadUnaligned(as: SIMD16<UInt8>.self),
                    as: SIMD16<UInt8>.self
                )
            if length > 32 {
                (destination + 32).copyMemory(from: source + 32, byteCount: length &- 32)
            }
        }
        count &+= length
    }

    /// Writes bytes that are JSON already.
    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: bytes, count: length)
        count &+= length
    }

    /// Writes JSON text that somebody else vouches for, such as a member that was kept verbatim.
    ///
    /// - Parameter json: One whole JSON value without white space around it.
    public mutating func writeRaw(_ json: some Collection<UInt8>) {
        let written: Void? = json.withContiguousStorageIfAvailable { bytes in
            if let address = bytes.baseAddress { put(address, bytes.count) }
        }
        if written == nil { for byte in json { put(byte) } }
    }
}

// MARK: - Values

extension JSONWriter {
    /// Writes `null`.
    public mutating func writeNull() {
        write(word: "null")
    }

    /// Writes `true` or `false`.
    public mutating func write(_ value: Bool) {
        write(word: value ? "true" : "false")
    }

    private mutating func write(word: StaticString) {
        put(word.utf8Start, word.utf8CodeUnitCount)
    }

    /// Writes a whole number.
    public mutating func write(_ value: Int64) {
        reserve(20)
        if value < 0 { put(UInt8(ascii: "-")) }
        var rest = value.magnitude
        if rest < 10 {
            put(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = 20
            while rest != 0 {
                first -= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            }
            put(digits.baseAddress! + first, 20 - first)
        }
    }

    /// Writes a value as a string with its one text form.
    @inlinable
    public mutating func write<Value: TextValue>(text value: Value) {
        let room = begin(text: Value.maximumTextLength)
        end(text: value.writeText(to: room))
    }

    /// Opens a string and gives the memory for its body.
    @usableFromInline
    mutating func begin(text length: Int) -> UnsafeMutablePointer<UInt8> {
        reserve(length &+ 2)
        base[count] = 0x22
        return base + count + 1
    }

    /// Closes a string whose body was written into the memory that ``begin(text:)`` gave.
    @usableFromInline
    mutating func end(text length: Int) {
        base[count &+ 1 &+ length] = 0x22
        count &+= length &+ 2
    }

    /// Writes a string with the escapes that it needs.
    public mutating func write(_ value: String) {
        if hasSmallTexts, let text = SmallText(value), put(small: text) { return }
        write(large: value)
    }

    /// Writes a string from where it stands: a short one without a copy, which would have to be counted.
    @usableFromInline
    mutating func write(at address: UnsafePointer<String>) {
        if hasSmallTexts, let text = SmallText(at: address), put(small: text) { return }
        write(large: address.pointee)
    }

    /// Writes a short text if it needs no escapes.
    @inline(__always)
    private mutating func put(small text: SmallText) -> Bool {
        guard text.needsNoEscape else { return false }
        // Both words at once; what is beyond the text is written over.
        reserve(18)
        let destination = UnsafeMutableRawPointer(base + count)
        destination.storeBytes(of: 0x22, as: UInt8.self)
        (destination + 1).storeBytes(of: text.low, as: UInt64.self)
        (destination + 9).storeBytes(of: text.high, as: UInt64.self)
        (destination + 1 + text.count).storeBytes(of: 0x22, as: UInt8.self)
        count &+= text.count &+ 2
        return true
    }

    @inline(never)
    private mutating func write(large value: String) {
        let written: Void? = value.utf8.withContiguousStorageIfAvailable { write(utf8: $0) }
        if written == nil {
            var copy = value
            copy.withUTF8 { write(utf8: $0) }
        }
    }

    /// Writes a string of UTF-8 bytes with the escapes that it needs.
    ///
    /// - Parameter utf8: Valid UTF-8.
    public mutating func write(utf8: UnsafeBufferPointer<UInt8>) {
        let length = utf8.count
        reserve(length &+ 18)
        base[count] = 0x22
        count &+= 1
        guard let source = utf8.baseAddress else {
            base[count] = 0x22
            count &+= 1
            return
        }
        if Self.needsNoEscape(source, length) {
            put(source, length)
        } else {
            writeEscaped(source, length)
        }
        put(0x22)
    }

    /// Whether the bytes have no quote, no backslash and no control character.
    @inline(__always)
    private static func needsNoEscape(_ source: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        if length >= 8 {
            let raw = UnsafeRawPointer(source)
            var index = 0
            while index &+ 8 <= length {
                guard ByteScan.needNoEscape((raw + index).loadUnaligned(as: UInt64.self)) else { return false }
                index &+= 8
            }
            // The last eight bytes once more, overlapping, instead of a loop over the rest.
            return ByteScan.needNoEscape((raw + length - 8).loadUnaligned(as: UInt64.self))
        }
        for index in 0..<length {
            let byte = source[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return false }
        }
        return true
    }

    @inline(never)
    private mutating func writeEscaped(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length &* 6)
        var start = 0
        for index in 0..<length {
            let byte = source[index]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
            put(source + start, index &- start)
            start = index &+ 1
            put(0x5C)
            switch byte {
            case 0x22, 0x5C: put(byte)
            case 0x08: put(UInt8(ascii: "b"))
            case 0x09: put(UInt8(ascii: "t"))
            case 0x0A: put(UInt8(ascii: "n"))
            case 0x0C: put(UInt8(ascii: "f"))
            case 0x0D: put(UInt8(ascii: "r"))
            default:
                let digits: StaticString = "0123456789abcdef"
                for piece in [0x75, 0x30, 0x30, digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)]] {
                    put(piece)
                }
            }
        }
        put(source + start, length &- start)
    }
}

/// How far local clocks are from UTC, as a date-time says it: `Z`, `+01:00` or `-00:00`.
///
/// The three ways to write zero mean three things and are three values (RFC 3339 §4.3): `Z` is UTC, `+00:00` is a place
/// whose clocks show UTC, and `-00:00` is a time known in UTC at a place whose clocks are not known.
public struct UTCOffset: TextValue {
    /// The minutes and how they are written in 14 bits: `(minutes + 1440) * 4 + form`.
    let code: UInt16

    private enum Form {
        static let unknown: UInt16 = 0
        static let numeric: UInt16 = 1
        static let zulu: UInt16 = 2
    }

    @inline(__always)
    init(code: UInt16) {
        self.code = code
    }

    @inline(__always)
    private init(minutes: Int, form: UInt16) {
        code = UInt16(truncatingIfNeeded: minutes + 1440) << 2 | form
    }

    /// UTC itself, written `Z`.
    public static let utc = Self(minutes: 0, form: Form.zulu)

    /// A time in UTC at a place whose own offset is not known, written `-00:00`.
    public static let unknown = Self(minutes: 0, form: Form.unknown)

    /// The offset of a number of minutes, written as hours and minutes with a sign; 0 is `+00:00`.
    ///
    /// - Parameter minutes: The minutes that local clocks are ahead of UTC, −1439 to 1439.
    /// - Throws: ``ValueError`` with the code `offset.outOfRange` if the minutes are a day or more.
    public init(minutes: Int) throws(ValueError) {
        guard (-1439...1439).contains(minutes) else {
            throw ValueError(
                .offsetOutOfRange,
                expected: "an offset of less than a day, −1439 to 1439 minutes",
                observed: "\(minutes)"
            )
        }
        self.init(minutes: minutes, form: Form.numeric)
    }

    /// Reads `Z`, `+hh:mm` or `-hh:mm`.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `offset.syntax` if the text has another form, and `offset.outOfRange` if
    ///   the hour is over 23 or the minute over 59.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard let start = text.baseAddress else {
            throw Self.refusal(of: text, reading: CalendarText.malformed)
        }
        let reading = Self.read(start, count: text.count, acceptsBasic: false)
        guard reading >= 0 else {
            throw Self.refusal(of: text, reading: reading)
        }
        self.init(code: UInt16(truncatingIfNeeded: reading))
    }

    /// Reads the whole of the given bytes as an offset's ``code``, or says what is wrong with a negative number; accepts
    /// `+hhmm`, the basic form of ISO 8601, if asked.
    @inline(__always)
    static func read(_ text: UnsafePointer<UInt8>, count: Int, acceptsBasic: Bool) -> Int32 {
        if count == 1, text[0] == UInt8(ascii: "Z") {
            return Int32(Self.utc.code)
        }
        let isBasic = acceptsBasic && count == 5
        guard
            isBasic || count == 6 && text[3] == UInt8(ascii: ":"),
            text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
        else {
            return CalendarText.malformed
        }
        let minutes = text + (isBasic ? 3 : 4)
        guard text[1].isASCIIDigit, text[2].isASCIIDigit, minutes[0].isASCIIDigit, minutes[1].isASCIIDigit else {
            return CalendarText.malformed
        }
        let hour = Int(text[1] &- 0x30) * 10 + Int(text[2] &- 0x30)
        let minute = Int(minutes[0] &- 0x30) * 10 + Int(minutes[1] &- 0x30)
        guard hour <= 23, minute <= 59 else {
            return CalendarText.nonexistent
        }
        let total = hour * 60 + minute
        guard text[0] == UInt8(ascii: "-") else {
            return Int32(Self(minutes: total, form: Form.numeric).code)
        }
        return Int32(Self(minutes: -total, form: total == 0 ? Form.unknown : Form.numeric).code)
    }

    /// The most bytes that ``writeText(to:)`` writes: 6.
    public static var maximumTextLength: Int { 6 }

    /// Writes `Z`, or the sign, the hours, a colon and the minutes.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        if self == .utc {
            destination[0] = UInt8(ascii: "Z")
            return 1
        }
        writeSignAndHours(to: destination)
        destination[3] = UInt8(ascii: ":")
        CalendarText.writePair(UInt32(minutes.magnitude) % 60, to: destination + 4)
        return 6
    }

    /// Writes the sign, the hours and the minutes without a colon, five bytes; UTC is `+0000`.
    func writeBasic(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        writeSignAndHours(to: destination)
        CalendarText.writePair(UInt32(minutes.magnitude) % 60, to: destination + 3)
        return 5
    }

    private func writeSignAndHours(to destination: UnsafeMutablePointer<UInt8>) {
        destination[0] = minutes < 0 || self == .unknown ? UInt8(ascii: "-") : UInt8(ascii: "+")
        CalendarText.writePair(UInt32(minutes.magnitude) / 60, to: destination + 1)
    }

    /// The minutes that local clocks are ahead of UTC, negative if they are behind; 0 if ``unknown``.
    public var minutes: Int { Int(code >> 2) - 1440 }

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>, reading: Int32) -> ValueError {
        reading == CalendarText.nonexistent
            ? ValueError(.offsetOutOfRange, expected: Self.existingOffset, refused: text)
            : ValueError(.offsetSyntax, expected: "an offset from UTC like Z, +01:00 or -05:00", refused: text)
    }

    /// What to expect where an offset is too great, for every value that contains one.
    static let existingOffset = "an offset with hours from 00 to 23 and minutes from 00 to 59"
}

extension ValueError.Code {
    /// `offset.syntax`: the text is not `Z`, `+hh:mm` or `-hh:mm`.
    public static let offsetSyntax = Self(rawValue: "offset.syntax")

    /// `offset.outOfRange`: the offset is a day or more.
    public static let offsetOutOfRange = Self(rawValue: "offset.outOfRange")
}

/// A local date-time and the time zone whose clocks show it, such as `2026-03-02T09:00:00[Europe/Berlin]`.
///
/// This is how an appointment or a deadline is agreed: the wall clock and the place are fixed, and the instant follows
/// from the zone's rules, which may still change. Around a change of clocks the same text may name two instants or none;
/// what then applies is for the host's rules to say.
///
/// The text form is a ``LocalDateTime`` with the time-zone suffix of RFC 9557 §4.1. RFC 9557 always writes an offset
/// before the suffix; here there is none, because the offset is what the zone's rules are asked for.
public struct ZonedDateTime: TextValue {
    /// The date and time that clocks in the zone show.
    public let dateTime: LocalDateTime

    /// The time zone.
    public let zone: TimeZoneID

    /// The date-time that clocks in a zone show.
    ///
    /// - Parameters:
    ///   - dateTime: The date and time.
    ///   - zone: The time zone.
    public init(_ dateTime: LocalDateTime, in zone: TimeZoneID) {
        self.dateTime = dateTime
        self.zone = zone
    }

    /// Reads a local date-time and a zone in brackets.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `zonedDateTime.syntax` if there are no brackets, and otherwise what reading
    ///   ``LocalDateTime`` and ``TimeZoneID`` throws.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        let head = text.prefix(LocalDateTime.maximumTextLength + 1)
        guard let bracket = head.firstIndex(of: UInt8(ascii: "[")), text.last == UInt8(ascii: "]") else {
            throw ValueError(
                .zonedDateTimeSyntax,
                expected: "a local date-time and its IANA zone like 2026-03-02T09:00:00[Europe/Berlin]",
                refused: text
            )
        }
        dateTime = try LocalDateTime(utf8: UnsafeBufferPointer(rebasing: text[..<bracket]))
        zone = try TimeZoneID(utf8: UnsafeBufferPointer(rebasing: text[(bracket + 1)..<(text.count - 1)]))
    }

    /// The most bytes that ``writeText(to:)`` writes: 95.
    public static var maximumTextLength: Int {
        LocalDateTime.maximumTextLength + TimeZoneID.maximumTextLength + 2
    }

    /// Writes the date-time and the zone in brackets.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        var length = dateTime.writeText(to: destination)
        destination[length] = UInt8(ascii: "[")
        length += 1
        length += zone.writeText(to: destination + length)
        destination[length] = UInt8(ascii: "]")
        return length + 1
    }
}

extension ValueError.Code {
    /// `zonedDateTime.syntax`: the text is not a local date-time with a zone in brackets.
    public static let zonedDateTimeSyntax = Self(rawValue: "zonedDateTime.syntax")
}

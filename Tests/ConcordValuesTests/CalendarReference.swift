/// A second reader of calendar texts, written for plainness and not for speed, that the fuzz tests compare with.
enum CalendarReference {
    static func isDate(_ bytes: [UInt8]) -> Bool {
        guard shape(bytes) == "0000-00-00", let year = number(bytes, 0, 4), let month = number(bytes, 5, 2) else {
            return false
        }
        guard year >= 1, (1...12).contains(month), let day = number(bytes, 8, 2) else {
            return false
        }
        return day >= 1 && day <= days(inMonth: month, of: year)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    static func isTime(_ bytes: [UInt8]) -> Bool {
        isTime(bytes, lastSecond: 59)
    }

    private static func isTime(_ bytes: [UInt8], lastSecond: Int) -> Bool {
        let shape = shape(bytes)
        guard shape.hasPrefix("00:00:00") else {
            return false
        }
        guard
            let hour = number(bytes, 0, 2), hour <= 23,
            let minute = number(bytes, 3, 2), minute <= 59,
            let second = number(bytes, 6, 2), second <= lastSecond
        else {
            return false
        }
        let fraction = shape.dropFirst(8)
        return fraction.isEmpty
            || fraction.first == "." && (2...10).contains(fraction.count)
                && fraction.dropFirst().allSatisfy { $0 == "0" }
    }

    static func isDateTime(_ bytes: [UInt8]) -> Bool {
        bytes.count > 11 && isDate(Array(bytes[..<10])) && bytes[10] == UInt8(ascii: "T") && isTime(Array(bytes[11...]))
    }

    static func isOffset(_ bytes: [UInt8]) -> Bool {
        minutes(ofOffset: bytes, basic: false) != nil
    }

    private static func minutes(ofOffset bytes: [UInt8], basic: Bool) -> Int? {
        if bytes == [UInt8(ascii: "Z")] {
            return 0
        }
        let shape = shape(bytes)
        let isBasic = basic && ["+0000", "-0000"].contains(shape)
        guard
            isBasic || ["+00:00", "-00:00"].contains(shape),
            let hour = number(bytes, 1, 2), hour <= 23,
            let minute = number(bytes, isBasic ? 3 : 4, 2), minute <= 59
        else {
            return nil
        }
        return (hour * 60 + minute) * (shape.hasPrefix("-") ? -1 : 1)
    }

    static func isInstant(_ bytes: [UInt8]) -> Bool {
        isInstant(bytes, basic: false)
    }

    static func isInstant(_ bytes: [UInt8], basic: Bool) -> Bool {
        guard bytes.count > 11, isDate(Array(bytes[..<10])), bytes[10] == UInt8(ascii: "T") else {
            return false
        }
        let rest = bytes[11...]
        guard let end = rest.firstIndex(where: { "Z+-".utf8.contains($0) }) else {
            return false
        }
        let time = Array(rest[..<end])
        guard isTime(time, lastSecond: 60), let offset = minutes(ofOffset: Array(rest[end...]), basic: basic) else {
            return false
        }
        guard number(time, 6, 2) == 60 else {
            return true
        }
        // A leap second: it must be 23:59 in UTC, and the next day there must be the first of a month.
        guard
            let hour = number(time, 0, 2), let minute = number(time, 3, 2),
            let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2)
        else {
            return false
        }
        let utc = hour * 60 + minute - offset
        switch utc {
        case 1439: return day == days(inMonth: month, of: year)
        case -1: return day == 1
        case 2879: return day == days(inMonth: month, of: year) - 1
        default: return false
        }
    }

    /// The text with every digit replaced by 0, and every byte that is not ASCII by `?`.
    private static func shape(_ bytes: [UInt8]) -> String {
        String(
            bytes.map { byte in
                byte >= 0x80 ? "?" : (0x30...0x39).contains(byte) ? "0" : Character(Unicode.Scalar(byte))
            } as [Character]
        )
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else {
            return nil
        }
        return Int(String(decoding: bytes[start..<(start + count)], as: UTF8.self))
    }
}

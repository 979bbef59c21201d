internal import ConcordValues

/// Whether texts have a `format` (JSON Schema Validation §7.3), for the formats that canonical records use.
enum FormatCheck {
    /// Whether a text has a format.
    ///
    /// - Returns: Nil if the format is not known, or the text has a form that is not decided here.
    static func accepts(_ text: String, _ format: String) -> Bool? {
        switch format {
        case "date": isDate(text)
        case "time": isTime(text[...])
        case "date-time": isDateTime(text)
        case "uuid": uuid.matches(text)
        case "email": isEmail(text)
        case "uri": isURI(text)
        default: nil
        }
    }

    /// Some texts of a format, for those who look for one.
    static func samples(of format: String) -> [String] {
        switch format {
        case "date": ["2026-03-02", "2024-02-29", "1999-12-31", "0001-01-01"]
        case "time": ["09:00:00Z", "17:30:00.250Z", "23:59:60Z", "08:30:06+01:00"]
        case "date-time":
            ["2026-03-02T09:00:00Z", "2024-02-29T17:30:00.250Z", "1999-12-31T23:59:59+01:00", "2026-03-02t09:00:00z"]
        case "uuid":
            ["0f8fad5b-d9cb-469f-a165-70867728950e", "00000000-0000-0000-0000-000000000000"]
        case "email": ["a@example.com", "first.last@example.org"]
        case "uri": ["https://example.com/a", "urn:example:a", "mailto:a@example.com"]
        default: []
        }
    }

    private static func expression(_ pattern: String) -> RegularExpression {
        (try? RegularExpression(pattern)) ?? RegularExpression(exactly: "")
    }

    private static let uuid = expression("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
    private static let date = expression("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    private static let time = expression("^[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([zZ]|[+-][0-9]{2}:[0-9]{2})$")
    private static let email = expression(
        "^[-a-zA-Z0-9!#$%&'*+/=?^_`{|}~]+([.][-a-zA-Z0-9!#$%&'*+/=?^_`{|}~]+)*@"
            + "[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?)*$"
    )
    private static let uri = expression(
        "^[a-zA-Z][-a-zA-Z0-9+.]*:"
            + "(//([-a-zA-Z0-9._~!$&'()*+,;=:%]*@)?[-a-zA-Z0-9._~!$&'()*+,;=%]*(:[0-9]*)?(/[-a-zA-Z0-9._~!$&'()*+,;=:@%/]*)?"
            + "|[-a-zA-Z0-9._~!$&'()*+,;=:@%]*[-a-zA-Z0-9._~!$&'()*+,;=:@%/]*)"
            + "([?][-a-zA-Z0-9._~!$&'()*+,;=:@%/?]*)?(#[-a-zA-Z0-9._~!$&'()*+,;=:@%/?]*)?$"
    )
    private static let brokenPercent = expression("%([^0-9a-fA-F]|.[^0-9a-fA-F]|.?$)")

    /// A full date (RFC 3339 §5.6); the year 0000 is one there.
    private static func isDate(_ text: String) -> Bool {
        guard date.matches(text) else { return false }
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard (1...12).contains(month) else { return false }
        return (1...[31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]).contains(day)
    }

    /// A full time with its offset; second 60 only where it is a leap second in UTC.
    private static func isTime(_ text: Substring) -> Bool {
        guard time.matches(String(text)) else { return false }
        let bytes = Array(text.utf8)
        func number(_ place: Int) -> Int { Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48) }
        let (hour, minute, second) = (number(0), number(3), number(6))
        guard hour < 24, minute < 60, second <= 60 else { return false }
        var offset = 0
        if let last = bytes.last, last != UInt8(ascii: "Z"), last != UInt8(ascii: "z") {
            let place = bytes.count - 6
            guard number(place + 1) < 24, number(place + 4) < 60 else { return false }
            offset = (number(place + 1) * 60 + number(place + 4)) * (bytes[place] == UInt8(ascii: "-") ? -1 : 1)
        }
        guard second == 60 else { return true }
        return ((hour * 60 + minute - offset) % 1440 + 1440) % 1440 == 1439
    }

    private static func isDateTime(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.count > 11 else { return false }
        let mark = scalars.index(scalars.startIndex, offsetBy: 10)
        guard scalars[mark] == "T" || scalars[mark] == "t" else { return false }
        return isDate(String(scalars[..<mark])) && isTime(text[scalars.index(after: mark)...])
    }

    /// A dot-atom at a host; quoted local parts and addresses in brackets are not decided.
    private static func isEmail(_ text: String) -> Bool? {
        if email.matches(text) { return true }
        return text.contains("\"") || text.contains("[") ? nil : false
    }

    /// A URI with a scheme (RFC 3986); addresses in brackets are not decided.
    private static func isURI(_ text: String) -> Bool? {
        if text.contains("[") || text.contains("]") { return nil }
        return uri.matches(text) && !brokenPercent.matches(text)
    }
}

/// What the texts of a field's format look like, as keywords of JSON Schema.
///
/// The patterns are exact where a pattern can be: a date's is true of each day that exists and of no other. They use only
/// what all engines for regular expressions agree on, so that other validators say the same.
enum TextFormatSchema {
    /// The keywords for a format; nil for a format of a host, of which only its name is known.
    static func keywords(for format: String, examples: [String]) -> [JSONMember]? {
        switch format {
        case "text": [type]
        case "json": []
        case "id": pattern("^[^\\u0000-\\u001F\\u007F-\\u009F]+$") + [JSONMember("maxLength", 255)]
        case "decimal", "percentage": [type, JSONMember("anyOf", .array(decimals))]
        case "hours": [type, JSONMember("anyOf", .array(hours))]
        case "currency": pattern("^[A-Z]{3}$")
        case "country": pattern("^[A-Z]{2}$")
        case "subdivision": pattern("^[A-Z]{2}-[A-Z0-9]{1,3}$")
        case "unit": pattern("^[A-Z0-9]{1,3}$")
        case "language": pattern("^(\(language))$") + [JSONMember("maxLength", 255)]
        case "system": pattern("^[-a-z0-9_.]+(:[-a-z0-9_.]+)?$") + [JSONMember("maxLength", 64)]
        case "date": pattern("^(\(date))$") + [JSONMember("format", "date")]
        case "time": pattern("^(\(time))$")
        case "local-date-time": pattern("^(\(date))T(\(time))$")
        case "zoned-date-time":
            pattern("^(\(date))T(\(time))\\[(\(zone))(/(\(zone)))*\\]$") + [JSONMember("maxLength", 95)]
        case "time-zone": pattern("^(\(zone))(/(\(zone)))*$") + [JSONMember("maxLength", 64)]
        case "date-time":
            pattern("^((\(date))T(\(time))(\(offset))|\(leapSecond))$") + [JSONMember("format", "date-time")]
        case "month-day":
            pattern(
                "^--((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
            )
        // Closed lists: there is no eighth day, and no third way to apply a rate.
        case "weekday", "exchange-rate-operation":
            [type, JSONMember("enum", .array(examples.map { .string($0) }))]
        default: nil
        }
    }

    private static let type = JSONMember("type", "string")

    private static func pattern(_ pattern: String) -> [JSONMember] {
        [type, JSONMember("pattern", .string(pattern))]
    }

    private static let decimals = decimals(whole: "[1-9][0-9]*")

    /// Decimals that are a number of minutes in 64 bits, whatever their digits.
    private static let hours = decimals(whole: "[1-9][0-9]{0,16}")

    /// Decimals of at most 38 significant digits and 400 decimals; zero has no sign.
    private static func decimals(whole: String) -> [JSONValue] {
        [
            decimal("^\(whole)$", 38), decimal("^-\(whole)$", 39), decimal("^\(whole)[.][0-9]+$", 39),
            decimal("^-\(whole)[.][0-9]+$", 40), decimal("^0([.]0+)?$", 402),
            decimal("^0[.]0*[1-9][0-9]{0,37}$", 402), decimal("^-0[.]0*[1-9][0-9]{0,37}$", 403),
        ]
    }

    private static func decimal(_ pattern: String, _ length: Int) -> JSONValue {
        ["pattern": .string(pattern), "maxLength": .number(JSONNumber(length))]
    }

    private static let year = "[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]"
    private static let leapYear = "[0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00"
    private static let date =
        "(\(year))-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
        + "|02-(0[1-9]|1[0-9]|2[0-8]))|(\(leapYear))-02-29"
    private static let time = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?"
    private static let offset = "Z|[-+]([01][0-9]|2[0-3]):[0-5][0-9]"
    /// A leap second at the end of a month in UTC; one that is written at another offset is the reader's to accept.
    private static let leapSecond =
        "(\(year))-((0[13578]|1[02])-31|(0[469]|11)-30)T23:59:60([.][0-9]{1,9})?(Z|[-+]00:00)"
    private static let zone =
        "[A-Za-z_][-A-Za-z0-9._+]*|[.][-A-Za-z0-9_+][-A-Za-z0-9._+]*|[.][.][-A-Za-z0-9._+]+"

    /// RFC 5646 §2.1, and the tags of before that do not have its form.
    private static let language: String = {
        let rest = "-[xX](-[0-9a-zA-Z]{1,8})+"
        let tag =
            "([a-zA-Z]{2,3}(-[a-zA-Z]{3}){0,3}|[a-zA-Z]{4,8})(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?"
            + "(-([0-9a-zA-Z]{5,8}|[0-9][0-9a-zA-Z]{3}))*(-[0-9a-wyzA-WYZ](-[0-9a-zA-Z]{2,8})+)*(\(rest))?"
        let irregular = [
            "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo",
            "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
        ]
        let anyCase = irregular.map { name in
            name.map { $0 == "-" ? "-" : "[\($0)\($0.uppercased())]" }.joined()
        }
        return ([tag, String(rest.dropFirst())] + anyCase).joined(separator: "|")
    }()
}

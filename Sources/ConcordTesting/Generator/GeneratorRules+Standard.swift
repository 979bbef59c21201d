extension GeneratorRules {
    /// The rules of the values of ConcordValues.
    public static let standard: GeneratorRules = {
        var rules = GeneratorRules()
        rules.setTexts(ofFormat: "decimal") { $0.decimal() }
        rules.setTexts(ofFormat: "percentage") { $0.decimal() }
        rules.setTexts(ofFormat: "date") { $0.date() }
        rules.setTexts(ofFormat: "time") { $0.time() }
        rules.setTexts(ofFormat: "local-date-time") { "\($0.date())T\($0.time())" }
        rules.setTexts(ofFormat: "zoned-date-time") { "\($0.date())T\($0.time())[\($0.timeZone())]" }
        rules.setTexts(ofFormat: "date-time") { $0.instant() }
        rules.setTexts(ofFormat: "time-zone") { $0.timeZone() }
        rules.setTexts(ofFormat: "currency") { random in
            random.happens(percent: 80)
                ? random.one(of: ["EUR", "USD", "GBP", "JPY", "CHF", "BHD", "CLF", "XXX", "DEM"])
                : random.characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count: 3)
        }
        rules.setTexts(ofFormat: "country") { random in
            random.happens(percent: 80)
                ? random.one(of: ["DE", "GB", "US", "FR", "CH", "JP", "XK", "ZZ"])
                : random.characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count: 2)
        }
        rules.setTexts(ofFormat: "subdivision") { random in
            let country = random.one(of: ["US", "DE", "GB", "FR", "ZZ"])
            let rest = random.characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", count: random.number(in: 1...3))
            return "\(country)-\(rest)"
        }
        rules.setTexts(ofFormat: "unit") { random in
            random.happens(percent: 70)
                ? random.one(of: ["HUR", "DAY", "MON", "C62", "EA", "P1"])
                : random.characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", count: random.number(in: 1...3))
        }
        rules.setTexts(ofFormat: "language") { random in
            random.one(of: [
                "de", "en-GB", "de-CH", "zh-Hant-TW", "es-419", "sl-rozaj-biske-1994", "de-DE-u-co-phonebk",
                "en-x-internal", "x-firm", "i-klingon", "und", "EN-gb",
            ])
        }
        rules.setTexts(ofFormat: "system") { random in
            let letters = "abcdefghijklmnopqrstuvwxyz0123456789-_."
            let product = random.characters(letters, count: random.number(in: 1...20))
            let instance = random.characters(letters, count: random.number(in: 1...20))
            return random.one(of: ["salesforce:emea", "netsuite", product, "\(product):\(instance)"])
        }
        rules.setCorrection(ofRecord: "date-interval") { interval, _ in
            // Dates of four digits a year sort as their texts do.
            guard let from = interval["from"]?.text, let through = interval["through"]?.text, from > through else {
                return
            }
            (interval["from"], interval["through"]) = (interval["through"], interval["from"])
        }
        rules.setCorrection(ofRecord: "exchange-rate") { rate, _ in
            for name in ["rate", "baseUnits"] {
                guard var text = rate[name]?.text else { continue }
                if text.hasPrefix("-") { text.removeFirst() }
                let isZero = !text.contains { ("1"..."9").contains($0) }
                rate[name] = .string(.init(isZero ? "1.0850" : text))
            }
        }
        return rules
    }()
}

// MARK: - Values

extension SeededGenerator {
    /// A text of some characters.
    mutating func characters(_ characters: String, count: Int) -> String {
        let all = Array(characters)
        return String((0..<count).map { _ in one(of: all) })
    }

    private mutating func digits(_ count: Int) -> String {
        characters("0123456789", count: count)
    }

    /// A decimal in canonical notation: mostly an amount, sometimes one of the many digits and decimals that are allowed.
    mutating func decimal() -> String {
        let whole: Int
        let scale: Int
        switch number(in: 0...19) {
        case 0: return one(of: ["0", "0.00", "0.0000000", "1", "-1", "0.01", "-0.01", "100", "1000000"])
        case 1: return happens(percent: 50) ? "99999999999999999999999999999999999999" : "9223372036854775808"
        case 2:
            whole = number(in: 1...38)
            scale = number(in: 0...38 - whole)
        case 3: return "0.\(String(repeating: "0", count: number(in: 0...362)))\(digits(number(in: 1...37)))1"
        case 4...7:
            whole = number(in: 1...7)
            scale = number(in: 3...8)
        default:
            whole = number(in: 1...7)
            scale = number(in: 0...2)
        }
        var text = digits(whole)
        while text.count > 1, text.hasPrefix("0") { text.removeFirst() }
        if scale > 0 { text += ".\(digits(scale))" }
        // Zero has no sign.
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return !isZero && happens(percent: 20) ? "-\(text)" : text
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    mutating func date() -> String {
        let year = happens(percent: 85) ? number(in: 2015...2035) : number(in: 1...9999)
        let month = number(in: 1...12)
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        let day = happens(percent: 20) ? last : number(in: 1...last)
        if happens(percent: 2) { return one(of: ["0001-01-01", "9999-12-31", "2000-02-29", "1970-01-01"]) }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    mutating func time() -> String {
        let clock = "\(padded(number(in: 0...23), 2)):\(padded(number(in: 0...59), 2)):\(padded(number(in: 0...59), 2))"
        return happens(percent: 60) ? clock : "\(clock).\(digits(number(in: 1...9)))"
    }

    mutating func instant() -> String {
        // Leap seconds stand at the end of a month in UTC.
        if happens(percent: 2) {
            return one(of: ["2016-12-31T23:59:60Z", "2015-06-30T23:59:60.50Z", "2017-01-01T00:59:60+01:00"])
        }
        let offset =
            switch number(in: 0...9) {
            case 0...4: "Z"
            case 5: one(of: ["+00:00", "-00:00", "+23:59", "-23:59"])
            default: one(of: ["+", "-"]) + "\(padded(number(in: 0...14), 2)):\(one(of: ["00", "30", "45"]))"
            }
        return "\(date())T\(time())\(offset)"
    }

    mutating func timeZone() -> String {
        one(of: [
            "Europe/Berlin", "America/New_York", "Etc/UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "UTC",
            "America/Port-au-Prince", "Asia/Ho_Chi_Minh",
        ])
    }
}

import ConcordValues

/// Reads the headers of one answer that speak of limits.
struct RateLimitReader {
    let values: [String: String]
    let now: Instant

    /// `Retry-After: 120` or `Retry-After: Fri, 31 Dec 1999 23:59:59 GMT` (RFC 9110 §10.2.3).
    var retryAfter: Instant? {
        guard let value = values["retry-after"]?.trimmedOfSpaces else { return nil }
        if let seconds = Self.whole(value) { return later(seconds) }
        return HTTPDate.instant(value, now: now)
    }

    /// `RateLimit-Remaining: 0`, `RateLimit-Reset: 30`.
    var draft: [QuotaWindow] {
        window(
            "rateLimit",
            limit: number("ratelimit-limit"),
            remaining: number("ratelimit-remaining"),
            resetsAt: number("ratelimit-reset").map(later)
        )
    }

    /// `X-RateLimit-Remaining: 0`, `X-RateLimit-Reset: 1699999999`.
    var customary: [QuotaWindow] {
        for prefix in ["x-ratelimit", "x-rate-limit"] {
            let found = window(
                "xRateLimit",
                limit: number("\(prefix)-limit"),
                remaining: number("\(prefix)-remaining"),
                resetsAt: number("\(prefix)-reset").flatMap(pointOrDelay)
            )
            if !found.isEmpty { return found }
        }
        return []
    }

    /// `RateLimit: "default";r=50;t=30, "daily";r=900;t=36000`, or `RateLimit: limit=100, remaining=50, reset=5`.
    var structured: [QuotaWindow] {
        guard let value = values["ratelimit"] else { return [] }
        var windows: [QuotaWindow] = []
        var flat = QuotaWindow("rateLimit")
        for item in value.split(separator: ",") {
            let parts = item.split(separator: ";").map { String($0).trimmedOfSpaces }
            guard let head = parts.first else { continue }
            if let (name, number) = Self.pair(head) {
                // One limit in pieces, as drafts 07 had it.
                switch name {
                case "limit": flat.limit = number
                case "remaining": flat.remaining = max(0, number)
                case "reset": flat.resetsAt = later(number)
                default: continue
                }
                continue
            }
            var window = QuotaWindow(head.filter { $0 != "\"" })
            for part in parts.dropFirst() {
                guard let (name, number) = Self.pair(part) else { continue }
                if name == "r" { window.remaining = max(0, number) }
                if name == "t" { window.resetsAt = later(number) }
            }
            if window.remaining != nil { windows.append(window) }
        }
        if flat.remaining != nil { windows.append(flat) }
        return windows
    }

    /// `Sforce-Limit-Info: api-usage=18/5000; per-app-api-usage=17/250(appName=sample)`.
    var salesforce: [QuotaWindow] {
        guard let value = values["sforce-limit-info"] else { return [] }
        return value.split(whereSeparator: { $0 == ";" || $0 == "," })
            .compactMap { item in
                let sides = item.split(separator: "=", maxSplits: 1)
                guard sides.count == 2 else { return nil }
                let counts = sides[1].split(separator: "/", maxSplits: 1)
                guard counts.count == 2, let used = Self.leading(counts[0]), let limit = Self.leading(counts[1])
                else { return nil }
                return QuotaWindow(String(sides[0]).trimmedOfSpaces, limit: limit, remaining: max(0, limit - used))
            }
    }

    /// HubSpot's windows: a rolling interval, its older form by the second, and the day.
    var hubSpot: [QuotaWindow] {
        let prefix = "x-hubspot-ratelimit"
        let interval = number("\(prefix)-interval-milliseconds")
        let rolling = window(
            "interval",
            limit: number("\(prefix)-max"),
            remaining: number("\(prefix)-remaining"),
            resetsAt: interval.map { now.advanced(by: .milliseconds($0)) }
        )
        let secondly = window(
            "secondly",
            limit: number("\(prefix)-secondly"),
            remaining: number("\(prefix)-secondly-remaining"),
            resetsAt: later(1)
        )
        let daily = window(
            "daily",
            limit: number("\(prefix)-daily"),
            remaining: number("\(prefix)-daily-remaining"),
            resetsAt: nil
        )
        return rolling + secondly + daily
    }

    /// The service protection limits of Dataverse: requests, and seconds of work (`1,200.00`).
    var dynamics: [QuotaWindow] {
        let seconds = values["x-ms-ratelimit-time-remaining-xrm-requests"]?.filter { $0 != "," }
        return window(
            "xrm-requests",
            limit: nil,
            remaining: number("x-ms-ratelimit-burst-remaining-xrm-requests"),
            resetsAt: nil
        ) + window("xrm-time", limit: nil, remaining: seconds.flatMap { Self.leading($0) }, resetsAt: nil)
    }

    private func window(_ name: String, limit: Int64?, remaining: Int64?, resetsAt: Instant?) -> [QuotaWindow] {
        // A limit of which nobody says how much is left is nothing to act on.
        guard let remaining else { return [] }
        return [QuotaWindow(name, limit: limit, remaining: max(0, remaining), resetsAt: resetsAt)]
    }

    private func number(_ name: String) -> Int64? { values[name].flatMap { Self.leading($0) } }

    private func later(_ seconds: Int64) -> Instant { now.advanced(by: .seconds(max(0, seconds))) }

    private func pointOrDelay(_ number: Int64) -> Instant? {
        if number < 1_000_000_000 { return later(number) }
        // Thirteen digits are milliseconds.
        let seconds = number >= 1_000_000_000_000 ? number / 1_000 : number
        return try? Instant(secondsSince1970: seconds, offset: .utc)
    }

    /// A text that is digits only.
    private static func whole(_ text: some StringProtocol) -> Int64? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
    }

    /// The digits that a text begins with, spaces left out.
    private static func leading(_ text: some StringProtocol) -> Int64? {
        let digits = text.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        return Int64(digits)
    }

    private static func pair(_ text: String) -> (name: String, number: Int64)? {
        let sides = text.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, let number = leading(sides[1]) else { return nil }
        return (String(sides[0]).trimmedOfSpaces, number)
    }
}

extension String {
    /// The text without the spaces and tabs around it.
    fileprivate var trimmedOfSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...end])
    }
}

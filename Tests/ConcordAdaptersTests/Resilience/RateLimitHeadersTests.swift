import ConcordAdapters
import ConcordValues
import Testing

@Suite("Headers that speak of limits")
struct RateLimitHeadersTests {
    @Test(
        "Every known form is read",
        arguments: [
            (["Retry-After: 120"], "until 2026-11-21T09:02:00Z"),
            (["retry-after:  7 "], "until 2026-11-21T09:00:07Z"),
            (["Retry-After: Sat, 21 Nov 2026 09:05:00 GMT"], "until 2026-11-21T09:05:00Z"),
            (["Retry-After: Saturday, 21-Nov-26 09:05:00 GMT"], "until 2026-11-21T09:05:00Z"),
            (["Retry-After: Sat Nov 21 09:05:00 2026"], "until 2026-11-21T09:05:00Z"),
            (["Retry-After: Sunday, 06-Nov-94 08:49:37 GMT"], "until 1994-11-06T08:49:37Z"),
            (
                ["RateLimit-Limit: 100, 100;w=60", "RateLimit-Remaining: 0", "RateLimit-Reset: 30"],
                "rateLimit 0/100 at 2026-11-21T09:00:30Z"
            ),
            (
                [#"RateLimit: "default";r=50;t=30, "daily";r=900;t=36000"#],
                "default 50/? at 2026-11-21T09:00:30Z, daily 900/? at 2026-11-21T19:00:00Z"
            ),
            (["RateLimit: limit=100, remaining=50, reset=5"], "rateLimit 50/100 at 2026-11-21T09:00:05Z"),
            (
                ["X-RateLimit-Limit: 60", "X-RateLimit-Remaining: 56", "X-RateLimit-Reset: 1795252000"],
                "xRateLimit 56/60 at 2026-11-21T09:06:40Z"
            ),
            (
                ["X-Rate-Limit-Remaining: 3", "X-Rate-Limit-Reset: 60"],
                "xRateLimit 3/? at 2026-11-21T09:01:00Z"
            ),
            (["Sforce-Limit-Info: api-usage=18/5000"], "api-usage 4982/5000"),
            (
                ["Sforce-Limit-Info: api-usage=5001/5000; per-app-api-usage=17/250(appName=northwind)"],
                "api-usage 0/5000, per-app-api-usage 233/250"
            ),
            (
                [
                    "X-HubSpot-RateLimit-Max: 100", "X-HubSpot-RateLimit-Remaining: 9",
                    "X-HubSpot-RateLimit-Interval-Milliseconds: 10000", "X-HubSpot-RateLimit-Daily: 250000",
                    "X-HubSpot-RateLimit-Daily-Remaining: 249000",
                ],
                "interval 9/100 at 2026-11-21T09:00:10Z, daily 249000/250000"
            ),
            (
                ["X-HubSpot-RateLimit-Secondly: 10", "X-HubSpot-RateLimit-Secondly-Remaining: 0"],
                "secondly 0/10 at 2026-11-21T09:00:01Z"
            ),
            (
                [
                    "x-ms-ratelimit-burst-remaining-xrm-requests: 5999",
                    "x-ms-ratelimit-time-remaining-xrm-requests: 1,200.00",
                ],
                "xrm-requests 5999/?, xrm-time 1200/?"
            ),
        ]
    )
    func known(headers: [String], expected: String) throws {
        #expect(try read(headers) == expected)
    }

    @Test(
        "What says nothing is passed over",
        arguments: [
            "Content-Type: application/json", "Retry-After: soon", "Retry-After: -5", "Retry-After:",
            "Retry-After: 99999999999999999999999", "Retry-After: Sat, 31 Feb 2026 09:05:00 GMT",
            "Retry-After: Sat, 21 Nov 2026 25:05:00 GMT", "RateLimit-Remaining: many", "RateLimit: ",
            "RateLimit: ;;=,,",
            "RateLimit-Limit: 100", "Sforce-Limit-Info: api-usage", "Sforce-Limit-Info: api-usage=18",
            "Sforce-Limit-Info: =/;=", "X-RateLimit-Remaining: 99999999999999999999",
            "x-ms-ratelimit-time-remaining-xrm-requests: ,",
        ]
    )
    func unknown(header: String) throws {
        #expect(try read([header]) == "")
    }

    @Test("How long to stay away is the latest of all that is used up")
    func retryAfter() throws {
        let now = try Instant("2026-11-21T09:00:00Z")
        var quota = QuotaState(windows: [
            QuotaWindow("a", remaining: 0, resetsAt: now.advanced(by: .seconds(20))),
            QuotaWindow("b", remaining: 1, resetsAt: now.advanced(by: .seconds(90))),
            QuotaWindow("c", remaining: 0),
        ])
        #expect(quota.retryAfter(at: now) == .seconds(20))
        quota.notBefore = now.advanced(by: .seconds(30))
        #expect(quota.retryAfter(at: now) == .seconds(30))
        #expect(quota.retryAfter(at: now.advanced(by: .seconds(31))) == nil)
    }

    private func read(_ headers: [String]) throws -> String {
        let pairs = headers.map { header in
            let sides = header.split(separator: ":", maxSplits: 1)
            return (name: String(sides[0]), value: sides.count > 1 ? String(sides[1].drop { $0 == " " }) : "")
        }
        let quota = RateLimitHeaders.quota(in: pairs, at: try Instant("2026-11-21T09:00:00Z"))
        let windows = quota.windows.map { window in
            "\(window.name) \(window.remaining.map { "\($0)" } ?? "?")/\(window.limit.map { "\($0)" } ?? "?")"
                + (window.resetsAt.map { " at \($0)" } ?? "")
        }
        return (windows + (quota.notBefore.map { ["until \($0)"] } ?? [])).joined(separator: ", ")
    }
}

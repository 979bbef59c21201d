public import ConcordValues

/// What systems say of their limits in the headers of an answer.
///
/// | Headers | Whose | Windows | Reset |
/// |---|---|---|---|
/// | `Retry-After` | RFC 9110 §10.2.3; NetSuite, Dynamics, HubSpot and others with 429 and 503 | none: `notBefore` | seconds, or an HTTP-date |
/// | `RateLimit-Limit`, `-Remaining`, `-Reset` | draft-ietf-httpapi-ratelimit-headers up to 06 | `rateLimit` | seconds |
/// | `RateLimit: "name";r=50;t=30`, `RateLimit: limit=…, remaining=…, reset=…` | the same draft since | by name, `rateLimit` | seconds |
/// | `X-RateLimit-Limit`, `-Remaining`, `-Reset`, `X-Rate-Limit-…` | GitHub and many others | `xRateLimit` | seconds since 1970, or from now if fewer than 1,000,000,000 |
/// | `Sforce-Limit-Info: api-usage=18/5000; per-app-api-usage=17/250(appName=…)` | Salesforce | by name | none: the last 24 hours count |
/// | `X-HubSpot-RateLimit-Max`, `-Remaining`, `-Interval-Milliseconds` | HubSpot | `interval` | the interval from now |
/// | `X-HubSpot-RateLimit-Secondly`, `-Secondly-Remaining` | HubSpot, older | `secondly` | a second from now |
/// | `X-HubSpot-RateLimit-Daily`, `-Daily-Remaining` | HubSpot | `daily` | none: midnight where the account is |
/// | `x-ms-ratelimit-burst-remaining-xrm-requests` | Dynamics, Dataverse | `xrm-requests` | none: the last five minutes count |
/// | `x-ms-ratelimit-time-remaining-xrm-requests` | the same, seconds of work | `xrm-time` | none: the last five minutes count |
///
/// NetSuite limits concurrent requests of an account and tells nothing beforehand: what it refuses is 429, and a
/// ``Bulkhead`` keeps below it.
public enum RateLimitHeaders {
    /// What headers say of limits.
    ///
    /// Those that say nothing of limits, or not in a known form, are passed over.
    ///
    /// - Parameters:
    ///   - headers: The answer's headers; the case of names does not matter.
    ///   - now: When the answer came.
    /// - Returns: What the system says; empty if it says nothing.
    public static func quota(
        in headers: some Sequence<(name: String, value: String)>,
        at now: Instant
    ) -> QuotaState {
        // Names may stand more than once; the last one holds, lists of limits aside.
        var values: [String: String] = [:]
        for (name, value) in headers {
            let name = name.lowercased()
            if name == "ratelimit", let earlier = values[name] {
                values[name] = "\(earlier), \(value)"
            } else {
                values[name] = value
            }
        }
        let reader = RateLimitReader(values: values, now: now)
        return QuotaState(
            windows: reader.structured + reader.draft + reader.customary + reader.salesforce + reader.hubSpot
                + reader.dynamics,
            notBefore: reader.retryAfter
        )
    }
}

public import ConcordSchema
internal import ConcordValues

extension AdapterFailure: JSONForm {
    /// Writes the failure; `retryAfter` is in seconds, as a decimal.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("class", failureClass.rawValue)
        writer.member("system", system?.text)
        writer.member("what", what)
        writer.member("remedy", remedy)
        writer.member("retryAfter", retryAfter?.secondsText)
        writer.member("issues", ifAny: issues) { $0.write(to: &$1) }
        writer.endObject()
    }

    /// Reads a failure; one of a class that is not known is ``FailureClass/unknown``.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            FailureClass(rawValue: try members.needsString("class")) ?? .unknown,
            try members.needsString("what"),
            system: try members.system("system"),
            remedy: try members.string("remedy"),
            retryAfter: try members.value("retryAfter") { reader throws(ReadFailure) in
                let place = reader.offset
                guard let duration = Duration(secondsText: try reader.readString()) else {
                    throw ReadFailure(.type, at: place, expected: "seconds with at most 18 decimals, such as \"30.5\"")
                }
                return duration
            },
            issues: try members.list("issues") { reader throws(ReadFailure) in try Issue(reading: &reader) }
        )
    }
}

extension Duration {
    /// The seconds in plain notation, exactly: `30`, `-0.25`.
    var secondsText: String {
        let (seconds, attoseconds) = components
        let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
        var digits = String(attoseconds.magnitude)
        digits = String(repeating: "0", count: 18 - digits.utf8.count) + digits
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        return sign + String(seconds.magnitude) + (digits.isEmpty ? "" : ".\(digits)")
    }

    /// A duration of ``secondsText``; nil for any other text.
    init?(secondsText: String) {
        let isNegative = secondsText.utf8.first == UInt8(ascii: "-")
        let parts = secondsText.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in part.utf8.allSatisfy { (48...57).contains($0) } }
        guard isPlain, parts.count <= 2, let magnitude = UInt64(parts[0]) else { return nil }
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard (1...18).contains(decimals.utf8.count),
            let attoseconds = Int64(decimals + String(repeating: "0", count: 18 - decimals.utf8.count)),
            let seconds = isNegative ? Int64(exactly: -Int128(magnitude)) : Int64(exactly: magnitude)
        else { return nil }
        self.init(secondsComponent: seconds, attosecondsComponent: isNegative ? -attoseconds : attoseconds)
    }
}

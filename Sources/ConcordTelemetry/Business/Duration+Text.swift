extension Duration {
    /// The duration in seconds, as exact as nanoseconds: the library's own text goes through a binary fraction, which says
    /// `864000.0000000001 seconds` of ten days.
    var exactText: String {
        let (seconds, attoseconds) = components
        let nanoseconds = Int(attoseconds / 1_000_000_000).magnitude
        var digits = String(String(1_000_000_000 + nanoseconds).dropFirst())
        while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
        return "\(self < .zero ? "-" : "")\(seconds.magnitude).\(digits) seconds"
    }
}

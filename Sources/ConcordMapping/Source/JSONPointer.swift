extension String {
    /// The names that a JSON Pointer leads through (RFC 6901): `/BillingAddress/city`.
    var pointerNames: [String] {
        split(separator: "/").map { token in
            // §4: ~1 first, so that ~01 becomes ~1.
            token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
        }
    }
}

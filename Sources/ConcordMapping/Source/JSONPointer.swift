extension String {
    /// The names that a JSON Pointer leads through (RFC 6901): `/BillingAddress/city`.
    var pointerNames: [String] {
        guard !isEmpty else { return [] }
        let path = utf8.first == UInt8(ascii: "/") ? dropFirst() : self[...]
        return path.split(separator: "/", omittingEmptySubsequences: false)
            .map { token in
                // §4: ~1 first, so that ~01 becomes ~1.
                token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                    .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            }
    }

    /// The pointer to a member of the value that this pointer leads to.
    package func pointer(to name: String) -> String {
        // §3: ~ first, so that the tilde of ~1 stays.
        let token = name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
        return "\(self)/\(token)"
    }
}

/// The mappings of Salesforce's objects, for its REST API.
///
/// Payloads are what queries and single reads return: numbers for money, `2026-05-01T07:25:37.000+0000` for points in time,
/// `null` for selected fields without a value, and nothing for fields that were not selected. Tenants with one currency
/// do not send it: state it in the context.
public enum Salesforce {
    /// The API versions whose payloads the mappings were made for.
    static let api = "REST v58.0 to v63.0"

    /// Why `attributes` is left out.
    static let attributesReason = "it names the type and the URL of the request, API version included, not the object"

    /// Brings an id of 15 characters, in which case matters, to the one of 18, in which it does not.
    ///
    /// The three characters that are added say which of the 15 are upper-case letters, five to a character.
    ///
    /// - Parameter id: An id of 15 or 18 characters.
    /// - Returns: The id of 18 characters; anything else as it was.
    static func normalised(_ id: String) -> String {
        guard id.utf8.count == 15 else { return id }
        let bytes = Array(id.utf8)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
        let suffix = stride(from: 0, to: 15, by: 5)
            .map { start in
                let bits = (0..<5)
                    .reduce(0) { bits, index in
                        let byte = bytes[start + index]
                        return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? bits | 1 << index : bits
                    }
                return alphabet[bits]
            }
        return id + String(decoding: suffix, as: UTF8.self)
    }
}

public import ConcordSchema

/// Where a party takes documents electronically.
///
/// An address is never without its scheme (EN 16931, BR-62 and BR-63).
public struct ElectronicAddress: Record {
    /// The address.
    public var value: String

    /// The list that the address is from, a code of EAS: `0088`, `9930`, `EM`.
    public var scheme: String

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An electronic address.
    ///
    /// - Parameters:
    ///   - value: The address.
    ///   - scheme: The list that the address is from, a code of EAS: `0088`, `9930`, `EM`.
    public init(_ value: String, scheme: String) {
        self.value = value
        self.scheme = scheme
    }

    /// The declaration of an electronic address.
    public static let schema = RecordSchema(
        "electronic-address",
        "Where a party takes documents electronically.",
        blank: ElectronicAddress("", scheme: "")
    ) {
        Field("value", \.value, "The address.")
        Field("scheme", \.scheme, "The list that the address is from, a code of EAS: `0088`, `9930`, `EM`.")
    }
}

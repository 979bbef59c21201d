/// What stands between the fields of a row of CSV.
public struct CSVSeparator: Sendable, Hashable {
    /// The byte.
    public let byte: UInt8

    private init(_ byte: UInt8) {
        self.byte = byte
    }

    /// A comma, as RFC 4180 has it.
    public static let comma = Self(UInt8(ascii: ","))

    /// A semicolon, as spreadsheets write where the comma stands before the cents.
    public static let semicolon = Self(UInt8(ascii: ";"))

    /// A tab.
    public static let tab = Self(0x09)

    /// The separators, those that are likelier first.
    static let all = [comma, semicolon, tab]
}

extension CSVSeparator: CustomStringConvertible {
    /// The separator in words.
    public var description: String {
        switch self {
        case .comma: "a comma"
        case .semicolon: "a semicolon"
        default: "a tab"
        }
    }
}

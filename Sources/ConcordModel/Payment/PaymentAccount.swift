public import ConcordSchema
public import ConcordValues

/// An account that money is paid to or from.
public struct PaymentAccount: Record {
    /// The IBAN, or the account's number where there is none.
    public var number: String

    /// Whose account it is.
    public var holder: String?

    /// The bank: its BIC, or its routing or sort code.
    public var bank: String?

    /// The bank's name.
    public var bankName: String?

    /// The account's currency.
    public var currency: CurrencyCode?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An account.
    ///
    /// - Parameters:
    ///   - number: The IBAN, or the account's number where there is none.
    ///   - configure: Sets what else is known.
    public init(_ number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of an account.
    public static let schema = RecordSchema(
        "payment-account",
        "An account that money is paid to or from.",
        blank: PaymentAccount("")
    ) {
        Field("number", \.number, "The IBAN, or the account's number where there is none.", sensitivity: .financial)
        Field("holder", \.holder, "Whose account it is.", sensitivity: .financial)
        Field("bank", \.bank, "The bank: its BIC, or its routing or sort code.", sensitivity: .financial)
        Field("bankName", \.bankName, "The bank's name.", sensitivity: .financial)
        Field("currency", \.currency, "The account's currency.")
    }
}

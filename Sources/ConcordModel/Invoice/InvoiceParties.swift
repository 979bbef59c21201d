public import ConcordSchema
public import ConcordValues

/// The parties of an invoice as they stood when it was issued.
///
/// A draft may have none of them: they are taken when the invoice is issued.
public struct InvoiceParties: Record {
    /// Who bills: the issuer.
    public var seller: PartySnapshot?

    /// Who is billed: the buyer.
    public var billTo: PartySnapshot?

    /// Where it was delivered to.
    public var shipTo: PartySnapshot?

    /// Who pays, if not who is billed.
    public var payer: PartySnapshot?

    /// Who is paid, if not the seller.
    public var payee: PartySnapshot?

    /// The customer that the work was for in the end, behind the one that is billed.
    public var endClient: RecordID<Customer>?

    /// Who answers for the seller's tax in the customer's country.
    public var taxRepresentative: PartySnapshot?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// The parties.
    ///
    /// - Parameter configure: Sets those that are known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of the parties.
    public static let schema = RecordSchema(
        "invoice-parties",
        "The parties of an invoice as they stood when it was issued.",
        blank: InvoiceParties()
    ) {
        Field("seller", \.seller, "Who bills: the issuer.")
        Field("billTo", \.billTo, "Who is billed: the buyer.")
        Field("shipTo", \.shipTo, "Where it was delivered to.")
        Field("payer", \.payer, "Who pays, if not who is billed.")
        Field("payee", \.payee, "Who is paid, if not the seller.")
        Field("endClient", \.endClient, "The customer that the work was for in the end, behind the one that is billed.")
        Field("taxRepresentative", \.taxRepresentative, "Who answers for the seller's tax in the customer's country.")
    }
}

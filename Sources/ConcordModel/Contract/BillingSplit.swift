public import ConcordSchema
public import ConcordValues

/// One payer's part of what a contract bills.
public struct BillingSplit: Record {
    /// The split's identity.
    public var id: RecordID<BillingSplit>

    /// Who pays.
    public var payer: RecordID<Customer>

    /// How the part is found.
    public var rule: SplitRule

    /// The share that the payer pays.
    public var share: Percentage?

    /// The amount that the payer pays, or the most of it.
    public var amount: Money?

    /// The place of the payer among the others, the lowest first.
    public var priority: Int?

    /// Whether this payer gets the cent that remains when shares are rounded.
    public var takesRoundingResidual: Bool?

    /// The contract lines that are split so; all of them if none is named.
    public var contractLines: [RecordID<ContractLine>] = []

    /// The number of the payer's purchase order.
    public var purchaseOrder: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A split.
    ///
    /// - Parameters:
    ///   - id: The split's identity.
    ///   - payer: Who pays.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<BillingSplit>,
        payer: RecordID<Customer>,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.payer = payer
        rule = .share
        configure(&self)
    }

    /// The declaration of a split.
    public static let schema = RecordSchema(
        "billing-split",
        "One payer's part of what a contract bills.",
        blank: BillingSplit(id: .placeholder, payer: .placeholder)
    ) {
        Field("id", \.id, "The split's identity.")
        Field("payer", \.payer, "Who pays.")
        Field("rule", \.rule, "How the part is found.", hasDefault: true)
        Field("share", \.share, "The share that the payer pays.", sensitivity: .commercial)
        Field("amount", \.amount, "The amount that the payer pays, or the most of it.", sensitivity: .commercial)
        Field("priority", \.priority, "The place of the payer among the others, the lowest first.")
        Field(
            "takesRoundingResidual",
            \.takesRoundingResidual,
            "Whether this payer gets the cent that remains when shares are rounded."
        )
        Field("contractLines", \.contractLines, "The contract lines that are split so; all of them if none is named.")
        Field("purchaseOrder", \.purchaseOrder, "The number of the payer's purchase order.")
    }
}

/// How a payer's part is found.
public struct SplitRule: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A share of what is billed.
    public static let share = Self(rawValue: "share")
    /// An amount.
    public static let fixedAmount = Self(rawValue: "fixedAmount")
    /// Everything until an amount is reached.
    public static let upToAmount = Self(rawValue: "upToAmount")
    /// What the others leave.
    public static let remainder = Self(rawValue: "remainder")

    /// The known codes.
    public static let codes: CodeList = ["share", "fixedAmount", "upToAmount", "remainder"]
}

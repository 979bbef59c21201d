public import ConcordSchema
public import ConcordValues

/// Something that the firm sells from its list: a service, a subscription, a product, or an expense charged on.
///
/// Its prices are not here: they depend on the customer, hold for a time, and stand in a ``RateCard``. Lines
/// name the item by a `Coding` of the list that it is from, with the words that were used at the time.
public struct CatalogueItem: CanonicalRecord {
    /// The item's identity.
    public var id: RecordID<CatalogueItem>

    /// What is known about the record.
    public var header: RecordHeader

    /// The code by which people name the item: `ARCH-H`.
    public var code: String?

    /// What the item is called.
    public var name: String

    /// What the item is, in words that customers may read.
    public var description: String?

    /// What kind of thing it is.
    ///
    /// Many systems do not say, and nothing is assumed.
    public var kind: CatalogueItemKind?

    /// The group of items that it belongs to, in the firm's list.
    public var family: Coding?

    /// The unit in which it is sold.
    public var unit: UnitCode?

    /// Whether it may be sold.
    public var status: CatalogueItemStatus?

    /// How it is taxed where nothing else is said.
    ///
    /// The customer's tax profile and the line say more, and come first.
    public var taxCategory: TaxCategory?

    /// The account that its revenue is posted to.
    public var revenueAccount: Coding?

    /// The accounting dimensions of what is sold.
    public var dimensions: [Dimension] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An item of the catalogue.
    ///
    /// - Parameters:
    ///   - id: The item's identity.
    ///   - header: What is known about the record.
    ///   - name: What the item is called.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<CatalogueItem>,
        header: RecordHeader,
        name: String,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.name = name
        configure(&self)
    }

    /// The declaration of an item of the catalogue.
    public static let schema = RecordSchema(
        "catalogue-item",
        version: 1,
        "Something that the firm sells from its list: a service, a subscription, a product, or an expense charged on.",
        blank: CatalogueItem(id: .placeholder, header: .placeholder, name: "")
    ) {
        Field("id", \.id, "The item's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("code", \.code, "The code by which people name the item: `ARCH-H`.")
        Field("name", \.name, "What the item is called.")
        Field("description", \.description, "What the item is, in words that customers may read.")
        Field("kind", \.kind, "What kind of thing it is.")
        Field("family", \.family, "The group of items that it belongs to, in the firm's list.")
        Field("unit", \.unit, "The unit in which it is sold.")
        Field("status", \.status, "Whether it may be sold.")
        Field("taxCategory", \.taxCategory, "How it is taxed where nothing else is said.")
        Field("revenueAccount", \.revenueAccount, "The account that its revenue is posted to.")
        Field("dimensions", \.dimensions, "The accounting dimensions of what is sold.")
    }
}

/// What kind of thing an item of the catalogue is.
public struct CatalogueItemKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Work that people do.
    public static let service = Self(rawValue: "service")
    /// The right to use something for a time, or work that goes on until it is ended.
    public static let subscription = Self(rawValue: "subscription")
    /// Something that is handed over once, such as goods or a licence without an end.
    public static let product = Self(rawValue: "product")
    /// What the firm spends and charges on.
    public static let expense = Self(rawValue: "expense")

    /// The known codes.
    public static let codes: CodeList = ["service", "subscription", "product", "expense"]
}

/// Whether an item of the catalogue may be sold.
public struct CatalogueItemStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being made.
    public static let draft = Self(rawValue: "draft")
    /// It may.
    public static let active = Self(rawValue: "active")
    /// It may not, be it not yet or no longer.
    public static let inactive = Self(rawValue: "inactive")
    /// No longer, for good.
    public static let retired = Self(rawValue: "retired")

    /// The known codes.
    public static let codes: CodeList = ["draft", "active", "inactive", "retired"]
}

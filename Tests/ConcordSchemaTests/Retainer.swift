import ConcordSchema
import ConcordValues

/// A host's own record: a fee that is due every month, with every kind of value that a field can hold.
struct Retainer: CanonicalRecord {
    var id: RecordID<Retainer>
    var header: RecordHeader
    var monthly: Money
    var included: Quantity
    var term: DateInterval
    var contact: RetainerContact
    var invoiceContact: RetainerContact?
    var rhythm: RetainerRhythm = .monthly
    var previousRhythm: RetainerRhythm?
    var parts: [RetainerPart] = []
    var steps: [RetainerStep] = []
    var ceilings: [Money] = []
    var pauses: [DateInterval] = []
    var range: PriceRange?
    var terms: JSONText
    var annex: JSONText?
    var isActive: Bool
    var renews = true
    var notice: Int?
    var counter: Int64 = 0
    var budget: Minutes?
    var share: Percentage?
    var factor: ExactDecimal
    var currency: CurrencyCode?
    var firstDay: LocalDate
    var standUp: LocalTime?
    var kickOff: LocalDateTime?
    var review: ZonedDateTime?
    var signedAt: Instant?
    var zone: TimeZoneID?
    var unit: UnitCode = .hour
    var system: SystemID?
    var predecessors: [RecordID<Retainer>] = []
    var readings: [ExactDecimal?] = []
    var tags: [String]?
    var label: Label = Label(text: "")
    var remainder = Remainder()

    /// A property that the schema reaches through a computed one.
    struct Label: Hashable, Sendable {
        var text: String
    }

    var labelText: String {
        get { label.text }
        set { label.text = newValue }
    }

    static let schema = RecordSchema(
        "retainer",
        version: 3,
        "A fee that is due every month.",
        blank: Retainer(
            id: .placeholder,
            header: .placeholder,
            monthly: .placeholder,
            included: .placeholder,
            term: .placeholder,
            contact: .placeholder,
            terms: .placeholder,
            isActive: .placeholder,
            factor: .placeholder,
            firstDay: .placeholder
        )
    ) {
        Field("id", \.id, "The retainer's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("monthly", \.monthly, "The fee for one month.", sensitivity: .commercial)
        Field("included", \.included, "What the fee includes.")
        Field("term", \.term, "The days on which the retainer holds.")
        Field("contact", \.contact, "Who speaks for the customer.")
        Field("invoiceContact", \.invoiceContact, "Who gets the invoices, if another.")
        Field("rhythm", \.rhythm, "How often the fee is due.", hasDefault: true)
        Field("previousRhythm", \.previousRhythm, "How often the fee was due before.")
        Field("parts", \.parts, key: \.number, "What the fee is made of.")
        Field("steps", \.steps, key: \.position, "The steps of the fee over time.")
        Field("ceilings", \.ceilings, "The most that may be billed, in each currency.")
        Field("pauses", \.pauses, "The days on which nothing is due.")
        Field("range", \.range, "The range in which the fee may move.")
        Field("terms", \.terms, "What else was agreed.")
        Field("annex", \.annex, "What was agreed later.")
        Field("isActive", \.isActive, "Whether the fee is due.")
        Field("renews", \.renews, "Whether the retainer goes on by itself.", hasDefault: true)
        Field("notice", \.notice, "The notice, in days.")
        Field("counter", \.counter, "The months billed so far.", hasDefault: true)
        Field("budget", \.budget, "The time that the fee pays for.")
        Field("share", \.share, "The share that is paid in advance.")
        Field("factor", \.factor, "What the fee is multiplied by.")
        Field("currency", \.currency, "The currency of the invoices.")
        Field("firstDay", \.firstDay, "The first day of the first month.")
        Field("standUp", \.standUp, "The time of the daily call.")
        Field("kickOff", \.kickOff, "When the first meeting was, where it was.")
        Field("review", \.review, "When the retainer is looked at again.")
        Field("signedAt", \.signedAt, "When the retainer was signed.")
        Field("zone", \.zone, "The zone of the customer.")
        Field("unit", \.unit, "The unit of the quantities.", hasDefault: true)
        Field("system", \.system, "The system that bills.")
        Field("predecessors", \.predecessors, "The retainers before this one.")
        Field("readings", \.readings, "Numbers, some of which are not known.")
        Field("tags", \.tags, "Words, if anybody thought of some.")
        Field("labelText", \.labelText, "A word on the folder.")
    }
}

struct RetainerRhythm: OpenCode, FieldValue {
    let rawValue: String

    static let monthly = Self(rawValue: "monthly")
    static let quarterly = Self(rawValue: "quarterly")
    static let inAdvanceAndOnDemand = Self(rawValue: "inAdvanceAndOnDemand")

    static let codes: CodeList = ["monthly", "quarterly", "inAdvanceAndOnDemand"]
}

/// A composite of composites, all of whose parts must be there.
struct PriceRange: Composite {
    var low: Money
    var high: Money

    static let schema = RecordSchema(
        "price-range",
        "Two amounts.",
        blank: PriceRange(low: .placeholder, high: .placeholder)
    ) {
        Field("low", \.low, "The lower amount.")
        Field("high", \.high, "The higher amount.")
    }
}

/// A composite with nothing that must be there.
struct Discount: Composite {
    var percent: Percentage?
    var reason: String?
    var limits: PriceRange?

    static let schema = RecordSchema(
        "discount",
        "What is taken off.",
        blank: Discount(percent: nil, reason: nil, limits: nil)
    ) {
        Field("percent", \.percent, "How much is taken off.")
        Field("reason", \.reason, "Why.")
        Field("limits", \.limits, "The amounts for which it is taken off.")
    }
}

struct RetainerPart: Record {
    var number: String
    var price: Money
    var quantity: Quantity?
    var period: DateInterval?
    var discount: Discount?
    var discounts: [Discount] = []
    var remainder = Remainder()

    static let schema = RecordSchema(
        "retainer-part",
        "What a fee is made of.",
        blank: RetainerPart(number: "", price: .placeholder)
    ) {
        Field("number", \.number, "The number of the part.")
        Field("price", \.price, "The fee for the part.", sensitivity: .commercial)
        Field("quantity", \.quantity, "What the part includes.")
        Field("period", \.period, "The days on which the part holds.")
        Field("discount", \.discount, "What is taken off the part.")
        Field("discounts", \.discounts, "What is taken off on top.")
    }
}

struct RetainerStep: Record {
    var position: Int
    var fee: Money
    var remainder = Remainder()

    static let schema = RecordSchema(
        "retainer-step",
        "A step of the fee over time.",
        blank: RetainerStep(position: 0, fee: .placeholder)
    ) {
        Field("position", \.position, "The position, from 1.")
        Field("fee", \.fee, "The fee from this step on.")
    }
}

struct RetainerContact: Record {
    var name: String
    var language: LanguageTag?
    var country: CountryCode?
    var subdivision: SubdivisionCode?
    var reference: ExternalReference?
    var remainder = Remainder()

    static let schema = RecordSchema("retainer-contact", "Somebody.", blank: RetainerContact(name: "")) {
        Field("name", \.name, "The name.", sensitivity: .personal)
        Field("language", \.language, "The language of letters.")
        Field("country", \.country, "The country.")
        Field("subdivision", \.subdivision, "The state or province.")
        Field("reference", \.reference, "The name in another system.")
    }
}

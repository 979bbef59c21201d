public import ConcordSchema
public import ConcordValues

/// A place as post is addressed to it.
///
/// Nothing is required of it: sources hold addresses as one text, as parts, or as a city alone. When systems disagree,
/// an address is taken whole from one of them, never part by part.
public struct Address: Record {
    /// The address's identity among those of its owner.
    public var id: RecordID<Address>?

    /// What the address is for.
    public var use: AddressUse?

    /// The person or department that post is for.
    public var attention: String?

    /// The lines above the locality: street, number, building, box.
    public var lines: [String] = []

    /// The part of the locality: a neighbourhood, a suburb.
    public var district: String?

    /// The city, town or village.
    public var locality: String?

    /// The county between the locality and the region.
    public var county: String?

    /// The state, province or region, as it is written.
    public var region: String?

    /// The state, province or region, ISO 3166-2.
    public var subdivision: SubdivisionCode?

    /// The postal code.
    public var postalCode: String?

    /// The country, ISO 3166-1.
    public var country: CountryCode?

    /// The whole address as the source wrote it, where it could not be taken apart.
    public var raw: String?

    /// Where the place is on the earth.
    public var position: GeoPoint?

    /// The time zone of the place.
    public var timeZone: TimeZoneID?

    /// Whether it is the first to be taken among those of its use.
    public var isPrimary: Bool

    /// The days on which the address holds.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An address.
    ///
    /// - Parameters:
    ///   - lines: The lines above the locality: street, number, building, box.
    ///   - locality: The city, town or village.
    ///   - postalCode: The postal code.
    ///   - country: The country, ISO 3166-1.
    ///   - configure: Sets what else is known.
    public init(
        lines: [String] = [],
        locality: String? = nil,
        postalCode: String? = nil,
        country: CountryCode? = nil,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.lines = lines
        self.locality = locality
        self.postalCode = postalCode
        self.country = country
        isPrimary = false
        configure(&self)
    }

    /// The declaration of an address.
    public static let schema = RecordSchema(
        "address",
        "A place as post is addressed to it.",
        blank: Address()
    ) {
        Field("id", \.id, "The address's identity among those of its owner.")
        Field("use", \.use, "What the address is for.")
        Field("attention", \.attention, "The person or department that post is for.", sensitivity: .personal)
        Field("lines", \.lines, "The lines above the locality: street, number, building, box.", sensitivity: .personal)
        Field("district", \.district, "The part of the locality: a neighbourhood, a suburb.")
        Field("locality", \.locality, "The city, town or village.")
        Field("county", \.county, "The county between the locality and the region.")
        Field("region", \.region, "The state, province or region, as it is written.")
        Field("subdivision", \.subdivision, "The state, province or region, ISO 3166-2.")
        Field("postalCode", \.postalCode, "The postal code.")
        Field("country", \.country, "The country, ISO 3166-1.")
        Field(
            "raw",
            \.raw,
            "The whole address as the source wrote it, where it could not be taken apart.",
            sensitivity: .personal
        )
        Field("position", \.position, "Where the place is on the earth.", sensitivity: .personal)
        Field("timeZone", \.timeZone, "The time zone of the place.")
        Field("isPrimary", \.isPrimary, "Whether it is the first to be taken among those of its use.", hasDefault: true)
        Field("validity", \.validity, "The days on which the address holds.")
    }
}

/// What an address is for.
public struct AddressUse: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The registered seat.
    public static let legal = Self(rawValue: "legal")
    /// Where invoices go.
    public static let billing = Self(rawValue: "billing")
    /// Where goods and documents go.
    public static let delivery = Self(rawValue: "delivery")
    /// Where work is done.
    public static let site = Self(rawValue: "site")

    /// The known codes.
    public static let codes: CodeList = ["legal", "billing", "delivery", "site"]
}

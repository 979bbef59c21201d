internal import ConcordModel

/// How value-added tax treats something, as invoices name it (UNTDID 5305, the part that EN 16931 uses).
///
/// The model says why there is no tax, EN 16931 only that there is none: a reduced rate is the letter S with another
/// rate, and what takes place elsewhere and what the tax does not know are both O.
struct VATCategory: Sendable, Hashable {
    /// The code: `S`, `AE`.
    let code: String

    /// The part of the rules' ids: `BR-AE-05`.
    var family: String { "BR-\(code)" }

    /// The bit in a set of categories.
    let bit: UInt8

    /// Whether each rate has a row of its own in the breakdown; the others have one row in all.
    var isByRate: Bool { self == .standard }

    /// At a rate above zero.
    static let standard = VATCategory(code: "S", bit: 1)
    /// At a rate of zero.
    static let zero = VATCategory(code: "Z", bit: 2)
    /// By an exemption not at all.
    static let exempt = VATCategory(code: "E", bit: 4)
    /// By the buyer.
    static let reverseCharge = VATCategory(code: "AE", bit: 8)
    /// Outside the scope of the tax.
    static let outside = VATCategory(code: "O", bit: 16)

    /// Those that the model can say.
    static let all: [VATCategory] = [.standard, .zero, .exempt, .reverseCharge, .outside]

    /// The category of a tax; nil for codes that nobody knows.
    static func of(_ category: TaxCategory) -> VATCategory? {
        switch category {
        case .standard, .reduced: .standard
        case .zero: .zero
        case .exempt: .exempt
        case .reverseCharge: .reverseCharge
        case .outOfScope, .notSubject: .outside
        default: nil
        }
    }

    static func == (left: Self, right: Self) -> Bool { left.bit == right.bit }

    func hash(into hasher: inout Hasher) { hasher.combine(bit) }
}

/// Categories that occur somewhere in an invoice.
struct VATCategories: Sendable {
    private var bits: UInt8 = 0

    func contains(_ category: VATCategory) -> Bool { bits & category.bit != 0 }

    mutating func insert(_ category: VATCategory) { bits |= category.bit }

    /// Whether something else is in the set too.
    func containsOthers(than category: VATCategory) -> Bool { bits & ~category.bit != 0 }
}

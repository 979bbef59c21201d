public import ConcordValues

/// What the published rules of a kind of identifier say about a text.
///
/// The rules can tell that a number was mistyped. They cannot tell that it was given to anybody, nor to whom: that only
/// the register knows, for European VAT numbers the service VIES.
public enum IdentifierCheck: Sendable, Hashable {
    /// The form is right and so is the check digit; with the number as registers write it, without spaces and dots.
    case valid(String)

    /// The text does not have the form of such a number; with the form in words and an example.
    case wrongForm(expected: String)

    /// The form is right and the check digit is not: at least one digit is wrong or two are swapped.
    ///
    /// `expected` is what the other digits ask for, several with `or` between them if a country has several rules, and
    /// `nil` if they ask for something that no digit is, so that such a number is never given out.
    case wrongCheckDigit(expected: String?, found: String)

    /// The first two letters are not those of a country.
    case unknownCountry(String)

    /// The form is right, or nothing is known about it, and there is no check digit that could prove the number.
    case notChecked(String, IdentifierGap)

    /// Whether the text is certainly not such a number.
    public var isRefused: Bool {
        switch self {
        case .valid, .notChecked: false
        case .wrongForm, .wrongCheckDigit, .unknownCountry: true
        }
    }

    /// The number as registers write it; `nil` if it is refused.
    public var normalised: String? {
        switch self {
        case .valid(let text), .notChecked(let text, _): text
        case .wrongForm, .wrongCheckDigit, .unknownCountry: nil
        }
    }
}

extension IdentifierCheck: CustomStringConvertible {
    /// The finding in a sentence's part, such as `expected check digit 6, found 7`.
    public var description: String {
        switch self {
        case .valid(let text): "valid: \(text)"
        case .wrongForm(let expected): "expected \(expected)"
        case .wrongCheckDigit(let expected?, let found):
            "expected check digit\(found.utf8.count > 1 ? "s" : "") \(expected), found \(found)"
        case .wrongCheckDigit(nil, let found): "no check digit fits the other digits, found \(found)"
        case .unknownCountry(let letters): "expected the letters of a country, found \(letters)"
        case .notChecked(let text, let gap): "not checked (\(gap)): \(text)"
        }
    }
}

/// Why a number could not be proved by a check digit.
public struct IdentifierGap: OpenCode {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Such numbers have no check digit.
    public static let noCheckDigit = Self(rawValue: "noCheckDigit")
    /// The authority does not say how the check digit is found.
    public static let unpublished = Self(rawValue: "unpublished")
    /// The authority gave out numbers whose check digit does not fit, and this is one or mistyped.
    public static let unreliable = Self(rawValue: "unreliable")
    /// This library knows no rule for the country's numbers.
    public static let noRule = Self(rawValue: "noRule")

    /// The known codes.
    public static let codes: CodeList = ["noCheckDigit", "unpublished", "unreliable", "noRule"]
}

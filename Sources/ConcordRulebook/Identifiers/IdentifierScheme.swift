public import ConcordModel
public import ConcordValues

/// A kind of identifier with published rules: German VAT numbers, IBANs, D-U-N-S numbers.
///
/// ```swift
/// IdentifierScheme.iban.check("DE89 3704 0044 0532 0130 00")           // .valid("DE89370400440532013000")
/// IdentifierScheme.australianBusinessNumber.check("51 824 753 557")   // .wrongCheckDigit(…)
/// ```
///
/// Checks are pure, know no locale and read a text once, without allocating but for the answer's texts.
public struct IdentifierScheme: Sendable {
    /// A short name that is the scheme's alone: `vat.DE`, `ein.US`, `iban`.
    public let name: String

    /// What people call such a number: `German VAT number`.
    public let title: String

    /// The country whose numbers they are; `nil` for international ones.
    public let country: CountryCode?

    /// What the model calls such a registration; `nil` if it is none, as with accounts and payment references.
    public let kind: RegistrationKind?

    /// The form in words, such as `DE and 9 digits`.
    public let form: String

    /// A number of the right form with a right check digit, of no real holder unless it is a published example.
    public let example: String

    /// The letters in front of the number, the usual first.
    let prefixes: [String]

    /// The usual letters in front as if they were a country, which for Greece and Northern Ireland they are not.
    let lettersInFront: CountryCode?

    /// Whether registers write the letters in front.
    let keepsPrefix: Bool

    private let rule: @Sendable (IdentifierSymbols) -> IdentifierVerdict

    init(
        _ name: String,
        _ title: String,
        country: CountryCode? = nil,
        kind: RegistrationKind? = nil,
        prefixes: [String] = [],
        keepsPrefix: Bool = false,
        form: String,
        example: String,
        rule: @escaping @Sendable (IdentifierSymbols) -> IdentifierVerdict
    ) {
        self.name = name
        self.title = title
        self.country = country
        self.kind = kind
        self.form = form
        self.example = example
        self.prefixes = prefixes
        lettersInFront = prefixes.first.flatMap { try? CountryCode($0) }
        self.keepsPrefix = keepsPrefix
        self.rule = rule
    }

    /// Checks a text.
    ///
    /// Spaces, dots, commas, hyphens, slashes and apostrophes are not counted, nor is the case of letters. The letters
    /// of the country in front may be there or not.
    ///
    /// - Parameter text: The number, as it was written.
    /// - Returns: What the scheme's rules say.
    public func check(_ text: String) -> IdentifierCheck {
        IdentifierSymbols.withSymbols(of: text) { check($0) }
    }

    /// What is expected, with an example.
    var expectation: String { "\(form), like \(example)" }

    /// Checks a text whose separators are gone.
    func check(_ symbols: IdentifierSymbols) -> IdentifierCheck {
        for prefix in prefixes where symbols.starts(with: prefix) {
            let rest = symbols.dropFirst(prefix.utf8.count)
            let verdict = rule(rest)
            if case .wrongForm = verdict {
                break  // The letters may belong to the number: a Mexican one may begin with MX.
            }
            return answer(verdict, rest)
        }
        return answer(rule(symbols), symbols)
    }

    private func answer(_ verdict: IdentifierVerdict, _ symbols: IdentifierSymbols) -> IdentifierCheck {
        switch verdict {
        case .valid: .valid(normalised(symbols))
        case .validWritten(let text): .valid(text)
        case .wrongForm: .wrongForm(expected: expectation)
        case .wrongFormExpecting(let expected): .wrongForm(expected: expected)
        case .wrongCheckDigit(let expected, let found): .wrongCheckDigit(expected: expected, found: found)
        case .unknownCountry(let letters): .unknownCountry(letters)
        case .notChecked(let gap): .notChecked(normalised(symbols), gap)
        }
    }

    private func normalised(_ symbols: IdentifierSymbols) -> String {
        keepsPrefix ? (prefixes.first ?? "") + symbols.text : symbols.text
    }
}

extension IdentifierScheme: CustomStringConvertible {
    /// The scheme's name.
    public var description: String { name }
}

import ConcordModel
import ConcordRulebook
import ConcordValues
import Testing

@Suite("Identifiers: taxes by country")
struct TaxIdentifierTests {
    @Test(arguments: [
        ("DE 136,695 976", "valid: DE136695976"),
        ("DE136695977", "expected check digit 6, found 7"),
        ("GR 094259216", "valid: EL094259216"),
        ("CHE-109.322.551 MWST", "valid: CHE109322551MWST"),
        ("CHE-109.322.551", "valid: CHE109322551"),
        ("XI980780684", "valid: XI980780684"),
        ("IN27AAPFU0939F1ZV", "valid: 27AAPFU0939F1ZV"),
        ("AU 51 824 753 556", "valid: 51824753556"),
        ("1A123456", "not checked (noRule): 1A123456"),
        ("QQ123", "expected the letters of a country, found QQ"),
        ("KE P051234567A", "not checked (noRule): KEP051234567A"),
        ("136695976", "expected the two letters of a country and a number, like DE136695976"),
        ("", "expected the two letters of a country and a number, like DE136695976"),
    ])
    func lettersInFrontNameTheCountry(_ text: String, _ finding: String) {
        #expect(TaxIdentifier.check(text).description == finding)
    }

    @Test func countryMayBeGiven() {
        #expect(TaxIdentifier.check("51 824 753 556", in: .australia) == .valid("51824753556"))
        #expect(TaxIdentifier.check("004 085 616", in: .australia) == .valid("004085616"))
        #expect(TaxIdentifier.check("004 085 616", in: .australia, .vat).isRefused)
        #expect(TaxIdentifier.check("136695976", in: .germany, .vat) == .valid("DE136695976"))
        #expect(TaxIdentifier.check("12-3456789", in: .unitedStates) == .notChecked("123456789", .noCheckDigit))
        #expect(TaxIdentifier.check("91-1144442", in: .hongKong) == .notChecked("911144442", .noRule))
        #expect(
            TaxIdentifier.check("123", in: .australia).description
                == "expected 11 digits, the first not 0, like 51 824 753 556; or 9 digits, like 004 085 616"
        )
    }

    @Test func prefixesAreThoseOfTheStandard() throws {
        for text in ["DE1", "el 094259216", "XI980780684", "1A1", "US-1", "D E1"] {
            #expect(TaxIdentifier.hasCountryPrefix(text), "\(text)")
        }
        for text in ["", "D", "136695976", "QQ1", "XK1", "1B1"] {
            #expect(!TaxIdentifier.hasCountryPrefix(text), "\(text)")
        }
        #expect(TaxIdentifier.schemes(of: try CountryCode("XI")).map(\.name) == ["vat.XI"])
        #expect(TaxIdentifier.check("094259216", in: try CountryCode("EL")) == .valid("EL094259216"))
        #expect(TaxIdentifier.check("094259216", in: try CountryCode("GR")) == .valid("EL094259216"))
    }

    /// A wrong digit says more than a wrong form, whatever the order of the country's schemes.
    @Test func nearestSchemeSpeaks() {
        let check = TaxIdentifier.check("123456783", in: .canada)
        #expect(check == .wrongCheckDigit(expected: "2", found: "3"))
    }

    @Test func statesOfTheUnionAreAllThere() {
        let prefixes = TaxIdentifier.schemes.prefix(27).map { $0.name.suffix(2) }
        #expect(Set(prefixes).count == 27)
        for scheme in TaxIdentifier.schemes.prefix(27) {
            #expect(scheme.kind == .vat)
            #expect(TaxIdentifier.check(scheme.example) == .valid(scheme.example))
        }
    }

    @Test func registrationsAreCheckedByTheirKind() {
        var vat = RegistrationIdentifier(.vat, "136695976")
        #expect(vat.check() == .wrongForm(expected: "the two letters of a country and a number, like DE136695976"))
        #expect(vat.check(home: Jurisdiction(.germany)) == .valid("DE136695976"))
        vat.jurisdiction = Jurisdiction(.austria)
        #expect(vat.check(home: Jurisdiction(.germany))?.isRefused == true)
        #expect(RegistrationIdentifier(.vat, "DE136695976").check() == .valid("DE136695976"))
        #expect(RegistrationIdentifier(.lei, "213800KUD8LAJWSQ9D15").check() == .valid("213800KUD8LAJWSQ9D15"))
        #expect(RegistrationIdentifier(.duns, "15-048-3782").check() == .notChecked("150483782", .noCheckDigit))
        #expect(RegistrationIdentifier(.gln, "7300010000001").check() == .valid("7300010000001"))
        #expect(RegistrationIdentifier(.company, "HRB 86891").check(home: Jurisdiction(.germany)) == nil)
        #expect(RegistrationIdentifier(.other, "1").check(home: Jurisdiction(.germany)) == nil)
    }
}

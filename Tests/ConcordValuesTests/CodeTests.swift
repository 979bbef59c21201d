import ConcordValues
import Testing

@Suite("Code: currencies and countries")
struct CodeTests {
    @Test func currencies() throws {
        #expect(CurrencyCode.eur.description == "EUR")
        #expect(CurrencyCode.eur.isListed && !CurrencyCode.eur.isHistoric)
        #expect(CurrencyCode.eur.withdrawn == nil)
        #expect(CurrencyCode.jpy.minorUnits == 0)
        #expect(CurrencyCode.kwd.minorUnits == 3)
        #expect(try CurrencyCode("CLF").minorUnits == 4)
        #expect(try CurrencyCode("XAU").minorUnits == nil)
        #expect(CurrencyCode.chf.numeric == 756)
        #expect(CurrencyCode.chf.name == "Swiss Franc")
        let mark = try CurrencyCode("DEM")
        #expect(!mark.isListed && mark.isHistoric)
        #expect(mark.withdrawn == "2002-03")
        #expect(mark.name == "Deutsche Mark")
        #expect(try CurrencyCode("BGN").withdrawn == "2026-01")
        #expect(try CurrencyCode("BGN").minorUnits == 2)
        let unknown = try CurrencyCode("ZZZ")
        #expect(!unknown.isListed && !unknown.isHistoric)
        #expect(unknown.numeric == nil && unknown.name == nil && unknown.minorUnits == nil)
        #expect(try CurrencyCode("AAA") < CurrencyCode("AAB"))
    }

    @Test(arguments: [
        ("eur", "EUR, in upper case"), ("Usd", "USD, in upper case"), ("", "like EUR"), ("EU", "like EUR"),
        ("EURO", "like EUR"), ("US$", "like EUR"), ("€", "like EUR"), ("EU1", "like EUR"), ("zzz", "like EUR"),
    ])
    func refusedCurrencies(text: String, advice: String) {
        let error = #expect(throws: ValueError.self) { try CurrencyCode(text) }
        #expect(error?.code == .currencySyntax)
        #expect(error?.expected.contains(advice) == true, "\(error?.expected ?? "")")
    }

    @Test func usualCurrenciesAreListed() {
        let usual: [CurrencyCode] = [
            .aed, .aud, .brl, .cad, .chf, .cny, .czk, .dkk, .eur, .gbp, .hkd, .huf, .ils, .inr, .jpy, .krw, .kwd, .mxn,
            .nok, .nzd, .pln, .ron, .sar, .sek, .sgd, .usd, .zar,
        ]
        #expect(usual.allSatisfy { $0.isListed })
        #expect(usual.sorted() == usual)
    }

    @Test func countries() throws {
        #expect(CountryCode.germany.alpha3 == "DEU")
        #expect(CountryCode.germany.numeric == 276)
        #expect(CountryCode.germany.name == "Germany")
        #expect(try CountryCode(alpha3: "DEU") == .germany)
        #expect(throws: ValueError(.countryUnknownAlpha3, expected: "", observed: "")) {
            try CountryCode(alpha3: "XYZ")
        }
        #expect(throws: ValueError(.countryUnknownAlpha3, expected: "", observed: "")) {
            try CountryCode(alpha3: "deu")
        }
        #expect(throws: ValueError(.countryUnknownAlpha3, expected: "", observed: "")) { try CountryCode(alpha3: "") }
        let kosovo = try CountryCode("XK")
        #expect(!kosovo.isListed && kosovo.name == nil && kosovo.alpha3 == nil && kosovo.numeric == nil)
    }

    @Test(arguments: [
        ("de", "DE, in upper case"), ("DEU", "DE, two letters"), ("deu", "DE, two letters"), ("", "like DE"),
        ("D1", "like DE"),
    ])
    func refusedCountries(text: String, advice: String) {
        let error = #expect(throws: ValueError.self) { try CountryCode(text) }
        #expect(error?.code == .countrySyntax)
        #expect(error?.expected.contains(advice) == true, "\(error?.expected ?? "")")
    }

    @Test(
        arguments: zip(
            [
                CountryCode.unitedArabEmirates, .austria, .australia, .belgium, .brazil, .canada, .switzerland, .china,
                .czechia,
                .germany, .denmark, .spain, .finland, .france, .unitedKingdom, .hongKong, .ireland, .israel, .india,
                .italy, .japan,
                .southKorea, .luxembourg, .mexico, .netherlands, .norway, .newZealand, .poland, .portugal, .sweden,
                .singapore,
                .unitedStates, .southAfrica,
            ],
            [
                "United Arab Emirates", "Austria", "Australia", "Belgium", "Brazil", "Canada", "Switzerland", "China",
                "Czechia",
                "Germany", "Denmark", "Spain", "Finland", "France", "United Kingdom", "Hong Kong", "Ireland", "Israel",
                "India",
                "Italy", "Japan", "South Korea", "Luxembourg", "Mexico", "Netherlands", "Norway", "New Zealand",
                "Poland",
                "Portugal", "Sweden", "Singapore", "United States", "South Africa",
            ]
        )
    )
    func usualCountriesAreWhatTheyAreCalled(country: CountryCode, name: String) {
        #expect(country.name == name)
    }

    @Test func tablesAreOrderedAndUnique() {
        let currencies = (CurrencyCode.listed + CurrencyCode.historic).map(\.description)
        #expect(Set(currencies).count == 307)
        #expect(CurrencyCode.listed.sorted() == CurrencyCode.listed)
        #expect(CurrencyCode.historic.sorted() == CurrencyCode.historic)
        let countries = CountryCode.listed
        #expect(countries.sorted() == countries)
        #expect(Set(countries).count == 249)
        #expect(Set(countries.compactMap(\.alpha3)).count == 249)
        #expect(Set(countries.compactMap(\.numeric)).count == 249)
    }

    @Test func subdivisions() throws {
        let texas = try SubdivisionCode("US-TX")
        #expect(texas.country == .unitedStates)
        #expect(texas.subdivision == "TX")
        #expect(texas.description == "US-TX")
        for text in ["GB-ENG", "FR-75", "AT-9", "FR-20R"] {
            #expect(try SubdivisionCode(text).text == text)
        }
        for text in ["", "US", "US-", "US-TEXA", "us-tx", "US_TX", "USTX", "USA-TX", "US-T-"] {
            #expect(CalendarFuzz.errorCode(SubdivisionCode.self, text) == "subdivision.syntax", "\(text)")
        }
    }

    @Test(arguments: [
        "de", "en-GB", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1901", "hy-Latn-IT-arevela", "x-whatever",
        "en-US-u-islamcal", "zh-CN-a-myext-x-private", "de-DE-u-co-phonebk", "i-klingon", "I-Klingon", "art-lojban",
        "zh-min-nan", "zh-cmn-Hans-CN", "sgn-BE-FR", "en-GB-oed", "az-Arab-x-AZE-derbend", "qaa-Qaaa-QM-x-southern",
        "aaa-bbb-ccc-ddd-abcd-123-abc123-0abc-b-01-abc123-x-01ab-abc12", "en-1-ab", "abcd", "abcdefgh-DE",
    ])
    func languages(text: String) throws {
        #expect(try LanguageTag(text).description == text)
    }

    @Test(arguments: [
        "", "-", "en-", "-en", "en--GB", "en_GB", "e", "abcdefghi", "de-419-DE", "a-DE", "en-u", "en-x", "x", "x-",
        "en-a-b",
        "ar-a-aaa-b", "1en", "en-GB-Latn", "de-Latn-Latn", "i-nothing", "en-abc-def-ghi-jkl", "tlh-a-b-foo", "dé",
        String(repeating: "a-", count: 127) + "ab",
    ])
    func refusedLanguages(text: String) {
        #expect(CalendarFuzz.errorCode(LanguageTag.self, text) == "language.syntax")
    }

    @Test func partsOfLanguages() throws {
        let chinese = try LanguageTag("zh-cmn-Hant-TW-u-co-stroke")
        #expect(chinese.language == "zh" && chinese.script == "Hant" && chinese.region == "TW")
        #expect(try LanguageTag("es-419").region == "419")
        #expect(try LanguageTag("de-CH-1901").region == "CH")
        #expect(try LanguageTag("de-1901").script == nil)
        #expect(try LanguageTag("de-1901").region == nil)
        #expect(try LanguageTag("de-x-US").region == nil)
        #expect(try LanguageTag("x-US").region == nil)
    }

    @Test func fuzz() {
        func check<Value: TextValue>(
            _ type: Value.Type,
            _ seeds: [String],
            seed: UInt64,
            exact: (([UInt8]) -> Bool)? = nil
        ) {
            let tally = CalendarFuzz.run(type, seeds: seeds, seed: seed, rounds: 20_000, reference: exact)
            print("fuzz \(type): \(tally)")
            #expect(tally.accepted > 0)
            #expect(tally.changed.isEmpty, "seed \(seed): \(tally.changed.prefix(5))")
            #expect(tally.disputed.isEmpty, "seed \(seed): \(tally.disputed.prefix(5))")
        }
        let isUppercase: ([UInt8]) -> Bool = { $0.allSatisfy { (0x41...0x5A).contains($0) } }
        check(CurrencyCode.self, ["EUR", "JPY", "ZZZ"], seed: 11) { $0.count == 3 && isUppercase($0) }
        check(CountryCode.self, ["DE", "US", "XK"], seed: 12) { $0.count == 2 && isUppercase($0) }
        check(SubdivisionCode.self, ["US-TX", "GB-ENG", "AT-9"], seed: 13)
        check(LanguageTag.self, ["de", "zh-Hant-TW", "en-a-bcd-x-y", "sl-rozaj-biske", "es-419"], seed: 14)
    }
}

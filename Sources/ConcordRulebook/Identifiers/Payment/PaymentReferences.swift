import ConcordValues

extension IdentifierScheme {
    /// References of creditors, ISO 11649.
    public static let creditorReference = IdentifierScheme(
        "creditorReference",
        "creditor reference (RF)",
        form: "RF, 2 check digits and 1 to 21 letters or digits",
        example: "RF18 5390 0754 7034"
    ) { number in
        guard number.slice(0..<4).fits("RFdd"), (5...25).contains(number.count), number.isAlphanumeric else {
            return .wrongForm
        }
        let rest = number.remainder97(4..<number.count)
        return number.expecting(pair: 98 - number.remainder97(0..<2, after: rest) * 100 % 97, at: 2)
    }

    /// The references of Norwegian invoices, of which each creditor chooses the length and one of two check digits.
    public static let norwegianKID = IdentifierScheme(
        "kid.NO",
        "Norwegian payment reference (KID)",
        country: .norway,
        form: "2 to 25 digits, the last one by 10 or by 11, or a hyphen for 10",
        example: "2345676"
    ) { number in
        guard number.isDigits else {
            return .wrongForm
        }
        let digits = number.endsInHyphen ? number.count : number.count - 1
        guard (1...24).contains(digits) else {
            return .wrongForm
        }
        var sum = 0
        for index in 0..<digits {
            sum += (2 + (digits - 1 - index) % 6) * number.digit(index)
        }
        let eleven = (11 - sum % 11) % 11
        if number.endsInHyphen {
            return eleven == 10 ? .validWritten(number.text + "-") : .wrongCheckDigit(expected: "\(eleven)", found: "-")
        }
        let ten = number.luhn(0..<digits)
        let found = number.digit(digits)
        if found == ten || found == eleven {
            return .valid
        }
        let other = eleven == 10 ? "-" : "\(eleven)"
        return .wrongCheckDigit(
            expected: ten == eleven ? other : "\(ten) or \(other)",
            found: number.text(digits)
        )
    }

    /// The references of Swiss QR invoices to accounts with a QR-IBAN.
    public static let swissQRReference = IdentifierScheme(
        "qrReference.CH",
        "Swiss QR reference",
        country: .switzerland,
        form: "27 digits",
        example: "21 00000 00003 13947 14300 09017"
    ) { number in
        guard number.count == 27, number.isDigits else {
            return .wrongForm
        }
        // Each digit moves the carry through one row of ten.
        let row = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
        var carry = 0
        for index in 0..<26 {
            carry = row[(carry + number.digit(index)) % 10]
        }
        return number.expecting((10 - carry) % 10, at: 26)
    }

    /// The structured references of Belgian transfers, between three plus signs or asterisks.
    public static let belgianReference = IdentifierScheme(
        "ogm.BE",
        "Belgian structured reference (OGM, VCS)",
        country: .init(letters: "BE"),
        form: "12 digits between +++ and +++",
        example: "+++090/9337/55493+++"
    ) { number in
        var digits = number
        if number.fits("+++dddddddddddd+++") || number.fits("***dddddddddddd***") {
            digits = number.slice(3..<15)
        }
        guard digits.fits("dddddddddddd") else {
            return .wrongForm
        }
        let remainder = digits.number(0..<10) % 97
        let verdict = digits.expecting(pair: remainder == 0 ? 97 : remainder, at: 10)
        guard case .valid = verdict else {
            return verdict
        }
        return .validWritten(digits.text)
    }
}

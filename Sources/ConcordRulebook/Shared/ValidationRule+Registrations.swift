internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension ValidationRule {
    /// The numbers of registrations have the form and the check digits of their kind and country.
    static func registrations(
        _ code: IssueCode,
        actor: BusinessRole,
        home: @escaping @Sendable (Record) -> Jurisdiction?,
        _ list: any KeyPath<Record, [RegistrationIdentifier]> & Sendable
    ) -> ValidationRule {
        ValidationRule(
            code,
            "Registration numbers have the form and the check digits of their kind and country.",
            actor: actor,
            remedy: "Compare the number with the register, or with the customer's letter."
        ) { record, examination in
            for (index, registration) in record[keyPath: list].enumerated() {
                guard let answer = registration.check(home: home(record)), answer.isRefused else { continue }
                examination.report(
                    at: Place<Record, Record>()[dynamicMember: list][index].value,
                    expected: answer.expectedText,
                    observed: registration.value
                )
            }
        }
    }
}

extension IdentifierCheck {
    /// What was expected, without the number: it is not for everybody.
    var expectedText: String {
        switch self {
        case .wrongForm(let expected): expected
        case .wrongCheckDigit: "a number whose check digits fit"
        case .unknownCountry: "a number that begins with the letters of a country"
        case .valid, .notChecked: "a number of this kind"
        }
    }
}

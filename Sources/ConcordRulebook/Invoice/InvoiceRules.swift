internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

/// The rules for invoices, by what they are about.
enum InvoiceRules {}

extension RuleApplicability {
    /// Where an invoice is to be complete: to be issued, or to be posted.
    ///
    /// A draft may lack anything.
    static let complete = RuleApplicability.ready(for: .bill, .post)
}

extension Readiness {
    /// To be sent over the Peppol network, which asks for more than EN 16931 does.
    public static let peppol: Self = "peppol"
}

extension ValidationRule<Invoice> {
    /// A published rule, under its published id.
    static func published(
        _ id: String,
        _ summary: String,
        weight: Finding.Weight = .error,
        actor: BusinessRole = .billing,
        remedy: String,
        for applicability: RuleApplicability = .always,
        check: @escaping Check
    ) -> Self {
        ValidationRule(
            IssueCode(rawValue: "invoice.\(id)"),
            summary,
            clause: clause(id),
            weight: weight,
            actor: actor,
            remedy: remedy,
            for: applicability,
            check: check
        )
    }

    /// A published rule of arithmetic, with what it may be off.
    ///
    /// What the standard allows is said in words; this library allows nothing unless a document does.
    static func published(
        _ id: String,
        _ summary: String,
        remedy: String,
        standard allowance: String,
        bind: @escaping @Sendable (ExactDecimal) -> Check
    ) -> Self {
        ValidationRule(
            IssueCode(rawValue: "invoice.\(id)"),
            summary,
            clause: clause(id),
            actor: .billing,
            remedy: remedy,
            parameters: [.tolerance(allowance)]
        ) { bind($0.decimal("tolerance")) }
    }

    /// A rule of arithmetic of this library, with what it may be off.
    static func arithmetic(
        _ code: IssueCode,
        _ summary: String,
        weight: Finding.Weight = .error,
        actor: BusinessRole = .billing,
        remedy: String,
        for applicability: RuleApplicability = .always,
        bind: @escaping @Sendable (ExactDecimal) -> Check
    ) -> Self {
        ValidationRule(
            code,
            summary,
            weight: weight,
            actor: actor,
            remedy: remedy,
            for: applicability,
            parameters: [.tolerance("silent")]
        ) { bind($0.decimal("tolerance")) }
    }

    private static func clause(_ id: String) -> String {
        id.hasPrefix("PEPPOL") ? "Peppol BIS Billing 3.0 \(id)" : "EN 16931 \(id)"
    }
}

extension RuleParameter {
    /// What an amount may be off.
    fileprivate static func tolerance(_ allowance: String) -> Self {
        .decimal(
            "tolerance",
            0,
            "The most that the amount may be off, in the invoice's currency; EN 16931: \(allowance)."
        )
    }
}

extension Examination<Invoice> {
    /// What rules share of the invoice.
    mutating func facts(of invoice: Invoice) -> InvoiceFacts { facts(InvoiceFacts.self, of: invoice) }

    /// Reports an amount that is not what it should be, or that cannot be computed.
    ///
    /// - Parameters:
    ///   - stated: The amount that the invoice states.
    ///   - place: Where it states it.
    ///   - words: What it should be, in words.
    ///   - tolerance: The most that it may be off.
    ///   - compute: Computes what it should be.
    mutating func expect<Value>(
        _ stated: Money,
        at place: @autoclosure () -> KeyPath<Place<Invoice, Invoice>, Place<Invoice, Value>>,
        toBe words: String,
        within tolerance: ExactDecimal = .zero,
        _ compute: () throws(ValueError) -> ExactDecimal
    ) {
        do throws(ValueError) {
            let expected = try compute()
            if expected.isWithin(tolerance, of: stated.amount) { return }
            let value = Money(expected, stated.currency)
            report(at: Place()[keyPath: place()], expected: words, value: value, observed: stated)
        } catch {
            let expected = "\(words), which can be computed: \(error.expected)"
            report(at: Place()[keyPath: place()], expected: expected, observed: stated)
        }
    }

    /// Reports an amount that is not the sum that it should be.
    mutating func expect<Value>(
        _ stated: Money,
        at place: @autoclosure () -> KeyPath<Place<Invoice, Invoice>, Place<Invoice, Value>>,
        toBe words: String,
        within tolerance: ExactDecimal = .zero,
        _ sum: InvoiceSum,
        digits: Int
    ) {
        switch sum {
        case .known(let sum):
            expect(stated, at: place(), toBe: words, within: tolerance) { () throws(ValueError) in
                try sum.roundedSum(to: digits)
            }
        case .mixed: return
        case .untold: skip(without: "the tax of each line, which its price includes,")
        case .failed(let error):
            let expected = "\(words), which can be computed: \(error.expected)"
            report(at: Place()[keyPath: place()], expected: expected, observed: stated)
        }
    }
}

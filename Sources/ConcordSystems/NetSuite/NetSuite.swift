public import ConcordMapping
import ConcordSchema
import ConcordValues

/// The mappings of NetSuite's records, for SuiteTalk REST web services.
///
/// Payloads are what `GET /services/rest/record/v1/{type}/{id}?expandSubResources=true` returns: references as objects of
/// `id`, `refName` and `links`, lists of lines as objects of `items` and `totalResults`, money as numbers, dates without
/// a zone. Without `expandSubResources` a list is a link and nothing else, which is reported.
///
/// Only the `id` of a reference counts when NetSuite is written to; the `refName` beside it is what NetSuite last showed
/// and is kept as it is. Custom fields (`custentity…`, `custbody…`, `custcol…`) are kept.
///
/// Currencies come by the names that the account gave them, such as `US Dollar`. Names that are no code of ISO 4217, and
/// not in ``currencyName``, need a row in the identity crosswalk: object type `currency`, the currency's id, and as the
/// canonical id its code, `EUR`. With such rows currencies can be written too.
public enum NetSuite {
    /// The API versions whose payloads the mappings were made for.
    static let api = "SuiteTalk REST record v1, 2024.1 to 2025.2"

    /// What collections of records and answers of SuiteQL are: `{items[], count, hasMore, offset, totalResults, links[]}`.
    ///
    /// Collections of Oracle's Fusion have the same form.
    public static let collectionEnvelope = PayloadEnvelope(
        items: "items",
        more: "hasMore",
        total: "totalResults",
        next: .link(relation: "next", in: "links")
    )

    /// Why `links` are left out.
    static let linksReason = "they lead to the request's resources and say nothing of the object"

    /// Names of currencies that new accounts have and that are not those of ISO 4217.
    public static let currencyName = Crosswalk(
        "netsuite-currency-name",
        unmapped: .reject,
        [
            .init("US Dollar", "USD"), .init("USA", "USD"), .init("British Pound", "GBP"),
            .init("British pound", "GBP"), .init("Canadian Dollar", "CAD"), .init("CAN", "CAD"),
            .init("Euro", "EUR"), .init("Swiss Franc", "CHF"), .init("Australian Dollar", "AUD"),
            .init("Japanese Yen", "JPY"),
        ]
    )

    /// The currency of a name: a code, a name that new accounts have, or the English name.
    ///
    /// - Parameter name: The name, as the account has it.
    /// - Returns: The currency; nil if the name is none of these.
    static func currency(named name: String) -> CurrencyCode? {
        if let code = try? CurrencyCode(name), code.isListed { return code }
        if let code = currencyName.target(of: name) { return try? CurrencyCode(code) }
        let folded = name.lowercased()
        return CurrencyCode.listed.first { $0.name?.lowercased() == folded }
    }
}

extension IssueCode {
    /// A list that NetSuite sent as a link, or in part.
    static let notExpanded: Self = "netsuite.notExpanded"
}

extension RuleInput {
    /// The currency that a reference names: by the crosswalk, or else by its name; the tenant's if there is no reference.
    ///
    /// - Parameters:
    ///   - id: Which source is the reference's id.
    ///   - name: Which source is the reference's name.
    /// - Returns: The currency; nil if there is none, which is reported.
    mutating func netsuiteCurrency(id: Int, name: Int) -> CurrencyCode? {
        if let code = knownCurrency(id) { return code }
        if let text = self[name].text, !text.isEmpty {
            if let code = NetSuite.currency(named: text) { return code }
            report(
                .unknownCode,
                source: name,
                expected: "a currency by its code, or by a name of \(NetSuite.currencyName.name)",
                remedy: "Say in the identity crosswalk which code the currency's id stands for."
            )
            return nil
        }
        guard !self[id].isPresent else {
            report(
                .unresolvedReference,
                source: id,
                expected: "a currency that the identity crosswalk knows by its code; it comes without a name",
                remedy: "Say in the identity crosswalk which code the currency's id stands for."
            )
            return nil
        }
        return currency(id)
    }

    /// The currency that the crosswalk has for an id.
    func knownCurrency(_ index: Int) -> CurrencyCode? {
        guard let id = self[index].text, !id.isEmpty else { return nil }
        let key = ExternalKey(system: context.system, objectType: "currency", value: id)
        return context.identities.canonicalID(of: key).flatMap { try? CurrencyCode($0) }
    }
}

extension RuleOutput {
    /// The currency that a reference will name when the object is written, read as ``RuleInput`` reads it.
    ///
    /// - Parameters:
    ///   - id: Which source is the reference's id.
    ///   - name: Which source is the reference's name.
    /// - Returns: The currency, the tenant's if there is no reference; nil if there is one that nobody knows.
    func netsuiteCurrency(id: Int, name: Int) -> CurrencyCode? {
        let number: String? = stated(id)
        if let number, !number.isEmpty {
            let key = ExternalKey(system: context.system, objectType: "currency", value: number)
            if let code = context.identities.canonicalID(of: key).flatMap({ try? CurrencyCode($0) }) { return code }
        }
        let text: String? = stated(name)
        if let text, !text.isEmpty { return NetSuite.currency(named: text) }
        return number == nil ? context.currency : nil
    }
}

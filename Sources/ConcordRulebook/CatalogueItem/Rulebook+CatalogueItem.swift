internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of catalogue items.
    public static let catalogueItem = RuleSet<CatalogueItem> {
        ValidationRule.unique(
            "catalogue-item.codeUnique",
            "No two items of the catalogue have one code.",
            \.code,
            actor: .salesOperations,
            remedy: "Give one of the items another code, or retire it."
        )
        ValidationRule(
            "catalogue-item.sellable",
            "What is sold is not retired.",
            actor: .salesOperations,
            remedy: "Sell the item that took its place.",
            for: .ready(for: .sell, .contract)
        ) { item, examination in
            guard item.status == .retired || item.status == .inactive else { return }
            examination.report(at: \.status, expected: "an item in use", observed: item.status)
        }
        ValidationRule.required(
            "catalogue-item.unit",
            "What is billed has a unit.",
            \.unit,
            expected: "the unit in which it is billed",
            actor: .salesOperations,
            remedy: "Enter the unit: hour, day, month, lump sum.",
            for: .ready(for: .bill)
        )
        ValidationRule(
            "catalogue-item.unitListed",
            "The unit is one of UN/ECE Recommendation 20 that is known.",
            clause: "UN/ECE Recommendation 20",
            weight: .warning,
            actor: .salesOperations,
            remedy: "Choose a unit that receivers of invoices know."
        ) { item, examination in
            guard let unit = item.unit, !unit.isOfRecommendation20 else { return }
            examination.report(at: \.unit, expected: "a unit that is listed", observed: unit)
        }
        ValidationRule.required(
            "catalogue-item.taxCategory",
            "What is billed has a category of tax.",
            \.taxCategory,
            expected: "a category of tax",
            actor: .finance,
            remedy: "Enter the category.",
            for: .ready(for: .bill)
        )
        ValidationRule.required(
            "catalogue-item.revenueAccount",
            "What is posted has an account of revenue.",
            \.revenueAccount,
            expected: "the account that its revenue is posted to",
            actor: .finance,
            remedy: "Enter the account.",
            for: .ready(for: .post)
        )
        ValidationRule.knownCodes("catalogue-item.knownCodes") { item, search in
            search.look(at: item.kind, \.kind)
            search.look(at: item.status, \.status)
            search.look(at: item.taxCategory, \.taxCategory)
        }
    }
}

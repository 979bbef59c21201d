internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let catalogueItemOwnership = RecordOwnership(of: CatalogueItem.self) {
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns(
            "item",
            \.code,
            \.name,
            \.description,
            \.kind,
            \.family,
            \.unit,
            \.status,
            because: "Who sells says what there is to be sold; who bills knows its code."
        ) {
            Grant(.crm, .own)
            Grant(.erp, .suggest)
            Grant(.procurement, .suggest)
            Observing(business)
        }
        Owns("books", \.taxCategory, \.revenueAccount, \.dimensions, because: "They decide how it is booked and taxed.")
        {
            Grant(.erp, .own, approval: .finance)
            Observing(business)
        }
    }
}

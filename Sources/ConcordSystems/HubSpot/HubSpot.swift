public import ConcordMapping

/// What HubSpot's CRM sends.
///
/// Objects are `{id, properties, createdAt, updatedAt, archived}`, their properties all text. Of HubSpot only the change
/// events are read so far; there are no mappings of its objects.
public enum HubSpot {
    /// What lists of CRM objects are: `{results[], paging{next{after, link}}}`; the last page has the results alone.
    public static let listEnvelope = PayloadEnvelope(
        items: "results",
        total: "total",
        next: .member("/paging/next/after"),
        isItemsAlone: true
    )

    /// The types of objects by the ids that generic subscriptions name them with.
    static let objectTypes = [
        "0-1": "contact", "0-2": "company", "0-3": "deal", "0-5": "ticket", "0-7": "product", "0-8": "line_item",
        "0-14": "quote", "0-53": "invoice",
    ]
}

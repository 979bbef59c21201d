import Concord

/// The members of a Salesforce opportunity as a host's record: what the typed codec does with the same bytes that a
/// mapping reads. Numbers stay as they are written, and points in time are texts, because Salesforce's forms of both are
/// not those of canonical documents.
struct HostOpportunity: Composite {
    var attributes = HostAttributes()
    var id = ""
    var name = ""
    var account: String?
    var amount: JSONText?
    var stage = ""
    var closeDate: LocalDate?
    var probability: JSONText?
    var owner: String?
    var created: String?
    var modified: String?
    var isDeleted: Bool?
    var isClosed: Bool?
    var isWon: Bool?
    var nextStep: String?
    var currency: CurrencyCode?
    var practice: String?
    var stamp: String?

    static let schema = RecordSchema("host-opportunity", blank: HostOpportunity()) {
        Field("attributes", \.attributes, "What was asked for.")
        Field("Id", \.id, "The id.")
        Field("Name", \.name, "The name.")
        Field("AccountId", \.account, "The account.")
        Field("Amount", \.amount, "The amount.")
        Field("StageName", \.stage, "The stage.")
        Field("CloseDate", \.closeDate, "The close date.")
        Field("Probability", \.probability, "The probability.")
        Field("OwnerId", \.owner, "The owner.")
        Field("CreatedDate", \.created, "When it was made.")
        Field("LastModifiedDate", \.modified, "When it was changed.")
        Field("IsDeleted", \.isDeleted, "Whether it is in the bin.")
        Field("IsClosed", \.isClosed, "Whether it is closed.")
        Field("IsWon", \.isWon, "Whether it is won.")
        Field("NextStep", \.nextStep, "The next step.")
        Field("CurrencyIsoCode", \.currency, "The currency.")
        Field("Practice__c", \.practice, "The practice.")
        Field("SystemModstamp", \.stamp, "The version.")
    }
}

struct HostAttributes: Composite {
    var type = ""
    var url = ""

    static let schema = RecordSchema("host-attributes", blank: HostAttributes()) {
        Field("type", \.type, "The type.")
        Field("url", \.url, "The address.")
    }
}

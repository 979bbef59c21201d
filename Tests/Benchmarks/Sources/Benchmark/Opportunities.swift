import Foundation

/// Opportunities as Salesforce's REST API sends them, one a line.
enum Opportunities {
    static func lines(_ count: Int) -> Lines {
        let stages = ["Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"]
        var text = ""
        for index in 0..<count {
            let id = String(format: "0065g00000Qm%06dAAA", index)
            text += #"{"attributes":{"type":"Opportunity","url":"/services/data/v60.0/sobjects/Opportunity/\#(id)"},"#
            text += #""Id":"\#(id)","Name":"Signalling renewal, lot \#(index)","AccountId":"0015g00000NwRaiAAF","#
            text += #""Amount":\#(10_000 + index % 90_000).50,"StageName":"\#(stages[index % stages.count])","#
            text += #""CloseDate":"2026-\#(10 + index % 3)-\#(10 + index % 18)","Probability":\#(index % 100),"#
            text += #""OwnerId":"0055g00000JaneDAAR","CreatedDate":"2026-05-01T07:25:37.000+0000","#
            text += #""LastModifiedDate":"2026-06-01T07:25:37.000+0000","IsDeleted":false,"IsClosed":false,"IsWon":false,"#
            text += #""NextStep":null,"CurrencyIsoCode":"EUR","Practice__c":"Rail","#
            text += #""SystemModstamp":"2026-06-01T07:25:37.000+0000"}"# + "\n"
        }
        return Lines(Array(text.utf8))
    }
}

/// The same mapping as a service would write it by hand with Codable, without coverage, issues or keeping of the rest.
struct PlainSalesforceOpportunity: Codable {
    var Id: String
    var Name: String
    var AccountId: String?
    var Amount: Decimal?
    var StageName: String
    var CloseDate: String?
    var Probability: Decimal?
    var OwnerId: String?
    var CreatedDate: String?
    var LastModifiedDate: String?
    var IsDeleted: Bool?
    var IsClosed: Bool?
    var IsWon: Bool?
    var NextStep: String?
    var CurrencyIsoCode: String?
    var Practice__c: String?
    var SystemModstamp: String?

    var mapped: PlainOpportunity {
        let stages = [
            "Prospecting": "qualify", "Qualification": "qualify", "Needs Analysis": "develop",
            "Proposal/Price Quote": "propose", "Negotiation/Review": "negotiate",
        ]
        return PlainOpportunity(
            schema: "opportunity/1",
            id: "salesforce:emea/Opportunity/\(Id)",
            name: Name,
            customer: AccountId.map { "salesforce:emea/Account/\($0)" },
            owner: OwnerId.map { "salesforce:emea/User/\($0)" },
            stage: stages[StageName] ?? StageName,
            sourceStage: StageName,
            status: IsWon == true ? "won" : IsClosed == true ? "lost" : "open",
            probability: Probability.map { "\($0)" },
            amount: Amount.map { PlainMoney(amount: "\($0)", currency: CurrencyIsoCode ?? "EUR") },
            closeDate: CloseDate,
            createdAt: CreatedDate,
            modifiedAt: LastModifiedDate
        )
    }
}

struct PlainOpportunity: Codable {
    var schema: String
    var id: String
    var name: String
    var customer: String?
    var owner: String?
    var stage: String
    var sourceStage: String
    var status: String
    var probability: String?
    var amount: PlainMoney?
    var closeDate: String?
    var createdAt: String?
    var modifiedAt: String?
}

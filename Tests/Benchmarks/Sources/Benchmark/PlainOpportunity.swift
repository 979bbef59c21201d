import Foundation

/// A Salesforce opportunity, and the mapping of its fields as a service would write it by hand with `Codable`.
///
/// It makes the document that Concord makes, member by member (the benchmark compares them before it measures), but
/// for the scale of amounts, which `Decimal` does not keep. It has no accounts, no issues, and no way back; members
/// that nobody foresaw are lost.
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

    private static let stages = [
        "Prospecting": "qualify", "Qualification": "qualify", "Needs Analysis": "develop",
        "Proposal/Price Quote": "propose", "Negotiation/Review": "negotiate",
    ]

    /// The canonical form of `2026-05-01T07:25:37.000+0000`.
    private static func instant(_ text: String) -> String {
        text.hasSuffix("+0000") ? text.dropLast(2) + ":00" : text
    }

    func mapped(at now: String) -> PlainOpportunity {
        PlainOpportunity(
            schema: "opportunity/1",
            id: "salesforce:emea/Opportunity/\(Id)",
            header: PlainOpportunity.Header(
                recordVersion: 1,
                asOf: now,
                source: "salesforce:emea",
                ingestedAt: now,
                lifecycle: IsDeleted == true ? "deleted" : "present",
                externalReferences: [
                    PlainOpportunity.Reference(
                        system: "salesforce:emea",
                        objectType: "Opportunity",
                        value: Id,
                        use: "primary",
                        sourceVersion: SystemModstamp,
                        lastSeenAt: now
                    )
                ],
                createdAt: CreatedDate.map(Self.instant),
                modifiedAt: LastModifiedDate.map(Self.instant),
                remarks: Practice__c.map { PlainOpportunity.Remarks(unmapped: ["Practice__c": $0]) }
            ),
            name: Name,
            customer: AccountId.map { "salesforce:emea/Account/\($0)" },
            stage: PlainOpportunity.Stage(
                canonical: Self.stages[StageName] ?? StageName,
                source: PlainOpportunity.Code(system: "salesforce/Opportunity.StageName", code: StageName)
            ),
            status: IsWon == true ? "won" : IsClosed == true ? "lost" : "open",
            probability: Probability.map { "\($0)" },
            amount: Amount.map { PlainMoney(amount: "\($0)", currency: CurrencyIsoCode ?? "EUR") },
            closeDate: CloseDate,
            nextStep: NextStep,
            owner: OwnerId.map { "salesforce:emea/User/\($0)" }
        )
    }
}

/// The canonical document of an opportunity.
struct PlainOpportunity: Codable {
    var schema: String
    var id: String
    var header: Header
    var name: String
    var customer: String?
    var stage: Stage
    var status: String
    var probability: String?
    var amount: PlainMoney?
    var closeDate: String?
    var nextStep: String?
    var owner: String?

    struct Header: Codable {
        var recordVersion: Int
        var asOf: String
        var source: String
        var ingestedAt: String
        var lifecycle: String
        var externalReferences: [Reference]
        var createdAt: String?
        var modifiedAt: String?
        var remarks: Remarks?
    }

    struct Reference: Codable {
        var system: String
        var objectType: String
        var value: String
        var use: String
        var sourceVersion: String?
        var lastSeenAt: String
    }

    struct Remarks: Codable {
        var unmapped: [String: String]
    }

    struct Stage: Codable {
        var canonical: String
        var source: Code
    }

    struct Code: Codable {
        var system: String
        var code: String
    }
}

import Concord
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

    static let now = "2026-11-21T09:00:00Z"

    /// What a run knows that the payloads do not say.
    static let context = (try? Instant(now))
        .map { MappingContext(system: "salesforce:emea", ingestedAt: $0, currency: .eur) }

    /// Maps the lines, and writes what comes of them.
    static func map(_ lines: Lines, by mapping: Mapping<Opportunity>) -> Int {
        guard let context else { return 0 }
        var writer = JSONWriter()
        return lines.reduce { line in
            let mapped = mapping.read(line, in: context)
            guard mapped.isAcceptable else { return 0 }
            writer.removeAll()
            mapped.writeLines(to: &writer)
            return writer.count
        }
    }

    /// The mapping with an overlay that sets, drops and extends, and leaves what comes of the lines as it is.
    static let overlaid: Mapping<Opportunity>? = {
        let overlay = """
            { "overlay": "emea", "version": 1, "extends": "salesforce/opportunity",
              "crosswalks": [ { "name": "loss", "unmapped": "reject", "rows": [["No budget", "no-budget"]] } ],
              "rules": [
                { "set": "lossReason", "from": "/Loss_Reason__c", "via": ["trim", { "crosswalk": "loss" }],
                  "because": "a field of their own", "owner": "sales" },
                { "extend": "salesforce-opportunity-stage", "rows": [["Parked", "develop", "broader"]],
                  "because": "deals are parked", "owner": "sales" },
                { "drop": "/Legacy_Score__c", "because": "retired", "owner": "sales" } ] }
            """
        guard let document = try? MappingOverlay.document(ConfigurationFile(Array(overlay.utf8), name: "emea.json"))
        else { return nil }
        return try? Salesforce.opportunity.overlaid(by: [document])
    }()

    /// The canonical documents of the lines.
    static func canonical(_ lines: Lines) -> Lines {
        guard let context else { return Lines([]) }
        var writer = JSONWriter()
        for line in lines { Salesforce.opportunity.read(line, in: context).writeLines(to: &writer) }
        return Lines(Array(writer.text().utf8))
    }

    /// Whether the mapping that is written by hand makes the same document as Concord's, amounts by their value.
    static func agrees(on line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let source = try? JSONDecoder().decode(PlainSalesforceOpportunity.self, from: Data(line)),
            let plain = try? JSONEncoder().encode(source.mapped(at: now)),
            let context
        else { return false }
        var writer = JSONWriter()
        Salesforce.opportunity.read(line, in: context).writeLines(to: &writer)
        func members(_ document: Data) -> NSDictionary? {
            guard var object = try? JSONSerialization.jsonObject(with: document) as? [String: Any] else { return nil }
            // What has no value is left out by one and said by the other.
            object = object.filter { !($0.value is NSNull) }
            if var amount = object["amount"] as? [String: String] {
                amount["amount"] = amount["amount"].flatMap { Decimal(string: $0) }.map { "\($0)" }
                object["amount"] = amount
            }
            return object as NSDictionary
        }
        return members(plain) == members(Data(writer.text().utf8))
    }
}

public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Opportunity`: work that may be won.
    ///
    /// `StageName` is a list that every organisation edits: it is kept as it is, and read through a crosswalk that knows
    /// the stages Salesforce ships with. An overlay of the crosswalk is where an organisation's own stages belong.
    public static let opportunity = Mapping<Opportunity>(
        "salesforce/opportunity",
        version: 1,
        object: "Opportunity",
        api: api,
        update: update.without("/ForecastCategory", "/IsClosed", "/IsWon", "/ExpectedRevenue"),
        fields: opportunityFields
    ) { rule in
        rule.salesforceHeader("Opportunity")
        rule.same("/Name", to: \.name)
        rule.same("/Description", to: \.description)
        rule.reference("/AccountId", to: \.customer, object: "Account", normalise: normalised)
        rule.reference("/OwnerId", to: \.owner, object: "User", normalise: normalised)
        rule.coding("/Type", to: \.kind, list: "salesforce/Opportunity.Type")
        rule.coding("/LeadSource", to: \.leadSource, list: "salesforce/Opportunity.LeadSource")
        rule.coding("/StageName", to: \.stage.source, list: "salesforce/Opportunity.StageName")
        rule.code("/StageName", to: \.stage.canonical, opportunityStage, writesBack: false)
        rule.derive(
            "status",
            from: ["/IsClosed", "/IsWon", "/StageName"],
            because: "Salesforce works IsClosed and IsWon out of the stage"
        ) { input, record in
            record.status = opportunityStatus(&input)
        }
        rule.money(amount: "/Amount", currency: "/CurrencyIsoCode", to: \.amount)
        rule.same("/CloseDate", to: \.closeDate)
        rule.same("/Probability", to: \.probability)
        forecast
        rule.same("/NextStep", to: \.nextStep)
        rule.salesforceSubquery("OpportunityLineItems", opportunityLineItem)
        rule.drop("/IsPrivate", because: "who may see it in Salesforce is Salesforce's to say")
        rule.drop("/Fiscal", because: "it repeats the close date in the organisation's fiscal year")
        rule.drop("/FiscalQuarter", because: "it repeats the close date in the organisation's fiscal year")
        rule.drop("/FiscalYear", because: "it repeats the close date in the organisation's fiscal year")
        rule.drop("/ExpectedRevenue", because: "it is the amount times the probability")
        rule.keepRest()
    }

    /// The stages that Salesforce ships with.
    public static let opportunityStage = Crosswalk(
        "salesforce-opportunity-stage",
        unmapped: .reject,
        [
            .init("Prospecting", "qualify", .narrower),
            .init("Qualification", "qualify"),
            .init("Needs Analysis", "develop"),
            .init("Value Proposition", "develop", .narrower),
            .init("Id. Decision Makers", "develop", .narrower),
            .init("Perception Analysis", "develop", .narrower),
            .init("Proposal/Price Quote", "propose"),
            .init("Negotiation/Review", "negotiate"),
            .init("Closed Won", "closed", .narrower),
            .init("Closed Lost", "closed", .narrower),
        ]
    )

    /// The forecast categories of Salesforce's API, and the names that `ForecastCategoryName` has for them.
    static let forecastCategory = Crosswalk(
        "salesforce-forecast-category",
        unmapped: .keep,
        [
            .init("Omitted", "omitted"), .init("Pipeline", "pipeline"), .init("BestCase", "bestCase"),
            .init("Forecast", "commit"), .init("Closed", "closed"), .init("Best Case", "bestCase", reverse: true),
            .init("Commit", "commit", reverse: true),
        ]
    )

    /// The category: the name where it is one that is known, because that is what Salesforce lets people change.
    private static var forecast: MappingRule<Opportunity> {
        .asking(forecastCategory, code: forecastCode) { categories in
            .convert(
                "code",
                ["/ForecastCategory", "/ForecastCategoryName"],
                to: "forecastCategory",
                law: .lossy("Salesforce takes the name, and works the category out of it"),
                note: "crosswalk \(categories.name); by the name where it has that, and the name is what is written",
                read: { input, record in
                    for index in 0..<2 where input[index].kind == .null { input.keep(index) }
                    let texts = (0..<2).map { index -> String? in input.value(index) }
                    guard texts.contains(where: { $0 != nil }), let (code, source) = forecastCode(input, categories)
                    else { return }
                    if let target = input.target(of: code, categories, source: source) {
                        record.forecastCategory = ForecastCategory(rawValue: target)
                    }
                },
                write: { record, output in
                    output.leave(0)
                    if let category = record.forecastCategory {
                        output.set(1, category.rawValue, through: categories)
                    }
                }
            )
        }
    }

    @Sendable
    private static func forecastCode(_ input: RuleInput, _ categories: Crosswalk) -> (code: String, source: Int)? {
        let (category, name) = (input[0].text, input[1].text)
        if let name, category == nil || categories.target(of: name, on: input.context.day(for: categories)) != nil {
            return (name, 1)
        }
        return category.map { ($0, 0) }
    }

    /// Won, lost or open: by the flags where the query asked for them, else by the stages that say it in their names.
    private static func opportunityStatus(_ input: inout RuleInput) -> OpportunityStatus {
        let isClosed: Bool? = input.value(0)
        let isWon: Bool? = input.value(1)
        if isWon == true { return .won }
        if isClosed == false { return .open }
        if isClosed == true, isWon == false { return .lost }
        switch input[2].text {
        case "Closed Won": return .won
        case "Closed Lost": return .lost
        default:
            if isClosed == true {
                input.report(
                    .missing,
                    source: 1,
                    expected: "whether the closed opportunity was won",
                    remedy: "Ask for IsWon in the query."
                )
            }
            return .open
        }
    }
}

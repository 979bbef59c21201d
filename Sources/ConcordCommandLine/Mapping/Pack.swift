import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordSystems
import ConcordValidation

/// One mapping that the command can run, whatever record it leads to.
struct Pack: Sendable {
    /// The product whose objects it reads: `salesforce`.
    let system: String

    /// The vendor's type of object: `Opportunity`.
    let object: String

    /// The mapping's name: `salesforce/opportunity`.
    let name: String

    /// The mapping's version.
    let version: Int

    /// The mapping's name and version: `salesforce/opportunity@1`.
    let mapping: String

    /// The vendor's API versions whose payloads it was made for, in words.
    let api: String

    /// The record that comes of an object.
    let record: RecordDescription

    /// The record's name and version: `opportunity/1`.
    var target: String { record.tag }

    /// What the mapping promises about the way back.
    let law: MappingLaw

    /// The number of the mapping's rules.
    let ruleCount: Int

    /// What is around the objects of a page.
    let envelope: PayloadEnvelope
    /// The overlays upon the mapping, the most general first.
    let overlays: [RuleLayer]

    /// The hash of the mapping with its overlays.
    let plan: ContentHash

    /// Makes the mapping's table.
    let makeTable: @Sendable () -> MappingTable

    /// Makes the list of the vendor's fields that the mapping knows.
    let makeCatalogue: @Sendable () -> VendorCatalogue

    /// Makes what maps one object after the other.
    let makeMapper: @Sendable (MappingContext, _ hasCoverage: Bool) -> any ObjectMapper

    /// Makes what writes one record after the other back into the vendor's objects.
    let makeWriter: @Sendable (MappingContext, _ hasOriginals: Bool) -> any ObjectWriter

    /// The pointer to the id of an object, if the mapping reads one.
    let identity: String?

    /// Makes the way in for an integration.
    let makeIntake: @Sendable (MappingContext, ValidationRequest?, ValidationStrictness) -> IntakeRoute

    /// Makes the way out for an integration.
    let makeEmission: @Sendable (MappingContext, CompiledOwnership) -> EmissionRoute

    /// Makes what compares the mapping with overlays upon it to the mapping with others.
    private let makeComparison:
        @Sendable (
            _ overlays: [ConfigurationDocument<MappingOverlay>],
            _ earlier: [ConfigurationDocument<MappingOverlay>]
        ) throws -> any PlanComparison

    /// Makes the same with overlays upon the mapping.
    private let makeOverlaid: @Sendable ([ConfigurationDocument<MappingOverlay>]) throws -> Pack

    /// A mapping of a system's objects.
    init<Target: CanonicalRecord>(_ system: String, _ mapping: Mapping<Target>, envelope: PayloadEnvelope = .query) {
        self.system = system
        self.envelope = envelope
        object = mapping.object
        name = mapping.name
        version = mapping.version
        self.mapping = mapping.tag
        api = mapping.api
        record = Target.schema.description
        law = mapping.law
        ruleCount = mapping.rules.count
        overlays = mapping.overlays
        plan = mapping.fingerprint()
        makeTable = { mapping.table }
        makeCatalogue = { mapping.catalogue }
        makeMapper = { RecordMapper(mapping.separated(), in: $0, hasCoverage: $1) }
        makeWriter = { RecordWriter(mapping, in: $0, hasOriginals: $1) }
        identity = mapping.rules.first { $0.target == "id" }?.sources.first
        makeIntake = { context, validation, strictness in
            let validator = validation.map { $0.policy.validator(for: Target.self, in: $0.circumstances) }
            return IntakeRoute(mapping, in: context, validatedBy: validator, strictness, timedBy: .record)
        }
        makeEmission = { EmissionRoute(mapping, in: $0, owned: $1) }
        makeComparison = {
            RecordComparison(MappingComparison(try mapping.overlaid(by: $0), against: try mapping.overlaid(by: $1)))
        }
        makeOverlaid = { try Pack(system, mapping.overlaid(by: $0), envelope: envelope) }
    }

    /// A mapping of objects that are parts of a record, and come by themselves.
    init<Parent: CanonicalRecord, Part: Record>(_ system: String, _ parts: PartMapping<Parent, Part>) {
        self.init(system, parts.alone)
    }

    /// What compares the mapping with overlays upon it to the mapping with others.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    func comparison(
        of overlays: [ConfigurationDocument<MappingOverlay>],
        with earlier: [ConfigurationDocument<MappingOverlay>]
    ) throws -> any PlanComparison {
        do {
            return try makeComparison(overlays, earlier)
        } catch let refusal as ConfigurationRefusal {
            throw CommandFailure(.data, "\(refusal)")
        }
    }

    /// The pack with overlays upon its mapping.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    func overlaid(_ documents: [ConfigurationDocument<MappingOverlay>]) throws -> Pack {
        do {
            return try makeOverlaid(documents)
        } catch let refusal as ConfigurationRefusal {
            throw CommandFailure(.data, "\(refusal)")
        }
    }
}

extension Pack {
    /// The mappings that come with Concord.
    static let all: [Pack] = [
        Pack("salesforce", Salesforce.account),
        Pack("salesforce", Salesforce.contact),
        Pack("salesforce", Salesforce.opportunity),
        Pack("salesforce", Salesforce.opportunityLineItem),
        Pack("salesforce", Salesforce.contract),
        Pack("salesforce", Salesforce.order),
        Pack("salesforce", Salesforce.orderItem),
        Pack("salesforce", Salesforce.product),
        Pack("salesforce", Salesforce.pricebook),
        Pack("salesforce", Salesforce.pricebookEntry),
        Pack("salesforce", Salesforce.user),
        Pack("certinia", Certinia.project),
        Pack("certinia", Certinia.resource),
        Pack("certinia", Certinia.assignment),
        Pack("certinia", Certinia.milestone),
        Pack("certinia", Certinia.timecardHeader),
        Pack("certinia", Certinia.timecard),
        Pack("certinia", Certinia.expense),
        Pack("certinia", Certinia.rateCard),
        Pack("certinia", Certinia.billingEventItem),
        Pack("certinia", Certinia.billingDocument),
        Pack("certinia", Certinia.billingDocumentLine),
        Pack("netsuite", NetSuite.customer, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.job, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.employee, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.serviceSaleItem, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.timeBill, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.salesOrder, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.invoice, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.creditMemo, envelope: NetSuite.collectionEnvelope),
        Pack("netsuite", NetSuite.customerPayment, envelope: NetSuite.collectionEnvelope),
        Pack("workday", Workday.workerReport, envelope: Workday.reportEnvelope),
        Pack("workday", Workday.projectReport, envelope: Workday.reportEnvelope),
        Pack("workday", Workday.customerInvoiceReport, envelope: Workday.reportEnvelope),
        Pack("workday", Workday.worker),
        Pack("workday", Workday.project),
        Pack("workday", Workday.customerInvoice),
    ]

    /// The mapping of a product's type of object.
    ///
    /// - Throws: A ``CommandFailure`` that says which there are, and which one was probably meant.
    static func find(product: String, object: String) throws(CommandFailure) -> Pack {
        let own = all.filter { $0.system == product }
        guard !own.isEmpty else {
            var products: [String] = []
            for pack in all where !products.contains(pack.system) { products.append(pack.system) }
            throw CommandFailure(
                .usage,
                "there is no mapping for the system \"\(product)\"\(Nearest.suggestion(for: product, among: products))\n"
                    + table(of: all)
            )
        }
        guard let pack = own.first(where: { $0.object == object }) else {
            throw CommandFailure(
                .usage,
                "there is no mapping for \(product)'s object \"\(object)\""
                    + "\(Nearest.suggestion(for: object, among: own.map(\.object)))\n" + table(of: own)
            )
        }
        return pack
    }

    /// The mapping with a name, with or without its version: `salesforce/opportunity`, `salesforce/opportunity@1`.
    static func named(_ name: String) throws(CommandFailure) -> Pack {
        if let pack = all.first(where: { $0.name == name || $0.mapping == name }) { return pack }
        let names = all.map(\.name)
        throw CommandFailure(
            .usage,
            "there is no mapping \"\(name)\"\(Nearest.suggestion(for: name, among: names))\n"
                + "The mappings are \(names.joined(separator: ", "))."
        )
    }

    private static func table(of packs: [Pack]) -> String {
        var table = TextTable(["SYSTEM", "OBJECT", "RECORD", "RULES", "API"])
        for pack in packs {
            table.append([pack.system, pack.object, pack.target, String(pack.ruleCount), pack.api])
        }
        return "The mappings are:\n" + table.lines(width: 110).map { "  \($0)" }.joined(separator: "\n")
    }
}

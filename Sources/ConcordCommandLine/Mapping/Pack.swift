import ConcordMapping
import ConcordSchema
import ConcordSystems

/// One mapping that the command can run, whatever record it leads to.
struct Pack: Sendable {
    /// The product whose objects it reads: `salesforce`.
    let system: String

    /// The vendor's type of object: `Opportunity`.
    let object: String

    /// The mapping's name and version: `salesforce/opportunity@1`.
    let mapping: String

    /// The vendor's API versions whose payloads it was made for, in words.
    let api: String

    /// The record that comes of an object: `opportunity/1`.
    let target: String

    /// The number of the mapping's rules.
    let ruleCount: Int

    /// Makes what maps one object after the other.
    let makeMapper: @Sendable (MappingContext, _ hasCoverage: Bool) -> any ObjectMapper

    /// A mapping of a system's objects.
    init<Target: CanonicalRecord>(_ system: String, _ mapping: Mapping<Target>) {
        self.system = system
        object = mapping.object
        self.mapping = mapping.tag
        api = mapping.api
        target = Target.schema.description.tag
        ruleCount = mapping.rules.count
        makeMapper = { RecordMapper(mapping, in: $0, hasCoverage: $1) }
    }
}

extension Pack {
    /// The mappings that come with Concord.
    static let all: [Pack] = [
        Pack("salesforce", Salesforce.account),
        Pack("salesforce", Salesforce.opportunity),
        Pack("certinia", Certinia.timecardHeader),
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

    private static func table(of packs: [Pack]) -> String {
        var table = TextTable(["SYSTEM", "OBJECT", "RECORD", "RULES", "API"])
        for pack in packs {
            table.append([pack.system, pack.object, pack.target, String(pack.ruleCount), pack.api])
        }
        return "The mappings are:\n" + table.lines(width: 100).map { "  \($0)" }.joined(separator: "\n")
    }
}

import ConcordModel
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// The data dictionary says what the sources say, about everything and about nothing that is not there.
@Suite struct DictionaryTests {
    @Test func aTypeAndItsSchemaSayTheSame() throws {
        for type in try Self.records() {
            #expect(type.schema?.documentation == type.summary, "\(type.name)")
        }
    }

    @Test func aPropertyAndItsFieldSayTheSame() throws {
        for type in try Self.records() {
            for field in type.fields {
                let property = type.properties[field.property]
                #expect(field.documentation == property, "\(type.name).\(field.property)")
            }
        }
    }

    @Test func everyPropertyIsAFieldOfItsOwnName() throws {
        for type in try Self.records() {
            var properties = Set(type.properties.keys)
            properties.remove("remainder")
            #expect(Set(type.fields.map(\.property)) == properties, "\(type.name)")
            #expect(type.fields.map(\.name) == type.fields.map(\.property), "\(type.name)")
        }
    }

    @Test func theSourcesHaveEverySchemaThatRecordsReach() throws {
        var declared: [String: SourceType] = [:]
        for type in try Self.records() {
            let name = try #require(type.schema?.name)
            #expect(declared.updateValue(type, forKey: name) == nil, "two schemas are called \(name)")
        }
        for record in Self.reachable.values where !Self.values.contains(record.name) {
            let type = try #require(declared[record.name], "\(record.name)")
            #expect(type.schema?.documentation == record.documentation, "\(record.name)")
            #expect(type.fields.map(\.name) == record.fields.map(\.name), "\(record.name)")
            #expect(type.fields.map(\.documentation) == record.fields.map(\.documentation), "\(record.name)")
        }
        for name in declared.keys {
            #expect(Self.reachable[name] != nil, "no canonical record has a part \(name)")
        }
    }

    @Test func aListOfCodesHasTheStaticMembersAndNoOthers() throws {
        var count = 0
        var types = try Self.model.get() + Self.header.get()
        types += try SourceType.all(in: "Sources/ConcordSchema/Field").values
        types += try SourceType.all(in: "Sources/ConcordValues/Money").values
        for type in types where type.conformances.contains("OpenCode") {
            #expect(type.members == type.codes, "\(type.name)")
            #expect(Set(type.codes).count == type.codes.count, "\(type.name)")
            for code in type.codes {
                #expect(code.wholeMatch(of: /[a-z][a-zA-Z0-9]*/) != nil, "\(type.name): \(code)")
            }
            count += 1
        }
        #expect(count > 80)
    }

    @Test func thereAreFifteenCanonicalRecords() throws {
        let names = try Self.records().filter { $0.conformances.contains("CanonicalRecord") }.compactMap(\.schema?.name)
        #expect(names.sorted() == Self.canonical.map(\.name).sorted())
        #expect(names.count == 15)
    }

    @Test(arguments: reachable.values.sorted { $0.name < $1.name }.map(\.name))
    func everyLevelIsDocumentedAndInBounds(_ name: String) throws {
        let record = try #require(Self.reachable[name])
        #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        #expect(Self.isSentence(record.documentation))
        #expect(record.fields.count <= 64)
        #expect(Set(record.fields.map(\.name)).count == record.fields.count)
        for field in record.fields {
            #expect(field.name.wholeMatch(of: /[a-z][a-zA-Z0-9]*/) != nil, "\(field.name)")
            #expect(Self.isSentence(field.documentation), "\(field.name): \(field.documentation)")
        }
    }

    /// What is a number of something says of what; whoever adds a number sees it here without a unit.
    @Test func numbersHaveUnits() {
        var lines: [String] = []
        for record in Self.reachable.values.sorted(by: { $0.name < $1.name }) {
            for field in record.fields where Self.isNumber(field.shape) {
                lines.append("\(record.name).\(field.name): \(field.unit.map { $0.name ?? $0.description } ?? "-")\n")
            }
        }
        #expect(GoldenFile("Golden/units.txt").difference(from: lines.joined()) == "")
    }

    @Test func unitsAreThoseThatNamesSpeakOf() {
        let words = [
            "percent": "P1", "minutes": "MIN", "hours": "HUR", "days": "DAY", "weeks": "WEE", "months": "MON",
            "years": "ANN", "bytes": "AD",
        ]
        for record in Self.reachable.values {
            for field in record.fields where Self.isNumber(field.shape) {
                for (word, unit) in words where field.name.lowercased().hasSuffix(word) {
                    #expect(field.unit?.description == unit, "\(record.name).\(field.name)")
                }
            }
        }
    }

    @Test func aSchemaIsOfOneKind() {
        var kinds: [String: Set<RecordDescription>] = [:]
        for record in Self.canonical { Self.visit(record) { kinds[$0.name, default: []].insert($0) } }
        for (name, kind) in kinds {
            #expect(kind.count == 1, "\(name)")
        }
    }
}

extension DictionaryTests {
    /// The canonical records.
    private static let canonical: [RecordDescription] = [
        Assignment.schema.description, CatalogueItem.schema.description, Contract.schema.description,
        CostTransaction.schema.description, Customer.schema.description, Invoice.schema.description,
        InvoiceAllocation.schema.description, LegalEntity.schema.description, Opportunity.schema.description,
        Payment.schema.description, Project.schema.description, RateCard.schema.description,
        Resource.schema.description, TaxProfile.schema.description, TimeEntry.schema.description,
    ]

    /// The composites that the values make up, which ConcordSchema declares.
    private static let values: Set = ["money", "quantity", "date-interval", "exchange-rate"]

    /// The canonical records, their parts, and the parts of those, by name.
    private static let reachable: [String: RecordDescription] = {
        var all: [String: RecordDescription] = [:]
        for record in canonical { visit(record) { all[$0.name] = $0 } }
        return all
    }()

    private static func isNumber(_ shape: FieldShape) -> Bool {
        switch shape {
        case .integer, .text("decimal", _), .text("percentage", _): true
        case .optional(let value), .list(let value, _): isNumber(value)
        default: false
        }
    }

    private static func visit(_ record: RecordDescription, _ body: (RecordDescription) -> Void) {
        body(record)
        for field in record.fields {
            if let part = field.shape.record { visit(part, body) }
        }
    }

    /// The types of the model and of the header that have a schema.
    private static func records() throws -> [SourceType] {
        (try model.get() + (try header.get())).filter { $0.schema != nil }.sorted { $0.name < $1.name }
    }

    private static let model = Result { try Array(SourceType.all(in: "Sources/ConcordModel").values) }
    private static let header = Result { try Array(SourceType.all(in: "Sources/ConcordSchema/Header").values) }

    /// Whether a text is one line that begins in upper case, or with code, and ends like a sentence.
    private static func isSentence(_ text: String) -> Bool {
        text.wholeMatch(of: /[\p{Lu}`][^\n]*\./) != nil
    }
}

import ConcordCompatibility
import ConcordHistory
import ConcordSchema
import ConcordValues
import ConcordVersions
import Testing

/// The units of fields stand in both exported schemas, and say nothing of which documents are valid.
@Suite struct UnitExportTests {
    @Test(arguments: Exported.all)
    func everyUnitIsExported(_ record: Exported) {
        let declared = Self.units(of: record.description)
        #expect(Self.units(in: record.writer.document) == declared)
        #expect(Self.units(in: record.reader.document) == declared)
    }

    @Test(arguments: RecordHistories.published.flatMap(\.versions))
    func soAreThoseOfEarlierVersions(_ version: RecordDescription) {
        let declared = Self.units(of: version)
        for side in [SchemaSide.writer, .reader] {
            #expect(Self.units(in: JSONSchema(of: version, side: side).document) == declared)
        }
    }

    @Test func unitsAreCodesOfRecommendation20() throws {
        let entry = try #require(Exported.all.first { $0.description.name == "time-entry" })
        let units = Self.units(in: entry.reader.document)
        #expect(units["worked"] == "MIN")
        #expect(units["breakMinutes"] == "MIN")
        #expect(units["date"] == nil)
        let customer = try #require(Exported.all.first { $0.description.name == "customer" })
        #expect(Self.units(in: customer.writer.document)["paymentTerms.netDays"] == "DAY")
        let earlier = try #require(RecordHistories.history(named: "time-entry")?.versions.first)
        #expect(Self.units(in: JSONSchema(of: earlier, side: .writer).document)["hours"] == "HUR")
    }

    @Test func aUnitRefusesNothing() {
        func revision(_ unit: UnitCode?) -> SchemaRevision {
            let field = FieldDescription(
                name: "days",
                documentation: "",
                shape: .optional(Int.shape),
                isRequired: false,
                unit: unit
            )
            return SchemaRevision(
                RecordDescription(name: "terms", version: 1, documentation: "", fields: [field])
            )
        }
        for mode in [CompatibilityMode.writerAware, .containment, .registryStrict, .registryLenient] {
            #expect(CompatibilityChecker().verdict(revision(nil), revision(.day), mode: mode).word == "FULL", "\(mode)")
            #expect(
                CompatibilityChecker().verdict(revision(.hour), revision(.day), mode: mode).word == "FULL",
                "\(mode)"
            )
        }
    }
}

extension UnitExportTests {
    /// The units that a record declares, by the paths of the fields.
    private static func units(of record: RecordDescription, under path: String = "") -> [String: String] {
        var units: [String: String] = [:]
        for field in record.fields {
            let name = path + field.name
            units[name] = field.unit?.description
            if let inner = field.shape.record { units.merge(Self.units(of: inner, under: name + ".")) { $1 } }
        }
        return units
    }

    /// The units that a schema's properties are annotated with, by the paths of the properties.
    private static func units(in document: JSONValue) -> [String: String] {
        var units: [String: String] = [:]
        func visit(_ schema: JSONValue, _ path: String) {
            if let target = schema["$ref"]?.text?.split(separator: "/").last {
                if let definition = document["$defs"]?[JSONString(String(target))] { visit(definition, path) }
            } else if let value = schema["anyOf"]?.items?.first {
                visit(value, path)
            } else if let items = schema["items"] {
                visit(items, path)
            }
            for property in schema["properties"]?.members ?? [] {
                let name = path + property.name.text
                units[name] = property.value["x-concord-unit"]?.text
                visit(property.value, name + ".")
            }
        }
        visit(document, "")
        return units
    }
}

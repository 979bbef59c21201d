import Concord
import Testing

/// Changes of parts that came by themselves.
extension MappingExpectations {
    /// The changes of what every part of Salesforce's has: another id, another record, a new version.
    static func part<Parent, Part>(
        _ object: String,
        id: any WritableKeyPath<Part, RecordID<Part>> & Sendable,
        references: [any WritableKeyPath<Part, [ExternalReference]> & Sendable] = [],
        parent: String,
        _ parentObject: String
    ) -> [Change] where Target == PartRecord<Parent, Part> {
        let moved = Change("set the id", ["/Id"]) { records, _ in
            let value = "0019Z00000AbCdEQAV"
            records[0].header.externalReferences[0].value = value
            records[0].id = RecordID(stringLiteral: "salesforce:test/\(object)/\(value)")
            records[0].part[keyPath: id] = RecordID(stringLiteral: "salesforce:test/\(object)/\(value)")
            for property in references { records[0].part[keyPath: property][0].value = value }
            return true
        }
        let stamped = Change("set the version", ["/SystemModstamp"]) { records, _ in
            let stamp = "2030-01-01T00:00:00.000+0000"
            records[0].header.externalReferences[0].sourceVersion = stamp
            for property in references { records[0].part[keyPath: property][0].sourceVersion = stamp }
            return true
        }
        return header().filter { $0.name != "set the version" }
            + [moved, stamped, required(parent, \.parent, ids(parentObject))]
    }

    /// Sets a property of the part to one of some values, or takes its value away.
    static func partField<Parent, Part, Value: FieldValue & Hashable>(
        _ pointer: String,
        _ property: any WritableKeyPath<Part, Value?> & Sendable,
        _ values: [Value]
    ) -> [Change] where Target == PartRecord<Parent, Part> {
        [
            change("set \(pointer)", [pointer], values) { record, value in record.part[keyPath: property] = value },
            change("clear \(pointer)", [pointer], [0]) { record, _ in
                record.part[keyPath: property] = nil
                Part.schema.setNull(property, in: &record.part)
            },
        ]
    }
}

/// What an object of a part becomes by itself, tried on fixtures.
enum PartTrial {
    /// The parts of a fixture, of which every leaf is accounted for and every byte comes back, alone too.
    static func parts<Parent, Part>(
        _ mapping: PartMapping<Parent, Part>,
        of fixture: String,
        warnings: [IssueCode] = []
    ) throws -> [PartRecord<Parent, Part>] {
        let parts = try PackTrial.records(mapping.alone, of: fixture, warnings: warnings)
        let context = try PackTrial.context()
        for part in parts {
            // A part that was put into its record and taken out again is written as it was.
            let text = mapping.write(part.part, of: part.parent, in: context)
            let again = try mapping.alone.read(text, in: context).records()[0]
            #expect(again.id == part.id, "\(text)")
            #expect(again.parent == part.parent, "\(text)")
        }
        return parts
    }
}

import ConcordMapping
import ConcordModel
import ConcordSchema

extension MappingRule {
    /// One field of a part that the record may lack; the part is there as soon as one of its fields is.
    static func salesforcePart<Part: Sendable, Value: SourceConvertible>(
        _ source: String,
        to part: any WritableKeyPath<Target, Part?> & Sendable,
        _ blank: Part,
        _ field: any WritableKeyPath<Part, Value?> & Sendable,
        _ target: String
    ) -> MappingRule<Target> {
        .convert(
            "same",
            [source],
            to: target,
            law: .iso,
            note: "",
            read: { input, record in
                guard let value: Value = input.value(0) else {
                    input.keep(0)
                    return
                }
                var whole = record[keyPath: part] ?? blank
                whole[keyPath: field] = value
                record[keyPath: part] = whole
            },
            write: { record, output in output.set(0, record[keyPath: part]?[keyPath: field]) }
        )
    }

    /// The parts of a person's name, in the fields that contacts, users and persons have for them.
    static func salesforcePersonName(
        to name: any WritableKeyPath<Target, PersonName?> & Sendable,
        _ target: String
    ) -> [MappingRule<Target>] {
        [
            .salesforcePart("/Salutation", to: name, PersonName(), \.prefix, "\(target).prefix"),
            .salesforcePart("/FirstName", to: name, PersonName(), \.given, "\(target).given"),
            .salesforcePart("/MiddleName", to: name, PersonName(), \.middle, "\(target).middle"),
            .salesforcePart("/LastName", to: name, PersonName(), \.family, "\(target).family"),
            .salesforcePart("/Suffix", to: name, PersonName(), \.suffix, "\(target).suffix"),
        ]
    }
}

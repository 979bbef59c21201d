import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// Rules that several objects of Salesforce and of the packages in it share.
extension MappingRule where Target: CanonicalRecord {
    /// A status of a list that every organisation edits, through a crosswalk.
    ///
    /// Where several of the vendor's statuses stand for one canonical status, the vendor's own is kept as a tag of the
    /// record, so that it comes back as it was as long as the canonical status stays.
    static func salesforceStatus<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code> & Sendable,
        _ crosswalk: Crosswalk,
        list: String
    ) -> [MappingRule<Target>] {
        [
            .code(source, to: property, crosswalk, writesBack: false),
            .asking(crosswalk) { crosswalk in
                .convert(
                    "same",
                    [source],
                    to: "header.remarks.tags",
                    law: .iso,
                    note:
                        "as a code of \(list), where the crosswalk's way back leads to another; written by the status",
                    read: { input, record in
                        let day = input.context.day(for: crosswalk)
                        guard let code = input[0].text, let target = crosswalk.target(of: code, on: day),
                            crosswalk.source(of: target, on: day) != code
                        else { return }
                        var remarks = record.header.remarks ?? RecordRemarks()
                        remarks.tags.append(Coding(code, system: list))
                        record.header.remarks = remarks
                    },
                    write: { record, output in
                        let target = record[keyPath: property].rawValue
                        if let tag = record.header.remarks?.tags.first(where: { $0.system == list }),
                            crosswalk.target(of: tag.code, on: output.context.day(for: crosswalk)) == target
                        {
                            output.set(0, tag.code)
                        } else {
                            output.set(0, target, through: crosswalk)
                        }
                    }
                )
            },
        ]
    }

    /// A flag that tells two codes apart; other codes leave it as it is.
    static func salesforceFlag<Code: OpenCode & FieldValue>(
        _ source: String,
        to property: any WritableKeyPath<Target, Code> & Sendable,
        _ target: String,
        yes: Code,
        no: Code
    ) -> MappingRule<Target> {
        .convert(
            "code",
            [source],
            to: target,
            law: .lossy("a flag has two states"),
            note: "true is \(yes.rawValue), false is \(no.rawValue)",
            read: { input, record in
                guard let flag: Bool = input.value(0) else {
                    input.keep(0)
                    return
                }
                record[keyPath: property] = flag ? yes : no
            },
            write: { record, output in
                switch record[keyPath: property] {
                case yes: output.set(0, true)
                case no: output.set(0, false)
                default: output.leave(0)
                }
            }
        )
    }

    /// A flag that says the opposite of a field.
    static func salesforceOpposite(
        _ source: String,
        to property: any WritableKeyPath<Target, Bool?> & Sendable,
        _ target: String
    ) -> MappingRule<Target> {
        .convert(
            "code",
            [source],
            to: target,
            law: .iso,
            note: "true is false, false is true",
            read: { input, record in
                if let flag: Bool = input.value(0) { record[keyPath: property] = !flag } else { input.keep(0) }
            },
            write: { record, output in output.set(0, record[keyPath: property].map { !$0 }) }
        )
    }

    /// The currency of the object, or of the tenant.
    ///
    /// It stands behind the rules of amounts that share the pointer: what they have no say in is this rule's to write.
    static func salesforceCurrency(
        to property: any WritableKeyPath<Target, CurrencyCode> & Sendable,
        _ target: String = "currency"
    ) -> MappingRule<Target> {
        .convert(
            "same",
            ["/CurrencyIsoCode"],
            to: target,
            law: .iso,
            note: "of the field, or of the tenant",
            read: { input, record in
                if input[0].kind == .null { input.keep(0) }
                if let currency = input.currency(0) { record[keyPath: property] = currency }
            },
            write: { record, output in output.setCurrency(0, record[keyPath: property]) }
        )
    }

    /// The vendor's name of an object that the model has no record for.
    static func salesforceExternal(
        _ source: String,
        to property: any WritableKeyPath<Target, ExternalReference?> & Sendable,
        object: String
    ) -> MappingRule<Target> {
        .convert(
            "same",
            [source],
            to: path(of: property),
            law: .iso,
            note: "the id of the \(object) as the system writes it",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    input.keep(0)
                    return
                }
                record[keyPath: property] = ExternalReference(
                    system: input.context.system,
                    objectType: object,
                    value: value
                )
            },
            write: { record, output in
                // An object of another system has no place in a look-up field.
                guard let reference = record[keyPath: property] else { return }
                guard reference.system == output.context.system, reference.objectType == object else {
                    return output.leave(0)
                }
                output.set(0, reference.value)
            }
        )
    }

    private static func path(of property: PartialKeyPath<Target>) -> String { Target.schema.name(of: property) }
}

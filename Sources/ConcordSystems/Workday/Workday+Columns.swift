import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// Rules for the columns of reports.
extension MappingRule {
    /// Reads a reference of a report: the column of the Workday ID, else that of the reference ID.
    ///
    /// - Parameters:
    ///   - column: The column of the label, such as `/Company`, to which `_WID` and `_ID` are added.
    ///   - property: The property that takes the canonical id.
    ///   - target: The field's path.
    ///   - object: The type by which the identity crosswalk knows such objects.
    ///   - type: The type of ID that the reference ID is.
    /// - Returns: The rule.
    static func workdayColumn<Other>(
        _ column: String,
        to property: any WritableKeyPath<Target, RecordID<Other>?> & Sendable,
        _ target: String,
        object: String,
        type: String
    ) -> MappingRule<Target> {
        reportReference(column, target, object: object, type: type, isRequired: false) {
            $0[keyPath: property]?.text
        } set: {
            $0[keyPath: property] = try? RecordID($1)
        }
    }

    /// Reads a reference of a report that the record must have.
    static func workdayColumn<Other>(
        _ column: String,
        to property: any WritableKeyPath<Target, RecordID<Other>> & Sendable,
        _ target: String,
        object: String,
        type: String
    ) -> MappingRule<Target> {
        reportReference(column, target, object: object, type: type, isRequired: true) {
            $0[keyPath: property].text
        } set: { record, text in
            if let id = try? RecordID<Other>(text) { record[keyPath: property] = id }
        }
    }

    /// Reads a reference of a report of which the record has a list.
    static func workdayColumn<Other>(
        _ column: String,
        to property: any WritableKeyPath<Target, [RecordID<Other>]> & Sendable,
        _ target: String,
        object: String,
        type: String
    ) -> MappingRule<Target> {
        reportReference(column, target, object: object, type: type, isRequired: false) {
            $0[keyPath: property].first?.text
        } set: {
            $0[keyPath: property] = (try? RecordID<Other>($1)).map { [$0] } ?? []
        }
    }

    private static func reportReference(
        _ column: String,
        _ target: String,
        object: String,
        type: String,
        isRequired: Bool,
        get: @escaping @Sendable (Target) -> String?,
        set: @escaping @Sendable (inout Target, String) -> Void
    ) -> MappingRule<Target> {
        .convert(
            "reference",
            ["\(column)_WID", "\(column)_ID"],
            to: target,
            law: .iso,
            note: "\(object) through the identity crosswalk, by Workday ID, then by \(type)"
                + (isRequired ? "; required" : ""),
            read: { input, record in
                let wid: String? = input.value(0)
                let name: String? = input.value(1)
                var ids: [Workday.TypedIDs.ID] = []
                if let wid, !wid.isEmpty { ids.append(.init(type: "WID", value: wid)) } else { input.keep(0) }
                if let name, !name.isEmpty { ids.append(.init(type: type, value: name)) }
                // A second name of the same object is not the record's to say.
                if ids.count != 1 || ids[0].isWorkdayID { input.keep(1) }
                guard !ids.isEmpty else {
                    if isRequired, input[0].kind != .container, input[1].kind != .container {
                        input.report(
                            .missing,
                            expected: "the ID of a \(object); the record must refer to one",
                            remedy: "Add a column with the Workday ID to the report."
                        )
                    }
                    return
                }
                if let id = input.workdayCanonicalID(Workday.TypedIDs(ids), object: object) { set(&record, id) }
            },
            write: { record, output in
                guard let id = get(record) else { return output.leave(1) }
                let identities = output.context.identities
                let system = output.context.system
                if let wid = identities.externalValue(of: id, in: system, objectType: object) {
                    output.set(0, wid)
                    output.leave(1)
                } else if let name = identities.externalValue(of: id, in: system, objectType: "\(object).\(type)") {
                    output.set(1, name)
                } else {
                    (0..<2).forEach(output.leave)
                }
            }
        )
    }
}

extension MappingRule where Target: CanonicalRecord {
    /// What the rows of all reports have: the Workday ID, and when the object last changed.
    static func workdayRow(_ object: String) -> [MappingRule<Target>] {
        [
            .identity("/Workday_ID", version: "/Last_Functionally_Updated", object: object),
            .derive(
                "header.modifiedAt",
                from: ["/Last_Functionally_Updated"],
                because: "the same stamp is the version, which is written with the identity"
            ) { input, record in
                record.header.modifiedAt = input.value(0)
            },
        ]
    }

    /// A second name of the object, which is a field of the record too and written with that.
    static func workdayName(_ pointer: String, object: String, type: String) -> MappingRule<Target> {
        .derive(
            "header.externalReferences",
            from: [pointer],
            because: "it is a second name of the object, written with the field that it fills"
        ) { input, record in
            guard let value = input[0].text, !value.isEmpty else { return }
            record.header.externalReferences.append(
                ExternalReference(
                    system: input.context.system,
                    objectType: "\(object).\(type)",
                    value: value,
                    use: .secondary
                )
            )
        }
    }
}

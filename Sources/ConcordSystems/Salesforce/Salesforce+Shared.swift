import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

extension MappingRule where Target: CanonicalRecord {
    /// The rules that every Salesforce object shares: identity, who and when, deletion, and what names the request.
    static func salesforceHeader(_ object: String) -> [MappingRule<Target>] {
        [
            .drop("/attributes", because: Salesforce.attributesReason),
            .identity("/Id", version: "/SystemModstamp", object: object, normalise: Salesforce.normalised),
            .same("/CreatedDate", to: \.header.createdAt),
            .same("/CreatedById", to: \.header.createdBy),
            .same("/LastModifiedDate", to: \.header.modifiedAt),
            .same("/LastModifiedById", to: \.header.modifiedBy),
            .salesforceDeletion(),
        ]
    }

    /// Whether the object is in the bin; queries of all rows return such objects too.
    static func salesforceDeletion() -> MappingRule<Target> {
        .convert(
            "code",
            ["/IsDeleted"],
            to: "header.lifecycle",
            law: .iso,
            note: "true is deleted, false is present",
            read: { input, record in
                guard let isDeleted: Bool = input.value(0) else {
                    if input[0].kind == .null { input.keep(0) }
                    return
                }
                record.header.lifecycle = isDeleted ? .deleted : .present
            },
            write: { record, output in
                // Only what was deleted says so by itself; Salesforce knows no other lifecycle.
                switch record.header.lifecycle {
                case .deleted: output.set(0, true)
                case .present: output.assume(0, false)
                default: output.leave(0)
                }
            }
        )
    }
}

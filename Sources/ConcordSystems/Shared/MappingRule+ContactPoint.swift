import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

extension MappingRule where Target == Customer {
    /// A way to reach the customer, where the vendor has one field for each kind.
    static func contactPoint(_ pointer: String, _ kind: ContactPointKind) -> Self {
        .convert(
            "each",
            [pointer],
            to: "contactPoints",
            law: .iso,
            note: "the contact point of kind \(kind.rawValue)",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.contactPoints.append(ContactPoint(kind, value))
            },
            write: { record, output in output.set(0, record.contactPoints.first { $0.kind == kind }?.value) }
        )
    }
}

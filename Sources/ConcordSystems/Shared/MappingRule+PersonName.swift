import ConcordMapping
import ConcordModel
import ConcordSchema

extension MappingRule where Target == Resource {
    /// The parts of a person's name as they are, where the vendor has a field for each.
    ///
    /// - Parameters:
    ///   - parts: The pointers, and the parts that they lead to.
    ///   - note: What the parts are of, in words for an analyst.
    /// - Returns: The rule.
    static func personName(
        _ parts: [(pointer: String, part: any WritableKeyPath<PersonName, String?> & Sendable)],
        note: String
    ) -> Self {
        let properties = parts.map(\.part)
        return .convert(
            "split",
            parts.map(\.pointer),
            to: "personName",
            law: .iso,
            note: note,
            read: { input, record in
                let texts = properties.indices.map { index -> String? in input.value(index) }
                for index in texts.indices where input[index].kind == .null { input.keep(index) }
                guard texts.contains(where: { $0 != nil }) else { return }
                var name = record.personName ?? PersonName()
                for (property, text) in zip(properties, texts) { name[keyPath: property] = text }
                record.personName = name
            },
            write: { record, output in
                for (index, property) in properties.enumerated() {
                    output.set(index, record.personName?[keyPath: property])
                }
            }
        )
    }
}

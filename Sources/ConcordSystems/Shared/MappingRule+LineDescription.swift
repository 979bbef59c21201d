import ConcordMapping
import ConcordModel
import ConcordSchema

extension MappingRule where Target == InvoiceLine {
    /// What is billed, in words; the words of the item where the line has none.
    ///
    /// - Parameters:
    ///   - pointer: The pointer to the line's own words.
    ///   - other: The pointer to the item's.
    ///   - words: What the vendor calls the item's words: `item's name`.
    /// - Returns: The rule.
    static func lineDescription(_ pointer: String, else other: String, _ words: String) -> Self {
        .convert(
            "same",
            [pointer, other],
            to: "description",
            law: .lossy("a line without a description has its \(words)"),
            note: "the \(words) where there is none",
            read: { input, record in
                let text: String? = input.value(0)
                if input[0].kind == .null { input.keep(0) }
                record.description = text ?? input[1].text ?? ""
            },
            write: { record, output in
                // What stands for a missing description is the item's to say.
                if record.description.isEmpty || record.description == record.item?.display {
                    output.assume(0, record.description)
                } else {
                    output.set(0, record.description)
                }
            }
        )
    }
}

public import ConcordSchema

/// Why values of a record are what they are, and where values of a vendor's object went, for one object.
///
/// It is made by running the object once more, so that reading itself never has to remember anything. An explanation
/// quotes the object and the records as they are, whoever may see them: treat it like the payload.
public struct MappingExplanation: Sendable, Hashable {
    /// The mapping's name and version: `salesforce/opportunity@1`.
    public let mapping: String

    /// What was asked for: a field's path, or a pointer into the vendor's object; empty for everything.
    public let question: String

    /// Why values are what they are: one for each rule that fills the field, in each record.
    public let fields: [Field]

    /// Where values went: one for each source that the question is about.
    public let sources: [Source]

    /// What is wrong with the object as a whole, such as bytes that are not JSON.
    public let issues: [Issue]

    /// Why one field of one record has its value.
    public struct Field: Sendable, Hashable {
        /// The id of the record.
        public let record: String

        /// The part of the object that the record is made of, such as a day; nil where an object is one record.
        public let part: String?

        /// The field's path.
        public let path: String

        /// The value as JSON; nil if the record has none, or if an error says that what it has is not the value.
        public let value: String?

        /// The rule that fills the field; nil if no rule has the field as its target.
        public let rule: MappingTable.Row?

        /// What the rule read.
        public let inputs: [Input]

        /// What the rule asked of crosswalks.
        public let lookups: [Lookup]

        /// What the rule found to be wrong, or worth a look.
        public let issues: [Issue]
    }

    /// One value that a rule reads.
    public struct Input: Sendable, Hashable {
        /// The pointer to the value.
        public let pointer: String

        /// The value as JSON, white space taken out; nil if the object has no such member.
        public let json: String?

        /// Where the value stands; nil if the object has no such member.
        public let position: SourcePosition?
    }

    /// One question to a crosswalk.
    public struct Lookup: Sendable, Hashable {
        /// The crosswalk's name.
        public let crosswalk: String

        /// The vendor's code that was looked for.
        public let code: String

        /// The row that was found; nil if the crosswalk has none.
        public let row: Crosswalk.Row?

        /// What becomes of a code without a row.
        public let unmapped: Crosswalk.Unmapped
    }

    /// Where one value of the vendor's object went.
    public struct Source: Sendable, Hashable {
        /// The value, and where it stands.
        public let input: Input

        /// What became of it; nil if it is not there.
        public let disposition: Coverage.Disposition?

        /// Why it was left out or kept; empty for a value that was mapped.
        public let reason: String

        /// The fields that rules make of it, with their values.
        public let fields: [Field]
    }

    /// Whether there is nothing to say: neither the mapping nor the object knows what was asked for.
    public var isEmpty: Bool { fields.isEmpty && sources.isEmpty && issues.isEmpty }

    /// The explanation of an object that stands in a stream, with positions of the stream.
    ///
    /// - Parameter payload: The object.
    /// - Returns: The same with other positions.
    public func located(in payload: Payload) -> MappingExplanation {
        let start = payload.position
        func located(_ input: Input) -> Input {
            Input(pointer: input.pointer, json: input.json, position: input.position.map(start.locate))
        }
        func located(_ issues: [Issue]) -> [Issue] {
            var issues = issues
            payload.locate(&issues)
            return issues
        }
        func located(_ field: Field) -> Field {
            Field(
                record: field.record,
                part: field.part,
                path: field.path,
                value: field.value,
                rule: field.rule,
                inputs: field.inputs.map { located($0) },
                lookups: field.lookups,
                issues: located(field.issues)
            )
        }
        return MappingExplanation(
            mapping: mapping,
            question: question,
            fields: fields.map { located($0) },
            sources: sources.map { source in
                Source(
                    input: located(source.input),
                    disposition: source.disposition,
                    reason: source.reason,
                    fields: source.fields.map { located($0) }
                )
            },
            issues: located(issues)
        )
    }
}

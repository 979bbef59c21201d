import ConcordSchema
import ConcordValues

/// A record type such as a host declares; it has one field of each kind that the tests of documents need.
struct Memo: CanonicalRecord {
    var id: RecordID<Memo>
    var header: RecordHeader
    var title: String
    var count: Int64?
    var fee: Money?
    var day: LocalDate?
    var payload: JSONText?
    var parts: [Part] = []
    var remainder = Remainder()

    struct Part: Composite {
        var name: String
        var weight: Int64?

        static let schema = RecordSchema<Part>("part", blank: Part(name: .placeholder)) {
            Field("name", \.name)
            Field("weight", \.weight)
        }
    }

    static let schema = RecordSchema(
        "memo",
        version: 1,
        "Something that somebody wrote down.",
        blank: Memo(id: .placeholder, header: .placeholder, title: .placeholder)
    ) {
        Field("id", \.id, "The memo's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("title", \.title, "What it is about.")
        Field("count", \.count, "How often.")
        Field("fee", \.fee, "What it costs.", sensitivity: .commercial)
        Field("day", \.day, "When.")
        Field("payload", \.payload, "Anything.")
        Field("parts", \.parts, "What it is made of.")
    }
}

extension Memo {
    static let headerText = """
        {"recordVersion":1,"asOf":"2026-03-04T18:00:00Z","source":"netsuite","ingestedAt":"2026-03-04T18:00:00Z",\
        "lifecycle":"present"}
        """

    /// A document with the members that every memo has, and others behind them.
    static func document(_ members: String = "", id: String = "m-1", title: String = "Kick-off") -> String {
        let more = members.isEmpty ? "" : ",\(members)"
        return #"{"schema":"memo/1","id":"\#(id)","header":\#(headerText),"title":"\#(title)"\#(more)}"#
    }
}

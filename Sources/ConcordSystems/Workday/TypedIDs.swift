import ConcordMapping
import ConcordSchema
import ConcordValues

extension Workday {
    /// The IDs of one reference: `<wd:ID wd:type="WID">…</wd:ID>`, as an XML reader makes them.
    struct TypedIDs: Sendable, Hashable {
        /// One of them.
        struct ID: Sendable, Hashable {
            /// Which of the object's names it is: `WID`, `Employee_ID`.
            let type: String

            /// The name itself.
            let value: String

            /// Whether it is the ID that Workday gives every object and never changes.
            var isWorkdayID: Bool { type == "WID" }

            /// The type of object by which the identity crosswalk knows a name of this kind.
            func objectType(_ object: String) -> String { isWorkdayID ? object : "\(object).\(type)" }
        }

        /// The IDs, the Workday ID first.
        let all: [ID]

        /// IDs; at least one.
        init(_ ids: [ID]) {
            all = ids.filter(\.isWorkdayID) + ids.filter { !$0.isWorkdayID }
        }

        /// One ID.
        init(_ type: String, _ value: String) {
            all = [ID(type: type, value: value)]
        }

        /// The ID of a type.
        subscript(type: String) -> String? { all.first { $0.type == type }?.value }

        /// The ID that people gave the object, of a type if there is one of it; else the Workday ID.
        func code(_ type: String?) -> ID? {
            all.first { $0.type == type } ?? all.first { !$0.isWorkdayID } ?? all.first
        }

        /// The ID that says most of what the object is: that of a cost centre before that of any organisation.
        var mostSpecific: ID? {
            all.first { !$0.isWorkdayID && $0.type != "Organization_Reference_ID" } ?? code(nil)
        }
    }
}

extension Workday.TypedIDs: SourceConvertible {
    /// Reads a list of IDs, or one that no list is around; IDs without a value are passed over.
    init(source: SourceValue) throws(ValueError) {
        let elements = Workday.Element(source)?.items ?? []
        let ids = elements.compactMap { element -> ID? in
            guard let type = element["@type"]?.text, let value = element["#text"]?.text, !value.isEmpty else {
                return nil
            }
            return ID(type: type, value: value)
        }
        guard !ids.isEmpty else {
            throw ValueError(
                .sourceType,
                expected: "a list of IDs with their types, such as {\"@type\":\"WID\",\"#text\":\"…\"}",
                observed: source.json ?? "nothing"
            )
        }
        self.init(ids)
    }

    /// The IDs as an XML writer takes them.
    var sourceJSON: String {
        var writer = JSONWriter(capacity: 128)
        writer.beginList()
        for id in all {
            writer.beginObject()
            for (name, text) in [("@type", id.type), ("#text", id.value)] {
                writer.write(name: name)
                writer.write(text)
                writer.endItem()
            }
            writer.endObject()
            writer.endItem()
        }
        writer.endList()
        return writer.text()
    }
}

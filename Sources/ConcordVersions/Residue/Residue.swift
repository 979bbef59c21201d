internal import ConcordSchema

/// What a document keeps of a version that says more than its own: sparse, by step and place.
///
/// It stands in the reserved member `residue`, behind `schema`, and only where there is something to keep.
struct Residue: Sendable {
    /// The name of the member.
    static let name = MemberName("residue")

    /// What one step kept at one place.
    struct Entry: Sendable {
        /// The version that said it.
        let version: Int
        /// The step's name, with the later of its two versions: `2:worked`.
        let step: String
        /// The names and keys that lead from the document to the object, in the names of the later version.
        let place: [MemberName]
        /// The digest of the live values beside which it was said; empty if it depends on none.
        let live: String
        /// What makes the step's outcome what it was.
        let patch: Patch
    }

    /// The id of the record that it belongs to.
    var id: DocumentValue?
    var entries: [Entry] = []

    init() {}

    /// Reads a residue; nil if the value is none.
    init?(_ value: DocumentValue) {
        guard let members = value.members, let kept = value["kept"]?.items else { return nil }
        guard members.allSatisfy({ ["id", "kept"].contains($0.name.text) }) else { return nil }
        id = value["id"]
        for item in kept {
            guard let version = item["of"]?.integer, let step = item["step"]?.text,
                let patch = item["values"].flatMap({ Patch($0) })
            else { return nil }
            let place = item["at"].map(Patch.names) ?? []
            guard let place else { return nil }
            entries.append(
                Entry(
                    version: Int(clamping: version),
                    step: step,
                    place: place,
                    live: item["live"]?.text ?? "",
                    patch: patch
                )
            )
        }
    }

    /// Puts the entries in an order that does not depend on that of a document's members.
    mutating func sort() {
        func key(_ entry: Entry) -> [[UInt8]] { [Array(entry.step.utf8)] + entry.place.map(\.meant) }
        entries.sort { first, second in
            if first.version != second.version { return first.version < second.version }
            let (one, other) = (key(first), key(second))
            for (part, counterpart) in zip(one, other) where part != counterpart {
                return part.lexicographicallyPrecedes(counterpart)
            }
            return one.count < other.count
        }
    }

    /// The residue as a document keeps it.
    var value: DocumentValue {
        .object([
            "id": id,
            "kept": .list(
                entries.map { entry in
                    .object([
                        "of": .integer(Int64(entry.version)),
                        "step": .text(entry.step),
                        "at": entry.place.isEmpty ? nil : Patch.names(entry.place),
                        "live": entry.live.isEmpty ? nil : .text(entry.live),
                        "values": entry.patch.value,
                    ])
                }
            ),
        ])
    }
}

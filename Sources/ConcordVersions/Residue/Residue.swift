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
        /// The digest of the live values beside which it was said; nil if it depends on none.
        let live: UInt64?
        /// Whether the live values are themselves not what the step makes of what was said.
        ///
        /// That is so where the other version had residue too. Then the way back is worked out and compared again; else
        /// nothing can have been lost.
        let isMutual: Bool
        /// The patch that makes the step's outcome what it was.
        let values: DocumentValue
    }

    /// The id of the record that it belongs to.
    var id: DocumentValue?
    var entries: [Entry] = []

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
                        "live": entry.live.map { .text(LiveDigest.text($0)) },
                        "mutual": entry.isMutual ? .boolean(true) : nil,
                        "values": entry.values,
                    ])
                }
            ),
        ])
    }
}

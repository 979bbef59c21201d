internal import ConcordSchema

/// A mapping made ready for the machine, whatever records it makes.
@usableFromInline
final class MappingPlan: Sendable {
    /// One record that an object may become.
    @usableFromInline
    struct Part: Sendable {
        let title: String?

        /// The slots of which one must hold something for the part to be there.
        let presence: [Int]

        let rules: PlannedRules
    }

    /// The mapping's name.
    let name: String

    /// What is looked for in an object.
    let source: SourcePlan

    /// The pointers that its rules name, by slot.
    var pointers: [String] { source.pointers }

    /// The slots of the pointers.
    var slots: [String: Int] {
        Dictionary(pointers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    let parts: [Part]

    /// The slots that rules only look at, whose values are kept beside the record.
    let watched: [Int]

    /// Whether members that no rule names are kept.
    let keepsRest: Bool

    init(name: String, source: SourcePlan, parts: [Part], watched: [Int], keepsRest: Bool) {
        self.name = name
        self.source = source
        self.parts = parts
        self.watched = watched
        self.keepsRest = keepsRest
    }
}

extension MappingPlan.Part {
    /// Whether the object has this part: always, or if one of some values holds something other than zero.
    func isThere(in object: SourceObject) -> Bool {
        presence.isEmpty
            || presence.contains { slot in
                let value = object.values[slot]
                guard value.isPresent else { return false }
                guard value.kind == .number else { return value.bytes.count > 2 }
                // Digits of an exponent do not count: 0e5 is zero.
                return value.bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
                    .contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            }
    }
}

import ConcordOwnership
import ConcordSchema
import ConcordValues

/// What a name that somebody wrote is to a record: a field, a group or an item of it, or nothing.
enum OwnedName: Equatable {
    /// The record has it.
    case declared
    /// The record does not have it; the nearest that it has, if one is near.
    case unknown(nearest: String?)

    /// Looks a name up.
    ///
    /// - Parameters:
    ///   - name: A field (`paymentTerms`), a group (`#status`), an item or a part of either (`contacts[co-lind].name`).
    ///   - ownership: How the record is owned.
    init(_ name: String, in ownership: CompiledOwnership) {
        if name.hasPrefix("#") {
            let groups = ownership.ownership.groups.map { "#" + $0.name }
            self = groups.contains(name) ? .declared : .unknown(nearest: NearestName.find(name, among: groups))
            return
        }
        var record: RecordDescription? = ownership.description
        var before = ""
        for step in Self.steps(name) {
            let field = step.prefix { $0 != "[" }
            let names = record?.fields.map(\.name) ?? []
            guard let found = record?.field(named: String(field)) else {
                let nearest = NearestName.find(String(field), among: names)
                self = .unknown(nearest: nearest.map { before + $0 })
                return
            }
            before += step + "."
            record = found.shape.record
        }
        self = .declared
    }

    /// The parts of a path; dots in brackets are of ids.
    private static func steps(_ name: String) -> [Substring] {
        var depth = 0
        return name.split(omittingEmptySubsequences: false) { character in
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            return character == "." && depth <= 0
        }
    }
}

internal import ConcordSchema

/// Makes documents smaller for as long as a law is broken by them.
struct Shrinker {
    let record: RecordDescription

    /// How often the law may still be tried.
    var attempts: Int

    /// Takes out what can be left out, and lays the rest out plainly.
    ///
    /// - Parameters:
    ///   - samples: The documents that break the law.
    ///   - finding: What was found with them.
    ///   - check: The law.
    /// - Returns: The smallest documents that were found to break it, and what was found with them.
    mutating func shrink(
        _ samples: [Sample],
        _ finding: Finding,
        while check: ([Sample]) -> Finding?
    ) -> ([Sample], Finding) {
        var samples = samples
        var finding = finding
        func isStillBroken(_ candidate: [Sample]) -> Bool {
            guard attempts > 0 else { return false }
            attempts -= 1
            guard let found = check(candidate) else { return false }
            samples = candidate
            finding = found
            return true
        }

        _ = isStillBroken(samples.map { Sample(tree: $0.tree, layout: nil) })
        _ = isStillBroken(samples.map { Sample(tree: $0.tree.plain, layout: $0.layout) })
        var hasChanged = true
        while hasChanged, attempts > 0 {
            hasChanged = false
            if samples.count > 1 {
                let (first, second) = (samples[0].tree, samples[1].tree)
                var replaced: [Int]?
                for (place, value) in Self.differences(of: first, and: second) {
                    if let replaced, place.starts(with: replaced) { continue }
                    var candidate = samples
                    candidate[1].tree = samples[1].tree.replacing(place[...], by: value)
                    guard isStillBroken(candidate) else { continue }
                    hasChanged = true
                    replaced = place
                }
            }
            // From the back, so that the places before a part that was taken out stay what they are; whole members
            // before the parts of members, because more goes at once.
            for number in samples.indices {
                for depth in 1...Self.depth(of: samples[number].tree) {
                    for place in removable(in: samples[number].tree, depth: depth).reversed() {
                        var candidate = samples
                        candidate[number].tree = samples[number].tree.replacing(place[...], by: nil)
                        if isStillBroken(candidate) { hasChanged = true }
                    }
                }
            }
        }
        return (samples, finding)
    }

    /// The places in the second of two values whose parts are not those of the first, with the parts of the first.
    private static func differences(of first: DocumentTree, and second: DocumentTree) -> [(
        place: [Int], value: DocumentTree
    )] {
        var found: [(place: [Int], value: DocumentTree)] = []
        for (index, member) in second.members.enumerated() {
            guard let counterpart = first.members.first(where: { $0.name == member.name })?.value else { continue }
            guard counterpart != member.value else { continue }
            found.append(([index], counterpart))
            found += differences(of: counterpart, and: member.value).map { ([index] + $0.place, $0.value) }
        }
        return found
    }

    private static func depth(of tree: DocumentTree) -> Int {
        1 + (tree.parts.map(depth).max() ?? 0)
    }

    /// The places at a depth of what a valid document may leave out.
    private func removable(in tree: DocumentTree, depth: Int) -> [[Int]] {
        var places: [[Int]] = []
        func visit(_ value: DocumentTree, _ shape: FieldShape?, _ place: [Int]) {
            guard place.count < depth else { return }
            for (index, part) in value.parts.enumerated() {
                let inner = place + [index]
                var isNeeded = false
                var innerShape: FieldShape?
                switch shape?.unwrapped {
                case .record(let record)?:
                    guard case .object(let members) = value else { break }
                    let field = record.field(named: members[index].name)
                    isNeeded = field?.isRequired == true || place.isEmpty && members[index].name.means("schema")
                    innerShape = field?.shape
                case .list(let item, _)?:
                    innerShape = item
                default:
                    break
                }
                if !isNeeded, inner.count == depth { places.append(inner) }
                visit(part, innerShape, inner)
            }
        }
        visit(tree, .record(record), [])
        return places
    }
}

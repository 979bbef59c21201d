/// Finds the name that somebody who wrote another one probably meant; for messages.
package enum NearestName {
    /// The name nearest to a text, or nil if none is near.
    ///
    /// Case, spaces, hyphens and underscores are not counted; beyond that, up to a third of the letters may be missing,
    /// superfluous, wrong, or swapped with their neighbour. Of names that are equally near, the first is taken.
    ///
    /// - Parameters:
    ///   - text: What was written; nothing is near a text of more than 64 bytes.
    ///   - names: The names that there are.
    /// - Returns: One of the names.
    package static func find(_ text: String, among names: some Sequence<String>) -> String? {
        guard text.utf8.count <= 64 else {
            return nil
        }
        let wanted = folded(text)
        var best: (name: String, distance: Int)?
        for name in names where name.utf8.count <= 96 {
            let candidate = folded(name)
            let limit = max(wanted.count, candidate.count) / 3
            guard !candidate.isEmpty, abs(wanted.count - candidate.count) <= limit else {
                continue
            }
            let distance = distance(from: wanted, to: candidate)
            if distance <= limit, distance < best?.distance ?? .max {
                best = (name, distance)
            }
        }
        return best?.name
    }

    /// Advice that names the nearest name, or nil if none is near.
    package static func advice(for text: String, among names: some Sequence<String>) -> String? {
        find(text, among: names).map { "nearest is \($0)" }
    }

    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): nil
            default: byte.isASCIIUppercase ? byte | 0x20 : byte
            }
        }
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    private static func distance(from left: [UInt8], to right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}

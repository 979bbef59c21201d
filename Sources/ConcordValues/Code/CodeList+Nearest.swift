extension CodeList {
    /// The code that somebody who wrote a text probably meant, or `nil` if none is near; for messages.
    ///
    /// Case, spaces, hyphens and underscores are not counted, so `Over Time` is `overtime`. Beyond that, up to a third of
    /// the letters may be missing, superfluous, wrong, or swapped with their neighbour. Of codes that are equally near,
    /// the one listed first is taken.
    ///
    /// - Parameter text: The text; nothing is near one of more than 64 bytes.
    /// - Returns: The code, as it is listed.
    public func nearest(to text: String) -> String? {
        guard text.utf8.count <= 64 else {
            return nil
        }
        let wanted = Self.folded(text)
        var best: (code: String, distance: Int)?
        for code in self {
            let candidate = Self.folded(code)
            let distance = Self.distance(from: wanted, to: candidate)
            let isNear = distance <= Swift.max(wanted.count, candidate.count) / 3
            if isNear, distance < best?.distance ?? .max, !candidate.isEmpty {
                best = (code, distance)
            }
        }
        return best?.code
    }

    private static func folded(_ text: String) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): nil
            default: byte.isASCIIUppercase ? byte | 0x20 : byte
            }
        }
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours between two texts (optimal string
    /// alignment).
    private static func distance(from left: [UInt8], to right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = Swift.min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = Swift.min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}

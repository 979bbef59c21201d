extension DocumentTree {
    /// The document with another value at a JSON Pointer.
    ///
    /// - Parameters:
    ///   - pointer: The place; a member that is not there is added, and `-` behind a list adds an item.
    ///   - value: The value; nil takes away what is there.
    /// - Returns: The document; nil if the place cannot be.
    public func setting(_ pointer: String, to value: DocumentTree?) -> DocumentTree? {
        setting(Self.steps(of: pointer)[...], to: value)
    }

    private func setting(_ steps: ArraySlice<String>, to value: DocumentTree?) -> DocumentTree? {
        guard let step = steps.first else { return value }
        let isLast = steps.count == 1
        switch self {
        case .object:
            var object = self
            if isLast {
                if value == nil, self[step] == nil { return nil }
                object[step] = value
            } else {
                guard let part = (self[step] ?? .object([])).setting(steps.dropFirst(), to: value) else { return nil }
                object[step] = part
            }
            return object
        case .array(var items):
            if step == "-" {
                guard let item = isLast ? value : DocumentTree.object([]).setting(steps.dropFirst(), to: value) else {
                    return nil
                }
                return .array(items + [item])
            }
            guard let index = Int(step), items.indices.contains(index) else { return nil }
            if isLast {
                if let value { items[index] = value } else { items.remove(at: index) }
            } else {
                guard let part = items[index].setting(steps.dropFirst(), to: value) else { return nil }
                items[index] = part
            }
            return .array(items)
        default:
            return nil
        }
    }

    private static func steps(of pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false)
            .dropFirst()
            .map { step in
                // Tildes last, so that `~01` is `~1` and not a slash (RFC 6901 §4).
                step.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                    .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            }
    }
}

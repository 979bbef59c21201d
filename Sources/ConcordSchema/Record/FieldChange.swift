/// One difference between two records: where, what it was and what it is.
public struct FieldChange: Sendable, Hashable {
    /// The place of the value.
    public let path: RecordPath

    /// The earlier value as JSON; nil if there was none.
    public let before: String?

    /// The later value as JSON; nil if there is none.
    public let after: String?
}

/// Gathers the differences of two records while their schema walks them side by side.
public struct DifferenceCollector {
    var steps: [RecordPath.Step] = []
    var changes: [FieldChange] = []

    /// Says that the values at the present place differ.
    public mutating func report<Value: FieldValue>(_ before: Value, _ after: Value) {
        changes.append(FieldChange(path: RecordPath(steps), before: json(before), after: json(after)))
    }

    /// Says that a value appeared at the present place, or went away.
    @usableFromInline
    mutating func report<Value: FieldValue>(_ before: Value?, _ after: Value?) {
        changes.append(
            FieldChange(path: RecordPath(steps), before: before.map(json) ?? nil, after: after.map(json) ?? nil)
        )
    }

    private func json<Value: FieldValue>(_ value: Value) -> String? {
        var writer = JSONWriter(capacity: 64)
        value.write(to: &writer)
        return writer.text()
    }

    /// The text by which a key is known: a string without its quotes, anything else as JSON.
    func text<Key: FieldValue>(of key: Key) -> String {
        var json = json(key) ?? ""
        let string = json.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readString()
        }
        return string ?? json
    }

    mutating func descend(_ step: RecordPath.Step, _ body: (inout DifferenceCollector) -> Void) {
        steps.append(step)
        body(&self)
        steps.removeLast()
    }
}

public import ConcordSchema

extension Mapping {
    /// Writes records onto the object that they came from, in the form that is asked for.
    ///
    /// ```swift
    /// let update = try Salesforce.opportunity.write([opportunity], onto: original, as: .vendorPatch, in: run)
    /// if update.isAcceptable, !update.isEmptyPatch { send(update.bytes) }
    /// ```
    ///
    /// All forms say the same: applying the merge patch to the original gives the document, but for members that were
    /// emptied, which the document has as `null` and the patched original has not. What no rule names is in neither patch,
    /// and so stays as it is.
    ///
    /// - Parameters:
    ///   - records: The records, of one object.
    ///   - original: The object as the vendor sent it.
    ///   - form: The whole object, a merge patch, or what the vendor's API takes.
    ///   - context: What the run knows that the record does not say.
    /// - Returns: The object or the patch, and what could not be written.
    /// - Throws: A `Refusal` if the original is not a JSON object.
    public func write(
        _ records: [Target],
        onto original: [UInt8],
        as form: WriteForm,
        in context: MappingContext
    ) throws(Refusal) -> WrittenObject {
        let update = try updated(records, onto: original, in: context)
        if form == .document {
            return WrittenObject(
                form: form,
                bytes: update.object,
                replacedLists: [],
                query: nil,
                issues: update.issues
            )
        }
        let before = JSONTree(JSONText(written: original))
        let after = JSONTree(JSONText(written: update.object))
        guard form == .vendorPatch else {
            let patch = MergePatch.difference(before, after) ?? .empty
            return WrittenObject(
                form: form,
                bytes: Array(patch.text.utf8),
                replacedLists: [],
                query: nil,
                issues: update.issues
            )
        }
        var composer = UpdateComposer(self.update, lists: listKeys)
        let patch = composer.patch(from: before, to: after)
        var query: WrittenObject.Query?
        if case .byKey(let name) = self.update.lists, !composer.replacedLists.isEmpty {
            query = WrittenObject.Query(name: name, value: composer.replacedLists.joined(separator: ","))
        }
        return WrittenObject(
            form: form,
            bytes: Array(patch.text.utf8),
            replacedLists: composer.replacedLists,
            query: query,
            issues: update.issues + composer.refused.map { untaken($0.pointer, $0.value) }
        )
    }

    /// The keys of the lists that rules name, by pointer.
    private var listKeys: [String: [String]] {
        let lists = rules.compactMap(\.items).map { ($0.pointer, $0.keys) }
        return Dictionary(lists, uniquingKeysWith: { first, _ in first })
    }

    /// The field that is written to a member, or to a part of it; that of an item of a list without its place.
    private func target(of pointer: String) -> String {
        for rule in rules where rule.write != nil {
            if rule.sources.contains(where: { $0 == pointer || $0.hasPrefix(pointer + "/") }) { return rule.target }
            guard let items = rule.items, pointer.hasPrefix("\(items.pointer)/*/") else { continue }
            let inner = String(pointer.dropFirst(items.pointer.count + 2))
            let row = items.rows.first { row in
                row.law != .none && row.sources.contains { $0 == inner || $0.hasPrefix(inner + "/") }
            }
            return row.map { "\(rule.target).\($0.target)" } ?? rule.target
        }
        return ""
    }

    /// Says of a member that changed that the vendor does not take it.
    private func untaken(_ pointer: String, _ value: JSONTree) -> Issue {
        let names = target(of: pointer).split(separator: ".").map(String.init)
        var issue = Issue(
            .notWritable,
            severity: .warning,
            path: RecordPath(names.map { .field($0) }),
            expected: "a member that \(update.request) takes",
            observed: Target.schema.description.isSensitive(at: names)
                ? "\"•••\"" : value.text.utf8.count <= 80 ? value.text : String(value.text.prefix(80)) + "…",
            remedy: "It was left out. Change it in the system that owns it.",
            rule: name
        )
        issue.source = pointer
        return issue
    }
}

extension JSONText {
    /// A document that is known to be JSON.
    init(written bytes: [UInt8]) {
        let compact = bytes.withUnsafeBufferPointer { JSONMinifier.minified($0) }
        self.init(verified: String(decoding: compact, as: UTF8.self))
    }
}

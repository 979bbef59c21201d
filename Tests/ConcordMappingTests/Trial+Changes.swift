import Concord
@testable import ConcordMapping
import Testing

extension Trial {
    /// What an event of some changed fields says, with the object and without it, agrees with reading the object after it.
    func checkEvent(_ recipe: PayloadRecipe, _ random: inout MappingRandom, id pointer: String) throws {
        let before = JSONTree(try JSONText(payload))
        guard let id = before[pointer: pointer]?.string else { return }
        // Another object gives the values that change.
        let other = JSONTree(try JSONText(recipe.payload(&random).text(&random)))
        var fields: [ChangeEvent.Field] = []
        var after = before
        for member in other.members ?? [] where random.chance(40) {
            let name = String(decoding: member.key, as: UTF8.self)
            guard "".pointer(to: name) != pointer, member.value.members == nil else { continue }
            fields.append(.init("".pointer(to: name), try JSONText(member.value.text)))
            after.set(member.value, at: [name])
        }
        for member in before.members ?? [] where random.chance(10) && !recipe.required.contains("/\(member.name)") {
            let name = String(decoding: member.key, as: UTF8.self)
            guard !fields.contains(where: { $0.pointer == "".pointer(to: name) }), member.value.members == nil else {
                continue
            }
            fields.append(.init("".pointer(to: name), .null))
            after.set(.null, at: [name])
        }
        let event = ChangeEvent(
            object: mapping.object,
            id: id,
            kind: .changed,
            fields: fields,
            order: .init(1),
            key: "k"
        )
        let comment: Comment = "\(self.comment), changed by \(fields.map { "\($0.pointer): \($0.value?.text ?? "?")" })"
        let old = try #require(mapping.read(payload, in: context).drafts.first, comment)
        let read = mapping.read(after.text, in: context)
        guard read.isAcceptable, old.isAcceptable, let new = read.drafts.first else { return }
        let document = JSONText(verified: new.value.jsonText())

        let exact = mapping.read(event, onto: Array(payload.utf8), in: context)
        #expect(exact.isAcceptable && !exact.needsWhole, "\(comment) \(exact.issues)")
        #expect(JSONTree(JSONText(written: exact.object ?? [])) == after, comment)
        let patched = exact.patch.applied(to: JSONText(verified: old.value.jsonText()))
        #expect(JSONTree(patched).withoutNulls == JSONTree(document).withoutNulls, "\(comment): \(exact.patch)")

        // Without the object, what the patch says is what reading the whole object says; the rest is named.
        let partial = mapping.read(event, in: context)
        #expect(partial.id == new.value.id, comment)
        let guess = JSONTree(partial.patch.applied(to: JSONText(verified: old.value.jsonText()))).withoutNulls
        let differences = Self.differences(guess, JSONTree(document).withoutNulls)
        let open = partial.issues.filter { $0.code == .needsWhole }.map(\.path.description)
        let unexplained = differences.filter { path in
            // What is beside the record repeats what mapped fields say, and is not read by anybody.
            !open.contains { path == $0 || path.hasPrefix($0 + ".") || $0.hasPrefix(path + ".") }
                && !path.hasPrefix("header.remarks") && !Self.versions.contains(path)
        }
        #expect(unexplained == [], "\(comment): \(partial.patch) \(partial.issues)")
    }

    /// What the identity says of the object's version, which events do not have.
    private static var versions: [String] { ["header.externalReferences"] }

    private static func differences(_ one: JSONTree, _ other: JSONTree, at path: String = "") -> [String] {
        guard let left = one.members, let right = other.members else { return one == other ? [] : [path] }
        var paths: [String] = []
        for name in Set((left + right).map { String(decoding: $0.key, as: UTF8.self) }).sorted() {
            let inner = path.isEmpty ? name : "\(path).\(name)"
            switch (one[name], other[name]) {
            case (let old?, let new?): paths += differences(old, new, at: inner)
            // A value without members is one that is not there.
            case (let only?, nil), (nil, let only?): if !only.isEmpty { paths.append(inner) }
            case (nil, nil): break
            }
        }
        return paths
    }
}

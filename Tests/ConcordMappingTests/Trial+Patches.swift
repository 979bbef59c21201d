import Concord
@testable import ConcordMapping
import Testing

extension Trial {
    /// All forms of writing say the same, and a vendor's patch has nothing that the vendor does not take.
    func checkPatches(_ changed: [Target], onto original: [UInt8], after object: [UInt8], _ touched: Set<String>) throws
    {
        // Each form writes all once more: some objects are enough.
        guard seed.isMultiple(of: 3) else { return }
        func written(_ form: WriteForm) throws -> WrittenObject {
            try mapping.write(changed, onto: original, as: form, in: context)
        }
        let comment: Comment = "\(self.comment), written as \(String(decoding: object, as: UTF8.self))"
        #expect(try written(.document).bytes == object, comment)
        let before = JSONTree(JSONText(written: original))
        let after = JSONTree(JSONText(written: object))
        let merge = try written(.mergePatch)
        let patch = MergePatch(try JSONText(merge.text))
        let patched = JSONTree(patch.applied(to: JSONText(written: original)))
        #expect(patched.withoutNulls == after.withoutNulls, "\(comment), patch \(patch)")
        #expect(merge.isEmptyPatch == (before == after), comment)
        // Every member of the patch differs, and no other does.
        for member in after.members ?? [] {
            let name = String(decoding: member.key, as: UTF8.self)
            #expect((JSONTree(patch.json)[name] != nil) == (before[name] != member.value), "\(name): \(comment)")
        }
        let vendor = try written(.vendorPatch)
        let taken = JSONTree(try JSONText(vendor.text))
        let refused = Set(vendor.issues.filter { $0.expected.hasPrefix("a member that") }.compactMap(\.source))
        for member in taken.members ?? [] {
            let name = String(decoding: member.key, as: UTF8.self)
            #expect(mapping.update.takes("".pointer(to: name)), "\(name): \(comment)")
            #expect(mapping.update.takesObjects || member.value.members == nil, "\(name): \(comment)")
        }
        for member in JSONTree(patch.json).members ?? [] {
            let pointer = "".pointer(to: String(decoding: member.key, as: UTF8.self))
            let name = String(decoding: member.key, as: UTF8.self)
            let isRefused = refused.contains { $0 == pointer || $0.hasPrefix(pointer + "/") }
            #expect(taken[name] != nil || isRefused, "\(pointer) is neither sent nor refused: \(comment)")
            if taken[name] != nil, member.value.members == nil { #expect(taken[name] == member.value, comment) }
        }
    }
}

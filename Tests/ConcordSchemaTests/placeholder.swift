import Testing
@testable import ConcordSchema
import ConcordValues
@Test func plain() {
    let b = Coding.schema.blank
    withUnsafePointer(to: b) { p in
     let t = Coding.schema.plan.table.pointee
     print(t.remainder == nil, t.remainder!.get(UnsafeRawPointer(p)), t.count)
     for i in 0..<t.count { print(t.fields[i].offset, t.fields[i].access.isPlain!(UnsafeRawPointer(p) + t.fields[i].offset)) }
     print(Mirror(reflecting: b as Any).children.count)
     print(Coding.schema.plan.isPlain(UnsafeRawPointer(p), b))
    }
}

import Testing
@testable import ConcordSchema
import ConcordValues
@Test func plain() {
    func show<T: Composite>(_ t: T.Type) { print(T.self, T.schema.details.pointee.isPlain, Mirror(reflecting: T.schema.blank).children.count, T.schema.description.fields.count)
      for i in T.schema.description.fields.indices { let f = T.schema.plan.table.pointee.field(i); withUnsafePointer(to: T.schema.blank) { if f.isPlain?(UnsafeRawPointer($0) + f.offset) != true { print("  not plain", f.title) } } } }
    show(ExternalReference.self); show(RecordHeader.self); show(Money.self); show(Coding.self)
}

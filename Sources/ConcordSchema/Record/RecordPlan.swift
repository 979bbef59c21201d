/// A schema made ready for the machine: one flat table of fields and one buffer of their names.
///
/// Plans are made once a record type and never freed, so the loops below read them through plain pointers without
/// counting references. The loops themselves are not generic: whatever depends on a type is behind the closures of
/// ``FieldAccess``, so there is one copy of them, here.
@usableFromInline
struct RecordPlan: @unchecked Sendable {
    // Sound: everything behind the pointers is written before the plan is published and never after.
    let table: UnsafePointer<PlanTable>

    /// A plan for a record.
    ///
    /// - Parameters:
    ///   - description: The declaration as data.
    ///   - access: How to reach each field.
    ///   - remainder: How to reach the remainder.
    ///   - blank: The blank's address, for good.
    init(
        _ description: RecordDescription,
        access: [FieldAccess],
        remainder: RemainderAccess?,
        blank: UnsafeRawPointer
    ) {
        let memory = UnsafeMutablePointer<PlanTable>.allocate(capacity: 1)
        memory.initialize(to: PlanTable(description, access: access, remainder: remainder, blank: blank))
        table = UnsafePointer(memory)
    }
}

extension RecordPlan {
    /// Where a field's value stands in a record, in bytes, and how many it takes; nil for computed properties.
    func place(ofField number: Int) -> (offset: Int, size: Int)? {
        let field = table.pointee.field(number)
        return field.inspect == nil ? nil : (field.offset, field.size)
    }

    /// Whether a record's bytes are all there is to it: every stored property is a declared field with a plain value,
    /// or the remainder, which is empty.
    @usableFromInline
    func isPlain(_ record: UnsafeRawPointer, _ value: Any) -> Bool {
        let table = table.pointee
        var offsets: Set<Int> = []
        for index in 0..<table.count {
            let field = table.field(index)
            guard let inspect = field.inspect else { return false }
            guard offsets.insert(field.offset).inserted, inspect(record + field.offset).isPlain else { return false }
        }
        let remainders = table.remainder == nil ? 0 : 1
        guard table.remainder?.takeUnretainedValue().get(record).isEmpty ?? true else { return false }
        return Mirror(reflecting: value).children.count == table.count + remainders
    }
}

/// How the engine reaches a record's remainder; composites have none.
@usableFromInline
final class RemainderAccess: Sendable {
    @usableFromInline let get: @Sendable (UnsafeRawPointer) -> Remainder
    @usableFromInline let set: @Sendable (UnsafeMutableRawPointer, Remainder) -> Void

    /// One bit for each field that was written as nothing, and whether there are unknown members.
    @usableFromInline let peek: @Sendable (UnsafeRawPointer) -> (explicit: UInt64, hasUnknown: Bool)

    @inlinable
    init<Root: Record>(_ type: Root.Type) {
        get = { $0.assumingMemoryBound(to: Root.self).pointee.remainder }
        peek = { address in
            let record = address.assumingMemoryBound(to: Root.self)
            return (record.pointee.remainder.explicit, record.pointee.remainder.unknown != nil)
        }
        set = { $0.assumingMemoryBound(to: Root.self).pointee.remainder = $1 }
    }
}

/// One field of a plan.
///
/// An object with constants, because calling a closure that an object holds counts no references, while calling one that
/// memory holds does.
final class PlanField: @unchecked Sendable {
    // Sound: all are constants, and the name's memory is never written again.

    // What reading and writing need comes first, so that it shares a cache line.

    /// Where the value stands in the record, in bytes.
    let offset: Int

    let read: FieldAccess.Read
    let write: FieldAccess.Write

    /// The member's name as it is written, `,"name":`.
    let name: UnsafePointer<UInt8>
    let nameLength: Int

    /// The member's name, for people.
    let title: String

    /// How many bytes the value takes.
    let size: Int

    /// Whether the field's empty form is an empty list rather than `null`.
    let isList: Bool

    let compare: FieldAccess.Compare
    let inspect: FieldAccess.Inspect?

    init(name: UnsafeBufferPointer<UInt8>, title: String, access: FieldAccess) {
        self.name = name.baseAddress.unsafelyUnwrapped
        nameLength = name.count
        self.title = title
        offset = access.offset
        size = access.size
        isList = access.isList
        read = access.read
        write = access.write
        compare = access.compare
        inspect = access.inspect
    }
}

/// A field's name made ready for comparison, apart from the rest so that names lie close together.
struct NameHead {
    /// The first eight bytes of `"name":` and which of them count: enough to pass by a field that is not meant.
    let bytes: UInt64
    let mask: UInt64

    /// The whole of `"name":`.
    let name: UnsafePointer<UInt8>
    let length: Int

    /// A head that fits every name, to end a search.
    static var any: NameHead {
        NameHead(bytes: 0, mask: 0, name: UnsafePointer(bitPattern: 8).unsafelyUnwrapped, length: 0)
    }
}

/// What a field that holds nothing looks like in memory, so that writing passes it by without asking its type.
struct NothingImage {
    /// Where the value stands in the record, in bytes.
    private let offset: Int32

    /// How many bytes it takes; 0 if nothing cannot be told from the bytes.
    private let size: Int32

    /// The first eight bytes of a field that holds nothing.
    private let first: UInt64

    /// The whole of it, in the blank.
    private let bytes: UnsafeRawPointer

    init(_ access: FieldAccess, blank: UnsafeRawPointer) {
        bytes = blank + access.offset
        let found = access.inspect?(bytes)
        let isKnown = found?.isNothing == true && found?.isPlain == true && access.size >= 8
        offset = Int32(access.offset)
        size = isKnown ? Int32(access.size) : 0
        first = isKnown ? bytes.loadUnaligned(as: UInt64.self) : 0
    }

    /// Whether the field of a record has just these bytes.
    ///
    /// Then it is nothing. It may be nothing and have others.
    @inline(__always)
    func matches(_ record: UnsafeRawPointer) -> Bool {
        let value = record + Int(offset)
        guard size != 0, value.loadUnaligned(as: UInt64.self) == first else { return false }
        var index = Int(size) &- 8
        while index > 0 {
            // From the end: what tells a value from nothing often stands behind it. The first word was compared already,
            // and may be once more, in part.
            guard
                (value + index).loadUnaligned(as: UInt64.self) == (bytes + index).loadUnaligned(as: UInt64.self)
            else { return false }
            index &-= 8
        }
        return true
    }
}

struct PlanTable {
    let fields: UnsafePointer<Unmanaged<PlanField>>
    let heads: UnsafePointer<NameHead>
    let nothings: UnsafePointer<NothingImage>
    let count: Int
    let required: UInt64

    /// One bit for each field that says which record it is and what is known about it, rather than what it says.
    let identity: UInt64
    let remainder: Unmanaged<RemainderAccess>?

    /// `{"schema":"time-entry/2"`, for documents; empty for records that are only parts.
    let opening: UnsafePointer<UInt8>
    let openingLength: Int

    /// Whether there are few fields and a value has all of them, as money has: worth a try without bookkeeping.
    let isTight: Bool

    /// Field numbers by name, for members that stand elsewhere than expected.
    let names: NameTable

    let description: RecordDescription

    /// The fields' names, by their numbers.
    let titles: [String]

    init(
        _ description: RecordDescription,
        access: [FieldAccess],
        remainder: RemainderAccess?,
        blank: UnsafeRawPointer
    ) {
        let name = description.name
        let fields = description.fields
        precondition(fields.count <= 64, "\(name): a record has at most 64 fields at one level; group some in a record")
        self.description = description
        titles = fields.map(\.name)
        isTight = !fields.isEmpty && fields.count <= 4 && fields.allSatisfy(\.isRequired)
        self.remainder = remainder.map(Unmanaged.passRetained)
        count = fields.count
        required = fields.indices.reduce(0) { mask, index in fields[index].isRequired ? mask | 1 << index : mask }

        identity = fields.indices.reduce(0) { mask, index in fields[index].isIdentity ? mask | 1 << index : mask }

        let plan = UnsafeMutablePointer<Unmanaged<PlanField>>.allocate(capacity: max(fields.count, 1))
        let heads = UnsafeMutablePointer<NameHead>.allocate(capacity: fields.count + 1)
        let nothings = UnsafeMutablePointer<NothingImage>.allocate(capacity: max(fields.count, 1))
        for (index, access) in access.enumerated() {
            (nothings + index).initialize(to: NothingImage(access, blank: blank))
        }
        self.nothings = UnsafePointer(nothings)
        precondition(
            Set(fields.map(\.name)).count == fields.count,
            "\(name): a field's name is declared twice"
        )
        for (index, field) in fields.enumerated() {
            let written = Self.immortal(",\"\(field.name)\":")
            var head: UInt64 = 0
            var mask: UInt64 = 0
            for position in 0..<min(8, written.count - 1) {
                head |= UInt64(written[position + 1]) << UInt64(position * 8)
                mask |= 0xFF << UInt64(position * 8)
            }
            let planned = PlanField(name: written, title: field.name, access: access[index])
            (plan + index).initialize(to: Unmanaged.passRetained(planned))
            (heads + index)
                .initialize(
                    to: NameHead(bytes: head, mask: mask, name: written.baseAddress! + 1, length: written.count - 1)
                )
        }
        (heads + fields.count).initialize(to: .any)
        self.fields = UnsafePointer(plan)
        self.heads = UnsafePointer(heads)
        names = NameTable(fields.map(\.name))
        let tag = description.version.map { _ in Self.immortal("{\"schema\":\"\(description.tag)\"") }
        opening = tag?.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
        openingLength = tag?.count ?? 0
    }

    /// The field with a number; for the paths on which a count of references does not matter.
    func field(_ index: Int) -> PlanField {
        fields[index].takeUnretainedValue()
    }

    private static func immortal(_ text: String) -> UnsafeBufferPointer<UInt8> {
        let utf8 = Array(text.utf8)
        // More bytes than the text's, so that a name can be loaded and copied by whole words.
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: utf8.count + JSONWriter.slack)
        memory.initialize(repeating: 0, count: utf8.count + JSONWriter.slack)
        memory.update(from: utf8, count: utf8.count)
        return UnsafeBufferPointer(start: memory, count: utf8.count)
    }
}

/// How the engine reaches one field's value inside a record in memory.
///
/// The closures capture nothing: they know the value's type, and get its address. So a plan can call them without
/// counting references, which is most of what a call would cost. Only a computed property needs its key path, and pays.
@usableFromInline
struct FieldAccess: Sendable {
    /// What became of reading a value; a failure is in the reader.
    @usableFromInline
    @frozen
    enum Outcome {
        case something
        case nothing
        case failure
    }

    /// Reads the value at an address.
    @usableFromInline
    typealias Read = @Sendable (UnsafeMutableRawPointer, inout JSONReader) -> Outcome

    /// Writes the value at an address, unless it is nothing; says whether it did.
    @usableFromInline
    typealias Write = @Sendable (UnsafeRawPointer, inout JSONWriter) -> Bool

    @usableFromInline
    typealias Compare = @Sendable (UnsafeRawPointer, UnsafeRawPointer, inout DifferenceCollector) -> Void

    /// Where the value stands in the record, in bytes.
    @usableFromInline var offset: Int
    @usableFromInline var read: Read
    @usableFromInline var write: Write
    @usableFromInline var compare: Compare

    /// Whether the value at an address is plain, and whether it is nothing.
    @usableFromInline
    typealias Inspect = @Sendable (UnsafeRawPointer) -> (isPlain: Bool, isNothing: Bool)

    /// Looks at the value at an address; nil for computed properties, which have no address.
    @usableFromInline var inspect: Inspect?

    /// How many bytes the value takes.
    @usableFromInline var size: Int

    /// Whether the field's empty form is an empty list rather than `null`.
    @usableFromInline var isList: Bool

    @inlinable
    init(
        offset: Int,
        isList: Bool,
        size: Int,
        inspect: Inspect?,
        read: @escaping Read,
        write: @escaping Write,
        compare: @escaping Compare
    ) {
        self.offset = offset
        self.size = size
        self.inspect = inspect
        self.isList = isList
        self.read = read
        self.write = write
        self.compare = compare
    }

    @inlinable
    init<Root, Value: FieldValue>(_ property: any WritableKeyPath<Root, Value> & Sendable) {
        let isList = if case .list = Value.shape { true } else { false }
        guard let offset = MemoryLayout<Root>.offset(of: property) else {
            self.init(computed: property, isList: isList)
            return
        }
        self.init(
            offset: offset,
            isList: isList,
            size: MemoryLayout<Value>.size,
            inspect: { address in
                let value = address.assumingMemoryBound(to: Value.self)
                return (value.pointee.isPlain, value.pointee.isNothing)
            },
            read: { address, reader in
                let value = address.assumingMemoryBound(to: Value.self)
                do throws(ReadFailure) {
                    try value.pointee.read(from: &reader)
                } catch {
                    reader.failure = error
                    return .failure
                }
                return value.pointee.isNothing ? .nothing : .something
            },
            write: { address, writer in
                let value = address.assumingMemoryBound(to: Value.self)
                if value.pointee.isNothing { return false }
                Value.write(at: value, to: &writer)
                return true
            },
            compare: { before, after, differences in
                Value.compare(
                    before.assumingMemoryBound(to: Value.self).pointee,
                    after.assumingMemoryBound(to: Value.self).pointee,
                    into: &differences
                )
            }
        )
    }

    @usableFromInline
    init<Root, Value: FieldValue>(computed property: any WritableKeyPath<Root, Value> & Sendable, isList: Bool) {
        self.init(
            offset: 0,
            isList: isList,
            size: 0,
            inspect: nil,
            read: { address, reader in
                let record = address.assumingMemoryBound(to: Root.self)
                var value = record.pointee[keyPath: property]
                do throws(ReadFailure) {
                    try value.read(from: &reader)
                } catch {
                    reader.failure = error
                    return .failure
                }
                record.pointee[keyPath: property] = value
                return value.isNothing ? .nothing : .something
            },
            write: { address, writer in
                let value = address.assumingMemoryBound(to: Root.self).pointee[keyPath: property]
                if value.isNothing { return false }
                value.write(to: &writer)
                return true
            },
            compare: { before, after, differences in
                Value.compare(
                    before.assumingMemoryBound(to: Root.self).pointee[keyPath: property],
                    after.assumingMemoryBound(to: Root.self).pointee[keyPath: property],
                    into: &differences
                )
            }
        )
    }

    @inlinable
    init<Root, Item: Composite, Key: FieldValue>(
        keyedList property: any WritableKeyPath<Root, [Item]> & Sendable,
        key: any KeyPath<Item, Key> & Sendable,
        keyName: String
    ) {
        self.init(property)
        let plain = read
        let isStored = MemoryLayout<Root>.offset(of: property) != nil
        // Capturing closures: a keyed list pays one reference count, not one an item.
        read = { address, reader in
            let begin = reader.offset
            let outcome = plain(address, &reader)
            guard isStored, outcome == .something else { return outcome }
            let list = address.assumingMemoryBound(to: [Item].self)
            if list.pointee.count > 1 { KeyedList.noteDuplicates(in: list.pointee, key, keyName, begin, &reader) }
            return outcome
        }
        guard isStored else { return }
        compare = { before, after, differences in
            KeyedList.compare(
                before.assumingMemoryBound(to: [Item].self).pointee,
                after.assumingMemoryBound(to: [Item].self).pointee,
                key,
                keyName,
                into: &differences
            )
        }
    }
}

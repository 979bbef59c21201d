internal import ConcordSchema
internal import Synchronization

/// The declarations of parts that come by themselves.
///
/// A generic type has no stored static properties, and a declaration is never freed; so each is made once and kept here.
enum PartSchemas {
    /// Where each declaration stands, by its record's type.
    private static let known = Mutex<[ObjectIdentifier: Address]>([:])

    /// A declaration in memory of its own.
    private struct Address: @unchecked Sendable {
        // Sound: what it leads to is written before it is put among the known ones, and never after.
        let declaration: UnsafeRawPointer
    }

    /// The declaration of a type of part, made when it is first asked for.
    static func schema<Root>(declaredBy declare: () -> RecordSchema<Root>) -> RecordSchema<Root> {
        let type = ObjectIdentifier(Root.self)
        if let address = known.withLock({ $0[type] }) { return schema(at: address) }
        // Made outside of the lock, since it asks for other declarations; of two made at once, the first counts.
        let memory = UnsafeMutablePointer<RecordSchema<Root>>.allocate(capacity: 1)
        memory.initialize(to: declare())
        let made = Address(declaration: UnsafeRawPointer(memory))
        let address = known.withLock { known in
            let first = known[type] ?? made
            known[type] = first
            return first
        }
        return schema(at: address)
    }

    private static func schema<Root>(at address: Address) -> RecordSchema<Root> {
        address.declaration.assumingMemoryBound(to: RecordSchema<Root>.self).pointee
    }
}

public import ConcordValues

/// The declaration of a record type: its name, its version and its fields.
///
/// One declaration drives everything: reading and writing JSON, the difference of two records, the data dictionary, and
/// the paths that issues, mappings and ownership rules name.
///
/// ## Usage
///
/// ```swift
/// public struct Retainer: CanonicalRecord {
///     public var id: RecordID<Retainer>
///     public var header: RecordHeader
///     public var monthly: Money
///     public var note: String?
///     public var remainder = Remainder()
///
///     public static let schema = RecordSchema(
///         "retainer", version: 1, "A fee that is due every month.",
///         blank: Retainer(id: .placeholder, header: .placeholder, monthly: .placeholder)
///     ) {
///         Field("id", \.id, "The retainer's identity.")
///         Field("header", \.header, "What is known about the record.")
///         Field("monthly", \.monthly, "The fee for one month.", sensitivity: .commercial)
///         Field("note", \.note, "What was agreed beside the fee.")
///     }
/// }
/// ```
///
/// A schema has at most 64 fields at one level, which is checked, with a message, when it is first used. A record must not
/// contain itself, directly or through others: its declaration would need itself before it is there. Refer to records by
/// their ids.
public struct RecordSchema<Root: Composite>: @unchecked Sendable {
    // Sound: both pointers lead to memory that is written once, here, and lives as long as the process. That makes a
    // schema two words that are passed without counting references, on the path that every nested record takes.
    @usableFromInline let plan: RecordPlan
    @usableFromInline let details: UnsafePointer<SchemaDetails<Root>>

    /// The declaration as data.
    public var description: RecordDescription { details.pointee.description }

    /// The value that reading starts from: defaults for what a document may leave out, placeholders for what it must
    /// have.
    @inlinable
    public var blank: Root {
        // A plain value is its bytes: nothing in it is counted, so it can be moved out of its memory again and again.
        details.pointee.isPlain
            ? UnsafeMutablePointer(mutating: details.pointee.blank).move() : details.pointee.blank.pointee
    }

    var tree: FieldTree { details.pointee.tree }

    /// Declares a composite value.
    ///
    /// - Parameters:
    ///   - name: The name, in lower-case words with hyphens.
    ///   - documentation: What the value is, in one line.
    ///   - blank: The value that reading starts from.
    ///   - fields: The fields, in the order in which they are written.
    @inlinable
    public init(
        _ name: String,
        _ documentation: String = "",
        blank: Root,
        @FieldBuilder<Root> fields: () -> [Field<Root>]
    ) {
        self.init(
            name: name,
            version: nil,
            documentation: documentation,
            blank: blank,
            fields: fields(),
            remainder: nil
        )
    }

    /// Declares a record that is only ever a part of others.
    ///
    /// - Parameters:
    ///   - name: The name, in lower-case words with hyphens.
    ///   - documentation: What the record is, in one line.
    ///   - blank: The value that reading starts from.
    ///   - fields: The fields, in the order in which they are written.
    @inlinable
    public init(
        _ name: String,
        _ documentation: String = "",
        blank: Root,
        @FieldBuilder<Root> fields: () -> [Field<Root>]
    ) where Root: Record {
        self.init(
            name: name,
            version: nil,
            documentation: documentation,
            blank: blank,
            fields: fields(),
            remainder: RemainderAccess(Root.self)
        )
    }

    /// Declares a record that is a document of its own.
    ///
    /// - Parameters:
    ///   - name: The name, in lower-case words with hyphens.
    ///   - version: The schema's version, counted from 1.
    ///   - documentation: What the record is, in one line.
    ///   - blank: The value that reading starts from.
    ///   - fields: The fields, in the order in which they are written.
    @inlinable
    public init(
        _ name: String,
        version: Int,
        _ documentation: String = "",
        blank: Root,
        @FieldBuilder<Root> fields: () -> [Field<Root>]
    ) where Root: CanonicalRecord {
        self.init(
            name: name,
            version: version,
            documentation: documentation,
            blank: blank,
            fields: fields(),
            remainder: RemainderAccess(Root.self)
        )
    }

    @usableFromInline
    init(
        name: String,
        version: Int?,
        documentation: String,
        blank: Root,
        fields: [Field<Root>],
        remainder: RemainderAccess?
    ) {
        let description = RecordDescription(
            name: name,
            version: version,
            documentation: documentation,
            fields: fields.map(\.description)
        )
        let blankMemory = UnsafeMutablePointer<Root>.allocate(capacity: 1)
        blankMemory.initialize(to: blank)
        let memory = UnsafeMutablePointer<SchemaDetails<Root>>.allocate(capacity: 1)
        memory.initialize(
            to: SchemaDetails(
                blank: UnsafePointer(blankMemory),
                isPlain: false,
                description: description,
                tree: FieldTree(description),
                keyPaths: fields.map(\.keyPath)
            )
        )
        details = UnsafePointer(memory)
        plan = RecordPlan(
            description,
            access: fields.map(\.access),
            remainder: remainder,
            blank: UnsafeRawPointer(blankMemory)
        )
        memory.pointee.isPlain = withUnsafePointer(to: blank) { plan.isPlain(UnsafeRawPointer($0), blank) }
    }

    /// The name of the field that a property holds.
    ///
    /// - Parameter property: A property that the schema declares.
    /// - Returns: The member's name in documents, or the property's description if no field declares it.
    public func name(of property: PartialKeyPath<Root>) -> String {
        number(of: property).map { description.fields[$0].name } ?? "\(property)"
    }

    /// The number of the field that a property holds, in declared order.
    package func number(of property: PartialKeyPath<Root>) -> Int? {
        details.pointee.keyPaths.firstIndex { ($0 as PartialKeyPath<Root>) == property }
    }

    /// Where a field's value stands in a record, in bytes, and how many it takes; nil for computed properties.
    package func place(ofField name: String) -> (offset: Int, size: Int)? {
        guard let number = description.fields.firstIndex(where: { $0.name == name }) else { return nil }
        return plan.place(ofField: number)
    }

    /// The differences of two records, in the order of the declaration.
    ///
    /// - Parameters:
    ///   - before: The earlier record.
    ///   - after: The later record.
    /// - Returns: One change for each value that differs, down to the parts of nested records and keyed lists.
    public func changes(from before: Root, to after: Root) -> [FieldChange] {
        var collector = DifferenceCollector()
        Root.compare(before, after, into: &collector)
        return collector.changes
    }

    /// The fields at which two records differ.
    ///
    /// - Parameters:
    ///   - before: The earlier record.
    ///   - after: The later record.
    /// - Returns: The set of those fields' paths; of lists, the paths of the items' fields.
    public func difference(from before: Root, to after: Root) -> FieldSet<Root> {
        FieldSet(changes(from: before, to: after).map(\.path))
    }
}

extension RecordSchema where Root: Record {
    /// Whether a field was left out, written as nothing, or written with a value.
    ///
    /// - Parameters:
    ///   - property: A property that the schema declares.
    ///   - record: The record.
    /// - Returns: The field's presence; `absent` for a property that no field declares.
    public func presence<Value: FieldValue>(
        of property: KeyPath<Root, Value>,
        in record: Root
    ) -> Presence<Value> {
        let value = record[keyPath: property]
        if !value.isNothing { return .value(value) }
        guard let index = number(of: property) else { return .absent }
        return record.remainder.explicit & (1 << UInt64(index)) != 0 ? .null : .absent
    }

    /// Makes a field hold nothing, and say so when it is written.
    ///
    /// - Parameters:
    ///   - property: A property that the schema declares, whose type has an empty form.
    ///   - record: The record.
    public func setNull<Value: FieldValue>(_ property: WritableKeyPath<Root, Value>, in record: inout Root) {
        guard Value.placeholder.isNothing, let index = number(of: property) else { return }
        record[keyPath: property] = .placeholder
        record.remainder.explicit |= 1 << UInt64(index)
    }
}

/// What a schema knows beside its plan.
@usableFromInline
struct SchemaDetails<Root> {
    @usableFromInline let blank: UnsafePointer<Root>
    @usableFromInline var isPlain: Bool
    let description: RecordDescription
    let tree: FieldTree
    let keyPaths: [any PartialKeyPath<Root> & Sendable]
}

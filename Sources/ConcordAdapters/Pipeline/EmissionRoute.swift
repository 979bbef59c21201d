public import ConcordMapping
public import ConcordOwnership
public import ConcordSchema
public import ConcordValues

/// The way of one kind of record out to a system's type of object.
public struct EmissionRoute: Sendable {
    /// The system.
    public let system: SystemID

    /// The system's type of object.
    public let object: String

    /// The kind of record.
    public let record: RecordDescription

    /// Writes what a record should say in the system's words.
    let write: @Sendable (EmissionPlan, EmissionBase) -> WrittenBody

    /// A way out.
    ///
    /// - Parameters:
    ///   - mapping: The mapping, written backwards.
    ///   - context: What the run knows that no record says.
    ///   - ownership: How the record is owned.
    public init<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        in context: MappingContext,
        owned ownership: CompiledOwnership
    ) {
        system = context.system
        object = mapping.object
        record = Target.schema.description
        write = { plan, base in
            switch base {
            case .record(let document): Self.new(mapping, in: context, document)
            case .object(let original): Self.patch(mapping, in: context, ownership, plan, onto: original)
            }
        }
    }

    private static func new<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        in context: MappingContext,
        _ document: [UInt8]
    ) -> WrittenBody {
        let draft = Draft<Target>(json: document)
        guard draft.isAcceptable else {
            // What is known is not enough for a record; it will be, or somebody will be told by validation.
            return WrittenBody(body: nil, issues: draft.issues.filter { $0.severity == .error })
        }
        let written = mapping.writeNew([draft.value], in: context)
        return WrittenBody(body: written.object, issues: written.issues)
    }

    private static func patch<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        in context: MappingContext,
        _ ownership: CompiledOwnership,
        _ plan: EmissionPlan,
        onto original: [UInt8]
    ) -> WrittenBody {
        let mapped = original.withUnsafeBufferPointer { mapping.read($0, in: context) }
        var records = mapped.drafts.map(\.value)
        // Of an object that is several records, the one that the change is about; a linked one has another id here.
        let place = records.firstIndex { $0.id.text == plan.record.id } ?? (records.count == 1 ? 0 : nil)
        guard let place, let document = ownership.applying(plan.values, to: records[place].json()) else {
            return WrittenBody(body: nil, issues: mapped.allIssues)
        }
        let draft = Draft<Target>(json: document)
        guard draft.isAcceptable else { return WrittenBody(body: nil, issues: draft.issues) }
        records[place] = draft.value
        do throws(Refusal) {
            let written = try mapping.write(records, onto: original, as: .vendorPatch, in: context)
            return WrittenBody(body: written.bytes, issues: written.issues)
        } catch {
            return WrittenBody(body: nil, issues: error.issues)
        }
    }
}

/// What a change is written onto.
enum EmissionBase: Sendable {
    /// The vendor's object as it came last.
    case object([UInt8])
    /// Nothing: the object is made from the whole record, by its document.
    case record([UInt8])
}

/// A change in a vendor's words, and what of it could not be said in them.
struct WrittenBody: Sendable {
    let body: [UInt8]?
    let issues: [Issue]
}

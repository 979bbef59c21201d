import ConcordConfiguration
import ConcordMapping
import ConcordSchema
import ConcordValues

/// What came of some objects, ready to be written.
final class MappingBatch {
    /// The records, one a line.
    var lines = JSONWriter(capacity: 1 << 12)

    /// The refused objects and the remarks, one a line.
    var asides = JSONWriter(capacity: 64)

    /// How many there were of each.
    var tally = MappingTally()

    /// Forgets everything and keeps the memory.
    func removeAll() {
        lines.removeAll()
        asides.removeAll()
        tally = MappingTally()
    }
}

/// Maps objects into batches.
final class BatchMapper {
    private let pack: Pack
    private let context: MappingContext
    private let mapper: any ObjectMapper

    /// What maps objects.
    ///
    /// - Parameters:
    ///   - pack: The mapping.
    ///   - context: What the run knows that no object says.
    ///   - hasCoverage: Whether every leaf is accounted for.
    init(_ pack: Pack, in context: MappingContext, hasCoverage: Bool = false) {
        self.pack = pack
        self.context = context
        mapper = pack.makeMapper(context, hasCoverage)
    }

    /// Maps an object.
    ///
    /// - Parameters:
    ///   - payload: The object.
    ///   - origin: The file or stream that it stands in.
    ///   - batch: Receives what comes of it.
    /// - Returns: Whether it was accepted.
    func take(_ payload: Payload, of origin: String?, into batch: MappingBatch) -> Bool {
        if let issue = payload.issue {
            batch.tally.unreadable += 1
            reject(payload, [issue], of: origin, to: &batch.asides)
            return false
        }
        batch.tally.objects += 1
        switch mapper.map(payload, of: origin ?? "-", to: &batch.lines) {
        case .accepted(let records):
            batch.tally.records += records
        case .acceptedWithIssues(let remarks, let records):
            batch.tally.records += records
            batch.tally.remarked += remarks.count
            for remark in remarks {
                let remark = Remark("acceptedWithIssues", pack.mapping, context.system.text, origin, payload.position)
                    .about(remark)
                remark.write(to: &batch.asides)
            }
        case .rejected(let issues):
            batch.tally.rejected += 1
            reject(payload, issues, of: origin, to: &batch.asides)
            return false
        }
        return true
    }

    /// Takes the account of the objects so far, and begins a new one; nil if none is kept.
    func takeCoverage() -> Coverage? { mapper.takeCoverage() }

    /// Writes explanations of an object.
    func explain(_ payload: Payload, of origin: String, with explainer: Explainer) throws {
        try explainer.explain(payload, of: origin, with: mapper)
    }

    private func reject(_ payload: Payload, _ issues: [Issue], of origin: String?, to writer: inout JSONWriter) {
        let kit = RejectedObject(
            mapping: pack.mapping,
            plan: pack.plan,
            overlays: pack.overlays,
            system: context.system.text,
            tenant: context.tenant,
            ingestedAt: context.ingestedAt,
            currency: context.currency,
            timeZone: context.timeZone,
            codesAsOf: context.codesAsOf,
            origin: origin,
            position: payload.position,
            payload: Array(payload.bytes),
            issues: issues
        )
        kit.write(to: &writer)
        writer.writeRaw(CollectionOfOne(UInt8(ascii: "\n")))
    }
}

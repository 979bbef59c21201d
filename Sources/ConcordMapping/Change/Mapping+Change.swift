internal import ConcordSchema

extension Mapping {
    /// Reads a change event: what it means for the canonical records.
    ///
    /// With the object as it was before, the event is applied to it, the result is read as any object is, and the patch is
    /// the exact difference. Without it, a field is in the patch if all sources came that it is worked out of; of a field of
    /// which only some came, an issue `mapping.needsWhole` says so, and nothing is guessed.
    ///
    /// ```swift
    /// for event in try Salesforce.changeEvents(in: message) {
    ///     let change = Salesforce.opportunity.read(event, onto: stored[event.id], in: run)
    ///     if change.needsWhole { fetch(event.id) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - original: The vendor's object as it was before the event; nil if it is not at hand.
    ///   - context: What the run knows that the event does not say.
    /// - Returns: The change of each record, and all that is to be said of it. It never throws.
    public func read(
        _ event: ChangeEvent,
        onto original: [UInt8]? = nil,
        in context: MappingContext
    ) -> MappedChange<Target> {
        let reading = ChangeReading(mapping: self, event: event, context: context)
        guard event.object == object else {
            return reading.refused(
                reading.issue(.otherObject, expected: "a change of an object of type \(object), not \(event.object)")
            )
        }
        guard event.kind != .gap, let id = event.id else {
            return reading.refused(
                reading.needsWhole(event.reason ?? "an event that tells what changed", severity: .error)
            )
        }
        if let original { return reading.applied(to: original, id) }
        if event.isWhole, event.kind == .created { return reading.whole(id) }
        guard parts.count == 1 else {
            return reading.refused(
                reading.needsWhole("the object as it was, because it becomes several records", severity: .error)
            )
        }
        return reading.partial(id)
    }
}

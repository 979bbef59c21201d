extension Mapping {
    /// The same mapping with a plan of its own, for one thread among several.
    ///
    /// Threads that read with one plan count references in the same memory, object by object, and wait for each other.
    package func separated() -> Mapping<Target> {
        Mapping(
            name,
            version,
            object,
            api,
            update,
            declaredFields,
            overlays: overlays,
            overlayLines: overlayLines,
            parts: parts.map { ($0.title, $0.rules.map(\.rule), $0.presence.map { plan.pointers[$0] }) }
        )
    }
}

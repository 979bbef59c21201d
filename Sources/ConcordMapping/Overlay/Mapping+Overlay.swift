internal import ConcordValues
public import ConcordConfiguration
internal import ConcordSchema

extension Mapping {
    /// The mapping with overlays put upon it.
    ///
    /// Each rule is checked against the mapping and the record; if one of them is wrong, all overlays are refused, before
    /// any object is read.
    ///
    /// - Parameter documents: The overlays that apply, the most general first, as a `ConfigurationStack` chooses them.
    /// - Returns: The mapping that runs; this one stays as it is.
    /// - Throws: A `ConfigurationRefusal` with all problems, each with file, line and advice.
    public func overlaid(
        by documents: [ConfigurationDocument<MappingOverlay>]
    ) throws(ConfigurationRefusal) -> Mapping<Target> {
        var rules = parts.map { $0.rules.map(\.rule) }
        var catalogue = catalogue
        var refused = ConfigurationProblems(file: "")
        for document in documents {
            var problems = ConfigurationProblems(file: document.file)
            catalogue = catalogue.adding(document.content.fields)
            if isFor(document.content, &problems) {
                let scope = OverlayScope(mapping: tag, catalogue: catalogue, document: document)
                var weaver = OverlayWeaver<Target>(rules, scope)
                for statement in document.content.statements { weaver.put(statement, &problems) }
                rules = weaver.rules
            }
            for problem in problems.list { refused.add(problem) }
        }
        if !refused.isEmpty { throw ConfigurationRefusal(refused) }
        return Mapping(
            name,
            version,
            object,
            api,
            update,
            declaredFields,
            overlays: overlays + documents.map { RuleLayer(name: $0.header.name, version: $0.header.version) },
            overlayLines: overlayLines + documents.flatMap(\.fingerprintLines),
            parts: zip(parts, rules)
                .map { part, rules in
                    (part.title, rules, part.presence.map { plan.pointers[$0] })
                }
        )
    }

    /// Whether an overlay is for this mapping.
    private func isFor(_ overlay: MappingOverlay, _ problems: inout ConfigurationProblems) -> Bool {
        if overlay.extends == name || overlay.extends == tag { return true }
        problems.add(
            .unsuitableValue,
            at: overlay.place,
            expected: "an overlay of \(tag)",
            advice: overlay.extends.hasPrefix(name + "@")
                ? "the mapping has another version: review the overlay, and say \(tag)" : nil
        )
        return false
    }

    /// A hash of what the mapping does: its own name and version, and the content of the overlays upon it.
    ///
    /// A mapping with overlays upon it has the same hash as the mapping below, asked with those overlays.
    ///
    /// - Parameter documents: Overlays that are to be put upon it.
    /// - Returns: The hash, which changes when any of them does.
    public func fingerprint(with documents: [ConfigurationDocument<MappingOverlay>] = []) -> ContentHash {
        let parts = [tag] + overlayLines + documents.flatMap(\.fingerprintLines)
        return ContentHash(ofBytes: Array(parts.joined(separator: "\n").utf8))
    }
}

extension ConfigurationDocument where Content == MappingOverlay {
    /// What tells the overlay from others: its name, version and content, and that of the files it brings along.
    fileprivate var fingerprintLines: [String] {
        ["\(header) \(hash)"] + content.files.map { "\($0.name) \($0.hash)" }
    }
}

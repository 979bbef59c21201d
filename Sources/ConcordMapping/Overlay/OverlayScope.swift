internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

/// What the rules of an overlay are checked against, whatever records they are about.
struct OverlayScope {
    /// The mapping's name and version.
    let mapping: String

    /// The vendor's fields.
    let catalogue: VendorCatalogue

    /// The layer that the overlay is.
    let layer: RuleLayer

    /// The crosswalks that the overlay brings along.
    let tables: [OverlayCrosswalk]

    /// Where the rules read: the pointer to any item of a list, or nothing for the object itself.
    private(set) var prefix = ""

    /// Where the rules write: the path to any item of a list, or nothing for the record itself.
    private(set) var path = ""

    init(mapping: String, catalogue: VendorCatalogue, document: ConfigurationDocument<MappingOverlay>) {
        self.mapping = mapping
        self.catalogue = catalogue
        layer = RuleLayer(name: document.header.name, version: document.header.version)
        tables = document.content.tables
    }

    /// The scope of the items of a list.
    func inside(_ pointer: String, _ target: String) -> OverlayScope {
        var other = self
        other.prefix += "\(pointer)/*"
        other.path += "\(target)[]."
        return other
    }

    /// The vendor's field that a rule reads; nil if there is none, which is noted.
    ///
    /// - Parameters:
    ///   - source: The pointer, as the rules of an item write it.
    ///   - place: Where it is written in the overlay.
    ///   - problems: Where to note that there is no such field.
    /// - Returns: The field.
    func field(
        _ source: String,
        at place: ConfigurationValue,
        _ problems: inout ConfigurationProblems
    ) -> VendorField? {
        let pointer = source.hasPrefix("^") ? String(source.dropFirst()) : prefix + source
        if let field = catalogue.field(at: pointer) { return field }
        let convention = catalogue.convention
        let names = (convention?.prefixes ?? []).map { "\($0)…" } + (convention?.suffixes ?? []).map { "…\($0)" }
        let custom = names.isEmpty ? "" : ", or one that a firm added (\(names.joined(separator: ", ")))"
        problems.add(
            .unknownCode,
            at: place,
            expected: "a field of \(catalogue.object)\(custom); \(pointer) is none",
            advice: catalogue.nearest(to: pointer).map { "nearest is \($0)" }
                ?? "if there is one all the same, say what it is under \"fields\""
        )
        return nil
    }
}

internal import ConcordValues

/// The fields of a vendor's object, as far as a mapping knows them: those that its rules name, and those that its pack
/// declares beside them.
///
/// ```swift
/// print(Salesforce.opportunity.catalogue.markdown)
/// Salesforce.opportunity.catalogue.field(at: "/CloseDate")?.type   // day
/// ```
public struct VendorCatalogue: Sendable, Hashable {
    /// The mapping's name and version: `salesforce/opportunity@1`.
    public let mapping: String

    /// The vendor's type of object.
    public let object: String

    /// The vendor's API versions, in words.
    public let api: String

    /// The fields: those of the rules in their order, and then the others.
    public let fields: [VendorField]

    /// How the vendor names the fields that firms add; nil if the pack declares nothing, and the catalogue knows no more
    /// than the rules.
    public let convention: VendorConvention?

    private let places: [String: Int]

    init(
        mapping: String,
        object: String,
        api: String,
        fields: [VendorField],
        convention: VendorConvention?
    ) {
        self.mapping = mapping
        self.object = object
        self.api = api
        self.fields = fields
        self.convention = convention
        places = Dictionary(fields.enumerated().map { ($1.pointer, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field at a pointer, if there can be one.
    ///
    /// That is a field of the catalogue, something within one whose parts are not known, a field that a firm added, or
    /// something of an object that a reference leads to. Of the last three nothing is known but that they may be there.
    ///
    /// - Parameter pointer: The pointer; `*` stands for any item of a list.
    /// - Returns: The field; nil if the vendor has none there, as far as is known.
    public func field(at pointer: String) -> VendorField? {
        if let place = places[pointer] { return fields[place] }
        if fields.contains(where: { $0.pointer.hasPrefix(pointer + "/") }) { return VendorField(pointer, .object) }
        guard let convention else { return VendorField(pointer, .any) }
        let names = pointer.pointerNames
        var parent = ""
        for (depth, name) in names.enumerated() {
            if convention.isCustom(name) { return VendorField(pointer, .any) }
            let isLast = depth == names.count - 1
            if !isLast, convention.relations.contains(where: { isRelation($0, name, in: parent) }) {
                return VendorField(pointer, .any)
            }
            parent = parent.pointer(to: name)
            guard let place = places[parent] else { continue }
            let isOpen = fields[place].type == .any || fields[place].type == .object
            if !isLast, isOpen, !fields.contains(where: { $0.pointer.hasPrefix(parent + "/") }) {
                return VendorField(pointer, .any)
            }
        }
        return nil
    }

    private func isRelation(_ relation: VendorConvention.Relation, _ name: String, in parent: String) -> Bool {
        guard name.hasSuffix(relation.member), let convention else { return false }
        let reference = String(name.dropLast(relation.member.count)) + relation.reference
        if let place = places[parent.pointer(to: reference)] { return fields[place].type == .reference }
        return convention.isCustom(reference)
    }

    /// The pointer of the catalogue that somebody who wrote another one probably meant.
    func nearest(to pointer: String) -> String? {
        // Of the names beside it, if there are some: what is before them is long, and the same for all.
        let parent = pointer.lastIndex(of: "/").map { String(pointer[...$0]) } ?? "/"
        let beside = fields.map(\.pointer)
            .filter { $0.hasPrefix(parent) && !$0.dropFirst(parent.count).contains("/") }
            .map { String($0.dropFirst(parent.count)) }
        guard beside.isEmpty else {
            return NearestName.find(String(pointer.dropFirst(parent.count)), among: beside).map { parent + $0 }
        }
        return NearestName.find(pointer, among: fields.map(\.pointer))
    }

    /// The same with more fields.
    func adding(_ more: [VendorField]) -> VendorCatalogue {
        VendorCatalogue(mapping: mapping, object: object, api: api, fields: more + fields, convention: convention)
    }
}

public import ConcordSchema

extension VersionStep {
    /// A field that the later version has more.
    ///
    /// - Parameters:
    ///   - name: The field.
    ///   - value: What a document of the earlier version means by not having it; nothing if nil.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func add(_ name: String, default value: DocumentValue? = nil, because reason: String) -> VersionStep {
        VersionStep(
            .add,
            name: name,
            former: [],
            names: [name],
            fidelity: .residue,
            reason: reason,
            conversion: Conversion(
                up: { _ throws(StepFailure) in [value] },
                down: { _ throws(StepFailure) in [] }
            )
        )
    }

    /// A field that the later version has no more.
    ///
    /// Its name stays reserved: a later document carries the member along as one that it does not know, so that nothing
    /// is lost for who writes the earlier version again.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - value: What the earlier version writes where a later document has nothing, if it must have the field.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func remove(
        _ field: FieldDescription,
        otherwise value: DocumentValue? = nil,
        because reason: String
    ) -> VersionStep {
        let conversion = value.map { value in
            Conversion(
                up: { input throws(StepFailure) in input },
                down: { input throws(StepFailure) in [input[0] ?? value] }
            )
        }
        return VersionStep(
            .remove,
            name: field.name,
            former: [field],
            names: [],
            fidelity: value == nil ? .lossless : .residue,
            reason: reason,
            conversion: conversion
        )
    }

    /// A field that has another name.
    ///
    /// - Parameters:
    ///   - name: Its name in the earlier version.
    ///   - later: Its name in the later version.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func rename(_ name: String, to later: String, because reason: String) -> VersionStep {
        VersionStep(
            .rename,
            name: later,
            // The shape is that of the later field, which only the history knows.
            former: [FieldDescription(name: name, documentation: "", shape: .boolean, isRequired: false)],
            names: [later],
            fidelity: .lossless,
            reason: reason
        )
    }

    /// Fields that stand inside another one.
    ///
    /// - Parameters:
    ///   - fields: The fields of the earlier version, each with the name of its member inside.
    ///   - container: The nested record of the later version.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func move(
        _ fields: [(field: FieldDescription, name: String)],
        into container: String,
        because reason: String
    ) -> VersionStep {
        let inside = fields.map(\.name)
        return VersionStep(
            .move,
            name: container,
            former: fields.map(\.field),
            names: [container],
            fidelity: .residue,
            reason: reason,
            conversion: Conversion(
                up: { input throws(StepFailure) in
                    if input.allSatisfy({ $0 == nil }) { return [nil] }
                    var object = DocumentValue.object([:])
                    for (name, value) in zip(inside, input) { object[name] = value }
                    return [object]
                },
                down: { input throws(StepFailure) in inside.map { input[0]?[$0] } }
            )
        )
    }

    /// What differs inside a nested record, or inside each item of a list.
    ///
    /// - Parameters:
    ///   - name: The field; it has the same name in both versions.
    ///   - steps: The steps inside.
    /// - Returns: The step.
    public static func within(_ name: String, _ steps: [VersionStep]) -> VersionStep {
        VersionStep(
            .within,
            name: name,
            former: [],
            names: [name],
            fidelity: steps.allSatisfy { $0.fidelity == .lossless } ? .lossless : .residue,
            reason: "",
            inner: steps
        )
    }

    /// Flat fields that became an item of a list.
    ///
    /// The earlier version speaks of the list's first item; the others are kept as residue.
    ///
    /// - Parameters:
    ///   - fields: The fields of the earlier version, each with the name of its member in the item.
    ///   - list: The list of the later version.
    ///   - defaults: Members that an item must have and that the earlier version does not know, such as its key.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func regroup(
        _ fields: [(field: FieldDescription, name: String)],
        into list: String,
        defaults: KeyValuePairs<String, DocumentValue>,
        because reason: String
    ) -> VersionStep {
        let inside = fields.map(\.name)
        let constant = defaults.map { ($0, $1) }
        return VersionStep(
            .regroup,
            name: list,
            former: fields.map(\.field),
            names: [list],
            fidelity: .residue,
            reason: reason,
            conversion: Conversion(
                up: { input throws(StepFailure) in
                    if input.allSatisfy({ $0 == nil || $0?.isNull == true }) { return [nil] }
                    var item = DocumentValue.object([:])
                    for (name, value) in constant { item[name] = value }
                    for (name, value) in zip(inside, input) {
                        if let value, !value.isNull { item[name] = value }
                    }
                    return [.list([item])]
                },
                down: { input throws(StepFailure) in
                    let item = input[0]?.items?.first
                    return inside.map { item?[$0] }
                },
                keys: constant.map(\.0)
            )
        )
    }

    /// What no declaration can say: two functions that turn the values of fields into those of others.
    ///
    /// They need not undo one another exactly. What one of them cannot carry is found by running the other, and kept.
    ///
    /// - Parameters:
    ///   - former: The fields of the earlier version.
    ///   - names: The fields of the later version.
    ///   - kind: What kind of difference it is.
    ///   - keys: The names of members that tell the items of lists apart.
    ///   - stale: What happens to residue whose live values have changed.
    ///   - fidelity: What an earlier version loses.
    ///   - reason: Why, in one line.
    ///   - up: Makes the later values of the earlier ones; nil is a member that is not there.
    ///   - down: Makes the earlier values of the later ones.
    /// - Returns: The step.
    public static func code(
        _ former: [FieldDescription],
        to names: [String],
        kind: Kind = .code,
        keys: [String] = [],
        stale: StalePolicy = .keep,
        fidelity: Fidelity = .residue,
        because reason: String,
        up: @escaping @Sendable ([DocumentValue?]) throws(StepFailure) -> [DocumentValue?],
        down: @escaping @Sendable ([DocumentValue?]) throws(StepFailure) -> [DocumentValue?]
    ) -> VersionStep {
        VersionStep(
            kind,
            name: names.first ?? former.first?.name ?? "",
            former: former,
            names: names,
            fidelity: fidelity,
            stalePolicy: stale,
            reason: reason,
            conversion: Conversion(up: up, down: down, keys: keys)
        )
    }
}

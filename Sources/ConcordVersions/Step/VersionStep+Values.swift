public import ConcordSchema

extension VersionStep {
    /// A field that has another type, and another name if it wants one.
    ///
    /// - Parameters:
    ///   - former: The field of the earlier version.
    ///   - name: The field of the later version.
    ///   - conversion: How its values become others.
    ///   - stale: What happens to residue whose live value has changed.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func retype(
        _ former: FieldDescription,
        to name: String,
        _ conversion: ValueConversion,
        stale: StalePolicy = .keep,
        because reason: String
    ) -> VersionStep {
        VersionStep(
            .retype,
            name: name,
            former: [former],
            names: [name],
            fidelity: conversion.isExact ? .lossless : .residue,
            stalePolicy: stale,
            reason: reason,
            conversion: conversion.members(former.name, name)
        )
    }

    /// A field that has other codes, and another name if it wants one.
    ///
    /// Codes that are not named stay as they are. A code of the later version that has no counterpart is kept as
    /// residue.
    ///
    /// - Parameters:
    ///   - former: The field of the earlier version.
    ///   - name: The field of the later version.
    ///   - codes: The earlier codes with the later ones; of several earlier ones for a later one, the first is written.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func recode(
        _ former: FieldDescription,
        to name: String,
        _ codes: KeyValuePairs<String, String>,
        because reason: String
    ) -> VersionStep {
        let rows = codes.map { CodeRow(earlier: $0, later: [$1]) }
        return VersionStep(
            .recode,
            name: name,
            former: [former],
            names: [name],
            fidelity: .residue,
            reason: reason,
            conversion: CodeTable(rows: rows, paths: [[name]], otherwise: nil).conversion(of: former.name)
        )
    }

    /// One code that became several.
    ///
    /// - Parameters:
    ///   - former: The field of the earlier version.
    ///   - paths: Where the later version has the codes, the leading one first: `approval.state`, `billingState`. A nil
    ///     code in a row is a member that is not there.
    ///   - rows: Each earlier code with the later ones. Of later codes that no row has, the first row with the most of
    ///     them in front is written.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func split(
        _ former: FieldDescription,
        into paths: [String],
        _ rows: KeyValuePairs<String, [String?]>,
        because reason: String
    ) -> VersionStep {
        let paths = paths.map { $0.split(separator: ".").map(String.init) }
        let table = CodeTable(
            rows: rows.map { CodeRow(earlier: $0, later: $1) },
            paths: paths,
            otherwise: rows.first?.value
        )
        return VersionStep(
            .split,
            name: paths.first?.first ?? "",
            former: [former],
            names: paths.map { $0.first ?? "" },
            fidelity: .residue,
            reason: reason,
            conversion: table.conversion(of: former.name)
        )
    }

    /// Several texts that became one, with a separator between them.
    ///
    /// On the way back the text is divided at the last separator; what that gets wrong, as with "Mary Ann Smith", is
    /// kept as residue.
    ///
    /// - Parameters:
    ///   - former: The fields of the earlier version.
    ///   - name: The field of the later version.
    ///   - separator: What stands between the texts.
    ///   - reason: Why, in one line.
    /// - Returns: The step.
    public static func merge(
        _ former: [FieldDescription],
        into name: String,
        separator: String = " ",
        because reason: String
    ) -> VersionStep {
        let count = former.count
        return VersionStep(
            .merge,
            name: name,
            former: former,
            names: [name],
            fidelity: .residue,
            stalePolicy: .drop,
            reason: reason,
            conversion: Conversion(
                up: { input throws(StepFailure) in
                    let texts = input.compactMap { $0?.text }.filter { !$0.isEmpty }
                    if texts.isEmpty { return [input.contains { $0 != nil } ? .text("") : nil] }
                    return [.text(texts.joined(separator: separator))]
                },
                down: { input throws(StepFailure) in
                    guard let text = input[0]?.text else { return [DocumentValue?](repeating: nil, count: count) }
                    var parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
                    var values: [DocumentValue?] = []
                    while values.count < count - 1, parts.count > 1 { values.insert(.text(parts.removeLast()), at: 0) }
                    values.insert(.text(parts.joined(separator: separator)), at: 0)
                    while values.count < count { values.append(former[values.count].isRequired ? .text("") : nil) }
                    return values
                }
            )
        )
    }
}

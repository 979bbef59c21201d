public import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

extension Crosswalk {
    /// Reads a crosswalk from a configuration document.
    ///
    /// ```json
    /// { "crosswalk": "emea-practice", "version": 1, "unmapped": "reject",
    ///   "rows": [
    ///     ["Rail", "rail"],
    ///     ["Roads", "transport", "narrower"],
    ///     { "source": "TAX1", "target": "tax", "label": "Tax (old)", "validThrough": "2025-12-31", "reverse": true } ] }
    /// ```
    ///
    /// - Parameter file: The file.
    /// - Returns: The crosswalk with the document's header.
    /// - Throws: A `ConfigurationRefusal` with all problems of the file.
    public static func document(
        _ file: ConfigurationFile
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<Crosswalk> {
        let document = try rowsDocument(file)
        return ConfigurationDocument(
            file: document.file,
            header: document.header,
            hash: document.hash,
            content: Crosswalk(document.header.name, unmapped: document.content.unmapped, document.content.rows.rows),
            position: document.position
        )
    }

    /// Reads a crosswalk's rows with their places.
    static func rowsDocument(
        _ file: ConfigurationFile
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<(unmapped: Unmapped, rows: CrosswalkRows)> {
        try file.document(nameMember: "crosswalk", knowing: ["unmapped", "rows"]) { root, problems in
            let unmapped = root.value(ifPresent: "unmapped").map { Unmapped($0, &problems) } ?? .reject
            let rows = root.value("rows", &problems).flatMap { CrosswalkRows($0, &problems) }
            guard let unmapped, let rows else { return nil }
            return (unmapped, rows)
        }
    }
}

extension Crosswalk.Unmapped {
    /// Reads what becomes of a code that a crosswalk does not have: `"reject"`, `"keep"`, `{ "fixed": "other" }`.
    init?(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) {
        if value.isObject {
            guard let code = value.object(knowing: ["fixed"], &problems)?.string("fixed", &problems) else { return nil }
            self = .fixed(code)
            return
        }
        switch value.choice(of: ["reject", "keep"], &problems) {
        case "reject": self = .reject
        case "keep": self = .keep
        default: return nil
        }
    }
}

extension CrosswalkRows {
    /// The members that a row may have, and the columns of a table.
    static let columns = ["source", "target", "relationship", "label", "validFrom", "validThrough", "reverse"]

    /// Reads a list of rows, and notes what is wrong with each and with all together.
    init?(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) {
        guard let items = value.list(&problems) else { return nil }
        self.init()
        for item in items {
            guard let entry = Self.entry(item, &problems) else { continue }
            append(entry, &problems)
        }
        check(&problems)
    }

    /// A row as a list of two or three texts, or as an object.
    private static func entry(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> Entry? {
        if value.isObject { return object(value, &problems) }
        guard let cells = value.list(&problems) else { return nil }
        guard cells.count == 2 || cells.count == 3 else {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "a row of two or three texts: the vendor's code, the canonical code, the relationship",
                advice: cells.count > 3 ? "write an object with \(columns.joined(separator: ", "))" : nil
            )
            return nil
        }
        let source = cells[0].string(&problems)
        let target = cells[1].string(&problems)
        let relationship = cells.count == 3 ? Self.relationship(cells[2], &problems) : .equivalent
        guard let source, let target, let relationship else { return nil }
        return entry(Crosswalk.Row(source, target, relationship), value, cells[1], problems)
    }

    private static func object(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> Entry? {
        guard let object = value.object(knowing: columns, &problems) else { return nil }
        let source = object.string("source", &problems)
        let target = object.string("target", &problems)
        let word = object.value(ifPresent: "relationship")
        let relationship = word.map { Self.relationship($0, &problems) } ?? .equivalent
        let label = object.string(ifPresent: "label", &problems)
        let from = object.date(ifPresent: "validFrom", &problems)
        let through = object.date(ifPresent: "validThrough", &problems)
        let isReverse = object.boolean(ifPresent: "reverse", &problems) ?? false
        guard let validity = try? DateInterval(from: from, through: through) else {
            problems.add(
                .unsuitableValue,
                at: object.value(ifPresent: "validThrough") ?? value,
                expected: "a last day that is not before the first, \(from?.description ?? "")"
            )
            return nil
        }
        guard let source, let target, let relationship else { return nil }
        return entry(
            Crosswalk.Row(source, target, relationship, label: label, validity: validity, reverse: isReverse),
            value,
            object.value(ifPresent: "target") ?? value,
            problems
        )
    }

    private static func relationship(
        _ value: ConfigurationValue,
        _ problems: inout ConfigurationProblems
    ) -> Crosswalk.Relationship? {
        value.choice(of: Crosswalk.Relationship.allCases.map(\.rawValue), &problems)
            .flatMap(Crosswalk.Relationship.init(rawValue:))
    }

    private static func entry(
        _ row: Crosswalk.Row,
        _ value: ConfigurationValue,
        _ target: ConfigurationValue,
        _ problems: ConfigurationProblems
    ) -> Entry {
        Entry(
            row: row,
            place: ConfigurationPlace(file: problems.file, position: value.position),
            targetPlace: ConfigurationPlace(file: problems.file, position: target.position)
        )
    }
}

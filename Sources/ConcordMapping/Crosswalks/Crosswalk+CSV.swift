public import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

extension Crosswalk {
    /// Reads a crosswalk from CSV, as spreadsheets export it.
    ///
    /// The header names the columns, in any order: `source` and `target`, and those of `relationship`, `label`,
    /// `validFrom`, `validThrough` and `reverse` that are needed. A field with nothing in it is as if its column were not
    /// there.
    ///
    /// ```csv
    /// source,target,relationship,label,validFrom,validThrough,reverse
    /// RAIL,rail,,Rail & transit,,,
    /// TAX1,tax,narrower,Tax (until 2025),,2025-12-31,
    /// TAX2,tax,,Tax,2026-01-01,,true
    /// ```
    ///
    /// - Parameters:
    ///   - name: The crosswalk's name.
    ///   - bytes: The file's content.
    ///   - file: The file's name, as messages should show it.
    ///   - unmapped: What becomes of a code that the table does not have.
    /// - Returns: The crosswalk.
    /// - Throws: A `ConfigurationRefusal` with all problems of the file, each with line and column.
    public static func table(
        _ name: String,
        csv bytes: [UInt8],
        file: String,
        unmapped: Unmapped = .reject
    ) throws(ConfigurationRefusal) -> Crosswalk {
        var problems = ConfigurationProblems(file: file)
        let rows = CrosswalkRows(csv: bytes, &problems)
        guard problems.isEmpty else { throw ConfigurationRefusal(problems) }
        return Crosswalk(name, unmapped: unmapped, rows.rows)
    }
}

extension CrosswalkRows {
    private static let required = ["source", "target"]

    /// Reads rows from CSV, and notes what is wrong with each and with all together.
    init(csv bytes: [UInt8], _ problems: inout ConfigurationProblems) {
        self.init()
        var rest = bytes[...]
        var reader = CSVReader { memory in
            let part = rest.prefix(memory.count)
            memory.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
        var isHeaderGood = false
        // The closure does not throw.
        while let row = (try? reader.next()) ?? nil {
            guard row.issues.isEmpty else {
                for issue in row.issues { problems.add(ConfigurationProblem(issue, row.position, problems.file)) }
                if row.number == 0 { break }
                continue
            }
            if row.number == 1 {
                isHeaderGood = Self.check(reader.names, reader.columnPositions, &problems)
                guard isHeaderGood else { break }
            }
            if let entry = Self.entry(row, &problems) { append(entry, &problems) }
        }
        if problems.isEmpty, !isHeaderGood, entries.isEmpty {
            guard !reader.names.isEmpty else {
                let place = ConfigurationPlace(file: problems.file, position: .beginning)
                problems.add(
                    ConfigurationProblem(
                        .missing,
                        at: place,
                        expected: "a header with \(Self.columns.joined(separator: ","))",
                        found: "an empty file"
                    )
                )
                return
            }
            // A table without rows has a header all the same.
            _ = Self.check(reader.names, reader.columnPositions, &problems)
        }
        check(&problems)
    }

    private static func check(
        _ names: [String],
        _ positions: [SourcePosition],
        _ problems: inout ConfigurationProblems
    ) -> Bool {
        var isGood = true
        for (name, position) in zip(names, positions) where !columns.contains(name) {
            isGood = false
            problems.add(
                ConfigurationProblem(
                    .unknownMember,
                    at: ConfigurationPlace(file: problems.file, position: position),
                    expected: "a column of \(columns.joined(separator: ", "))",
                    found: "\"\(name)\"",
                    advice: NearestName.advice(for: name, among: columns)
                )
            )
        }
        for name in required where !names.contains(name) {
            isGood = false
            problems.add(
                ConfigurationProblem(
                    .missing,
                    at: ConfigurationPlace(file: problems.file, position: positions.first ?? .beginning),
                    expected: "a column \"\(name)\"",
                    found: "a header without it"
                )
            )
        }
        return isGood
    }

    private static func entry(_ row: CSVRow, _ problems: inout ConfigurationProblems) -> Entry? {
        let cells = CrosswalkCells(row, file: problems.file)
        let source = cells.text("source", &problems)
        let target = cells.text("target", &problems)
        let relationship = cells["relationship"].map { Crosswalk.Relationship(rawValue: $0) } ?? .equivalent
        if relationship == nil {
            let known = Crosswalk.Relationship.allCases.map(\.rawValue)
            cells.refuse("relationship", .unknownCode, "one of \(known.joined(separator: ", "))", known, &problems)
        }
        let from = cells.day("validFrom", &problems)
        let through = cells.day("validThrough", &problems)
        guard let validity = try? DateInterval(from: from, through: through) else {
            let first = from?.description ?? ""
            cells.refuse(
                "validThrough",
                .unsuitableValue,
                "a last day that is not before the first, \(first)",
                [],
                &problems
            )
            return nil
        }
        var isReverse = false
        if let text = cells["reverse"]?.lowercased() {
            if text != "true", text != "false" {
                cells.refuse("reverse", .unknownCode, "true, false or nothing", ["true", "false"], &problems)
            }
            isReverse = text == "true"
        }
        guard let source, let target, let relationship else { return nil }
        return Entry(
            row: Crosswalk.Row(
                source,
                target,
                relationship,
                label: cells["label"],
                validity: validity,
                reverse: isReverse
            ),
            place: ConfigurationPlace(file: problems.file, position: row.position),
            targetPlace: cells.place(of: "target")
        )
    }
}

/// The fields of a row of CSV.
private struct CrosswalkCells {
    private let texts: [String?]
    private let row: CSVRow
    private let file: String

    private static let plan = SourcePlan(CrosswalkRows.columns.map { "/\($0)" })

    init(_ row: CSVRow, file: String) {
        // A row of CSV is an object of strings.
        let object = try? SourceObject(Self.plan, row.bytes)
        texts = CrosswalkRows.columns.indices.map { object?.values[$0].text }
        self.row = row
        self.file = file
    }

    subscript(_ name: String) -> String? {
        CrosswalkRows.columns.firstIndex(of: name).flatMap { texts[$0] }
    }

    func place(of name: String) -> ConfigurationPlace {
        ConfigurationPlace(file: file, position: row.position(ofColumn: name))
    }

    func text(_ name: String, _ problems: inout ConfigurationProblems) -> String? {
        if let text = self[name] { return text }
        problems.add(ConfigurationProblem(.missing, at: place(of: name), expected: "a \(name) code", found: "nothing"))
        return nil
    }

    func day(_ name: String, _ problems: inout ConfigurationProblems) -> LocalDate? {
        guard let text = self[name] else { return nil }
        do throws(ValueError) {
            return try LocalDate(text)
        } catch {
            refuse(name, IssueCode(rawValue: error.code.rawValue), error.expected, [], &problems)
            return nil
        }
    }

    func refuse(
        _ name: String,
        _ code: IssueCode,
        _ expected: String,
        _ known: [String],
        _ problems: inout ConfigurationProblems
    ) {
        let found = self[name] ?? ""
        problems.add(
            ConfigurationProblem(
                code,
                at: place(of: name),
                expected: expected,
                found: "\"\(found)\"",
                advice: NearestName.advice(for: found, among: known)
            )
        )
    }
}

extension ConfigurationProblem {
    /// What the reader of CSV says.
    fileprivate init(_ issue: Issue, _ position: SourcePosition, _ file: String) {
        self.init(
            issue.code,
            at: ConfigurationPlace(file: file, position: issue.position ?? position),
            expected: issue.expected,
            found: issue.observed,
            advice: issue.remedy
        )
    }
}

extension SourcePosition {
    /// The beginning of a file.
    fileprivate static var beginning: SourcePosition { SourcePosition(offset: 0, line: 1, column: 1) }
}

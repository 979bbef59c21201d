public import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

extension MappingOverlay {
    /// Reads an overlay from a file.
    ///
    /// What can be seen in the file alone is checked here; what the mapping must know, when it is put upon the mapping.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - crosswalkFile: Gives the content of a file that a crosswalk is from, named as the overlay names it: a relative
    ///     path of names with `/` between them, which never climbs. Nil if there is none.
    /// - Returns: The overlay with its header.
    /// - Throws: A `ConfigurationRefusal` with all problems of the file, and of those that it names.
    public static func document(
        _ file: ConfigurationFile,
        crosswalkFile: (String) -> [UInt8]? = { _ in nil }
    ) throws(ConfigurationRefusal) -> ConfigurationDocument<MappingOverlay> {
        let members = ["extends", "crosswalks", "fields", "rules"]
        return try file.document(nameMember: "overlay", knowing: members) { root, problems -> MappingOverlay? in
            let extends = root.string("extends", &problems)
            var files: [CrosswalkFile] = []
            let tables = root.list(ifPresent: "crosswalks", &problems)?
                .compactMap { value in
                    OverlayCrosswalk(value, crosswalkFile, &files, &problems)
                }
            let fields = root.value(ifPresent: "fields")?.openObject(&problems).map { Self.fields($0, &problems) }
            let statements = root.list("rules", &problems)?.compactMap { OverlayStatement($0, &problems) }
            guard let extends, let statements else { return nil }
            return MappingOverlay(
                extends: extends,
                files: files,
                fields: fields ?? [],
                tables: tables ?? [],
                statements: statements,
                place: root.value(ifPresent: "extends") ?? root.value
            )
        }
    }

    /// The overlays among documents that may be put upon one mapping, which must not decide the same thing twice.
    ///
    /// - Parameter documents: The documents, in any order.
    /// - Returns: The stack, from which those that apply to somebody on a day are chosen.
    /// - Throws: A `ConfigurationRefusal` that names both places of each conflict.
    public static func stack(
        _ documents: [ConfigurationDocument<MappingOverlay>]
    ) throws(ConfigurationRefusal) -> ConfigurationStack<MappingOverlay> {
        try ConfigurationStack(documents) { document in
            let name = document.content.extends.prefix { $0 != "@" }
            return document.content.statements.flatMap { statement in
                statement.keys.map { ConfigurationKey("\(name): \($0.text)", at: $0.place) }
            }
        }
    }

    /// What an overlay says of the vendor's fields: `{ "/Loss_Reason__c": "code?" }`.
    private static func fields(
        _ object: ConfigurationObject,
        _ problems: inout ConfigurationProblems
    ) -> [VendorField] {
        object.names.compactMap { name in
            guard let value = object.value(ifPresent: name), let text = value.string(&problems) else { return nil }
            let word = String(text.prefix { $0.isLetter })
            let types = VendorField.FieldType.allCases.filter { $0 != .any }.map(\.rawValue)
            guard let type = VendorField.FieldType(rawValue: word), type != .any else {
                problems.add(
                    .unknownCode,
                    at: value,
                    expected: "one of \(types.joined(separator: ", "))",
                    advice: NearestName.advice(for: word, among: types)
                )
                return nil
            }
            var field = VendorField(name, type)
            guard name.hasPrefix("/"), name.utf8.count > 1 else {
                problems.add(
                    .unsuitableValue,
                    at: value,
                    expected: "a JSON Pointer (RFC 6901) before it, and not \"\(name)\"",
                    advice: "write /\(name)"
                )
                return nil
            }
            guard field.read(marks: text.dropFirst(word.count)) else {
                problems.add(
                    .unsuitableValue,
                    at: value,
                    expected: "a type and no more than ?, ~, !, [unit], =list or ->Object behind it"
                )
                return nil
            }
            return field
        }
    }
}

extension OverlayStatement {
    /// The words that a rule may begin with.
    private static let words = ["set", "default", "drop", "extend"]

    private static let members = [
        "set": ["set", "from", "via", "when", "lossy", "because", "owner"],
        "default": ["default", "value", "because", "owner"],
        "drop": ["drop", "because", "owner"],
        "extend": ["extend", "rows", "because", "owner"],
    ]

    init?(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) {
        guard let open = value.openObject(&problems) else { return nil }
        let found = Self.words.filter { open.value(ifPresent: $0) != nil }
        guard found.count == 1, let word = found.first, let known = Self.members[word] else {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "a rule with exactly one of set, default, drop and extend",
                advice: found.isEmpty ? nil : "make a rule of each"
            )
            return nil
        }
        guard let object = value.object(knowing: known, &problems), let subject = object.value(ifPresent: word) else {
            return nil
        }
        let text = subject.string(&problems)
        let because = object.string("because", &problems)
        let owner = object.string(ifPresent: "owner", &problems)
        let action = text.flatMap { Self.action(word, $0, subject, object, &problems) }
        guard let action, let because else { return nil }
        if because.isEmpty {
            problems.add(
                .unsuitableValue,
                at: object.value(ifPresent: "because") ?? value,
                expected: "a reason in words"
            )
        }
        self.init(
            action: action,
            because: because,
            owner: owner,
            place: value,
            subject: subject,
            steps: object.value(ifPresent: "via") ?? value,
            source: object.value(ifPresent: "from") ?? subject,
            condition: object.value(ifPresent: "when") ?? value
        )
    }

    private static func action(
        _ word: String,
        _ text: String,
        _ subject: ConfigurationValue,
        _ object: ConfigurationObject,
        _ problems: inout ConfigurationProblems
    ) -> Action? {
        switch word {
        case "set":
            let source = object.value("from", &problems).flatMap { pointer($0, &problems) }
            let steps = object.list(ifPresent: "via", &problems)?.compactMap { step($0, &problems) } ?? []
            let isLossy = object.boolean(ifPresent: "lossy", &problems) ?? false
            var condition: Condition?
            if let when = object.value(ifPresent: "when") {
                let symbols = SourceSymbols()
                guard let predicate = when.predicate(checkedAgainst: symbols, &problems) else { return nil }
                condition = Condition(predicate: predicate, sources: symbols.pointers)
            }
            guard let source else { return nil }
            return .set(target: text, source: source, steps: steps, condition: condition, isLossy: isLossy)
        case "default":
            return object.value("value", &problems).map { .default(target: text, json: $0.json) }
        case "drop":
            return pointer(subject, &problems).map { .drop(source: $0) }
        default:
            let rows = object.value("rows", &problems).flatMap { CrosswalkRows($0, &problems) }
            // Crosswalks may be written with what they are before them.
            let name = text.hasPrefix("crosswalk:") ? String(text.dropFirst("crosswalk:".count)) : text
            return rows.map { .extend(crosswalk: name, rows: $0) }
        }
    }

    private static func pointer(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> String? {
        guard let text = value.string(&problems) else { return nil }
        guard text.hasPrefix("/"), text.utf8.count > 1 else {
            problems.add(
                .unsuitableValue,
                at: value,
                expected: "a JSON Pointer (RFC 6901) to a value of the vendor's object",
                advice: "write /\(text)"
            )
            return nil
        }
        return text
    }

    private static func step(_ value: ConfigurationValue, _ problems: inout ConfigurationProblems) -> OverlayStep? {
        if value.isObject {
            return value.object(knowing: ["crosswalk"], &problems)?.string("crosswalk", &problems)
                .map { .crosswalk($0) }
        }
        return value.choice(of: OverlayStep.words, &problems).flatMap(OverlayStep.init(word:))
    }

    /// What the statement decides.
    var keys: [(text: String, place: SourcePosition)] {
        switch action {
        case .set(let target, _, _, let condition, _):
            // Rules under different conditions do not decide the same.
            return condition == nil ? [("the field \(target)", subject.position)] : []
        case .default(let target, _): return [("the default of \(target)", subject.position)]
        case .drop(let source): return [("the source \(source)", subject.position)]
        case .extend(let crosswalk, let rows):
            // A code may have several rows, for several days.
            var seen: Set<String> = []
            return rows.entries.filter { seen.insert($0.row.source).inserted }
                .map { ("the code \"\($0.row.source)\" of \(crosswalk)", $0.place.position) }
        }
    }
}

/// The sources that a predicate may ask for: any, each of which gets a slot when it is first met.
private final class SourceSymbols: PredicateSymbols {
    private(set) var pointers: [String] = []

    /// What a source looks like; which there are, only the vendor knows.
    let names: [PredicateName] = [.source("/Field")]

    func symbol(for name: PredicateName) -> PredicateSymbol? {
        guard case .source(let pointer) = name else { return nil }
        if let slot = pointers.firstIndex(of: pointer) { return PredicateSymbol(slot: slot, type: .unknown) }
        pointers.append(pointer)
        return PredicateSymbol(slot: pointers.count - 1, type: .unknown)
    }
}

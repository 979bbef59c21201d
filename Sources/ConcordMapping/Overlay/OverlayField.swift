internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

/// A field of a record that an overlay fills: found by its name, and set through its JSON form, whatever its type.
struct OverlayField<Target: Record>: Sendable {
    /// The field's path.
    let path: String

    /// What its values look like.
    let shape: FieldShape

    private let number: Int
    private let inner: [String]
    private let isRequired: Bool

    /// Finds a field.
    ///
    /// - Parameters:
    ///   - path: Its path.
    ///   - place: Where the path is written.
    ///   - problems: Where to note that there is no such field, or none that a single value fills.
    init?(_ path: String, at place: ConfigurationValue, _ problems: inout ConfigurationProblems) {
        var record: RecordDescription? = Target.schema.description
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var found: FieldDescription?
        for (index, name) in names.enumerated() {
            guard let field = record?.field(named: name) else {
                let known = record?.fields.map(\.name) ?? []
                let owner = index == 0 ? Target.schema.description.tag : names[..<index].joined(separator: ".")
                problems.add(
                    .unknownCode,
                    at: place,
                    expected: known.isEmpty ? "a field; \(owner) has no parts" : "a field of \(owner)",
                    advice: NearestName.advice(for: name, among: known)
                )
                return nil
            }
            found = field
            if case .list = field.shape.unwrapped { record = nil } else { record = field.shape.unwrapped.record }
        }
        guard let found, let number = Target.schema.description.fields.firstIndex(where: { $0.name == names[0] }) else {
            return nil
        }
        shape = found.shape.unwrapped
        guard names != ["id"], names[0] != "header" || names.count > 1, Self.isSingle(shape) else {
            problems.add(
                .unsuitableValue,
                at: place,
                expected: "a field that one value fills; \(path) is \(found.shape.summary)",
                advice: shape.record.map {
                    "set one of its parts: \($0.fields.map(\.name).prefix(5).joined(separator: ", "))"
                }
            )
            return nil
        }
        self.path = path
        self.number = number
        inner = Array(names.dropFirst())
        isRequired = found.isRequired
    }

    private static func isSingle(_ shape: FieldShape) -> Bool {
        switch shape {
        case .text, .code, .integer, .boolean: true
        case .record(let record): record.name == "coding"
        case .list, .optional: false
        }
    }

    private var isCoding: Bool { shape.record?.name == "coding" }
}

// MARK: - Rules

extension OverlayField {
    /// The rule that fills the field from a source, and writes it back where that can be done.
    func rule(
        _ source: String,
        _ steps: [OverlayStep],
        _ crosswalk: Crosswalk?,
        _ condition: OverlayStatement.Condition?,
        because: String
    ) -> MappingRule<Target> {
        let plain = steps.filter { if case .crosswalk = $0 { false } else { true } }
        var law = crosswalk?.law ?? .iso
        if !plain.isEmpty { law = law.combined(with: .lossy(plain.map(\.note).joined(separator: ", "))) }
        if condition != nil { law = .oneWay("it applies under a condition") }
        let canWrite = condition == nil
        let how = ["set by an overlay: \(because)"] + steps.map(\.note)
        let write: MappingRule<Target>.Write = { record, output in
            guard let json = json(of: record), let text = sourceJSON(json, crosswalk, output.context) else { return }
            output.setJSON(0, text)
        }
        var sources = [source]
        let places = (condition?.sources ?? [])
            .map { wanted in
                if let place = sources.firstIndex(of: wanted) { return place }
                sources.append(wanted)
                return sources.count - 1
            }
        var rule = MappingRule<Target>(
            word: "set",
            target: path,
            sources: sources,
            law: law,
            note: how.joined(separator: "; "),
            read: { input, record in
                if let condition, !condition.predicate.holds(for: ConditionValues(input: input, places: places)) {
                    return
                }
                guard input[0].isPresent else {
                    if isRequired {
                        input.report(.missing, expected: "a value; the record must have one")
                    } else if input[0].kind == .null {
                        input.keep(0)
                    }
                    return
                }
                guard let json = documentJSON(&input, steps, crosswalk, list: source) else { return }
                set(json, &record, &input)
            },
            write: canWrite ? write : nil
        )
        if let crosswalk {
            rule.ask(crosswalk) { self.rule(source, steps, $0, condition, because: because) }
            rule.question = CrosswalkQuestion { input in
                if let condition, !condition.predicate.holds(for: ConditionValues(input: input, places: places)) {
                    return nil
                }
                // The steps behind the crosswalk are none of its business.
                return input[0].text.map { text in (plainSteps(before: steps).reduce(text) { $1.applied(to: $0) }, 0) }
            }
        }
        return rule
    }

    /// The rule that fills the field where nothing else did.
    func defaultRule(
        _ json: String,
        because: String,
        at statement: OverlayStatement,
        _ problems: inout ConfigurationProblems
    ) -> MappingRule<Target>? {
        var trial = Target.schema.blank
        if let failure = put(json, &trial) {
            problems.add(
                failure.code,
                at: statement.place,
                expected: "a value of \(path) as documents have it: \(failure.expected)"
            )
            return nil
        }
        return MappingRule(
            word: "default",
            target: path,
            sources: [],
            law: .oneWay(because),
            note: because,
            read: { input, record in
                guard self.json(of: record) == nil else { return }
                set(json, &record, &input)
            },
            write: nil
        )
    }
}

// MARK: - Values

extension OverlayField {
    /// The field's value as JSON; nil if it holds nothing.
    private func json(of record: Target) -> String? {
        let whole = withUnsafePointer(to: record) { Target.schema.json(ofField: number, of: UnsafeRawPointer($0)) }
        guard !inner.isEmpty, var whole else { return whole }
        return whole.withUTF8 { JSONPlace.json(at: inner, in: $0) }
    }

    private func set(_ json: String, _ record: inout Target, _ input: inout RuleInput) {
        if let failure = put(json, &record) { input.report(failure.code, expected: failure.expected) }
    }

    private func put(_ json: String, _ record: inout Target) -> ReadFailure? {
        var text = json
        if !inner.isEmpty {
            // The parts of the field around it stay as they are.
            let object = VendorObject()
            object.set("/" + inner.joined(separator: "/"), json: json)
            let whole = withUnsafePointer(to: record) { Target.schema.json(ofField: number, of: UnsafeRawPointer($0)) }
            if let whole { object.merge(JSONText(verified: whole)) }
            text = object.text()
        }
        return text.withUTF8 { bytes in
            withUnsafeMutablePointer(to: &record) { record in
                Target.schema.read(bytes, intoField: number, of: UnsafeMutableRawPointer(record))
            }
        }
    }

    /// A source's value as a document has it; nil if it was reported.
    private func documentJSON(
        _ input: inout RuleInput,
        _ steps: [OverlayStep],
        _ crosswalk: Crosswalk?,
        list: String
    ) -> String? {
        guard steps.isEmpty else {
            guard var text: String = input.value(0) else { return nil }
            for step in steps {
                guard case .crosswalk = step else {
                    text = step.applied(to: text)
                    continue
                }
                guard let crosswalk, let target = input.target(of: text, crosswalk) else { return nil }
                text = target
            }
            return quoted(text, list: crosswalk?.name ?? list)
        }
        switch shape {
        case .integer: return input.value(0, as: Int.self).map { String($0) }
        case .boolean: return input.value(0, as: Bool.self).map { $0 ? "true" : "false" }
        case .text(let format, _):
            switch format {
            case "decimal", "percentage": return input.value(0, as: ExactDecimal.self).map { "\"\($0)\"" }
            case "date": return input.value(0, as: LocalDate.self).map { "\"\($0)\"" }
            case "date-time": return input.value(0, as: Instant.self).map { "\"\($0)\"" }
            default: return input.value(0, as: String.self).map { quoted($0, list: list) }
            }
        default: return input.value(0, as: String.self).map { quoted($0, list: list) }
        }
    }

    private func quoted(_ text: String, list: String) -> String {
        guard isCoding else { return text.sourceJSON }
        return "{\"code\":\(text.sourceJSON),\"system\":\(list.sourceJSON)}"
    }

    /// A field's value as the vendor has it; nil if the crosswalk has no way back.
    private func sourceJSON(_ json: String, _ crosswalk: Crosswalk?, _ context: MappingContext) -> String? {
        var text = json
        if isCoding { text = text.withUTF8 { JSONPlace.json(at: ["code"], in: $0) } ?? "null" }
        guard text.hasPrefix("\"") else { return text }
        if case .text(let format, _) = shape {
            switch format {
            case "decimal", "percentage": return String(text.dropFirst().dropLast())
            case "date-time": return (try? Instant(String(text.dropFirst().dropLast())))?.sourceJSON
            default: break
            }
        }
        guard let crosswalk else { return text }
        let code = text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readString()
        }
        guard let code else { return nil }
        let source = crosswalk.source(of: code, on: context.day(for: crosswalk))
        return (source ?? (crosswalk.unmapped == .keep ? code : nil))?.sourceJSON
    }
}

/// What is done to a text before the crosswalk is asked.
private func plainSteps(before steps: [OverlayStep]) -> ArraySlice<OverlayStep> {
    steps.prefix { if case .crosswalk = $0 { false } else { true } }
}

extension OverlayStep {
    /// A text as it is behind the step; a crosswalk leaves it, since it has to be asked.
    fileprivate func applied(to text: String) -> String {
        switch self {
        case .trim: text.trimmed
        case .uppercase: text.mapASCII { $0 &- 0x61 < 26 ? $0 &- 0x20 : $0 }
        case .lowercase: text.mapASCII { $0 &- 0x41 < 26 ? $0 &+ 0x20 : $0 }
        case .crosswalk: text
        }
    }
}

/// The values that an overlay's condition asks for.
private struct ConditionValues: PredicateValues {
    let input: RuleInput

    /// Which of the rule's sources each slot is.
    let places: [Int]

    func value(of slot: Int) -> PredicateValue {
        let value = input[places[slot]]
        switch value.kind {
        case .absent: return .absent
        case .null: return .null
        case .boolean: return .boolean(value.boolean == true)
        case .number: return (try? ExactDecimal(source: value)).map { .decimal($0) } ?? .absent
        case .string: return value.text.map { .text($0) } ?? .absent
        case .container: return .absent
        }
    }
}

extension RuleOutput {
    /// Sets one of the rule's sources to JSON text.
    fileprivate func setJSON(_ index: Int, _ json: String) {
        object.set(pointers[index], json: json)
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    fileprivate func mapASCII(_ transform: (UInt8) -> UInt8) -> String {
        String(decoding: utf8.map(transform), as: UTF8.self)
    }
}

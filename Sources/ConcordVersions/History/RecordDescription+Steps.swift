internal import ConcordSchema

extension RecordDescription {
    /// The version before a change.
    func before(_ change: VersionChange) -> RecordDescription {
        before(change.steps, version: change.version - 1)
    }

    private func before(_ steps: [VersionStep], version: Int?) -> RecordDescription {
        var fields = fields
        for step in steps {
            let places = step.names.compactMap { name in fields.firstIndex { $0.name == name } }
            switch step.kind {
            case .within:
                guard let place = places.first else { continue }
                fields[place] = fields[place].mapping { $0.before(step.inner, version: nil) }
            case .rename:
                guard let place = places.first, let name = step.former.first?.name else { continue }
                fields[place] = fields[place].renamed(name)
            default:
                let first = places.min() ?? fields.count
                // A field that both versions have stays where it is, in the shape that the earlier one gave it.
                let gone = Set(step.names)
                fields.removeAll { gone.contains($0.name) }
                fields.insert(contentsOf: step.former, at: min(first, fields.count))
            }
        }
        return RecordDescription(name: name, version: version, documentation: documentation, fields: fields)
    }
}

extension FieldDescription {
    func renamed(_ name: String) -> FieldDescription {
        FieldDescription(
            name: name,
            documentation: documentation,
            shape: shape,
            isRequired: isRequired,
            unit: unit,
            sensitivity: sensitivity
        )
    }

    /// The field with another record in its shape.
    func mapping(_ body: (RecordDescription) -> RecordDescription) -> FieldDescription {
        FieldDescription(
            name: name,
            documentation: documentation,
            shape: shape.mapping(body),
            isRequired: isRequired,
            unit: unit,
            sensitivity: sensitivity
        )
    }
}

extension FieldShape {
    fileprivate func mapping(_ body: (RecordDescription) -> RecordDescription) -> FieldShape {
        switch self {
        case .record(let record): .record(body(record))
        case .list(let item, let key): .list(of: item.mapping(body), key: key)
        case .optional(let value): .optional(value.mapping(body))
        default: self
        }
    }
}

// MARK: - Declarations that cannot be right

extension VersionChange {
    /// What is wrong with the steps between two versions, in words; nil if nothing is.
    func problem(from earlier: RecordDescription, to later: RecordDescription) -> String? {
        Self.problem(steps, earlier, later)
    }

    private static func problem(
        _ steps: [VersionStep],
        _ earlier: RecordDescription,
        _ later: RecordDescription
    ) -> String? {
        var touched: Set<String> = []
        for step in steps {
            for name in step.names {
                guard later.field(named: name) != nil else { return "\(later.name) has no field \"\(name)\"" }
                guard touched.insert("later \(name)").inserted else { return "two steps make the field \"\(name)\"" }
            }
            for field in step.former {
                guard touched.insert("earlier \(field.name)").inserted else {
                    return "two steps read the field \"\(field.name)\""
                }
                guard later.field(named: field.name) == nil || step.names.contains(field.name) else {
                    return "the field \"\(field.name)\" is in both versions and only in one side of its step"
                }
            }
            guard step.kind == .within else { continue }
            let records = [earlier, later].map { $0.field(named: step.name)?.shape.record }
            guard let before = records[0], let after = records[1] else {
                return "the field \"\(step.name)\" holds no record"
            }
            if let problem = problem(step.inner, before, after) { return problem }
        }
        return nil
    }
}

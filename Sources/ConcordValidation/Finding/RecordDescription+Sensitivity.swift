internal import ConcordSchema

extension RecordDescription {
    /// Who may see the value at a path: the most guarded class on the way to it and inside it.
    func sensitivity(at path: RecordPath) -> Sensitivity {
        var record: RecordDescription? = self
        var result = Sensitivity.open
        for name in path.fields {
            guard let field = record?.field(named: name) else { return result }
            result = result.stricter(field.sensitivity)
            record = field.shape.record
        }
        // A whole object shows what is inside it.
        if let record, !path.fields.isEmpty { result = record.strictest(from: result, depth: 0) }
        return result
    }

    private func strictest(from start: Sensitivity, depth: Int) -> Sensitivity {
        guard depth < 16 else { return start }
        return fields.reduce(start) { result, field in
            let result = result.stricter(field.sensitivity)
            return field.shape.record?.strictest(from: result, depth: depth + 1) ?? result
        }
    }
}

extension Sensitivity {
    /// The one of two classes that fewer may see; a class of a host's own before all others.
    fileprivate func stricter(_ other: Sensitivity) -> Sensitivity {
        other.rank > rank ? other : self
    }

    private var rank: Int {
        switch self {
        case .open: 0
        case .personal: 1
        case .commercial: 2
        case .compensation: 3
        case .financial: 4
        default: 5
        }
    }
}

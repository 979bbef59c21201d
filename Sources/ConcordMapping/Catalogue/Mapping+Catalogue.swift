internal import ConcordSchema

extension Mapping {
    /// The vendor's fields, as far as the mapping knows them.
    ///
    /// Each field that a rule names is in it; what it is, its rule tells where it can. What the pack declares of a field
    /// goes before that. It is made anew each time it is asked for.
    public var catalogue: VendorCatalogue {
        var fields: [VendorField] = []
        var places: [String: Int] = [:]
        func add(_ field: VendorField) {
            guard let place = places[field.pointer] else {
                places[field.pointer] = fields.count
                fields.append(field)
                return
            }
            fields[place].take(field)
        }
        let lists = Set(parts.flatMap { $0.rules.compactMap { $0.rule.items?.pointer } })
        for part in placedParts() {
            for (rule, _) in part where rule.word != "keepRest" {
                for (index, source) in rule.sources.enumerated() {
                    var field = rule.field(source, index, Target.schema.description, object: object)
                    if index == 0, lists.contains(source) { field.type = .list }
                    add(field)
                }
            }
        }
        for declared in declaredFields?.fields ?? [] {
            guard let place = places[declared.pointer] else {
                add(declared)
                continue
            }
            var field = declared
            field.take(fields[place])
            fields[place] = field
        }
        return VendorCatalogue(
            mapping: tag,
            object: object,
            api: api,
            fields: fields,
            convention: declaredFields?.convention
        )
    }
}

extension VendorField {
    /// Takes over what another says of the same field, where this one says nothing.
    fileprivate mutating func take(_ other: VendorField) {
        if type == .any {
            type = other.type
            dateKind = other.dateKind
        }
        if presence == nil { presence = other.presence }
        if isWritable == nil || other.isWritable == true && isWritable != false { isWritable = other.isWritable }
        if unit == nil { unit = other.unit }
        if codeSet == nil, type == .code { codeSet = other.codeSet }
        if references == nil, type == .reference { references = other.references }
        for target in other.targets where !targets.contains(target) { targets.append(target) }
    }
}

extension PlacedRule {
    /// What the rule tells of one of its sources.
    fileprivate func field(
        _ source: String,
        _ index: Int,
        _ record: RecordDescription,
        object: String
    ) -> VendorField {
        let shape = record.field(at: targetNames.filter { $0 != "*" })?.shape.unwrapped
        var field = VendorField(source, .any)
        switch (word, index) {
        case ("same", 0) where sources.count == 1: field.become(shape)
        case ("code", 0) where crosswalk != nil && sources.count == 1:
            field.type = .code
            field.codeSet = crosswalk?.name
        case ("money", 0): field.type = .money
        case ("money", 1) where sources.count == 2:
            field.type = .code
            field.codeSet = "ISO-4217"
        case ("reference", _) where sources.count == 1: field.type = .reference
        case ("identity", 0) where target == "id":
            field.type = .reference
            field.references = object
        case ("split", _) where shape?.record?.name == "date-interval" && sources.count == 2:
            field = VendorField(source, .day)
        default: break
        }
        if law == .iso { field.isWritable = true }
        if !target.isEmpty { field.targets = [target] }
        return field
    }
}

extension VendorField {
    /// Becomes what a field of a record with this shape is copied from.
    fileprivate mutating func become(_ shape: FieldShape?) {
        switch shape {
        case .boolean: type = .flag
        case .integer: type = .number
        case .record(let record) where record.name == "coding": type = .code
        case .text(let format, _):
            switch format {
            case "date": self = VendorField(pointer, .day)
            case "date-time": self = VendorField(pointer, .instant)
            case "decimal": type = .number
            case "percentage":
                type = .number
                unit = "%"
            case "currency":
                type = .code
                codeSet = "ISO-4217"
            case "country":
                type = .code
                codeSet = "ISO-3166-1"
            case "id": type = .reference
            default: type = .text
            }
        default: break
        }
    }
}

extension VendorField.FieldType {
    /// Whether a value of this type can become a value of a record's field.
    ///
    /// - Parameters:
    ///   - shape: The field's shape.
    ///   - asText: Whether steps look at it as a text before.
    /// - Returns: Whether it can; a text may still turn out to be none.
    func canBecome(_ shape: FieldShape, asText: Bool) -> Bool {
        switch self {
        case .any: return true
        case .list, .object: return false
        default: break
        }
        let isWritten = self == .text || self == .code || self == .reference
        if asText { return isWritten || self == .day || self == .instant }
        switch shape {
        case .boolean: return self == .flag || self == .text || self == .code
        case .integer: return self == .number || self == .text || self == .code
        case .text(let format, _):
            switch format {
            case "date": return self == .day || self == .text
            case "date-time": return self == .instant || self == .text
            case "decimal", "percentage": return self == .number || self == .money || self == .text
            case "text", "line": return isWritten || self == .day || self == .instant
            default: return isWritten
            }
        default: return isWritten
        }
    }
}

public import ConcordSchema
public import ConcordValues

/// The names that a predicate over a canonical record may use: its fields, by path, and `today`.
///
/// A field inside a record is named by its path, `approval.state`. A list and a record as a whole have no value to compare;
/// `has(lines)` asks whether the list has items. What stands inside lists cannot be named.
public struct RecordSymbols: PredicateSymbols, Sendable {
    /// Where a name's value is found.
    struct Place: Sendable {
        /// The number of the record's field; nil for `today`.
        let field: Int?
        /// The names from the field's value on.
        let inner: [String]
        let type: PredicateType
    }

    /// The names, in the order of the declaration.
    public let names: [PredicateName]

    let places: [Place]
    private let slots: [String: Int]

    /// The names of a record's fields.
    ///
    /// - Parameter record: The record's declaration.
    public init(_ record: RecordDescription) {
        var paths: [(name: String, place: Place)] = []
        for (number, field) in record.fields.enumerated() {
            Self.collect(field, number, [], into: &paths)
        }
        paths.append(("today", Place(field: nil, inner: [], type: .date)))
        names = paths.map { .field($0.name) }
        places = paths.map(\.place)
        slots = Dictionary(paths.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The slot and the type of a name.
    public func symbol(for name: PredicateName) -> PredicateSymbol? {
        guard case .field(let path) = name, let slot = slots[path] else { return nil }
        return PredicateSymbol(slot: slot, type: places[slot].type)
    }

    private static func collect(
        _ field: FieldDescription,
        _ number: Int,
        _ path: [String],
        into paths: inout [(name: String, place: Place)]
    ) {
        let path = path + [field.name]
        let inner = Array(path.dropFirst())
        func add(_ type: PredicateType) {
            paths.append((path.joined(separator: "."), Place(field: number, inner: inner, type: type)))
        }
        switch field.shape.unwrapped {
        case .text(let format, _): add(PredicateType(format: format))
        case .code(_, let known): add(.code(known))
        case .integer: add(.decimal)
        case .boolean: add(.boolean)
        case .record(let record):
            add(.whole)
            for part in record.fields { collect(part, number, path, into: &paths) }
        case .list, .optional: add(.whole)
        }
    }
}

extension PredicateType {
    /// The type of texts of a format.
    fileprivate init(format: String) {
        switch format {
        case "decimal", "percentage": self = .decimal
        case "date": self = .date
        case "date-time": self = .instant
        default: self = .text
        }
    }
}

/// The values of one record, for predicates that were checked against its ``RecordSymbols``.
///
/// A value is written as documents have it and read again; that serves any record, and is meant for rules in documents,
/// not for inner loops.
public struct RecordValues<Root: Composite>: PredicateValues {
    private let record: Root
    private let symbols: RecordSymbols
    private let today: LocalDate

    /// The values of a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - symbols: The names that the predicate was checked against.
    ///   - today: The day that predicates call `today`.
    public init(_ record: Root, _ symbols: RecordSymbols, today: LocalDate) {
        self.record = record
        self.symbols = symbols
        self.today = today
    }

    /// The value of a slot.
    public func value(of slot: Int) -> PredicateValue {
        let place = symbols.places[slot]
        guard let field = place.field else { return .date(today) }
        let whole = withUnsafePointer(to: record) { Root.schema.json(ofField: field, of: UnsafeRawPointer($0)) }
        guard var json = whole else { return .absent }
        return json.withUTF8 { bytes in
            guard let range = JSONPlace.range(of: place.inner, in: bytes) else { return .absent }
            if place.type == .whole { return .boolean(true) }
            return PredicateValue(json: UnsafeBufferPointer(rebasing: bytes[range]), place.type)
        }
    }
}

extension PredicateValue {
    /// The value that a document's text stands for.
    fileprivate init(json: UnsafeBufferPointer<UInt8>, _ type: PredicateType) {
        var reader = JSONReader(json)
        switch reader.peek() {
        case UInt8(ascii: "\""):
            guard let text = try? reader.readString() else {
                self = .absent
                return
            }
            switch type {
            case .decimal: self = (try? ExactDecimal(text)).map { .decimal($0) } ?? .absent
            case .date: self = (try? LocalDate(text)).map { .date($0) } ?? .absent
            case .instant: self = (try? Instant(text)).map { .instant($0) } ?? .absent
            default: self = .text(text)
            }
        case UInt8(ascii: "t"): self = .boolean(true)
        case UInt8(ascii: "f"): self = .boolean(false)
        case UInt8(ascii: "n"): self = .null
        default:
            let text = String(decoding: json, as: UTF8.self)
            self = (try? ExactDecimal(text)).map { .decimal($0) } ?? .absent
        }
    }
}

import ConcordSchema
import ConcordValues
import Testing

/// The unit of a field follows from its type, and is declared where the type does not tell.
@Suite struct FieldUnitTests {
    @Test func aUnitFollowsFromTheType() {
        let units = Journey.schema.description.fields.map { $0.unit?.description }
        #expect(units == ["MIN", "MIN", "MIN", "P1", "KMT", "DAY", "HUR", nil, nil, nil])
    }
}

/// A trip with a number of each kind.
private struct Journey: Composite {
    var duration = Minutes(0)
    var pause: Minutes?
    var stops: [Minutes] = []
    var share: Percentage?
    var distance = Kilometres(count: 0)
    var notice: Int?
    var standby: Minutes?
    var number = 0
    var price: Money?
    var name: String?

    static let schema = RecordSchema("journey", "A trip.", blank: Journey()) {
        Field("duration", \.duration, "How long it takes.")
        Field("pause", \.pause, "How long the pause is.")
        Field("stops", \.stops, "How long the stops are.")
        Field("share", \.share, "The share that is billed.")
        Field("distance", \.distance, "How far it is.")
        Field("notice", \.notice, "How many days before it is announced.", unit: .day)
        // What a declaration says wins over the type.
        Field("standby", \.standby, "How long it may be late.", unit: .hour)
        Field("number", \.number, "Its number.")
        Field("price", \.price, "Its price, whose currency is in the document.")
        Field("name", \.name, "Its name.")
    }
}

/// A host's own number, whose type says its unit.
private struct Kilometres: FieldValue {
    var count: Int

    static let placeholder = Kilometres(count: 0)
    static var shape: FieldShape { Int.shape }
    static var unit: UnitCode? { .kilometre }

    mutating func read(from reader: inout JSONReader) throws(ReadFailure) { try count.read(from: &reader) }
    func write(to writer: inout JSONWriter) { count.write(to: &writer) }
}

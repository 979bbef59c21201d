public import ConcordMapping
public import ConcordSchema
import ConcordValues

extension Salesforce {
    /// The standard fields that hold a date, and those of the packages that are mapped; events write them as milliseconds.
    public static let eventDates: Set<String> = [
        "CloseDate", "StartDate", "EndDate", "EffectiveDate", "CustomerSignedDate", "CompanySignedDate",
        "CustomerAuthorizedDate", "CompanyAuthorizedDate", "Birthdate", "PoDate", "OrderReferenceDate",
        "pse__Start_Date__c", "pse__End_Date__c", "pse__Last_Date__c", "pse__Expense_Date__c",
        "fferpcore__DocumentDate__c", "fferpcore__DocumentDueDate__c", "fferpcore__TaxPointDate__c",
    ]

    /// The standard fields that hold a point in time; events write them as milliseconds.
    public static let eventTimes: Set<String> = [
        "CreatedDate", "LastModifiedDate", "SystemModstamp", "ActivatedDate", "LastActivityDate", "LastLoginDate",
        "LastStageChangeDate", "EmailBouncedDate",
    ]

    /// The change events of a message of Change Data Capture.
    ///
    /// A message is what a subscriber gets as JSON: an object with `payload` in it, with `data` or `detail` around that or
    /// not, or the payload by itself; or an array of such. An event that names several records becomes one event for each.
    ///
    /// Fields come out as the REST API writes them: dates and points in time as text, the parts of compound fields as
    /// fields of their own (`BillingAddress.City` is `BillingCity`). `null` is a value only where the header says that
    /// the field was emptied. Of a field that came as a difference from its earlier text, the value is not told. Formulas
    /// never come: the record of an object that was made lacks what rules read from them until the object is read.
    ///
    /// - Parameters:
    ///   - message: The message as JSON in UTF-8.
    ///   - dates: The fields that hold a date; add the organisation's own.
    ///   - times: The fields that hold a point in time; add the organisation's own.
    /// - Returns: The events, in the order of the message. An event that cannot be told is a gap that says why.
    /// - Throws: A `Refusal` if the bytes are not JSON, or have no change event in them.
    public static func changeEvents(
        in message: [UInt8],
        dates: Set<String> = eventDates,
        times: Set<String> = eventTimes
    ) throws(Refusal) -> [ChangeEvent] {
        let tree = try JSONTree(message)
        var events: [ChangeEvent] = []
        for message in tree.items ?? [tree] {
            guard let reading = ChangeMessage(message, dates: dates, times: times) else {
                throw Refusal(issues: [
                    Issue(
                        "change.noEvent",
                        expected: "a change event, with a ChangeEventHeader in its payload",
                        remedy: "Subscribe to a channel of Change Data Capture, and pass its messages as JSON."
                    )
                ])
            }
            events += reading.events
        }
        return events
    }
}

/// One message of Change Data Capture.
private struct ChangeMessage {
    private let payload: JSONTree
    private let header: JSONTree
    private let replayID: String?
    private let dates: Set<String>
    private let times: Set<String>

    /// The id that stands for no record in particular.
    private static let noRecord = "000000000000000AAA"

    init?(_ message: JSONTree, dates: Set<String>, times: Set<String>) {
        let envelope = message["data"] ?? message["detail"] ?? message
        let payload = envelope["payload"] ?? envelope
        guard let header = payload["ChangeEventHeader"], header["entityName"]?.string != nil else { return nil }
        self.payload = payload
        self.header = header
        let token = envelope[["event", "replayId"]] ?? message["replayId"] ?? envelope["replayId"]
        replayID = token.map { $0.string ?? $0.text }
        self.dates = dates
        self.times = times
    }

    var events: [ChangeEvent] {
        let object = header["entityName"]?.string ?? ""
        let type = header["changeType"]?.string ?? ""
        let time = header["commitTimestamp"]?.integer
        let sequence = header["sequenceNumber"]?.integer ?? 0
        let ids = names("recordIds").map(Salesforce.normalised)
        var (kind, reason) = kind(of: type)
        if kind != .gap, isPacked {
            kind = .gap
            reason =
                "the names of the fields that were emptied; they came as a bit map, which only the event's schema tells"
        }
        var fields: [ChangeEvent.Field] = []
        switch kind {
        case .gap: break
        case .deleted: fields = [.init("/IsDeleted", Self.json("true"))]
        case .undeleted:
            fields = self.fields.filter { $0.pointer != "/IsDeleted" } + [.init("/IsDeleted", Self.json("false"))]
        case .created, .changed: fields = self.fields
        }
        // Formulas do not come, so that what is missing where an object is brought back may well be there.
        let isWhole = kind == .created && !fields.contains { $0.value == nil }
        return (ids.isEmpty ? [Self.noRecord] : ids)
            .map { id in
                ChangeEvent(
                    object: object,
                    id: id == Self.noRecord ? nil : id,
                    kind: id == Self.noRecord ? .gap : kind,
                    fields: id == Self.noRecord ? [] : fields,
                    isWhole: isWhole,
                    at: time.flatMap(Instant.init(milliseconds:)),
                    by: header["commitUser"]?.string,
                    order: .init(header["commitNumber"]?.integer ?? time ?? 0, sequence),
                    token: replayID,
                    key: "\(header["transactionKey"]?.string ?? "")/\(sequence)/\(object)/\(id)",
                    reason: id == Self.noRecord && reason == nil ? "the ids of the records that changed" : reason
                )
            }
    }

    private func kind(of type: String) -> (ChangeEvent.Kind, reason: String?) {
        switch type {
        case "CREATE": (.created, nil)
        case "UPDATE": (.changed, nil)
        case "DELETE": (.deleted, nil)
        case "UNDELETE": (.undeleted, nil)
        case "GAP_OVERFLOW":
            (.gap, "an event for each record; more changed in one transaction than Salesforce tells of")
        default: (.gap, "an event with what changed; Salesforce tells only that it was \(type)")
        }
    }

    /// Whether the header's lists are bit maps instead of names, as the Pub/Sub API sends them, and say something.
    private var isPacked: Bool {
        (names("nulledFields") + names("diffFields"))
            .contains { $0.split(separator: "-").last?.hasPrefix("0x") == true }
    }

    private func names(_ list: String) -> [String] { header[list]?.items?.compactMap(\.string) ?? [] }

    // MARK: Fields

    private var fields: [ChangeEvent.Field] {
        let nulled = Set(names("nulledFields").map(Self.flat))
        let differing = Set(names("diffFields").map(Self.flat))
        var order: [String] = []
        var values: [String: JSONText?] = [:]
        func add(_ name: String, _ value: JSONText?) {
            if values[name] == nil { order.append(name) }
            values[name] = .some(value)
        }
        func take(_ name: String, _ value: JSONTree) {
            if differing.contains(name) { return add(name, nil) }
            if value.isNull {
                if nulled.contains(name) { add(name, .null) }
            } else {
                add(name, Self.json(rest(name, value).text))
            }
        }
        for member in payload.members ?? [] {
            let name = String(decoding: member.key, as: UTF8.self)
            guard name != "ChangeEventHeader" else { continue }
            guard let parts = member.value.members else {
                take(name, member.value)
                continue
            }
            for part in parts { take(Self.flat("\(name).\(String(decoding: part.key, as: UTF8.self))"), part.value) }
            // A person's whole name is put together by Salesforce, and does not come.
            if name == "Name" { add(name, nil) }
        }
        // An emptied field may be left out of the payload altogether.
        for name in names("nulledFields").map(Self.flat) where values[name] == nil { add(name, .null) }
        let whole = Set((payload.members ?? []).filter { $0.value.members != nil }.map(\.key))
        for name in names("changedFields") where !name.hasPrefix("0x") && !name.contains("-0x") {
            guard values[Self.flat(name)] == nil, !whole.contains(Array(name.utf8)) else { continue }
            add(Self.flat(name), nil)
        }
        return order.map { ChangeEvent.Field("/\($0)", values[$0] ?? nil) }
    }

    /// The name of a part of a compound field as the REST API has it: `BillingAddress.City` is `BillingCity`.
    private static func flat(_ name: String) -> String {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return name }
        if parts[0] == "Name" { return parts[1] }
        if parts[0].hasSuffix("__c") { return "\(parts[0].dropLast(3))__\(parts[1])__s" }
        return parts[0].hasSuffix("Address") ? "\(parts[0].dropLast(7))\(parts[1])" : "\(parts[0])\(parts[1])"
    }

    /// A value as the REST API writes it.
    private func rest(_ name: String, _ value: JSONTree) -> JSONTree {
        guard value.string == nil, let milliseconds = value.integer else { return value }
        if dates.contains(name), let date = try? LocalDate(dayNumber: Int(milliseconds.daysAndRest.days)) {
            return .leaf("\"\(date)\"")
        }
        if times.contains(name), let text = Instant.restText(milliseconds: milliseconds) { return .leaf("\"\(text)\"") }
        return value
    }

    private static func json(_ text: String) -> JSONText? { try? JSONText(text) }
}

extension Int64 {
    /// Milliseconds since 1970 as whole days and what is left of the last one.
    fileprivate var daysAndRest: (days: Int64, rest: Int64) {
        let day: Int64 = 86_400_000
        let isBefore = self % day < 0
        return (self / day - (isBefore ? 1 : 0), self % day + (isBefore ? day : 0))
    }
}

extension Instant {
    /// A point in time as the REST API writes it: `2026-05-01T07:25:37.000+0000`.
    fileprivate static func restText(milliseconds: Int64) -> String? {
        guard milliseconds.magnitude < 1 << 53 else { return nil }
        let (days, rest) = milliseconds.daysAndRest
        guard let date = try? LocalDate(dayNumber: Int(days)) else { return nil }
        func digits(_ number: Int64, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let seconds = rest / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }.joined(separator: ":")
        return "\(date)T\(clock).\(digits(rest % 1000, 3))+0000"
    }

    /// A point in time from milliseconds since 1970; nil if it is out of range.
    init?(milliseconds: Int64) {
        guard let text = Self.restText(milliseconds: milliseconds),
            let instant = try? Instant(text.replacing("+0000", with: "Z"))
        else { return nil }
        self = instant
    }
}

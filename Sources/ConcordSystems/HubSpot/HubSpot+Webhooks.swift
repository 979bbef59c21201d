public import ConcordMapping
public import ConcordSchema
import ConcordValues

extension HubSpot {
    /// The change events of one request to a webhook: an array of notifications, of which several may be of one object.
    ///
    /// Notifications of one object are folded into one event, in the order in which they occurred and not in that of the
    /// request; of two with the same property the later counts. Properties are fields under `/properties`, and one that
    /// was emptied is `null`. A creation names no properties, so that the event of a new object is not a whole one. Merges
    /// are gaps of all objects that they name, because HubSpot does not tell what came of them. Where associations changed,
    /// `/associations` is among the fields, without a value.
    ///
    /// `attemptNumber` does not count for an event's key, and an `eventId` alone is not unique: the key is made of the ids
    /// and times of all notifications in it. A request that HubSpot repeats gives the same keys.
    ///
    /// - Parameter request: The request's body as JSON in UTF-8.
    /// - Returns: The events, in the order in which they occurred.
    /// - Throws: A `Refusal` if the body is not JSON, or has something in it that is no notification.
    public static func changeEvents(in request: [UInt8]) throws(Refusal) -> [ChangeEvent] {
        let tree = try JSONTree(request)
        var notifications: [Notification] = []
        for (index, item) in (tree.items ?? [tree]).enumerated() {
            guard let notification = Notification(item, index) else {
                throw Refusal(issues: [
                    Issue(
                        "change.noEvent",
                        path: RecordPath([.index(index)]),
                        expected: "a notification with subscriptionType, objectId and occurredAt",
                        remedy: "Pass the body of a webhook's request as it came."
                    )
                ])
            }
            notifications += [notification] + notification.others
        }
        var order: [String] = []
        var groups: [String: [Notification]] = [:]
        for notification in notifications.sorted(by: Notification.stoodBefore) {
            if groups[notification.subject] == nil { order.append(notification.subject) }
            groups[notification.subject, default: []].append(notification)
        }
        return order.compactMap { groups[$0].flatMap(event) }.sorted { $0.order < $1.order }
    }

    /// What the notifications of one object say together; they are in their order.
    private static func event(_ notifications: [Notification]) -> ChangeEvent? {
        guard let last = notifications.last else { return nil }
        var kind: ChangeEvent.Kind?
        var reason: String?
        var names: [String] = []
        var values: [String: JSONText] = [:]
        var hasAssociations = false
        for notification in notifications {
            switch notification.change {
            case .property(let name, let value):
                if values[name] == nil { names.append(name) }
                values[name] = value
                kind = kind ?? .changed
            case .lifecycle(let next):
                // What was made and put away within one request is put away.
                kind = next
                if next == .deleted { (names, values) = ([], [:]) }
            case .associations:
                hasAssociations = true
                kind = kind ?? .changed
            case .untold(let why): reason = why
            }
        }
        if reason != nil, kind != .deleted { kind = .gap }
        let isGap = kind == .gap
        var fields = names.map { ChangeEvent.Field("/properties".pointer(to: $0), values[$0]) }
        if hasAssociations { fields.append(ChangeEvent.Field("/associations", nil)) }
        return ChangeEvent(
            object: last.object,
            id: last.id,
            kind: kind ?? .gap,
            fields: isGap ? [] : fields,
            at: Instant(milliseconds: last.occurredAt),
            by: last.by,
            order: .init(last.occurredAt),
            key: last.subject + ":" + unique(notifications.map(\.key)).joined(separator: ","),
            reason: isGap ? reason : nil
        )
    }

    private static func unique(_ keys: [String]) -> [String] {
        var seen: Set<String> = []
        return keys.filter { seen.insert($0).inserted }
    }
}

/// One notification of a webhook.
private struct Notification {
    enum Change {
        case property(String, JSONText)
        case lifecycle(ChangeEvent.Kind)
        case associations
        case untold(String)
    }

    let object: String
    let id: String
    let occurredAt: Int64
    let by: String?
    let change: Change
    let key: String
    private let portal: String
    private let place: Int

    /// Notifications of other objects that the same one is about.
    private(set) var others: [Notification] = []

    /// Which object it is of.
    var subject: String { "\(portal)/\(object)/\(id)" }

    init?(_ tree: JSONTree, _ place: Int) {
        func text(_ name: String) -> String? {
            guard let value = tree[name], !value.isNull else { return nil }
            return value.string ?? value.text
        }
        guard let type = text("subscriptionType"), let occurredAt = tree["occurredAt"]?.integer else { return nil }
        let parts = type.split(separator: ".").map(String.init)
        guard parts.count == 2, let subject = text("objectId") ?? text("primaryObjectId") ?? text("fromObjectId") else {
            return nil
        }
        let typeID = text("objectTypeId") ?? text("fromObjectTypeId") ?? ""
        object = parts[0] == "object" ? HubSpot.objectTypes[typeID] ?? typeID : parts[0]
        id = subject
        portal = text("portalId") ?? ""
        self.occurredAt = occurredAt
        self.place = place
        by = text("sourceId") ?? text("changeSource")
        let name = text("propertyName")
        key = [text("eventId") ?? text("subscriptionId"), String(occurredAt), name].compactMap(\.self)
            .joined(separator: ".")
        switch parts[1] {
        case "propertyChange":
            guard let name else { return nil }
            let value = text("propertyValue") ?? ""
            // Everything is text; an empty one is a property without a value.
            var writer = JSONWriter(capacity: 64)
            writer.write(value)
            let written = writer.text()
            change = .property(name, value.isEmpty ? .null : (try? JSONText(written)) ?? .null)
        case "creation": change = .lifecycle(.created)
        case "deletion", "privacyDeletion": change = .lifecycle(.deleted)
        case "restore": change = .lifecycle(.undeleted)
        case "merge": change = .untold("the object that came of a merge; HubSpot tells only which were merged")
        case "associationChange": change = .associations
        default: change = .untold("an event that is known, not \(type)")
        }
        if parts[1] == "merge" {
            let merged = tree["mergedObjectIds"]?.items?.map { $0.string ?? $0.text } ?? []
            let all = [text("primaryObjectId"), text("newObjectId")].compactMap(\.self) + merged
            var named: Set<String> = [id]
            others = all.filter { named.insert($0).inserted }.map { Notification(self, id: $0) }
        }
    }

    private init(_ other: Notification, id: String) {
        object = other.object
        self.id = id
        occurredAt = other.occurredAt
        by = other.by
        change = other.change
        key = other.key
        portal = other.portal
        place = other.place
    }

    /// Whether one notification is to be heard before another: by time, and what has the same time by its name and place.
    static func stoodBefore(_ one: Notification, _ other: Notification) -> Bool {
        (one.occurredAt, one.rank, one.key, one.place) < (other.occurredAt, other.rank, other.key, other.place)
    }

    /// An object is made before it changes, and deleted after.
    private var rank: Int {
        switch change {
        case .lifecycle(.created), .lifecycle(.undeleted): 0
        case .lifecycle: 2
        default: 1
        }
    }
}

/// What a vendor puts around the objects of one page of a list: which member has the objects, and which say more.
public struct PayloadEnvelope: Sendable, Hashable {
    /// The member that holds the array of objects.
    public let items: String

    /// The member that says whether this page is the last one.
    public let done: String

    /// The member that says how many objects all pages have.
    public let total: String

    /// The member that leads to the next page.
    public let next: String

    /// Whether the envelope has no other member, so that the array alone makes it one.
    let isItemsAlone: Bool

    /// An envelope of an array of objects and nothing else, which is all there is: `{"Report_Entry":[…]}`.
    ///
    /// - Parameter items: The member that holds the array of objects; no object may have an array of that name.
    public init(items: String) {
        self.items = items
        done = ""
        total = ""
        next = ""
        isItemsAlone = true
    }

    /// An envelope.
    ///
    /// - Parameters:
    ///   - items: The member that holds the array of objects.
    ///   - done: The member that says whether this page is the last one.
    ///   - total: The member that says how many objects all pages have.
    ///   - next: The member that leads to the next page.
    public init(items: String, done: String, total: String, next: String) {
        self.items = items
        self.done = done
        self.total = total
        self.next = next
        isItemsAlone = false
    }

    /// What queries of Salesforce's REST API answer: `{totalSize, done, nextRecordsUrl, records[]}`.
    public static let query = Self(items: "records", done: "done", total: "totalSize", next: "nextRecordsUrl")
}

/// One page of a list, as its envelope describes it.
public struct PayloadPage: Sendable, Hashable {
    /// Whether it is the last page; nil if the envelope does not say.
    public internal(set) var isLast: Bool?

    /// How many objects all pages have, if the envelope says so.
    public internal(set) var total: Int?

    /// What leads to the next page.
    public internal(set) var next: String?

    init() {}

    /// Whether there are more pages that hold what this one does not.
    public var isFollowed: Bool { isLast == false || isLast == nil && next != nil }
}

internal import ConcordSchema

/// What a vendor puts around the objects of one page of a list: which member has the objects, and which say more.
public struct PayloadEnvelope: Sendable, Hashable {
    /// The member that holds the array of objects.
    public let items: String

    /// The member that is true if this page is the last one.
    public let done: String?

    /// The member that is true if this page is not the last one.
    public let more: String?

    /// The member that says how many objects all pages have.
    public let total: String?

    /// What leads to the next page.
    public let next: Next?

    /// Members that an envelope may have and an object has not, and that say nothing.
    public let signs: [String]

    /// Whether the array alone makes an object an envelope.
    public let isItemsAlone: Bool

    /// The names that the pointer to what leads to the next page goes through: worked out once, because every member of
    /// every object is asked whether it is the first of them.
    private let nextNames: [String]

    /// Where an envelope has what leads to the next page.
    public enum Next: Sendable, Hashable {
        /// In a member, by a JSON Pointer (RFC 6901): `/paging/next/after`.
        case member(String)
        /// In the member `href` of the link with a relation (RFC 8288), in an array of links: `{"rel":"next","href":…}`.
        case link(relation: String, in: String)
    }

    /// An envelope of an array of objects and nothing else, which is all there is: `{"Report_Entry":[…]}`.
    ///
    /// - Parameter items: The member that holds the array of objects; no object may have an array of that name.
    public init(items: String) {
        self.init(items: items, isItemsAlone: true)
    }

    /// An envelope.
    ///
    /// An object is one if it has the array and one of the other members, so that an object with a list of that name is
    /// not taken for a page.
    ///
    /// - Parameters:
    ///   - items: The member that holds the array of objects.
    ///   - done: The member that is true if this page is the last one.
    ///   - more: The member that is true if this page is not the last one.
    ///   - total: The member that says how many objects all pages have.
    ///   - next: What leads to the next page.
    ///   - signs: Members that an envelope may have and an object has not, and that say nothing.
    ///   - isItemsAlone: Whether the array alone makes an object an envelope, as where the last page has nothing else.
    public init(
        items: String,
        done: String? = nil,
        more: String? = nil,
        total: String? = nil,
        next: Next? = nil,
        signs: [String] = [],
        isItemsAlone: Bool = false
    ) {
        self.items = items
        self.done = done
        self.more = more
        self.total = total
        self.next = next
        self.signs = signs
        self.isItemsAlone = isItemsAlone
        nextNames =
            switch next {
            case .member(let pointer)?: pointer.pointerNames
            case .link(_, let links)?: [links]
            case nil: []
            }
    }

    /// What queries of Salesforce's REST API answer: `{totalSize, done, nextRecordsUrl, records[]}`.
    public static let query = Self(
        items: "records",
        done: "done",
        total: "totalSize",
        next: .member("/nextRecordsUrl")
    )

    /// What services of OData answer (OData JSON Format 4.01 §13): `{@odata.context, @odata.count, value[],
    /// @odata.nextLink}`.
    public static let odata = Self(
        items: "value",
        total: "@odata.count",
        next: .member("/@odata.nextLink"),
        signs: ["@odata.context", "@odata.metadataEtag"]
    )
}

extension PayloadEnvelope {
    /// What a member of an object says, if it is one of the envelope's.
    ///
    /// - Parameters:
    ///   - name: The member's name, written without escapes.
    ///   - value: Its value.
    ///   - page: Is told what it says.
    /// - Returns: Whether it is one of the envelope's.
    func note(_ name: UnsafeBufferPointer<UInt8>, _ value: SourceValue, _ page: inout PayloadPage) -> Bool {
        func isIt(_ other: String?) -> Bool {
            guard let other, other.utf8.count == name.count else { return false }
            return name.elementsEqual(other.utf8)
        }
        if isIt(done) {
            page.isLast = value.boolean
            return value.boolean != nil
        }
        if isIt(more) {
            page.isLast = value.boolean.map { !$0 }
            return value.boolean != nil
        }
        if isIt(total) {
            page.total = try? Int(source: value)
            return page.total != nil
        }
        guard isIt(nextNames.first), let next, let json = value.json else { return signs.contains(where: isIt) }
        let tree = JSONTree(JSONText(verified: json))
        switch next {
        case .member:
            page.next = tree[nextNames.dropFirst()]?.string
            return page.next != nil
        case .link(let relation, _):
            page.next = tree.items?.first { $0["rel"]?.string == relation }?["href"]?.string
            // Objects have links too.
            return false
        }
    }
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

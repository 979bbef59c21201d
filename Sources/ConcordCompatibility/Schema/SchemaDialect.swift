/// The edition of JSON Schema that a document is written in, as far as its keywords differ.
public struct SchemaDialect: RawRepresentable, Sendable, Hashable {
    /// The edition's name.
    public let rawValue: String

    /// An edition with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Draft 4: `exclusiveMinimum` is true or false, `id` instead of `$id`.
    public static let draft4 = Self(rawValue: "draft-04")
    /// Draft 6 and 7: lists of schemas in `items`, `dependencies`, nothing beside `$ref` counts.
    public static let draft7 = Self(rawValue: "draft-07")
    /// Draft 2019-09: as 2020-12, with lists of schemas in `items`.
    public static let draft201909 = Self(rawValue: "2019-09")
    /// Draft 2020-12, which is also what a document without `$schema` is read as.
    public static let draft202012 = Self(rawValue: "2020-12")

    /// The edition that a document names in `$schema`.
    init(of document: JSONValue) {
        let name = document["$schema"]?.text ?? ""
        if name.contains("draft-04") || name.contains("draft-03") {
            self = .draft4
        } else if name.contains("draft-06") || name.contains("draft-07") {
            self = .draft7
        } else if name.contains("2019-09") {
            self = .draft201909
        } else {
            self = .draft202012
        }
    }

    /// Whether `items` may be a list of schemas.
    var hasItemLists: Bool { self != .draft202012 }

    /// Whether `$ref` stands alone.
    var hasLoneReferences: Bool { self == .draft4 || self == .draft7 }
}

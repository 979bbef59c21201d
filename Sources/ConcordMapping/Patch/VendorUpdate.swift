/// What a vendor's API takes for the update of an object: data that a pack states, and that `vendorPatch` follows.
///
/// ```swift
/// static let update = VendorUpdate(
///     "PATCH /services/data/v{version}/sobjects/{type}/{id}",
///     readOnly: ["/Id", "/attributes", "/CreatedDate"],
///     takesObjects: false
/// )
/// ```
public struct VendorUpdate: Sendable, Hashable {
    /// How a list is sent of which something changed.
    public enum Lists: Sendable, Hashable {
        /// Whole.
        case whole
        /// The items that changed or are new, told apart by their key; whole if items went or changed places, and then a
        /// parameter of the address names the list.
        case byKey(replacing: String)
    }

    /// The request, in words.
    public let request: String

    /// The pointers to members that the API does not take, whatever is below them; `""` is the whole object.
    public let readOnly: Set<String>

    /// The names of members that the API takes nowhere, such as a reference's name for people.
    public let shown: Set<String>

    /// Whether members may be objects.
    public let takesObjects: Bool

    /// The member by which an object is named in a reference, such as `id`; a reference is emptied as a whole.
    public let reference: String?

    /// How lists are sent.
    public let lists: Lists

    /// What a vendor's API takes.
    ///
    /// - Parameters:
    ///   - request: The request, in words.
    ///   - readOnly: The pointers to members that the API does not take.
    ///   - shown: The names of members that the API takes nowhere.
    ///   - takesObjects: Whether members may be objects.
    ///   - reference: The member by which an object is named in a reference.
    ///   - lists: How lists are sent.
    public init(
        _ request: String,
        readOnly: Set<String> = [],
        shown: Set<String> = [],
        takesObjects: Bool = true,
        reference: String? = nil,
        lists: Lists = .whole
    ) {
        self.request = request
        self.readOnly = readOnly
        self.shown = shown
        self.takesObjects = takesObjects
        self.reference = reference
        self.lists = lists
    }

    /// The same for an object with more members that the API does not take.
    ///
    /// - Parameter pointers: Their pointers.
    /// - Returns: What the API takes of that object.
    public func without(_ pointers: String...) -> VendorUpdate {
        VendorUpdate(
            request,
            readOnly: readOnly.union(pointers),
            shown: shown,
            takesObjects: takesObjects,
            reference: reference,
            lists: lists
        )
    }

    /// Everything that changed, as a JSON Merge Patch: for vendors of whom nothing else is said.
    public static let everything = VendorUpdate("a JSON Merge Patch (RFC 7396) of the object")

    /// Whether the API takes the member at a pointer.
    func takes(_ pointer: String) -> Bool {
        !readOnly.contains { pointer == $0 || pointer.hasPrefix($0 + "/") }
    }
}

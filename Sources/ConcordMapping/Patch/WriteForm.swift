/// The form in which records are written onto the object that they came from.
public enum WriteForm: Sendable, Hashable {
    /// The whole object: the original's bytes with the members that changed.
    case document
    /// A JSON Merge Patch (RFC 7396) of the original: an object with the members that changed.
    case mergePatch
    /// What the vendor's API takes for an update, as the mapping's ``VendorUpdate`` says.
    case vendorPatch
}

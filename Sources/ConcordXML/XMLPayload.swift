public import ConcordSchema

/// One record of an XML stream as a JSON object, and where it stands; or what is wrong with the stream.
///
/// The bytes are there as long as the call that is given the payload.
public struct XMLPayload {
    /// The record as a JSON object; of a SOAP fault, the fault with its detail; otherwise empty where there is an issue.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// The local name of the record's element; nil if the issue is about no record.
    public let element: String?

    /// Where the record's start tag begins, exactly; where the issue is, if it is about no record.
    public let position: SourcePosition

    /// Why there is no record.
    public let issue: Issue?

    init(_ bytes: UnsafeBufferPointer<UInt8>, element: String?, at position: SourcePosition, issue: Issue?) {
        self.bytes = bytes
        self.element = element
        self.position = position
        self.issue = issue
    }

    /// Gives what a mapping found in the object its place in the stream: that of the record.
    ///
    /// - Parameter issues: What a mapping found in the object.
    public func locate(_ issues: inout [Issue]) {
        for index in issues.indices {
            issues[index].position = position
            issues[index].related = issues[index].related.map { _ in position }
        }
    }
}

@available(*, unavailable)
extension XMLPayload: Sendable {}

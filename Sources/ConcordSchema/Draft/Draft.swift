/// A record as it was read: what it says, what was there, and what is wrong with it; nothing of it is trusted yet.
///
/// Reading never stops at the first mistake and never throws: a draft has all issues of its document. The record itself
/// comes out only where no issue is an error, through ``record()``.
public struct Draft<Value: CanonicalRecord>: Sendable {
    @usableFromInline
    package var value: Value
    @usableFromInline var presentMask: UInt64

    @usableFromInline var found: [Issue]

    /// Everything that is wrong with the document or worth knowing, in the order of the document.
    @inlinable
    public var issues: [Issue] { found }

    /// Reads a draft from a document.
    ///
    /// - Parameter document: One JSON object in UTF-8 that names its schema, with white space around it at most.
    @inlinable
    public init(json document: UnsafeBufferPointer<UInt8>) {
        let schema = Value.schema
        value = schema.blank
        found = []
        presentMask = 0
        withUnsafeMutablePointer(to: &value) { record in
            presentMask = schema.plan.readDocument(
                into: UnsafeMutableRawPointer(record),
                from: document,
                issues: &found
            )
        }
    }

    /// Reads a draft from a document.
    public init(json document: [UInt8]) {
        self = document.withUnsafeBufferPointer { Self(json: $0) }
    }

    /// Reads a draft from a document.
    public init(json document: String) {
        var document = document
        self = document.withUTF8 { Self(json: $0) }
    }

    /// Wraps a record that was made elsewhere, such as by a mapping.
    ///
    /// - Parameters:
    ///   - value: The record, complete but for what the issues say.
    ///   - issues: What is wrong with it or worth knowing.
    public init(_ value: Value, issues: [Issue] = []) {
        self.value = value
        found = issues
        presentMask = 0
    }

    /// Whether no issue is an error.
    @inlinable
    public var isAcceptable: Bool {
        issues.isEmpty || issues.allSatisfy { $0.severity != .error }
    }

    /// The fields whose members were in the document, with a value or as nothing.
    public var present: FieldSet<Value> {
        let fields = Value.schema.description.fields
        return FieldSet(
            fields.indices.filter { presentMask & (1 << UInt64($0)) != 0 }
                .map { RecordPath([.field(fields[$0].name)]) }
        )
    }

    /// Whether a field was left out, written as nothing, or written with a value.
    public func presence<Field: FieldValue>(of property: KeyPath<Value, Field>) -> Presence<Field> {
        Value.schema.presence(of: property, in: value)
    }

    /// What the document carried beside the fields' values.
    public var remainder: Remainder { value.remainder }

    /// The record, if no issue is an error.
    ///
    /// - Returns: The record.
    /// - Throws: A ``Refusal`` with all issues if one is an error.
    @inlinable
    public func record() throws(Refusal) -> Value {
        guard isAcceptable else { throw Refusal(issues: issues) }
        return value
    }
}

public import ConcordValues

/// The error of a document that was refused: all that is wrong with it.
public struct Refusal: Error, Sendable, Hashable {
    /// Every issue of the document, errors and others, in its order.
    public let issues: [Issue]

    /// A refusal for the given issues.
    public init(issues: [Issue]) {
        self.issues = issues
    }
}

extension Refusal: CustomStringConvertible {
    /// The issues, one a line.
    public var description: String {
        issues.map(\.description).joined(separator: "\n")
    }
}

extension Draft {
    /// Puts other issues in the place of those that were found, such as the same ones with other places.
    package mutating func replaceIssues(by issues: [Issue]) {
        found = issues
    }
}

public import Foundation

/// Reads records out of XML as JSON objects, one at a time, so that mappings read them.
///
/// The records are the elements of given local names, however deep they stand; one inside another is part of it. Each
/// becomes a JSON object:
///
/// - An element is a member by its local name; several of one name are an array, in the place of the first. Names in
///   ``lists`` are arrays even where there is one.
/// - An attribute is a member `@name`; those of an element are sorted by name, because XML gives them no order.
/// - An element without attributes and elements is a string, empty or not. The text of another one is its member `#text`.
/// - An element with `nil="true"` or `xsi:nil="true"`, and nothing else, is `null`.
/// - White space between elements is dropped. In mixed content the pieces of text are put together, and their places
///   among the elements are lost; no known vendor sends data so.
/// - Comments and processing instructions are dropped. CDATA is text.
///
/// Names are local ones; those of the namespaces in ``namespaces`` have a prefix, by default `xsi:` and `xml:`. If names of
/// two namespaces would fall together in one element, the record is refused; give one of them a prefix.
///
/// The platform's parser pushes what it finds. Therefore records are given to a closure while the document is read, not
/// taken from an iterator; only one record is held. Nothing outside a document is ever fetched: document type declarations
/// are refused, and with them entities of all kinds but the five of XML.
///
/// What is read of a broken document are records before the mistake; whether the very last of them is given depends on how
/// the bytes came, because the parser looks ahead.
///
/// ```swift
/// let reader = XMLPayloadReader(records: "Customer_Invoice", lists: ["ID", "Customer_Invoice_Line_Replacement_Data"])
/// try reader.read(stream) { payload in
///     if let issue = payload.issue { report(issue) } else { import(mapping.read(payload.bytes, in: run)) }
/// }
/// ```
public struct XMLPayloadReader: Sendable {
    /// The local names of the elements that are records.
    public let records: Set<String>

    /// The names of members that are arrays even where there is one.
    public let lists: Set<String>

    /// The namespaces whose names have a prefix.
    public let namespaces: XMLNamespaces

    /// How much is accepted.
    public let limits: XMLLimits

    /// A reader of records.
    ///
    /// - Parameters:
    ///   - records: The local names of the elements that are records.
    ///   - lists: The names of members that are arrays even where there is one.
    ///   - namespaces: The namespaces whose names have a prefix.
    ///   - limits: How much is accepted.
    public init(
        records: String...,
        lists: Set<String> = [],
        namespaces: XMLNamespaces = XMLNamespaces(),
        limits: XMLLimits = XMLLimits()
    ) {
        self.records = Set(records)
        self.lists = lists
        self.namespaces = namespaces
        self.limits = limits
    }

    /// Reads a document from a stream.
    ///
    /// - Parameters:
    ///   - stream: The stream; it is opened and closed.
    ///   - body: Takes each record and each issue, in the order of the document. Behind an issue without a record nothing
    ///     more comes, because the document cannot be read any further.
    /// - Returns: What was read.
    /// - Throws: The stream's error, or what the closure throws; reading stops there.
    @discardableResult
    public func read(_ stream: InputStream, _ body: (XMLPayload) throws -> Void) throws -> XMLReadSummary {
        stream.open()
        defer { stream.close() }
        let source = { (buffer: UnsafeMutableRawBufferPointer) throws -> Int in
            let bytes = buffer.bindMemory(to: UInt8.self)
            guard let start = bytes.baseAddress else { return 0 }
            let count = stream.read(start, maxLength: bytes.count)
            if count < 0 { throw stream.streamError ?? CocoaError(.fileReadUnknown) }
            return count
        }
        return try read(from: source, body)
    }

    /// Reads a document through a closure that brings the bytes.
    ///
    /// - Parameters:
    ///   - source: Puts the next bytes of the document at the front of the memory it is given and says how many; 0 at the
    ///     end.
    ///   - body: Takes each record and each issue, in the order of the document. Behind an issue without a record nothing
    ///     more comes, because the document cannot be read any further.
    /// - Returns: What was read.
    /// - Throws: What one of the closures throws; reading stops there.
    @discardableResult
    public func read(
        from source: (UnsafeMutableRawBufferPointer) throws -> Int,
        _ body: (XMLPayload) throws -> Void
    ) throws -> XMLReadSummary {
        // The run ends before this call does.
        try withoutActuallyEscaping(source) { source in
            try withoutActuallyEscaping(body) { body in
                let run = XMLRun(self, source: source, body: body)
                defer { run.forget() }
                return try run.read()
            }
        }
    }

    /// Reads a document that is in memory.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - body: Takes each record and each issue, in the order of the document.
    /// - Returns: What was read.
    /// - Throws: What the closure throws.
    @discardableResult
    public func read(_ bytes: some Collection<UInt8>, _ body: (XMLPayload) throws -> Void) throws -> XMLReadSummary {
        var rest = bytes[...]
        let source = { (buffer: UnsafeMutableRawBufferPointer) -> Int in
            let chunk = rest.prefix(buffer.count)
            buffer.copyBytes(from: chunk)
            rest = rest.dropFirst(chunk.count)
            return chunk.count
        }
        return try read(from: source, body)
    }
}

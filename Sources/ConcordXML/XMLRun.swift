internal import ConcordSchema
internal import Foundation
#if canImport(FoundationXML)
internal import FoundationXML
#endif

/// The reading of one document: takes what the parser finds and puts records together.
final class XMLRun: NSObject {
    private let options: XMLPayloadReader
    private var source: ((UnsafeMutableRawBufferPointer) throws -> Int)?
    private var body: ((XMLPayload) throws -> Void)?

    private var stream: XMLByteStream?
    private var parser: XMLParser?
    private var json = JSONWriter(capacity: 1 << 12)
    private var summary = XMLReadSummary()

    /// What nothing is read behind.
    private var failure: Issue?
    private var error: (any Error)?

    /// The elements that are open, as the document names them; each with the prefixes that it declares.
    private var open: [(name: String, prefixes: [String])] = []
    private var hasRoot = false
    /// The namespaces that each prefix stands for, the innermost last.
    private var declared: [String: [String]] = ["xml": [XMLNamespaces.xml]]

    /// The record's elements that are open, the record first; none outside a record, or if it is refused.
    private var nodes: [XMLNode] = []
    /// The record: how many elements are open outside it, its name, and where it begins.
    private var record: (depth: Int, element: String, isFault: Bool, position: SourcePosition)?
    private var size = 0
    private var refusal: Issue?

    init(
        _ options: XMLPayloadReader,
        source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
        body: @escaping (XMLPayload) throws -> Void
    ) {
        self.options = options
        self.source = source
        self.body = body
    }

    /// Lets go of the closures.
    func forget() {
        source = nil
        body = nil
        stream?.currentLine = { 1 }
        parser?.delegate = nil
        parser = nil
        stream = nil
    }

    func read() throws -> XMLReadSummary {
        let stream = XMLByteStream(tagSize: options.limits.tagSize) { [unowned self] buffer in
            try self.source?(buffer) ?? 0
        }
        let parser = XMLParser(stream: stream)
        self.stream = stream
        self.parser = parser
        stream.currentLine = { [unowned parser] in parser.lineNumber }
        // Prefixes are resolved here, because attributes are given with theirs either way.
        parser.shouldProcessNamespaces = false
        parser.shouldReportNamespacePrefixes = false
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        let isParsed = parser.parse()
        if let error = error ?? stream.error { throw error }
        if let issue = failure ?? stream.issue ?? ending(isParsed) {
            let position = issue.position ?? stream.guardian.end
            var issue = issue
            // Where the record begins that was lost by it.
            issue.related = issue.related ?? record?.position
            give(nil, nil, at: position, issue: issue)
            if let error { throw error }
        }
        summary.longestQueue = stream.guardian.longestQueue
        return summary
    }

    /// What is wrong with how the document ends.
    private func ending(_ isParsed: Bool) -> Issue? {
        let end = stream?.guardian.end
        if let last = open.last {
            let remedy = "Fetch the document again; it was cut off."
            return Issue(.xmlUnexpectedEnd, position: end, expected: "the end tag </\(last.name)>", remedy: remedy)
        }
        if hasRoot, isParsed { return nil }
        return Issue(.xmlSyntax, position: end, expected: "a document element", remedy: "Send an XML document.")
    }

    private var isDone: Bool { failure != nil || error != nil }

    private func fail(_ issue: Issue) {
        guard !isDone else { return }
        failure = issue
        nodes = []
        stream?.stop()
    }

    /// Refuses the record that is being read, and only it; the document where there is none.
    private func refuse(_ issue: Issue) {
        guard record != nil else { return fail(issue) }
        if refusal == nil { refusal = issue }
        nodes = []
    }

    private var place: SourcePosition? {
        guard let parser, let stream else { return nil }
        return stream.guardian.place(line: parser.lineNumber, column: parser.columnNumber)
    }

    private func limitIssue(_ expected: String, at position: SourcePosition?) -> Issue {
        Issue(
            .xmlLimit,
            position: position,
            expected: expected,
            remedy: "Ask the server for less at a time, or raise the limit."
        )
    }

    private func give(_ node: XMLNode?, _ element: String?, at position: SourcePosition, issue: Issue?) {
        json.removeAll()
        node?.writeObject(to: &json, lists: options.lists)
        if issue == nil { summary.records += 1 } else { summary.issues += 1 }
        do {
            try json.withBytes { bytes in
                try body?(XMLPayload(bytes, element: element, at: position, issue: issue))
            }
        } catch {
            self.error = error
            stream?.stop()
        }
    }
}

// MARK: - Names

extension XMLRun {
    /// A name's parts: the namespace, and the local part.
    private func resolve(_ name: String, isAttribute: Bool) -> (namespace: String, local: String)? {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return (isAttribute ? "" : declared[""]?.last ?? "", name)
        }
        let prefix = String(name[..<colon])
        guard let namespace = declared[prefix]?.last else { return nil }
        return (namespace, String(name[name.utf8.index(after: colon)...]))
    }

    private func prefixIssue(_ name: String, at position: SourcePosition?) -> Issue {
        Issue(
            .xmlSyntax,
            position: position,
            expected: "a prefix that an element around it declares",
            observed: name,
            remedy: "Declare the prefix with xmlns."
        )
    }

    /// Takes the declarations out of an element's attributes (Namespaces in XML §3).
    private func declare(_ attributes: [String: String]) -> [String] {
        var prefixes: [String] = []
        for (name, value) in attributes {
            let prefix: String
            if name == "xmlns" {
                prefix = ""
            } else if name.hasPrefix("xmlns:") {
                prefix = String(name.dropFirst(6))
            } else {
                continue
            }
            declared[prefix, default: []].append(value)
            prefixes.append(prefix)
        }
        return prefixes
    }

    /// The attributes as members; nil if the element is refused.
    private func members(
        _ attributes: [String: String],
        at position: SourcePosition
    ) -> [(name: String, value: String)]? {
        var members: [(name: String, value: String)] = []
        var names: Set<String> = []
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
            if name == "xmlns" || name.hasPrefix("xmlns:") { continue }
            guard let (namespace, local) = resolve(name, isAttribute: true) else {
                fail(prefixIssue(name, at: position))
                return nil
            }
            let member = "@" + options.namespaces.name(local, in: namespace)
            guard names.insert(member).inserted else {
                refuse(collision(member, namespace, nil, at: position))
                return nil
            }
            members.append((member, value))
            size += member.utf8.count + value.utf8.count + 64
        }
        return members
    }

    private func collision(_ name: String, _ first: String, _ second: String?, at position: SourcePosition?) -> Issue {
        let namespaces = [first, second].compactMap(\.self).map { $0.isEmpty ? "no namespace" : $0 }
        return Issue(
            .xmlCollision,
            position: position,
            expected: "names of one namespace for \(name)",
            observed: namespaces.joined(separator: " and "),
            remedy: "Give one of the namespaces a prefix in the reader's namespaces."
        )
    }
}

// MARK: - What the parser finds

extension XMLRun: XMLParserDelegate {
    func parser(
        _ parser: XMLParser,
        didStartElement elementName: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard !isDone, let stream else { return }
        hasRoot = true
        let position = stream.guardian.takeStart() ?? place ?? stream.guardian.end
        open.append((elementName, declare(attributes)))
        guard open.count <= options.limits.depth else {
            return fail(limitIssue("elements at most \(options.limits.depth) deep", at: position))
        }
        guard let (namespace, local) = resolve(elementName, isAttribute: false) else {
            return fail(prefixIssue(elementName, at: position))
        }
        if record == nil {
            let isFault = local == "Fault" && SOAPFault.namespaces.contains(namespace)
            guard isFault || options.records.contains(local) else {
                if attributes.count > options.limits.attributes { fail(attributesIssue(at: position)) }
                return
            }
            record = (open.count - 1, local, isFault, position)
            size = 0
        } else if refusal != nil {
            return
        }
        guard attributes.count <= options.limits.attributes else { return refuse(attributesIssue(at: position)) }
        let name = options.namespaces.name(local, in: namespace)
        size += name.utf8.count + 64
        guard let members = members(attributes, at: position), hasRoom(at: position) else { return }
        let node = XMLNode(name: name, namespace: namespace, attributes: members)
        if let other = nodes.last?.append(node) {
            return refuse(collision(name, other, namespace, at: position))
        }
        nodes.append(node)
    }

    private func attributesIssue(at position: SourcePosition) -> Issue {
        limitIssue("at most \(options.limits.attributes) attributes", at: position)
    }

    /// Whether the record is no larger than it may be.
    private func hasRoom(at position: SourcePosition?) -> Bool {
        guard size > options.limits.recordSize else { return true }
        refuse(limitIssue("a record of at most \(options.limits.recordSize) bytes", at: position))
        return false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !isDone, let node = nodes.last else { return }
        size += string.utf8.count
        if hasRoom(at: record?.position) { node.append(string) }
    }

    func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
        self.parser(parser, foundCharacters: String(decoding: CDATABlock, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser,
        didEndElement elementName: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard !isDone, let element = open.popLast() else { return }
        for prefix in element.prefixes { declared[prefix]?.removeLast() }
        let node = nodes.popLast()
        node?.end()
        guard let record, open.count == record.depth else { return }
        self.record = nil
        let refusal = refusal
        self.refusal = nil
        if refusal == nil { summary.largestRecordSize = max(summary.largestRecordSize, size) }
        let fault = record.isFault ? node.map { SOAPFault($0).issue(at: record.position) } : nil
        give(node, record.element, at: record.position, issue: refusal ?? fault)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        guard !isDone, stream?.issue == nil, stream?.error == nil else { return }
        let code = (parseError as NSError).code
        let isCutOff = stream?.hasEnded == true && stream?.guardian.isInMarkup == true
        if !open.isEmpty, code == 5 || isCutOff, let issue = ending(false) { return fail(issue) }
        let expected =
            switch code {
            case 5: "nothing behind the end of the document"
            case 26: "one of the entities amp, lt, gt, quot and apos"
            case 42: "each attribute once"
            case 76: open.last.map { "the end tag </\($0.name)>" } ?? "a start tag"
            case 201: "a prefix that an element around it declares"
            default: "well-formed XML"
            }
        fail(
            Issue(
                .xmlSyntax,
                position: place,
                expected: expected,
                observed: "error \(code) of the parser",
                remedy: "Correct the document; nothing behind this place is read."
            )
        )
    }

    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
        refuseEntity(name)
    }

    func parser(
        _ parser: XMLParser,
        foundExternalEntityDeclarationWithName name: String,
        publicID: String?,
        systemID: String?
    ) {
        refuseEntity(name)
    }

    /// The bytes of a declaration never reach the parser; this is here in case they do.
    private func refuseEntity(_ name: String) {
        let remedy = "Take the DOCTYPE out. Entities are never resolved."
        fail(Issue(.xmlDoctype, position: place, expected: "no entities", observed: name, remedy: remedy))
    }
}

internal import ConcordSchema

/// One configuration document: a file of JSON, read into values that know where they stand.
///
/// The form of a document is written once, as the code that reads it. Each accessor gives a value or notes a problem, so
/// reading goes on to the end and the author hears of all mistakes at once, as from a compiler. The document is accepted
/// whole or refused whole.
///
/// ```swift
/// let file = ConfigurationFile(bytes, name: "limits.json")
/// let limit = try file.read { value, problems -> Int? in
///     let object = value.object(knowing: ["limit", "because"], &problems)
///     _ = object?.string("because", &problems)
///     return object?.integer("limit", in: 1...100, &problems)
/// }
/// ```
///
/// JSON is read as strictly as records are (RFC 8259, no comments, no trailing commas), and more strictly: no member may
/// stand twice, and lists and objects may be nested 32 deep.
public struct ConfigurationFile: Sendable {
    /// The file's name, as messages show it; nothing is read from it.
    public let name: String

    private let root: ConfigurationValue?
    private let problems: ConfigurationProblems

    /// The hash of the document's content, if it is JSON with a canonical form.
    public let hash: ContentHash?

    /// Reads a document.
    ///
    /// Nothing is thrown: what is wrong with the bytes is told by ``read(_:)``, with everything else.
    ///
    /// - Parameters:
    ///   - document: The bytes of the file.
    ///   - name: The file's name, as messages should show it.
    public init(_ document: UnsafeBufferPointer<UInt8>, name: String) {
        self.name = name
        var tree = ConfigurationTreeReader(document, file: name)
        var root: ConfigurationValue?
        var failure: ReadFailure?
        do throws(ReadFailure) {
            root = try tree.read()
        } catch {
            failure = error
        }
        var problems = tree.problems
        if let failure { problems.add(Issue(failure, severity: .error, in: document)) }
        var hash: ContentHash?
        if problems.isEmpty {
            do throws(Refusal) {
                hash = try ContentHash(of: document)
            } catch {
                for issue in error.issues { problems.add(issue) }
            }
        }
        self.root = root
        self.problems = problems
        self.hash = hash
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - document: The bytes of the file.
    ///   - name: The file's name, as messages should show it.
    public init(_ document: [UInt8], name: String) {
        self = document.withUnsafeBufferPointer { Self($0, name: name) }
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - document: The text of the file.
    ///   - name: The file's name, as messages should show it.
    public init(_ document: String, name: String) {
        var document = document
        self = document.withUTF8 { Self($0, name: name) }
    }

    /// Makes something of the document.
    ///
    /// - Parameter body: Takes the document apart. It gets the document's root and the collection to note problems in. What
    ///   it returns counts only if nothing is wrong; it returns nil where a problem left it without a value.
    /// - Returns: What was made.
    /// - Throws: A ``ConfigurationRefusal`` with all problems, of the bytes and of their content.
    public func read<Content>(
        _ body: (ConfigurationValue, inout ConfigurationProblems) -> Content?
    ) throws(ConfigurationRefusal) -> Content {
        var problems = problems
        guard let root else { throw ConfigurationRefusal(problems) }
        let content = body(root, &problems)
        if let content, problems.isEmpty { return content }
        if problems.isEmpty {
            problems.add(.unexplainedRefusal, at: root, expected: "a document that its reader accepts")
        }
        throw ConfigurationRefusal(problems)
    }
}

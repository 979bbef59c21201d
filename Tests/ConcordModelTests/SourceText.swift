import Foundation

/// What the Swift sources say of one type: its documentation, its stored properties, its codes, its schema.
///
/// The library's sources are laid out alike, so lines and a few patterns are enough to read them; what the patterns do
/// not find, the tests miss as a field of a schema without a property.
struct SourceType {
    /// The name of the type.
    let name: String

    /// The first paragraph of its documentation.
    var summary = ""

    /// What it conforms to, in the declaration and in extensions.
    var conformances: Set<String> = []

    /// The stored properties and the first paragraph of what is said of each.
    var properties: [String: String] = [:]

    /// The codes that have static members.
    var members: [String] = []

    /// The codes that the list of codes has.
    var codes: [String] = []

    /// The name and the documentation of its schema.
    var schema: (name: String, documentation: String)?

    /// The fields of its schema.
    var fields: [(name: String, property: String, documentation: String)] = []
}

extension SourceType {
    /// The folder of the package, found from where this file is.
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The types that are declared in the Swift files of a folder, by name.
    static func all(in folder: String) throws -> [String: SourceType] {
        var types: [String: SourceType] = [:]
        let root = package.appending(path: folder)
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        where name.hasSuffix(".swift") {
            read(try String(contentsOf: root.appending(path: name), encoding: .utf8), into: &types)
        }
        return types
    }

    private static func read(_ source: String, into types: inout [String: SourceType]) {
        var open: [(name: String, indentation: Substring, body: String)] = []
        var documentation: [Substring] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if let comment = line.firstMatch(of: /^ *\/\/\/ ?(.*)$/) {
                documentation.append(comment.1)
                continue
            }
            let summary = documentation.prefix { !$0.isEmpty }.joined(separator: " ")
            if line.firstMatch(of: /^ *@/) == nil { documentation = [] }
            if let type = line.firstMatch(
                of: /^( *)(?:public |private )?(struct|enum|extension) (\w+)(?:: (.*?))?(?: where .*)? \{/
            ) {
                let name = String(type.3)
                types[name, default: SourceType(name: name)].conformances
                    .formUnion((type.4 ?? "").split(separator: ", ").map(String.init))
                if type.2 != "extension" { types[name]?.summary = summary }
                if !line.hasSuffix("}") { open.append((name, type.1, "")) }
                continue
            }
            guard let type = open.last else { continue }
            if line == type.indentation + "}" {
                readBody(type.body, into: &types[type.name, default: SourceType(name: type.name)])
                open.removeLast()
                continue
            }
            open[open.count - 1].body += line + "\n"
            if let property = line.firstMatch(of: /^ *public (?:var|let) (\w+): .*[^{]$/) {
                types[type.name]?.properties[String(property.1)] = summary
            }
        }
    }

    private static func readBody(_ body: String, into type: inout SourceType) {
        for member in body.matches(of: /static let `?\w+`? = Self\(rawValue: "([^"]*)"\)/) {
            type.members.append(String(member.1))
        }
        if let codes = body.firstMatch(of: /static let codes: CodeList = \[([^\]]*)\]/) {
            type.codes = codes.1.matches(of: /"([^"]*)"/).map { String($0.1) }
        }
        guard let schema = body.firstMatch(of: /RecordSchema\(\s*"([^"]*)",\s*(?:version: \d+,\s*)?"((?:[^"\\]|\\.)*)"/)
        else { return }
        type.schema = (String(schema.1), unescaped(schema.2))
        let field = /Field\(\s*"(\w+)",\s*\\\.(\w+),\s*(?:key: \\\.\w+,\s*)?"((?:[^"\\]|\\.)*)"/
        type.fields = body.matches(of: field).map { (String($0.1), String($0.2), unescaped($0.3)) }
    }

    private static func unescaped(_ literal: Substring) -> String {
        String(literal.replacing(/\\(.)/) { $0.1 })
    }
}

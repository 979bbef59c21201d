internal import ConcordSchema

/// One element of a record that is being read.
final class XMLNode {
    /// Elements of one name in one element.
    struct Group {
        let name: String
        let namespace: String
        var nodes: [XMLNode]
    }

    let name: String
    let namespace: String
    private let attributes: [(name: String, value: String)]
    private(set) var groups: [Group] = []
    private var indices: [String: Int] = [:]
    /// The text so far, and what came of it since the last tag.
    private var text = ""
    private var run = ""

    init(name: String, namespace: String, attributes: [(name: String, value: String)]) {
        self.name = name
        self.namespace = namespace
        // The parser gives them in no order.
        self.attributes = attributes.sorted { $0.name < $1.name }
    }

    func append(_ text: String) {
        run += text
    }

    /// Adds an element.
    ///
    /// - Returns: The namespace of the elements with the same name that are there already, if it is another.
    func append(_ node: XMLNode) -> String? {
        endRun()
        if let index = indices[node.name] {
            if groups[index].namespace != node.namespace { return groups[index].namespace }
            groups[index].nodes.append(node)
        } else {
            indices[node.name] = groups.count
            groups.append(Group(name: node.name, namespace: node.namespace, nodes: [node]))
        }
        return nil
    }

    private func endRun() {
        if !Self.isBlank(run) { text += run }
        run = ""
    }

    /// Says that the element has ended.
    func end() {
        // Blanks are text only where nothing else is in the element.
        if groups.isEmpty { text += run } else { endRun() }
        run = ""
    }

    /// The text of the first element at the end of some names.
    func text(at path: String...) -> String? {
        var node = self
        for name in path {
            guard let next = node.groups.first(where: { $0.name == name })?.nodes.first else { return nil }
            node = next
        }
        return node.text
    }

    private static func isBlank(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private var isNil: Bool {
        guard attributes.count == 1, groups.isEmpty, Self.isBlank(text) else { return false }
        let (name, value) = attributes[0]
        return (name == "@nil" || name == "@xsi:nil") && (value == "true" || value == "1")
    }

    /// Writes the element as a JSON object.
    func writeObject(to writer: inout JSONWriter, lists: Set<String>) {
        writer.beginObject()
        for (name, value) in attributes {
            writer.write(name: name)
            writer.write(value)
            writer.endItem()
        }
        if !text.isEmpty {
            writer.write(name: "#text")
            writer.write(text)
            writer.endItem()
        }
        for group in groups {
            writer.write(name: group.name)
            if group.nodes.count > 1 || lists.contains(group.name) {
                writer.beginList()
                for node in group.nodes {
                    node.writeValue(to: &writer, lists: lists)
                    writer.endItem()
                }
                writer.endList()
            } else {
                group.nodes[0].writeValue(to: &writer, lists: lists)
            }
            writer.endItem()
        }
        writer.endObject()
    }

    private func writeValue(to writer: inout JSONWriter, lists: Set<String>) {
        if isNil {
            writer.writeNull()
        } else if attributes.isEmpty, groups.isEmpty {
            writer.write(text)
        } else {
            writeObject(to: &writer, lists: lists)
        }
    }
}

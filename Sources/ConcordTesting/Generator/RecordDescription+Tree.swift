internal import ConcordSchema

/// An object in a document that a schema declares.
struct DeclaredObject {
    /// The numbers of members and items on the way to it.
    let place: [Int]

    /// The names and indices on the way to it.
    let path: RecordPath

    let record: RecordDescription
    let members: [DocumentTree.Member]
}

extension RecordDescription {
    /// Every object of a document that this description declares, outermost first.
    func objects(in document: DocumentTree) -> [DeclaredObject] {
        var found: [DeclaredObject] = []
        func visit(_ value: DocumentTree, _ shape: FieldShape, _ place: [Int], _ steps: [RecordPath.Step]) {
            switch (value, shape) {
            case (_, .optional(let shape)):
                visit(value, shape, place, steps)
            case (.object(let members), .record(let record)):
                found.append(
                    DeclaredObject(place: place, path: RecordPath(steps), record: record, members: members)
                )
                for (index, member) in members.enumerated() {
                    guard let field = record.field(named: member.name) else { continue }
                    visit(member.value, field.shape, place + [index], steps + [.field(field.name)])
                }
            case (.array(let items), .list(let shape, _)):
                for (index, item) in items.enumerated() {
                    visit(item, shape, place + [index], steps + [.index(index)])
                }
            default:
                break
            }
        }
        visit(document, .record(self), [], [])
        return found
    }

    /// The field that a member of a document means.
    func field(named name: DocumentTree.Text) -> FieldDescription? {
        fields.first { name.means($0.name) }
    }
}

/// The fields of a record and of the records inside it, numbered in the order of the declaration.
struct FieldTree: Sendable {
    let paths: [[String]]
    private let numbers: [[String]: Int]

    init(_ record: RecordDescription) {
        var paths: [[String]] = []
        func collect(_ record: RecordDescription, under prefix: [String]) {
            for field in record.fields {
                let path = prefix + [field.name]
                paths.append(path)
                if let inner = field.shape.record { collect(inner, under: path) }
            }
        }
        collect(record, under: [])
        self.paths = paths
        numbers = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    }

    func number(of path: [String]) -> Int? { numbers[path] }
}

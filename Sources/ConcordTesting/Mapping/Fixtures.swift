public import ConcordMapping
internal import ConcordSchema

/// The vendor's objects that a mapping is tried with.
///
/// They are taken from files as a run takes them: objects one a line (NDJSON), objects over many lines, arrays, pages with
/// an envelope around the objects, and rows of CSV.
///
/// ```swift
/// let clients = try Fixtures(folder: "Fixtures/acme/clients")
/// let contacts = try Fixtures(file: "Fixtures/crm/accounts.json").objects(ofType: "Contact")
/// ```
///
/// A path that does not begin at the root is looked for beside the test's source file, then in each folder above it.
public struct Fixtures: Sendable, Hashable {
    /// The objects, in the order of their files' names.
    public let objects: [Fixture]

    /// The endings of the files that a folder is searched for.
    private static let endings = [".json", ".ndjson", ".jsonl", ".csv"]

    /// Objects.
    public init(_ objects: [Fixture]) {
        self.objects = objects
    }

    /// The objects of some text, as a file would have it.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - name: What messages call it.
    ///   - envelope: What the vendor puts around the objects of a page.
    public init(text: String, name: String = "fixture.json", envelope: PayloadEnvelope? = .query) {
        objects = Self.objects(in: Array(text.utf8), name, envelope)
    }

    /// The objects of a file.
    ///
    /// - Parameters:
    ///   - file: The path.
    ///   - envelope: What the vendor puts around the objects of a page.
    ///   - source: The test's source file.
    /// - Throws: A ``FileFailure`` if the file cannot be read, or has no object.
    public init(
        file: String,
        envelope: PayloadEnvelope? = .query,
        near source: String = #filePath
    ) throws(FileFailure) {
        objects = try Self.objects(of: Disk.path(file, near: source), envelope)
        guard !objects.isEmpty else { throw FileFailure(file, "has no object") }
    }

    /// The objects of the files of a folder that end in `.json`, `.ndjson`, `.jsonl` or `.csv`.
    ///
    /// - Parameters:
    ///   - folder: The path; folders in it are not looked into.
    ///   - envelope: What the vendor puts around the objects of a page.
    ///   - source: The test's source file.
    /// - Throws: A ``FileFailure`` if the folder or a file cannot be read, or if no file has an object.
    public init(
        folder: String,
        envelope: PayloadEnvelope? = .query,
        near source: String = #filePath
    ) throws(FileFailure) {
        let path = Disk.path(folder, near: source)
        var found: [Fixture] = []
        for name in try Disk.names(in: path) where Self.endings.contains(where: name.hasSuffix) {
            found += try Self.objects(of: "\(path)/\(name)", envelope)
        }
        guard !found.isEmpty else { throw FileFailure(folder, "has no object in a file of JSON, NDJSON or CSV") }
        objects = found
    }

    /// The objects that say of themselves of what type they are, those inside of others too.
    ///
    /// - Parameters:
    ///   - type: The type.
    ///   - pointer: The pointer to the member that says it, in the object.
    /// - Returns: Those of that type, as they stand in the files.
    public func objects(ofType type: String, at pointer: String = "/attributes/type") -> Fixtures {
        let names = pointer.split(separator: "/").map(String.init)
        var found: [Fixture] = []
        for object in objects {
            object.bytes.withUnsafeBufferPointer { bytes in
                for range in Self.ranges(of: type, names, in: bytes) {
                    let start = Payload(bytes, at: object.position).position
                        .advanced(
                            over: UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound])
                        )
                    found.append(
                        Fixture(
                            Array(bytes[range]),
                            file: object.file,
                            number: found.count { $0.file == object.file } + 1,
                            position: start
                        )
                    )
                }
            }
        }
        return Fixtures(found)
    }
}

// MARK: - Reading

extension Fixtures {
    private static func objects(of path: String, _ envelope: PayloadEnvelope?) throws(FileFailure) -> [Fixture] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return objects(in: try Disk.bytes(of: path), name, envelope)
    }

    private static func objects(in bytes: [UInt8], _ name: String, _ envelope: PayloadEnvelope?) -> [Fixture] {
        var found: [Fixture] = []
        if name.hasSuffix(".csv") {
            var rest = bytes[...]
            var reader = CSVReader { memory in
                let count = min(memory.count, rest.count)
                memory.copyBytes(from: rest.prefix(count))
                rest = rest.dropFirst(count)
                return count
            }
            while let row = try? reader.next() {
                let bytes = row.isObject ? row.bytes : row.source
                found.append(Fixture(Array(bytes), file: name, number: row.number, position: row.position))
            }
            return found
        }
        var reader = PayloadReader(envelope: envelope)
        bytes.withUnsafeBytes { reader.append($0) }
        reader.finish()
        while let payload = reader.next() {
            found.append(
                Fixture(Array(payload.bytes), file: name, number: found.count + 1, position: payload.position)
            )
        }
        return found
    }

    /// Where the objects of a type stand in some JSON, the outer before the inner.
    private static func ranges(
        of type: String,
        _ names: [String],
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        guard let tree = DocumentTree(Array(bytes)) else { return [] }
        // The trees have no places: objects are met in the order of their opening brackets.
        var types: [Bool] = []
        func visit(_ value: DocumentTree) {
            if case .object = value {
                let said = names.reduce(Optional(value)) { $0?[$1] }
                types.append(said?.text == type)
            }
            for part in value.parts { visit(part) }
        }
        visit(tree)
        var ranges: [Range<Int>] = []
        var open: [(start: Int, number: Int)] = []
        var number = 0
        var isInString = false
        var isEscaped = false
        for (offset, byte) in bytes.enumerated() {
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"):
                open.append((offset, number))
                number += 1
            case UInt8(ascii: "}"):
                guard let object = open.popLast(), types.indices.contains(object.number) else { break }
                if types[object.number] { ranges.append(object.start..<(offset + 1)) }
            default: break
            }
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
}

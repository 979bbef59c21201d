import ConcordAdapters
import ConcordMapping
import ConcordSchema
import ConcordValues

/// A file of one type's payloads, read object by object.
final class PayloadFile {
    /// The file's name.
    let name: String

    private let input: Input
    private let pack: Pack
    private let system: SystemID
    /// What ids of messages begin with; their number in the file follows.
    private let place: String
    private let identity: [String]
    private var reader: PayloadReader
    private var isAtEnd = false
    private var count = 0
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

    /// A file at its beginning.
    init(_ input: Input, _ name: String, _ pack: Pack, of system: SystemID) {
        self.input = input
        self.name = name
        self.pack = pack
        self.system = system
        place = "\(system)/\(pack.object)/\(name)#"
        identity = pack.identity.map { $0.split(separator: "/").map(String.init) } ?? []
        reader = PayloadReader(envelope: pack.envelope)
    }

    deinit { memory.deallocate() }

    /// The next message; nil at the end.
    ///
    /// What is no object is a message, too, which the mapping refuses.
    func next(_ time: Instant) throws -> SourceItem? {
        while true {
            if let payload = reader.next() {
                count += 1
                let id = payload.issue == nil ? JSONPlace.scalar(at: identity, in: payload.bytes) : nil
                return SourceItem(
                    id: place + String(count),
                    sequence: SequenceKey(system, pack.object, id ?? "\(name)#\(count)"),
                    time: time,
                    content: .object(Array(payload.bytes))
                )
            }
            if isAtEnd { return nil }
            let read = try input.read(into: memory)
            if read == 0 {
                isAtEnd = true
                reader.finish()
            } else {
                reader.append(UnsafeRawBufferPointer(rebasing: memory[..<read]))
            }
        }
    }
}

extension JSONPlace {
    /// The text of a string or a number at a path of names; nil if there is none.
    static func scalar(at names: [String], in document: UnsafeBufferPointer<UInt8>) -> String? {
        guard !names.isEmpty, let json = json(at: names, in: document) else { return nil }
        guard json.utf8.first == UInt8(ascii: "\"") else {
            return json.utf8.first.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "n") }
                ?? true ? nil : json
        }
        var text = json
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readString()
        }
    }
}

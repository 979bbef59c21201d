import Concord
import ConcordXML
import Foundation

/// What a reader finds in a document.
struct XMLFound {
    var objects: [String] = []
    var issues: [Issue] = []
    var payloads: [String] = []
    var summary: XMLReadSummary?

    /// Reads a document that comes some bytes at a time.
    init(_ bytes: [UInt8], with reader: XMLPayloadReader, chunk: Int = 1 << 16) throws {
        var found = (objects: objects, issues: issues, payloads: payloads)
        var offset = 0
        let source = { (buffer: UnsafeMutableRawBufferPointer) -> Int in
            let count = min(buffer.count, chunk, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<(offset + count)])
            offset += count
            return count
        }
        summary = try reader.read(from: source) { payload in
            let text = String(decoding: payload.bytes, as: UTF8.self)
            if let issue = payload.issue { found.issues.append(issue) } else { found.objects.append(text) }
            let place = "\(payload.position.line):\(payload.position.column)+\(payload.position.offset)"
            found.payloads.append("\(payload.element ?? "-") \(place) \(payload.issue?.code.rawValue ?? text)")
        }
        (objects, issues, payloads) = found
    }

    init(_ text: String, with reader: XMLPayloadReader, chunk: Int = 1 << 16) throws {
        try self.init(Array(text.utf8), with: reader, chunk: chunk)
    }
}

/// Files of the package and of this machine.
enum XMLFiles {
    static func fixture(_ name: String) throws -> [UInt8] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: package.appending(path: "Fixtures/xml").appending(path: name)))
    }

    static let payloads = ProcessInfo.processInfo.environment["CONCORD_PAYLOADS"].map { URL(filePath: $0) }

    /// The recorded bodies.
    static var recorded: [URL] {
        guard let payloads else { return [] }
        let files = FileManager.default.enumerator(at: payloads, includingPropertiesForKeys: nil)?.allObjects ?? []
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct XMLRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

internal import ConcordSchema

/// An entry of a residue where it stands in a document, taken apart as far as it takes to know whose it is.
struct KeptEntry {
    /// The number of the step's name in its change of version.
    let step: Int
    /// The names and keys that lead from the document to the object, in the names of the later version.
    let place: [MemberName]
    /// The digest of the live values beside which it was said; nil if it depends on none.
    let live: UInt64?
    /// Whether the live values were themselves not what the step makes of what was said.
    let isMutual: Bool
    /// What makes the step's outcome what it was.
    let patch: KeptPatch
}

extension Rewriter {
    /// Reads the residue that stands at a place: entries of this change of version where they stand, others for the
    /// result.
    ///
    /// - Throws: Any failure, if the value is no residue.
    mutating func readResidue(_ json: UnsafeBufferPointer<UInt8>) throws(ReadFailure) {
        var reader = JSONReader(json)
        let malformed = ReadFailure(.residue, at: 0, expected: "a residue")
        var hasKept = false
        guard reader.peek() == UInt8(ascii: "{") else { throw malformed }
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        guard reader.peek() != UInt8(ascii: "}") else { throw malformed }
        repeat {
            let name = try reader.takeName()
            switch reader.number(of: name, in: ResidueNames.outer) {
            case 0:
                owner = try reader.passValue().bytes
            case 1:
                guard reader.peek() == UInt8(ascii: "[") else { throw malformed }
                hasKept = true
                try reader.beginList()
                if try reader.hasFirstItem() {
                    repeat {
                        let item = try reader.passValue().bytes
                        guard readEntry(item) else { throw malformed }
                    } while try reader.hasNextItem()
                }
            default: throw malformed
            }
        } while reader.takesComma()
        if !hasKept { throw malformed }
    }

    /// Reads one entry.
    ///
    /// - Returns: Whether it is one.
    private mutating func readEntry(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
        var version: Int?
        var step: UnsafeBufferPointer<UInt8>?
        var place: UnsafeBufferPointer<UInt8>?
        var live: UnsafeBufferPointer<UInt8>?
        var values: UnsafeBufferPointer<UInt8>?
        var isMutual = false
        let isObject = JSONReader.eachMember(of: json) { name, reader, value in
            switch reader.number(of: name, in: ResidueNames.inner) {
            case 0:
                var number = JSONReader(value)
                version = (try? number.readInteger()).map { Int(clamping: $0) }
            case 1: step = value
            case 2: place = value
            case 3: live = value
            case 4: isMutual = value.elementsEqual("true".utf8)
            case 5: values = value
            default: break
            }
            return true
        }
        guard isObject, let version, let step, let values, let patch = KeptPatch(values) else { return false }
        var digest: UInt64?
        if let live {
            digest = Self.withText(live) { $0.flatMap { LiveDigest.digest($0) } }
            if digest == nil { return false }
        }
        var names: [MemberName] = []
        if let place {
            guard let known = Patch.names(DocumentValue(copying: place)) else { return false }
            names = known
        }
        let mine = Self.withText(step) { text -> (number: Int?, isMine: Bool)? in
            guard let text else { return nil }
            return (edge.stepNames.number(of: text), text.starts(with: edge.prefix))
        }
        guard let mine else { return false }
        guard version == edge.target, mine.isMine else {
            outgoing.entries.append(
                Residue.Entry(
                    version: version,
                    step: DocumentValue(copying: step).text ?? "",
                    place: names,
                    live: digest,
                    isMutual: isMutual,
                    values: DocumentValue(copying: values)
                )
            )
            return true
        }
        // A step that nobody knows has nothing to say any more.
        guard let number = mine.number else { return true }
        present |= 1 &<< UInt64(min(number, 63))
        incoming.append(KeptEntry(step: number, place: names, live: digest, isMutual: isMutual, patch: patch))
        return true
    }

    /// The meaning of a string; nil if the value is none.
    private static func withText<Result>(
        _ json: UnsafeBufferPointer<UInt8>,
        _ body: (UnsafeBufferPointer<UInt8>?) -> Result
    ) -> Result {
        var reader = JSONReader(json)
        guard reader.peek() == UInt8(ascii: "\""), let text = try? reader.scanString() else { return body(nil) }
        guard text.hasEscapes else { return body(text.bytes) }
        return reader.nameBytes(text).withUnsafeBufferPointer { body($0) }
    }

    /// What came for a step at the place of the object that is being rewritten.
    mutating func entry(for step: Int) -> KeptEntry? {
        guard present & 1 &<< UInt64(min(step, 63)) != 0 else { return nil }
        guard incoming.contains(where: { $0.step == step }) else { return nil }
        let place = place()
        return incoming.first { $0.step == step && $0.place == place }
    }
}

/// The members of a residue and of its entries.
private enum ResidueNames {
    static let outer = NameTable(["id", "kept"])
    static let inner = NameTable(["of", "step", "at", "live", "mutual", "values"])
}

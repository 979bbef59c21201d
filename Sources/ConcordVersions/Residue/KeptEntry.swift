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
                        guard readEntry(&reader) else { throw malformed }
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
    private mutating func readEntry(_ reader: inout JSONReader) -> Bool {
        var version: Int?
        var step: StringBody?
        var place: UnsafeBufferPointer<UInt8>?
        var live: UInt64?
        var patch: KeptPatch?
        var isMutual = false
        let isEntry = reader.eachMember { name, reader throws(ReadFailure) in
            switch reader.number(of: name, in: ResidueNames.inner) {
            case 0: version = Int(clamping: try reader.readInteger())
            case 1:
                guard reader.peek() == UInt8(ascii: "\"") else { return false }
                step = try reader.scanString()
            case 2: place = try reader.passValue().bytes
            case 3:
                guard reader.peek() == UInt8(ascii: "\"") else { return false }
                let text = try reader.scanString()
                live = text.withMeaning(reader) { LiveDigest.digest($0) }
                return live != nil
            case 4: isMutual = try reader.readBool()
            case 5:
                patch = KeptPatch(&reader)
                return patch != nil
            default: _ = try reader.passValue()
            }
            return true
        }
        guard isEntry, let version, let step, let patch else { return false }
        var names: [MemberName] = []
        if let place {
            guard let known = Patch.names(DocumentValue(copying: place)) else { return false }
            names = known
        }
        let (number, isMine) = step.withMeaning(reader) { text in
            (edge.stepNames.number(of: text), text.starts(with: edge.prefix))
        }
        guard version == edge.target, isMine else {
            outgoing.entries.append(
                Residue.Entry(
                    version: version,
                    step: step.withMeaning(reader) { String(decoding: $0, as: UTF8.self) },
                    place: names,
                    live: live,
                    isMutual: isMutual,
                    values: DocumentValue(copying: patch.json)
                )
            )
            return true
        }
        // A step that nobody knows has nothing to say any more.
        guard let number else { return true }
        present |= 1 &<< UInt64(min(number, 63))
        incoming.append(KeptEntry(step: number, place: names, live: live, isMutual: isMutual, patch: patch))
        return true
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

extension StringBody {
    /// Gives the bytes of the string to a closure, with its escapes resolved.
    fileprivate func withMeaning<Result>(
        _ reader: JSONReader,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        hasEscapes ? reader.nameBytes(self).withUnsafeBufferPointer { body($0) } : body(bytes)
    }
}

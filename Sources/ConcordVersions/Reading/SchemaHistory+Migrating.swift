public import ConcordSchema
internal import ConcordValues

extension SchemaHistory {
    /// Makes a document of another version of the same record.
    ///
    /// Members that no step touches are copied as they stand; what the target cannot say goes into its residue, and what
    /// the source's residue says is put back.
    ///
    /// - Parameters:
    ///   - document: One JSON object in UTF-8 that names its schema.
    ///   - version: The target's number.
    ///   - keepsResidue: Whether the result has what it cannot say beside it; without, that is lost.
    /// - Returns: The document of that version.
    /// - Throws: A ``Refusal`` with all issues, if the bytes are not JSON, if one of the versions was never published, or
    ///   if a step cannot convert a value.
    public func migrate(
        _ document: UnsafeBufferPointer<UInt8>,
        to version: Int,
        keepsResidue: Bool = true
    ) throws(Refusal) -> [UInt8] {
        let source = VersionTag.version(of: name, in: document)
        guard let source else {
            let expected = "a document of \(name), which begins {\"schema\":\"\(name)/\(newest)\""
            throw Refusal(
                issues: [Issue(ReadFailure(.schemaMismatch, at: 0, expected: expected), severity: .error, in: document)]
            )
        }
        guard let edges = edges(from: source, to: version) else {
            let number = self.version(source) == nil ? source : version
            throw Refusal(issues: [unknownVersion(number, in: document)])
        }
        var migration = Migration(document, edges, self, keepsResidue: keepsResidue)
        migration.run()
        guard !migration.isBroken, migration.issues.allSatisfy({ $0.severity != .error }) else {
            throw Refusal(issues: migration.issues)
        }
        return migration.withResult { Array($0) }
    }

    /// Makes a document of another version of the same record.
    ///
    /// - Throws: A ``Refusal`` with all issues.
    public func migrate(
        _ document: [UInt8],
        to version: Int,
        keepsResidue: Bool = true
    ) throws(Refusal) -> [UInt8] {
        let result: Result<[UInt8], Refusal> = document.withUnsafeBufferPointer { bytes in
            Result { () throws(Refusal) in try migrate(bytes, to: version, keepsResidue: keepsResidue) }
        }
        return try result.get()
    }

    /// The version of a document, if it names another one of this schema than the newest.
    func olderVersion(of document: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let version = VersionTag.version(of: name, in: document), version != newest else { return nil }
        return version
    }

    /// What is said of a document whose version's last day is over.
    func sunsetRemark(on document: UnsafeBufferPointer<UInt8>, _ today: LocalDate) -> Issue? {
        // Most histories have no version with a last day, and most documents are of the newest.
        guard let version = olderVersion(of: document), let sunset = dates[version]?.sunset, today > sunset else {
            return nil
        }
        let place = JSONPlace.range(of: ["schema"], in: document)?.lowerBound ?? 0
        let expected = "\(name)/\(newest); the last day of \(name)/\(version) was \(sunset)"
        return Issue(ReadFailure(.sunset, at: place, expected: expected), severity: .warning, in: document)
    }

    func unknownVersion(_ version: Int, in document: UnsafeBufferPointer<UInt8>) -> Issue {
        let expected = "one of the published versions, \(name)/\(oldest) to \(name)/\(newest), not \(name)/\(version)"
        let place = JSONPlace.range(of: ["schema"], in: document)?.lowerBound ?? 0
        return Issue(ReadFailure(.unknownVersion, at: place, expected: expected), severity: .error, in: document)
    }
}

/// Finds the version that a document names.
enum VersionTag {
    /// The number of the version; nil if the document names another schema, or none.
    static func version(of schema: String, in document: UnsafeBufferPointer<UInt8>) -> Int? {
        var reader = JSONReader(document)
        guard reader.peek() == UInt8(ascii: "{"), (try? reader.take(UInt8(ascii: "{"), expecting: "")) != nil else {
            return nil
        }
        while reader.peek() == UInt8(ascii: "\""), let name = try? reader.takeName() {
            let isTag = name.hasEscapes ? reader.nameBytes(name).elementsEqual("schema".utf8) : isSchema(name.bytes)
            if isTag {
                guard reader.peek() == UInt8(ascii: "\""), let body = try? reader.scanString() else { return nil }
                if body.hasEscapes {
                    return reader.nameBytes(body).withUnsafeBufferPointer { number(of: schema, in: $0) }
                }
                return number(of: schema, in: body.bytes)
            }
            guard (try? reader.skipValue()) != nil, reader.takesComma() else { return nil }
        }
        return nil
    }

    private static func isSchema(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 6 && bytes.elementsEqual("schema".utf8)
    }

    private static func number(of schema: String, in tag: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let slash = tag.firstIndex(of: UInt8(ascii: "/")), tag[..<slash].elementsEqual(schema.utf8) else {
            return nil
        }
        return Int(String(decoding: tag[(slash + 1)...], as: UTF8.self))
    }
}

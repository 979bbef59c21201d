import ConcordMapping
import ConcordSchema
import ConcordVersions

/// Writes documents of one record in another version.
struct VersionMigration {
    /// The version: `customer/1`.
    let target: String
    /// Whether what the version cannot say is kept beside it.
    let keepsResidue: Bool
    let files: [String]

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let (history, number) = try VersionCatalogue.version(target)
        var refused = 0
        for file in files {
            let input = try console.input(file)
            var reader = PayloadReader(envelope: nil)
            func take(_ payload: Payload) throws {
                let result: Result<[UInt8], Refusal> = Result { () throws(Refusal) in
                    try history.migrate(payload.bytes, to: number, keepsResidue: keepsResidue)
                }
                switch result {
                case .success(let bytes):
                    try bytes.withUnsafeBytes { try console.output.write($0) }
                    try console.output.writeLine()
                case .failure(let refusal):
                    refused += 1
                    var issues = refusal.issues
                    payload.locate(&issues)
                    for issue in issues {
                        let line = issue.position?.line ?? payload.position.line
                        try console.errors.writeLine("\(file):\(line): \(issue)")
                    }
                }
            }
            try input.chunks { chunk in
                reader.append(chunk)
                while let payload = reader.next() { try take(payload) }
            }
            reader.finish()
            while let payload = reader.next() { try take(payload) }
        }
        return refused == 0 ? .success : .rejected
    }
}

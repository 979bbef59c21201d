import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// Recorded claims, handed out record by record.
///
/// Inputs of up to 16 MiB are put in order in memory. Larger ones are read once, in memory for one record at a time, and
/// must come in the order of their records: by name, then by id.
final class ClaimSource {
    /// How much is put in order in memory, in bytes.
    static let sortedSize = 16 << 20

    private let sortedSize: Int
    private let pieces: [ClaimPiece]
    private let isGrouped: Bool
    private let errors: Output

    /// How many lines say something.
    private(set) var lines = 0
    /// How many lines cannot be read.
    private(set) var badLines = 0
    /// How many records there are.
    private(set) var records = 0

    /// Claims in files.
    ///
    /// - Parameters:
    ///   - files: The files, or `-` for standard input.
    ///   - isGrouped: Whether the caller answers for it that the lines of each record stand together.
    ///   - sortedSize: How much is put in order in memory, in bytes.
    ///   - console: Where the files are, and where bad lines are told.
    /// - Throws: A ``CommandFailure`` if there is no such file.
    init(
        _ files: [String],
        isGrouped: Bool,
        sortedSize: Int = ClaimSource.sortedSize,
        _ console: Console
    ) throws {
        self.sortedSize = sortedSize
        var pieces: [ClaimPiece] = []
        for file in files { pieces.append(ClaimPiece(try console.input(file))) }
        self.pieces = pieces
        self.isGrouped = isGrouped
        errors = console.errors
    }

    /// What the reading tells the shell.
    var status: ExitStatus {
        if lines == 0, badLines > 0 { return .data }
        return badLines > 0 ? .rejected : .success
    }

    /// Hands out all that was said about each record.
    ///
    /// - Throws: A ``CommandFailure`` if a large input does not come in order; what the body throws.
    func eachLedger(_ body: (ClaimLedger) throws -> Void) throws {
        var room = sortedSize
        for piece in pieces where room >= 0 { room -= try piece.hold(upTo: room + 1) }
        if room >= 0 {
            try eachLedgerInMemory(body)
        } else {
            try eachLedgerInOrder(body)
        }
        try errors.flush()
    }

    private func eachLedgerInMemory(_ body: (ClaimLedger) throws -> Void) throws {
        var ledgers: [RecordKey: ClaimLedger] = [:]
        for piece in pieces {
            try eachLine(of: piece) { line, _ in ledgers[line.record, default: ClaimLedger(line.record)].insert(line) }
        }
        records = ledgers.count
        for key in ledgers.keys.sorted() {
            if let ledger = ledgers.removeValue(forKey: key) { try body(ledger) }
        }
    }

    private func eachLedgerInOrder(_ body: (ClaimLedger) throws -> Void) throws {
        var ledger: ClaimLedger?
        for piece in pieces {
            try eachLine(of: piece) { line, number in
                if ledger?.record != line.record {
                    if let complete = ledger {
                        guard isGrouped || complete.record < line.record else {
                            throw disorder(line.record, after: complete.record, "\(piece.name):\(number)")
                        }
                        try body(complete)
                    }
                    ledger = ClaimLedger(line.record)
                    records += 1
                }
                ledger?.insert(line)
            }
        }
        if let ledger { try body(ledger) }
    }

    private func disorder(_ record: RecordKey, after other: RecordKey, _ place: String) -> CommandFailure {
        CommandFailure(
            .data,
            "\(place): error: expected claims in the order of their records, found \(record) after \(other)\n"
                + "Claims of more than \(sortedSize >> 20) MiB are folded one record at a time: put them in order by "
                + "record and id, or say --grouped if the lines of each record stand together."
        )
    }

    private func eachLine(of piece: ClaimPiece, _ body: (ClaimLine, Int) throws -> Void) throws {
        var reader = ClaimReader(LineReader(read: piece.read))
        while let result = try reader.next() {
            switch result {
            case .success(let line):
                lines += 1
                try body(line, reader.lineNumber)
            case .failure(let refusal):
                badLines += 1
                for issue in refusal.issues { try errors.writeLine(Self.told(issue, in: piece.name)) }
            }
        }
    }

    /// An issue as compilers print theirs.
    private static func told(_ issue: Issue, in file: String) -> String {
        let place = issue.position.map { ":\($0.line):\($0.column)" } ?? ""
        var text = "\(file)\(place): \(issue.severity.rawValue): expected \(issue.expected)"
        if let observed = issue.observed { text += ", found \(observed)" }
        if let remedy = issue.remedy { text += ". \(remedy)" }
        return "\(text) [\(issue.code)]"
    }

    /// Tells what was passed over.
    func tell(_ told: String, book: OwnershipBook?, passedOver: Int, on console: Console) throws {
        var text = "\(told) from \(MappingTally.count(lines, "line"))"
        if badLines > 0 { text += "; \(MappingTally.count(badLines, "line")) could not be read" }
        try console.errors.writeLine("concord: \(text)")
        if passedOver > 0 {
            try console.errors.writeLine(
                "concord: \(MappingTally.count(passedOver, "record")) passed over: the policy does not speak of them"
            )
        }
        guard let strangers = book?.strangers.sorted(), !strangers.isEmpty else { return }
        let names = strangers.prefix(8).map(\.text).joined(separator: ", ") + (strangers.count > 8 ? ", …" : "")
        try console.errors.writeLine(
            "concord: claims of \(names) count for nothing: they play no role; give them one with --system ROLE=SYSTEM"
        )
    }
}

/// One input of claims, whose beginning may be held in memory.
private final class ClaimPiece {
    private let input: Input
    private var held: [UInt8] = []
    private var taken = 0

    var name: String { input.name }

    init(_ input: Input) {
        self.input = input
    }

    /// Reads a beginning of the input into memory.
    ///
    /// - Returns: How many bytes it has; at least as many as were asked for unless the input is at its end.
    func hold(upTo limit: Int) throws -> Int {
        // What is known to be larger need not be held.
        if let size = input.size, size > limit { return limit }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { memory.deallocate() }
        while held.count < limit {
            let count = try input.read(into: memory)
            if count == 0 { break }
            held.append(contentsOf: memory[..<count])
        }
        return held.count
    }

    /// Reads the next bytes, those in memory first.
    func read(_ memory: UnsafeMutableRawBufferPointer) throws -> Int {
        guard taken < held.count else { return try input.read(into: memory) }
        let count = min(memory.count, held.count - taken)
        memory.copyBytes(from: held[taken..<(taken + count)])
        taken += count
        if taken == held.count {
            held = []
            taken = 0
        }
        return count
    }
}

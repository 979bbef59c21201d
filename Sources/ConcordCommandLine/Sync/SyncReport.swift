import ConcordAdapters
import ConcordSchema

/// What a synchronisation tells when it ends.
enum SyncReport {
    /// The form of the account.
    enum Format: String, CaseIterable {
        /// Lines for people.
        case text
        /// A JSON object.
        case json
    }

    /// Writes the account of a run.
    static func write(_ account: RunAccount, open: Int, as format: Format, on console: Console) throws {
        switch format {
        case .text:
            for line in lines(account, open: open) { try console.output.writeLine(line) }
        case .json: try console.output.writeLine(json(account, open: open))
        }
    }

    /// What the run tells the shell.
    static func status(of account: RunAccount) -> ExitStatus {
        account.refused + account.waiting + account.parked > 0 ? .rejected : .success
    }

    private static func lines(_ account: RunAccount, open: Int) -> [String] {
        let read = MappingTally.count(account.read, "message")
        var lines = [
            "\(read) read: \(account.taken) new, \(account.repeated) known, \(account.refused) refused, "
                + "\(account.waiting) waiting behind them",
            "\(MappingTally.count(account.claims, "claim")) about \(MappingTally.count(account.records, "record"))"
                + (account.late > 0 ? ", \(account.late) of them late" : "")
                + (account.approvals > 0 ? "; \(MappingTally.count(account.approvals, "approval"))" : ""),
            "\(MappingTally.count(account.planned, "change")) planned, \(account.delivered) sent"
                + (account.redelivered > 0 ? " (\(account.redelivered) were there already)" : "")
                + (account.withheld > 0 ? ", \(account.withheld) withheld until more is known" : "")
                + (account.parked > 0 ? ", \(account.parked) parked" : ""),
            "\(MappingTally.count(account.opened, "exception")) opened, \(account.withdrawn) ended by themselves; "
                + "\(open) open",
        ]
        if account.damaged > 0 { lines.append("\(MappingTally.count(account.damaged, "message")) came damaged") }
        return lines
    }

    private static func json(_ account: RunAccount, open: Int) -> String {
        var writer = JSONWriter(capacity: 512)
        writer.beginObject()
        for (name, count) in RunAccount.figures { writer.member(name, account[keyPath: count]) }
        writer.member("open", open)
        writer.endObject()
        return writer.text()
    }
}

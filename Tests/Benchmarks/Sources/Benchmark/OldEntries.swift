import Concord

/// Time entries of the version before the present one.
enum OldEntries {
    private static let history = TimeEntry.history.schema

    /// Entries as an earlier program wrote them: it knew nothing of later versions, so there is no residue.
    static func older(_ lines: Lines) -> Lines {
        rewritten(lines) { try? history.migrate($0, to: history.newest - 1, keepsResidue: false) }
    }

    /// The same entries as they are written today.
    static func current(_ lines: Lines) -> Lines {
        rewritten(older(lines)) { try? history.migrate($0, to: history.newest) }
    }

    /// Entries that were written today for an earlier program, with what it cannot say beside them.
    static func withResidue(_ lines: Lines) -> Lines {
        rewritten(lines) { try? history.migrate($0, to: history.newest - 1) }
    }

    static func decode(_ lines: Lines) -> Int {
        lines.reduce { TimeEntry.history.draft(json: $0).isAcceptable ? 1 : 0 }
    }

    static func migrate(_ lines: Lines, to version: Int) -> Int {
        lines.reduce { ((try? history.migrate($0, to: version)) ?? []).count }
    }

    private static func rewritten(_ lines: Lines, _ body: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) -> Lines {
        var bytes: [UInt8] = []
        for line in lines {
            bytes += body(line) ?? []
            bytes.append(UInt8(ascii: "\n"))
        }
        return Lines(bytes)
    }
}

import ConcordMapping

/// What a run of a mapping came to.
struct MappingTally {
    /// The objects that were found.
    var objects = 0
    /// The records that were written.
    var records = 0
    /// The objects that were refused by the mapping.
    var rejected = 0
    /// The pieces of the input that were no objects.
    var unreadable = 0
    /// The records that were written and that somebody should look at.
    var remarked = 0

    /// Adds what later objects came to.
    mutating func add(_ later: MappingTally) {
        objects += later.objects
        records += later.records
        rejected += later.rejected
        unreadable += later.unreadable
        remarked += later.remarked
    }

    /// What the run tells the shell.
    var status: ExitStatus {
        if objects == 0, unreadable > 0 { return .data }
        return rejected + unreadable > 0 ? .rejected : .success
    }

    /// The tally in one line.
    func summary(_ coverage: Coverage?) -> String {
        var text = "\(Self.count(objects, "object")): \(Self.count(records, "record"))"
        if remarked > 0 { text += " (\(remarked) with warnings)" }
        text += ", \(rejected) rejected"
        if unreadable > 0 { text += ", \(Self.count(unreadable, "piece")) of the input unreadable" }
        if let coverage { text += "; \(Self.leaves(coverage))" }
        return text
    }

    /// The account of all leaves: `leaves 90 = mapped 60 + kept 20 + dropped 10 + unknown 0`.
    static func leaves(_ coverage: Coverage) -> String {
        "leaves \(coverage.leaves) = mapped \(coverage.mapped) + kept \(coverage.kept)"
            + " + dropped \(coverage.dropped) + unknown \(coverage.unknown)"
    }

    static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}

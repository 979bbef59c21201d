internal import ConcordSchema

/// A document on its way from its version to another one, change by change.
struct Migration: ~Copyable {
    private let document: UnsafeBufferPointer<UInt8>
    private let edges: ArraySlice<Edge>
    private let schema: SchemaHistory
    private var result = JSONWriter(capacity: 64)

    /// Where the bytes of the result stood in the document, one map a change; empty unless somebody asked.
    private var maps: [OffsetMap] = []

    /// What the steps found, in the original document.
    private(set) var issues: [Issue] = []

    /// Whether the bytes are not JSON, so that there is no result.
    private(set) var isBroken = false

    /// Whether the result has what it cannot say beside it.
    private let keepsResidue: Bool

    init(
        _ document: UnsafeBufferPointer<UInt8>,
        _ edges: ArraySlice<Edge>,
        _ schema: SchemaHistory,
        keepsResidue: Bool = true
    ) {
        self.document = document
        self.keepsResidue = keepsResidue
        self.edges = edges
        self.schema = schema
    }

    /// Gives the result to a closure.
    borrowing func withResult<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        edges.isEmpty ? body(document) : result.withBytes(body)
    }

    mutating func run() {
        run(isMapped: false)
    }

    private mutating func run(isMapped: Bool) {
        maps = []
        isBroken = false
        var findings: [(failure: ReadFailure, severity: Issue.Severity, change: Int)] = []
        for (number, edge) in edges.enumerated() {
            var next = JSONWriter(capacity: 64)
            var map: OffsetMap?
            func step(_ bytes: UnsafeBufferPointer<UInt8>) {
                var rewriter = Rewriter(bytes, edge, isMapped: isMapped)
                do throws(ReadFailure) {
                    try rewriter.run()
                    if rewriter.foundResidueLate {
                        let residue = JSONPlace.range(of: ["residue"], in: bytes)
                        rewriter = Rewriter(bytes, edge, residue: residue ?? 0..<0, isMapped: isMapped)
                        try rewriter.run()
                    }
                    if let place = rewriter.foreignResidue {
                        rewriter = Rewriter(bytes, edge, residue: 0..<0, isMapped: isMapped)
                        try rewriter.run()
                        let remark = ReadFailure(
                            .foreignResidue,
                            at: place,
                            expected: "the residue of this record; it names another one and was left out"
                        )
                        findings.append((remark, .warning, number))
                    }
                } catch {
                    findings.append((error, .error, number))
                    isBroken = true
                    return
                }
                if !rewriter.failures.isEmpty || !rewriter.conflicts.isEmpty {
                    findings += (rewriter.failures + rewriter.conflicts).map { ($0, .error, number) }
                }
                if !rewriter.remarks.isEmpty { findings += rewriter.remarks.map { ($0, .warning, number) } }
                if !keepsResidue { rewriter.outgoing.entries = [] }
                next = rewriter.finish()
                map = rewriter.map
            }
            if number == 0 { step(document) } else { result.withBytes(step) }
            if isBroken { break }
            swap(&result, &next)
            if let map { maps.append(map) }
        }
        guard !findings.isEmpty else { return }
        if !isMapped, findings.contains(where: { $0.change > 0 }) {
            run(isMapped: true)
            return
        }
        let source = edges.first.flatMap { schema.version($0.source) }
        issues = findings.map { finding in
            let earlier = maps[..<min(finding.change, maps.count)].reversed()
            func place(of offset: Int) -> Int { earlier.reduce(offset) { $1.source(of: $0) } }
            let moved = ReadFailure(
                finding.failure.code,
                at: place(of: finding.failure.offset),
                expected: finding.failure.expected,
                relatedOffset: finding.failure.relatedOffset.map(place),
                member: finding.failure.member,
                isFatal: finding.failure.isFatal
            )
            return Issue(moved, severity: finding.severity, in: document, of: source)
        }
    }

    /// The steps' issues and those of who read the result, in the places and names of the original document.
    mutating func issues(with others: [Issue]) -> [Issue] {
        guard !others.isEmpty else { return issues }
        if maps.isEmpty { run(isMapped: true) }
        let source = edges.first.flatMap { schema.version($0.source) }
        let known = Set(issues.filter { $0.severity == .error }.compactMap { $0.position?.offset })
        let moved = others.compactMap { issue -> Issue? in
            let offset = maps.reversed().reduce(issue.position?.offset ?? 0) { $1.source(of: $0) }
            // Of a value that a step could not convert, the step has said what it should be.
            if known.contains(offset), issue.code != .missing { return nil }
            return issue.moved(to: offset, in: document, of: source, origin: { origin(of: $0) })
        }
        return (issues + moved).sorted { ($0.position?.offset ?? 0) < ($1.position?.offset ?? 0) }
    }

    /// What the member at the end of a path was called in the original document.
    private func origin(of names: [String]) -> String? {
        guard var name = names.last else { return nil }
        for edge in edges.reversed() {
            var scope: Scope? = edge.scope
            for name in names.dropLast() { scope = scope?.scope(within: name) }
            name = scope?.origins[name] ?? name
        }
        return name
    }
}

public import ConcordSchema
internal import ConcordValues

/// The reading of one vendor's object: its values, and what was found so far.
///
/// A mapping knows the type of its records, and a run does not: it fills them where they stand. So there is one copy of
/// this code, and none of it asks for types while it runs.
@usableFromInline
struct MappingRun: ~Copyable {
    private let plan: MappingPlan
    let payload: UnsafeBufferPointer<UInt8>
    let context: UnsafePointer<MappingContext>

    /// The object; nil if the payload is none.
    let object: SourceObject?

    /// What is wrong with the object as a whole.
    @usableFromInline private(set) var issues: [Issue] = []

    /// What was found in each record; shorter than the records where the last ones have nothing.
    private var findings: [[RuleInput.Finding]] = []

    /// The slots that the records have no place for.
    private(set) var kept: [Int] = []
    private var keptItems: [(slot: Int, json: String)] = []

    private var next = 0
    private var records = 0

    @usableFromInline
    init(_ plan: MappingPlan, _ payload: UnsafeBufferPointer<UInt8>, in context: UnsafePointer<MappingContext>) {
        self.plan = plan
        self.payload = payload
        self.context = context
        do throws(ReadFailure) {
            object = try SourceObject(plan.source, payload)
        } catch {
            object = nil
            issues = [Issue(error, severity: .error, in: payload)]
        }
    }

    /// The most records that may come of the object.
    @usableFromInline
    var limit: Int { object == nil ? 0 : plan.parts.count }

    /// Says in a header, which is still blank, where the object came from.
    @usableFromInline
    func sign(_ header: inout RecordHeader) {
        header.source = context.pointee.system
        header.asOf = context.pointee.ingestedAt
        header.ingestedAt = context.pointee.ingestedAt
    }

    /// Goes on to the next part that the object has.
    ///
    /// - Returns: Whether there is one.
    @usableFromInline
    mutating func advance() -> Bool {
        guard let object else { return false }
        while next < plan.parts.count {
            next += 1
            if plan.parts[next - 1].isThere(in: object) {
                records += 1
                return true
            }
        }
        if records == 0 { issues = [nothing] }
        return false
    }

    /// Reads the part into a record in memory, which holds the blank.
    @usableFromInline
    mutating func read(into record: UnsafeMutableRawPointer) {
        guard let object else { return }
        guard let input = plan.parts[next - 1].rules.run(on: object.values, in: context, into: record) else { return }
        for slot in input.kept where !kept.contains(slot) { kept.append(slot) }
        for slot in plan.watched where object.values[slot].kind != .absent && !kept.contains(slot) { kept.append(slot) }
        for list in input.keptItems where !keptItems.contains(where: { $0.slot == list.slot }) {
            keptItems.append(list)
        }
        guard !input.findings.isEmpty else { return }
        while findings.count < records { findings.append([]) }
        findings[records - 1] = input.findings
    }

    /// What the records have no place for, as JSON; nil if there is nothing, or if it is not kept.
    @usableFromInline
    func unmapped() -> JSONText? {
        guard plan.keepsRest, records > 0, let object else { return nil }
        return object.restJSON(
            keeping: kept.map { (plan.pointers[$0], $0) },
            lists: keptItems.map { (plan.pointers[$0.slot], $0.json) }
        )
    }

    /// Puts what the records have no place for into a header.
    @usableFromInline
    func keep(_ unmapped: JSONText, in header: inout RecordHeader) {
        if case nil = header.remarks { header.remarks = RecordRemarks() }
        header.remarks?.unmapped = unmapped
    }

    /// The issues of each record.
    ///
    /// - Parameter description: The records' declaration.
    /// - Returns: One list a record, and none for the last records if they have none.
    @usableFromInline
    func issues(of description: RecordDescription) -> [[Issue]] {
        guard !findings.isEmpty else { return [] }
        let locator = SourceLocator(payload)
        return findings.map { findings in
            findings.map { finding in
                var issue = finding.issue
                issue.position = finding.offset.map(locator.position)
                // An id that the crosswalk does not know must be named, or nobody can look it up.
                if issue.observed != nil, issue.code != .unresolvedReference,
                    description.isSensitive(at: issue.path.fields)
                {
                    issue.observed = "\"•••\""
                }
                return issue
            }
        }
    }

    /// Says of an object that no record came of it.
    private var nothing: Issue {
        Issue(
            .noRecord,
            severity: .info,
            expected: "something in one of the parts \(plan.parts.compactMap(\.title).joined(separator: ", "))",
            rule: plan.name
        )
    }
}

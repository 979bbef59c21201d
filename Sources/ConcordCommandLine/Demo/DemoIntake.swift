import ConcordMapping
import ConcordSchema
import ConcordValues

/// What every intake can tell, whatever its records are.
protocol DemoCounting {
    /// The system that the payload came from.
    var system: String { get }
    /// The mapping's name and version.
    var mapping: String { get }
    /// The vendor's type of object.
    var object: String { get }
    /// The payload's size in bytes.
    var size: Int { get }
    /// The number of objects in it.
    var objectCount: Int { get }
    /// The account of all leaves.
    var coverage: Coverage { get }
    /// What was accepted and deserves a look, by the line on which its object begins.
    var remarks: [(line: Int, issues: [Issue])] { get }
}

/// One payload, read object by object.
struct DemoIntake<Target: CanonicalRecord>: DemoCounting {
    /// An object that was accepted, and its bytes.
    struct Accepted {
        /// Where its bytes stand in the payload.
        let range: Range<Int>
        /// The records that came of it.
        let drafts: [Draft<Target>]
    }

    let system: String
    let mapping: String
    let object: String
    let size: Int
    private(set) var coverage = Coverage()
    private(set) var remarks: [(line: Int, issues: [Issue])] = []

    /// The mapping that read it.
    let rules: Mapping<Target>

    /// What the run knows that the payload does not say.
    let context: MappingContext

    /// The objects that were accepted.
    private(set) var accepted: [Accepted] = []

    /// The objects that were refused, by the line on which each begins.
    private(set) var refused: [(line: Int, issues: [Issue])] = []

    var objectCount: Int { accepted.count + refused.count }

    /// Reads a payload.
    init(_ rules: Mapping<Target>, of system: SystemID, at time: Instant, in zone: TimeZoneID, _ payload: [UInt8]) {
        self.rules = rules
        self.system = system.text
        mapping = rules.tag
        object = rules.object
        size = payload.count
        context = MappingContext(
            system: system,
            ingestedAt: time,
            timeZone: zone
        )
        var reader = PayloadReader()
        payload.withUnsafeBytes { reader.append($0) }
        reader.finish()
        while let payload = reader.next() { take(payload) }
    }

    private mutating func take(_ payload: Payload) {
        guard payload.issue == nil else {
            refused.append((payload.position.line, payload.issue.map { [$0] } ?? []))
            return
        }
        let mapped = rules.read(payload.bytes, in: context, coverage: &coverage)
        var issues = mapped.allIssues
        payload.locate(&issues)
        guard mapped.isAcceptable else {
            refused.append((payload.position.line, issues))
            return
        }
        if !issues.isEmpty { remarks.append((payload.position.line, issues)) }
        let begin = payload.position.offset
        accepted.append(Accepted(range: begin..<(begin + payload.bytes.count), drafts: mapped.drafts))
    }
}

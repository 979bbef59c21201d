public import ConcordMapping
import ConcordOwnership
public import ConcordSchema
public import ConcordValidation
public import ConcordValues

/// The way of one system's type of object into canonical records: its mapping, and the rules that its records must keep.
///
/// ```swift
/// let accounts = IntakeRoute(Salesforce.account, in: run, validatedBy: validator)
/// ```
public struct IntakeRoute: Sendable {
    /// The system.
    public let system: SystemID

    /// The system's type of object.
    public let object: String

    /// The record that comes of an object.
    public let record: RecordDescription

    /// The mapping's name and version.
    public let mapping: String

    typealias Reader = @Sendable (SourceItem, _ identities: any IdentityCrosswalk, _ now: Instant) -> Intake

    /// Makes what reads messages, for one thread: threads that share a mapping's plan wait for each other.
    let makeReader: @Sendable () -> Reader

    /// A way in.
    ///
    /// - Parameters:
    ///   - mapping: The mapping.
    ///   - context: What the run knows that no object says; its crosswalk and its time are the integration's.
    ///   - validator: The rules that a record must keep; nil for none.
    ///   - strictness: What becomes of a record that breaks a rule.
    ///   - timing: Which time a message counts with.
    public init<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        in context: MappingContext,
        validatedBy validator: Validator<Target>? = nil,
        _ strictness: ValidationStrictness = .refuse,
        timedBy timing: MessageTiming = .message
    ) {
        system = context.system
        object = mapping.object
        record = Target.schema.description
        self.mapping = mapping.tag
        makeReader = {
            let mapping = mapping.separated()
            let memory = ClaimMemory()
            return { item, identities, now in
                var context = context
                context.identities = identities
                context.ingestedAt = now
                guard case .object(let bytes) = item.content else {
                    return Self.removal(item, mapping.object, Target.schema.description.name, identities)
                }
                let mapped = bytes.withUnsafeBufferPointer { mapping.read($0, in: context) }
                return Self.intake(mapped, of: item, validator, strictness, timing, memory)
            }
        }
    }

    /// What it means that an object is gone: its system gives up all that it said of it.
    private static func removal(
        _ item: SourceItem,
        _ object: String,
        _ record: String,
        _ identities: any IdentityCrosswalk
    ) -> Intake {
        let key = ExternalKey(system: item.sequence.system, objectType: object, value: item.sequence.id)
        guard let id = identities.canonicalID(of: key) else { return Intake() }
        return Intake(events: [item.event(about: RecordKey(record, id), id: item.id, entries: [])])
    }

    private static func intake<Target: CanonicalRecord>(
        _ mapped: MappedObject<Target>,
        of item: SourceItem,
        _ validator: Validator<Target>?,
        _ strictness: ValidationStrictness,
        _ timing: MessageTiming,
        _ memory: ClaimMemory
    ) -> Intake {
        var intake = Intake()
        guard mapped.isAcceptable else {
            let issues = mapped.allIssues
            intake.failure = AdapterFailure(
                .mapping,
                "\(item.sequence) could not be read as \(Target.schema.description.tag)",
                system: item.sequence.system,
                remedy: "Correct it in \(item.sequence.system), or the mapping, and replay it.",
                issues: issues
            )
            return intake
        }
        mapped.withRecords { records in
            intake.events.reserveCapacity(records.count)
            guard let first = records.baseAddress else { return }
            for place in records.indices {
                if let validator, strictness == .refuse {
                    let verdict = validator.verdict(on: Draft(records[place], issues: mapped.issues(of: place)))
                    if !verdict.isAcceptable {
                        let key = RecordKey(Target.schema.description.name, records[place].id.text)
                        intake = Intake(refusing: item, key, by: verdict.stamp.policy, verdict.issues)
                        return
                    }
                }
                let isOwn = timing == .record
                let event = memory.withWriter { writer in
                    ClaimEvent(
                        at: first + place,
                        id: records.count == 1 ? item.id : "\(item.id)/\(Target.id(at: first + place).text)",
                        system: item.sequence.system,
                        version: item.version,
                        sourceTime: isOwn ? Target.modifiedAt(at: first + place) ?? item.time : item.time,
                        payloadHash: item.digest,
                        author: item.author,
                        in: &writer
                    )
                }
                intake.events.append(event)
            }
        }
        return intake
    }
}

/// Which time a message counts with.
public enum MessageTiming: String, Sendable, Hashable, CaseIterable {
    /// That of the message.
    case message
    /// That at which the object was last changed, as it says itself; that of the message if it does not.
    case record
}

/// What becomes of a record that breaks a rule.
public enum ValidationStrictness: String, Sendable, Hashable, CaseIterable {
    /// It is refused and waits, with its sequence, until somebody corrects it.
    case refuse
    /// It is taken in as it is: the rules are asked when somebody asks for it to be validated.
    case accept
}

extension SourceItem {
    /// What the message says about a record.
    func event(about record: RecordKey, id: String, entries: [ClaimEntry]) -> ClaimEvent {
        ClaimEvent(
            id: id,
            system: sequence.system,
            record: record,
            version: version,
            sourceTime: time,
            completeness: .snapshot,
            payloadHash: digest,
            author: author,
            entries: entries
        )
    }
}

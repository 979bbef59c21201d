import ConcordConfiguration
import ConcordSchema
import ConcordValues

/// What stands in a line, before it is known what the line is.
struct ClaimLineForm {
    private var texts: [String: (text: String, place: Int)] = [:]
    private var version = SourceVersion.none
    private var tie: Int64 = 0
    private var override: OverrideTerms?
    private var entries: [ClaimEntry] = []
    private var paths: Set<String> = []
    private var begin = 0

    private static let shared: Set<String> = ["record", "id", "at"]
    private static let kinds: [String: Set<String>] = [
        "event": [
            "system", "version", "validFrom", "validTo", "completeness", "payload", "tie", "author", "override",
            "values", "cleared", "unreadable", "absent",
        ],
        "approval": ["unit", "base", "proposed", "policy", "approver", "role", "expires", "verdict"],
        "emission": ["system", "values", "cleared"],
    ]

    mutating func read(_ reader: inout JSONReader) throws(ReadFailure) {
        reader.skipWhitespace()
        begin = reader.offset
        var form = self
        var seen: [String: Int] = [:]
        try reader.eachMember { name, reader throws(ReadFailure) in
            let place = reader.offset
            if let first = seen[name] {
                throw ReadFailure(
                    .duplicateKey,
                    at: place,
                    expected: "each member once",
                    relatedOffset: first,
                    isFatal: true
                )
            }
            seen[name] = place
            try form.read(name, place, &reader)
        }
        self = form
        let known = Self.kinds.first { seen[$0.key] != nil }
        guard let known else {
            throw ReadFailure(.missing, at: begin, expected: "one of event, approval, emission with its id")
        }
        let allowed = known.value.union(Self.shared).union([known.key])
        if let stranger = seen.filter({ !allowed.contains($0.key) }).min(by: { $0.value < $1.value }) {
            throw ReadFailure(
                .unknownMember,
                at: stranger.value,
                expected: "a member of an \(known.key), one of \(allowed.sorted().joined(separator: ", "))"
            )
        }
    }

    private mutating func read(_ name: String, _ place: Int, _ reader: inout JSONReader) throws(ReadFailure) {
        switch name {
        case "version":
            version =
                reader.peek() == UInt8(ascii: "\"") ? .text(try reader.readString()) : .number(try reader.readInteger())
        case "tie": tie = try reader.readInteger()
        case "override": override = try OverrideTerms(reading: &reader)
        case "values":
            var form = self
            try reader.eachMember { path, reader throws(ReadFailure) in
                let place = reader.offset
                let isNull = reader.isAtNull()
                var text = JSONText.null
                try text.read(from: &reader)
                try form.add(path, isNull ? .null : .value(text), place)
            }
            self = form
        case "cleared": try readPaths(.cleared, &reader)
        case "unreadable": try readPaths(.unreadable, &reader)
        case "absent": try readPaths(.absent, &reader)
        default:
            // Whether the line may have the member is known when its kind is.
            guard reader.peek() == UInt8(ascii: "\"") else { throw reader.typeFailure("a string") }
            texts[name] = (try reader.readString(), place)
        }
    }

    private mutating func readPaths(_ value: ClaimValue, _ reader: inout JSONReader) throws(ReadFailure) {
        var form = self
        try reader.eachItem { reader throws(ReadFailure) in
            let place = reader.offset
            try form.add(try reader.readString(), value, place)
        }
        self = form
    }

    private mutating func add(_ path: String, _ value: ClaimValue, _ place: Int) throws(ReadFailure) {
        guard paths.insert(path).inserted else {
            throw ReadFailure(.duplicateKey, at: place, expected: "one claim about \(path)")
        }
        entries.append(ClaimEntry(ClaimPath(path), value))
    }

    // MARK: - What the line is

    func line() throws(ReadFailure) -> ClaimLine {
        let record = RecordKey(try text("record"), try text("id"))
        let time: Instant = try value("at")
        if let id = texts["event"]?.text {
            let completeness = try code("completeness", ClaimEvent.Completeness.self) ?? .delta
            return .event(
                ClaimEvent(
                    id: id,
                    system: try system(),
                    record: record,
                    version: version,
                    sourceTime: time,
                    validFrom: try optional("validFrom"),
                    validTo: try optional("validTo"),
                    completeness: completeness,
                    payloadHash: try texts["payload"].map { given throws(ReadFailure) in try Self.hash(given) },
                    tieOrder: tie,
                    author: texts["author"]?.text,
                    override: override,
                    entries: entries
                )
            )
        }
        if let id = texts["emission"]?.text {
            return .emission(
                EmissionRecord(id: id, system: try system(), record: record, time: time, values: entries)
            )
        }
        return .approval(
            ApprovalDecision(
                id: try text("approval"),
                record: record,
                unit: ClaimPath(try text("unit")),
                base: try hash("base"),
                proposed: try hash("proposed"),
                policy: try text("policy"),
                approver: try text("approver"),
                role: BusinessRole(rawValue: try text("role")),
                time: time,
                expires: try optional("expires"),
                verdict: try code("verdict", ApprovalDecision.Verdict.self) ?? .approve
            )
        )
    }

    private func given(_ name: String) throws(ReadFailure) -> (text: String, place: Int) {
        guard let given = texts[name] else {
            throw ReadFailure(.missing, at: begin, expected: "the member \(name)", member: name)
        }
        return given
    }

    private func text(_ name: String) throws(ReadFailure) -> String { try given(name).text }

    private func system() throws(ReadFailure) -> SystemID {
        let given = try given("system")
        do throws(ValueError) {
            return try SystemID(given.text)
        } catch {
            throw ReadFailure(IssueCode(rawValue: error.code.rawValue), at: given.place, expected: error.expected)
        }
    }

    private func value(_ name: String) throws(ReadFailure) -> Instant {
        let given = try given(name)
        do throws(ValueError) {
            return try Instant(given.text)
        } catch {
            throw ReadFailure(IssueCode(rawValue: error.code.rawValue), at: given.place, expected: error.expected)
        }
    }

    private func optional(_ name: String) throws(ReadFailure) -> Instant? {
        texts[name] == nil ? nil : try value(name)
    }

    private func hash(_ name: String) throws(ReadFailure) -> ContentHash { try Self.hash(try given(name)) }

    private static func hash(_ given: (text: String, place: Int)) throws(ReadFailure) -> ContentHash {
        guard let hash = ContentHash(hexadecimal: given.text) else {
            throw ReadFailure(.type, at: given.place, expected: "a SHA-256 digest of 64 hexadecimal digits")
        }
        return hash
    }

    private func code<Code: RawRepresentable & CaseIterable>(
        _ name: String,
        _: Code.Type
    ) throws(ReadFailure) -> Code? where Code.RawValue == String {
        guard let given = texts[name] else { return nil }
        if let code = Code(rawValue: given.text) { return code }
        let known = Code.allCases.map(\.rawValue).joined(separator: ", ")
        throw ReadFailure(.unknownCode, at: given.place, expected: "one of \(known)")
    }
}

extension OverrideTerms {
    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let begin = reader.offset
        var texts: [String: String] = [:]
        var expires: Instant?
        var release: Release?
        try reader.eachMember { name, reader throws(ReadFailure) in
            let place = reader.offset
            switch name {
            case "reason", "approver": texts[name] = try reader.readString()
            case "expires": expires = try reader.readText(as: Instant.self)
            case "releaseAt": release = .at(try reader.readText(as: Instant.self))
            case "releaseValue":
                var value = JSONText.null
                try value.read(from: &reader)
                release = .ownerSays(value)
            case "release":
                guard try reader.readString() == "ownerChanges" else {
                    throw ReadFailure(.unknownCode, at: place, expected: "ownerChanges")
                }
                release = .ownerChanges
            default:
                throw ReadFailure(
                    .unknownMember,
                    at: place,
                    expected: "one of reason, approver, expires, release, releaseAt, releaseValue"
                )
            }
        }
        guard let reason = texts["reason"], let approver = texts["approver"], let expires else {
            throw ReadFailure(.missing, at: begin, expected: "an override with reason, approver and expires")
        }
        self.init(reason: reason, approver: approver, expires: expires, release: release)
    }
}

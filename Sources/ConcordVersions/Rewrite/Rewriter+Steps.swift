public import ConcordSchema

/// Where in the document an object stands; what that is called is worked out only if residue asks for it.
struct Place {
    let name: MemberName
    /// Where the list begins; negative for a record.
    var list = -1
    var item = -1
    var key: String?
    /// The names of the list's items, once somebody has asked.
    var items: [MemberName]?

    init(name: MemberName) {
        self.name = name
    }
}

extension Rewriter {
    /// Writes what a step makes of the members that it has found.
    mutating func emit(_ step: Scope.Step, _ first: Int, _ opening: Int) throws(ReadFailure) {
        hasEmitted = true
        let count = step.inputs.count
        let source = (first..<first + count).first { slots[$0] >= 0 }.map { slots[$0] }
        let kept = entry(for: step.number)
        var isCurrent = false
        if let kept {
            isCurrent = kept.live == digest(of: step, first)
            if isCurrent, !kept.isMutual, let values = kept.patch.values(of: step.outputs) {
                map?.note(writer.count, from: source ?? opening, isCopy: false)
                for (name, value) in zip(step.outputs, values) {
                    if let value { DocumentMember(name, DocumentValue(copying: value)).write(to: &writer) }
                }
                return
            }
        } else {
            if source == nil, let members = step.fromNothing {
                map?.note(writer.count, from: opening, isCopy: false)
                writer.write(raw: members)
                return
            }
            if count == 1, let source, let shortcut = step.shortcut {
                map?.note(writer.count, from: source, isCopy: false)
                if shortcut(reader.bytes(source..<ends[first]), &writer) { return }
            }
        }
        var inputs: [DocumentValue?] = []
        inputs.reserveCapacity(count)
        for slot in first..<first + count {
            inputs.append(slots[slot] < 0 ? nil : DocumentValue(copying: reader.bytes(slots[slot]..<ends[slot])))
        }
        map?.note(writer.count, from: source ?? opening, isCopy: false)
        do throws(StepFailure) {
            for member in try outcome(of: step, inputs, kept, isCurrent, opening) { member.write(to: &writer) }
        } catch {
            let failure = ReadFailure(.conversion, at: source ?? opening, expected: error.expected)
            failures.append(failure)
            // Its reader refuses it as well, at the same place, and does not take it for missing.
            if let output = step.outputs.first, let input = inputs.first.flatMap({ $0 }) {
                DocumentMember(output, input).write(to: &writer)
            }
        }
    }

    /// What a step makes of some values, with what residue knows of them; what it cannot carry becomes residue.
    private mutating func outcome(
        of step: Scope.Step,
        _ inputs: [DocumentValue?],
        _ kept: KeptEntry?,
        _ isCurrent: Bool,
        _ opening: Int
    ) throws(StepFailure) -> [DocumentMember] {
        var outputs = members(step.outputs, try step.convert(inputs))
        var isPatched = false
        if let kept {
            if isCurrent || step.stalePolicy != .drop {
                let isPatch = kept.patch.apply(to: &outputs, isExact: isCurrent)
                if !isPatch { failures.append(malformedResidue) }
                isPatched = true
            }
            // What was said then comes back, and led to just these live values.
            if isCurrent, !kept.isMutual { return outputs }
            if !isCurrent {
                let failure = step.stalePolicy.failure(of: step.name, at: opening)
                if step.stalePolicy == .conflict { conflicts.append(failure) } else { remarks.append(failure) }
            }
        }
        let live = members(step.inputs, inputs)
        let again = members(step.inputs, try step.revert(step.outputs.map { outputs.value(named: $0) }))
        if let patch = Patch(from: again, to: live, keys: step.keys) {
            outgoing.entries.append(
                Residue.Entry(
                    version: edge.source,
                    step: step.name,
                    place: place(),
                    live: outputs.isEmpty ? nil : outputs.liveDigest.digest,
                    isMutual: isPatched,
                    values: patch.value
                )
            )
        }
        return outputs
    }

    private func members(_ names: [MemberName], _ values: [DocumentValue?]) -> [DocumentMember] {
        zip(names, values).compactMap { name, value in value.map { DocumentMember(name, $0) } }
    }

    /// The digest of what a step has found; nil if it has found nothing.
    private func digest(of step: Scope.Step, _ first: Int) -> UInt64? {
        var members = LiveDigest.Members()
        for (number, name) in step.inputDigests.enumerated() where slots[first + number] >= 0 {
            let value = reader.bytes(slots[first + number]..<ends[first + number])
            members.add(name, LiveDigest.value(value))
        }
        return members.isEmpty ? nil : members.digest
    }

    // MARK: - Intruders

    /// Keeps members that only look like fields of the target's version, and gives back those that were kept.
    mutating func settle(_ intruders: [Range<Int>], _ opening: Int) throws(ReadFailure) {
        let change = max(edge.source, edge.target)
        if let kept = entry(for: 0) {
            map?.note(writer.count, from: opening, isCopy: false)
            var members: [DocumentMember] = []
            if !kept.patch.apply(to: &members, isExact: true) { failures.append(malformedResidue) }
            for member in members { member.write(to: &writer) }
        }
        guard !intruders.isEmpty else { return }
        var patch = Patch()
        for intruder in intruders {
            let object = [UInt8(ascii: "{")] + JSONMinifier.minified(reader.bytes(intruder)) + [UInt8(ascii: "}")]
            patch.added += DocumentValue(.json(object)).members ?? []
        }
        outgoing.entries.append(
            Residue.Entry(
                version: edge.source,
                step: "\(change):#unknown",
                place: place(),
                live: nil,
                isMutual: false,
                values: patch.value
            )
        )
    }

    // MARK: - Places

    /// The names and keys that lead to the object that is being rewritten.
    mutating func place() -> [MemberName] {
        var names: [MemberName] = []
        for index in trail.indices {
            names.append(trail[index].name)
            guard trail[index].list >= 0 else { continue }
            if trail[index].items == nil { trail[index].items = items(of: trail[index]) }
            if let items = trail[index].items, items.indices.contains(trail[index].item) {
                names.append(items[trail[index].item])
            }
        }
        return names
    }

    private func items(of place: Place) -> [MemberName] {
        guard let range = reader.valueRange(at: place.list) else { return [] }
        let items = DocumentValue(copying: reader.bytes(range)).items ?? []
        return Patch.keyed(items, place.key ?? "").map(\.name)
    }
}

extension VersionStep.StalePolicy {
    /// What is said of residue whose live values somebody has changed since.
    fileprivate func failure(of step: String, at place: Int) -> ReadFailure {
        let outcome =
            switch self {
            case .keep: "; somebody changed them since: they win, and what they do not speak of is put back"
            case .drop: "; somebody changed them since: they win, and the residue is forgotten"
            case .conflict: "; somebody changed them since"
            }
        return ReadFailure(
            .staleResidue,
            at: place,
            expected: "the values that the residue of \(step) was kept beside\(outcome)"
        )
    }
}

extension JSONReader {
    /// Where the value ends that begins at a place.
    fileprivate func valueRange(at begin: Int) -> Range<Int>? {
        var reader = self
        reader.goBack(to: begin)
        guard (try? reader.skipValue()) != nil else { return nil }
        return begin..<reader.offset
    }
}

extension IssueCode {
    /// A step cannot convert a value of another version.
    public static let conversion: Self = "version.conversion"
    /// The reserved member `residue` holds something else.
    public static let residue: Self = "version.residue"
    /// The values that residue was kept beside have changed: a warning that says what became of it, or an error if somebody
    /// has to decide.
    public static let staleResidue: Self = "version.staleResidue"
    /// The residue belongs to another record, and was left out.
    public static let foreignResidue: Self = "version.foreignResidue"
    /// The last day of the document's version is over.
    public static let sunset: Self = "version.sunset"
    /// The document's version was never published.
    public static let unknownVersion: Self = "version.unknown"
}

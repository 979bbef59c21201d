internal import ConcordSchema

/// The steps of one level of a document in one direction, compiled: what to do with each member that they touch.
///
/// A member that is not in the table is none of their business: its bytes are copied.
final class Scope: Sendable {
    /// What becomes of a member.
    enum Action: Sendable {
        /// It has another name: the bytes of the name with quotes and colon.
        case rename([UInt8])
        /// It is what a step reads: the number of the step, and of the member among its.
        case input(step: Int, number: Int)
        /// It is a nested record, or a list of them, with steps of its own.
        case enter(Scope)
        /// It is one that the source's version does not know, with a name that the target's gives to something else.
        case intruder
        /// It names the document's schema.
        case tag
        /// It is the document's residue.
        case residue
        /// It is the record's identity.
        case identity
    }

    /// One step in one direction.
    ///
    /// It is an object because a run looks at every one of them, and would count the references of all its parts.
    final class Step: Sendable {
        /// The name under which residue is found again.
        let name: String
        /// The number of that name in the change of version.
        let number: Int
        let inputs: [MemberName]
        let outputs: [MemberName]
        let convert: Conversion.Run
        let revert: Conversion.Run
        let shortcut: Conversion.Shortcut?
        let keys: [String]
        let stalePolicy: VersionStep.StalePolicy
        /// The first of its slots.
        let slot: Int
        /// What it makes of no members at all, where no residue is in play; nil if that must be found out each time.
        let fromNothing: [UInt8]?
        /// The digests of the names that it reads.
        let inputDigests: [UInt64]

        init(
            name: String,
            number: Int,
            inputs: [MemberName],
            outputs: [MemberName],
            convert: @escaping Conversion.Run,
            revert: @escaping Conversion.Run,
            shortcut: Conversion.Shortcut?,
            keys: [String],
            stalePolicy: VersionStep.StalePolicy,
            slot: Int,
            fromNothing: [UInt8]?
        ) {
            self.name = name
            self.number = number
            self.inputs = inputs
            self.outputs = outputs
            self.convert = convert
            self.revert = revert
            self.shortcut = shortcut
            self.keys = keys
            self.stalePolicy = stalePolicy
            self.slot = slot
            self.fromNothing = fromNothing
            inputDigests = inputs.map { LiveDigest.name($0.meant) }
        }
    }

    let table: NameTable
    let actions: [Action]
    let steps: [Step]

    /// How many slots a run needs: one for every touched member, to notice the second of two, and those of the steps.
    let slotCount: Int

    /// The names as the later version has them, for places in residue.
    let name: MemberName
    /// The member that tells the items of the list apart, in the source's version; nil for a record, or a list without.
    let key: String?
    /// Names of the source's members for those of the target's, for what an issue says is missing.
    let origins: [String: String]

    init(
        _ steps: [VersionStep],
        direction: Direction,
        change: Int,
        shape: RecordDescription?,
        stepNames: inout [String],
        name: String = "",
        key: String? = nil,
        isDocument: Bool = false
    ) {
        var names: [String] = []
        var actions: [Action] = []
        var compiled: [Step] = []
        var slot = 0
        var origins: [String: String] = [:]
        func touch(_ name: String, _ action: Action) {
            guard !names.contains(name) else { return }
            names.append(name)
            actions.append(action)
        }
        if isDocument {
            touch("schema", .tag)
            touch("residue", .residue)
            touch("id", .identity)
        }
        for step in steps {
            let (former, later) = (step.former.map(\.name), step.names)
            let (sources, targets) = direction == .up ? (former, later) : (later, former)
            if step.kind == .within {
                let field = shape?.field(named: step.name)
                touch(
                    step.name,
                    .enter(
                        Scope(
                            step.inner,
                            direction: direction,
                            change: change,
                            shape: field?.shape.record,
                            stepNames: &stepNames,
                            name: step.name,
                            key: field?.shape.listKey
                        )
                    )
                )
                continue
            }
            for target in targets { origins[target] = sources.first }
            guard let conversion = step.conversion else {
                // A step without a conversion is a new name, or a field that only the earlier version knows.
                if let source = sources.first, let target = targets.first {
                    touch(source, .rename(Array("\"\(target)\":".utf8)))
                }
                continue
            }
            // A field that was taken away and may be missing stands in both versions' documents.
            let outputs = step.kind == .remove ? former : targets
            let inputs = step.kind == .remove ? former : sources
            for (number, input) in inputs.enumerated() {
                touch(input, .input(step: compiled.count, number: number))
            }
            let isUp = direction == .up
            let (convert, revert) = isUp ? (conversion.up, conversion.down) : (conversion.down, conversion.up)
            let name = "\(change):\(step.name)"
            // Steps of several levels may have one name; their places tell them apart.
            if !stepNames.contains(name) { stepNames.append(name) }
            compiled.append(
                Step(
                    name: name,
                    number: stepNames.firstIndex(of: name) ?? 0,
                    inputs: inputs.map { MemberName($0) },
                    outputs: outputs.map { MemberName($0) },
                    convert: convert,
                    revert: revert,
                    shortcut: isUp ? conversion.upShortcut : conversion.downShortcut,
                    keys: conversion.keys + Self.keys(of: outputs + inputs, in: shape),
                    stalePolicy: step.stalePolicy,
                    slot: slot,
                    fromNothing: Self.fromNothing(inputs.count, outputs, convert, revert)
                )
            )
            slot += inputs.count
        }
        for step in steps where step.kind != .within {
            let targets = direction == .up ? step.names : step.kind == .remove ? [] : step.former.map(\.name)
            for target in targets { touch(target, .intruder) }
        }
        slotCount = slot + names.count
        table = NameTable(names)
        self.actions = actions
        self.steps = compiled
        self.name = MemberName(name)
        self.key = key
        self.origins = origins
    }

    /// The members that a step makes of none, if that leaves no residue.
    private static func fromNothing(
        _ count: Int,
        _ names: [String],
        _ convert: Conversion.Run,
        _ revert: Conversion.Run
    ) -> [UInt8]? {
        guard let values = try? convert([DocumentValue?](repeating: nil, count: count)),
            let again = try? revert(values), again.allSatisfy({ $0 == nil })
        else { return nil }
        var writer = JSONWriter(capacity: 64)
        for (name, value) in zip(names, values) {
            if let value { DocumentMember(MemberName(name), value).write(to: &writer) }
        }
        return writer.bytes()
    }

    /// The names of members that tell the items of lists apart, anywhere in some fields.
    private static func keys(of names: [String], in shape: RecordDescription?) -> [String] {
        var keys: [String] = []
        func visit(_ shape: FieldShape, _ depth: Int) {
            guard depth < 8 else { return }
            switch shape.unwrapped {
            case .list(let item, let key):
                if let key, !keys.contains(key) { keys.append(key) }
                visit(item, depth + 1)
            case .record(let record):
                for field in record.fields { visit(field.shape, depth + 1) }
            default: break
            }
        }
        for name in names { if let field = shape?.field(named: name) { visit(field.shape, 0) } }
        return keys
    }

    /// The scope of a nested record; nil if no step touches it.
    func scope(within name: String) -> Scope? {
        for action in actions {
            if case .enter(let scope) = action, scope.name.text == name { return scope }
        }
        return nil
    }
}

/// Which way a document is rewritten.
enum Direction: Sendable {
    case up
    case down
}

extension FieldShape {
    /// The member that tells the items of a list apart.
    var listKey: String? {
        if case .list(_, let key) = unwrapped { key } else { nil }
    }
}

/// One change of version in one direction, compiled.
struct Edge: Sendable {
    let source: Int
    let target: Int
    /// The target's tag as a member: `"schema":"customer/2",`.
    let tag: [UInt8]
    let scope: Scope
    /// What the names of all its steps begin with: `2:`.
    let prefix: [UInt8]
    /// The names of its steps; the first is that of members that only look like fields of the target's version.
    let stepNames: NameTable

    init(_ change: VersionChange, direction: Direction, name: String, source: RecordDescription) {
        self.source = direction == .up ? change.version - 1 : change.version
        target = direction == .up ? change.version : change.version - 1
        tag = Array("\"schema\":\"\(name)/\(target)\",".utf8)
        var names = ["\(change.version):#unknown"]
        scope = Scope(
            change.steps,
            direction: direction,
            change: change.version,
            shape: source,
            stepNames: &names,
            isDocument: true
        )
        prefix = Array("\(change.version):".utf8)
        stepNames = NameTable(names)
    }
}

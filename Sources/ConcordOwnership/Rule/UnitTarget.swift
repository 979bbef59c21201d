import ConcordSchema

/// What a path of a policy can name: a field, a part of one, or an attribute.
struct PathSlot: Sendable {
    /// The names from the record to it.
    let names: [String]
    let text: String
    let description: FieldDescription?

    /// The target whose units hold its values.
    var target: Int32 = -1

    /// The slots that are parts of this one and survive by themselves.
    var parts: [Int32] = []

    var isAttribute: Bool { text.utf8.first == UInt8(ascii: "@") }
}

/// A class of units that one rule decides about at a time: a field, an atomic group, or all items of a list.
struct UnitTarget: Sendable {
    enum Kind: Sendable, Hashable {
        case whole
        case group
        case set
        case keyed(by: String)
    }

    let kind: Kind
    let path: String

    /// The slots: one, but for groups.
    let slots: [Int32]

    let form: ValueForm

    /// The order of the status, if it is one that cannot go back.
    let status: StatusTable?

    /// Whether a rule that can decide names a stage, a legal entity, a region.
    var namesStage = false
    var namesLegalEntity = false
    var namesRegion = false

    /// 0 for what other targets' rules do not look at; 1 for the legal entity and the region; 2 for the stage.
    var phase: UInt8 = 0

    var isList: Bool {
        switch kind {
        case .keyed, .set: true
        case .whole, .group: false
        }
    }
}

/// What of a target the path of every claim asks for, in two words.
struct TargetTraits: Sendable {
    let isList: Bool
    let isGroup: Bool
    let hasOrder: Bool
    let namesStage: Bool
    let namesLegalEntity: Bool
    let namesRegion: Bool
    let phase: UInt8

    init(_ target: UnitTarget) {
        isList = target.isList
        isGroup = target.kind == .group
        hasOrder = target.status != nil
        namesStage = target.namesStage
        namesLegalEntity = target.namesLegalEntity
        namesRegion = target.namesRegion
        phase = target.phase
    }
}

/// Which codes of a status come before which.
struct StatusTable: Sendable {
    private let later: [String: Set<String>]

    init(_ order: StatusOrder) {
        var later: [String: Set<String>] = [:]
        for code in order.successors.keys {
            var reached: Set<String> = []
            var open = order.successors[code] ?? []
            while let next = open.popLast() {
                if reached.insert(next).inserted { open += order.successors[next] ?? [] }
            }
            later[Self.json(code)] = Set(reached.map(Self.json))
        }
        self.later = later
    }

    /// Whether going from one code to another one would be going back.
    func isBack(from current: String, to next: String) -> Bool {
        current != next && later[next]?.contains(current) == true && later[current]?.contains(next) != true
    }

    private static func json(_ code: String) -> String {
        var writer = JSONWriter(capacity: 64)
        writer.write(code)
        return writer.text()
    }
}

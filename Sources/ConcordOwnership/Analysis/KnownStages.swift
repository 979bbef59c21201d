internal import ConcordSchema

/// What can be known of a record's stages before any claim comes.
struct KnownStages {
    /// The stages that a record may come to, the first one first; only the first one if nothing is known of the rest.
    let reachable: [String]

    /// The stages of codes to which no other code leads.
    let unreachable: [String]

    /// Whether these are all: the codes of the source are known.
    let isComplete: Bool

    init(_ ownership: RecordOwnership, _ description: RecordDescription) {
        guard let source = ownership.stage else {
            (reachable, unreachable, isComplete) = ([], [], false)
            return
        }
        let path = [source.field]
        let order = ownership.statuses.first { $0.field == path }
        var codes: [String] = []
        if case .code(_, let known)? = description.field(at: path)?.shape.unwrapped {
            codes = known
        } else if let order {
            codes = order.codes
        }
        let initial = source.initial.rawValue
        guard !codes.isEmpty else {
            var seen: Set<String> = [initial]
            let others = source.stages.values.map(\.rawValue).sorted().filter { seen.insert($0).inserted }
            (reachable, unreachable, isComplete) = ([initial] + others, [], false)
            return
        }
        let stage = { (code: String) in source.stages[code]?.rawValue ?? code }
        var reachableCodes = Set(codes)
        if let order {
            let led = Set(order.successors.flatMap { code, next in next.filter { $0 != code } })
            // A record may begin with any code that stands for its first stage, or that nothing comes before.
            let first = order.codes.filter { !led.contains($0) || stage($0) == initial }
            reachableCodes = Set(first).union(first.flatMap { order.reachable(from: $0) })
        }
        var seen: Set<String> = [initial]
        reachable = [initial] + codes.filter(reachableCodes.contains).map(stage).filter { seen.insert($0).inserted }
        unreachable = codes.map(stage).filter { seen.insert($0).inserted }
        isComplete = true
    }

    /// Whether a record can be at a stage, as far as is known.
    func mayOccur(_ stage: String) -> Bool { !isComplete || reachable.contains(stage) }
}

extension StatusOrder {
    /// The codes that the order names, sorted.
    var codes: [String] {
        Set(successors.keys).union(successors.values.flatMap { $0 }).sorted()
    }

    /// The codes that a status may come to from one, directly or by others.
    func reachable(from code: String) -> Set<String> {
        var reached: Set<String> = []
        var next = successors[code] ?? []
        while let code = next.popLast() {
            if reached.insert(code).inserted { next += successors[code] ?? [] }
        }
        return reached
    }
}

/// A rule that reads something, made ready for the machine: its sources in one mapping, and what issues say of it.
///
/// An object with constants, because calling a closure that an object holds counts no references, while calling one that
/// memory holds does.
final class PlannedRule: @unchecked Sendable {
    // Sound: the slots are written in the initialiser and never after.

    /// Where the values are found in an object that was read.
    let slots: UnsafePointer<Int>

    /// The number of sources.
    let count: Int

    /// Reads the values into the record at an address.
    let read: @Sendable (inout RuleInput, UnsafeMutableRawPointer) -> Void

    /// The pointers to the values.
    let pointers: [String]

    /// The field's path in the record.
    let target: String

    /// The mapping's name.
    let mapping: String

    init(
        slots: [Int],
        pointers: [String],
        target: String,
        mapping: String,
        read: @escaping @Sendable (inout RuleInput, UnsafeMutableRawPointer) -> Void
    ) {
        // In memory of its own, because a rule looks here for every value that it reads.
        let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(slots.count, 1))
        memory.initialize(from: slots, count: slots.count)
        self.slots = UnsafePointer(memory)
        count = slots.count
        self.read = read
        self.pointers = pointers
        self.target = target
        self.mapping = mapping
    }

    deinit {
        slots.deallocate()
    }
}

/// The rules of one record, to be run in order.
final class PlannedRules: @unchecked Sendable {
    // Sound: the memory is written in the initialiser and never after.

    private let rules: [PlannedRule]

    /// The same, so that going through them counts no references.
    private let places: UnsafePointer<Unmanaged<PlannedRule>>

    init(_ rules: [PlannedRule]) {
        self.rules = rules
        let memory = UnsafeMutablePointer<Unmanaged<PlannedRule>>.allocate(capacity: max(rules.count, 1))
        for (index, rule) in rules.enumerated() { (memory + index).initialize(to: .passUnretained(rule)) }
        places = UnsafePointer(memory)
    }

    deinit {
        places.deallocate()
    }

    /// Runs the rules.
    ///
    /// - Parameters:
    ///   - values: The object's values.
    ///   - context: What the run knows that the payload does not say.
    ///   - record: The record's address; it holds the blank.
    /// - Returns: What was found; nil if there are no rules.
    func run(
        on values: UnsafePointer<SourceValue>,
        in context: UnsafePointer<MappingContext>,
        into record: UnsafeMutableRawPointer
    ) -> RuleInput? {
        guard !rules.isEmpty else { return nil }
        var input = RuleInput(values: values, rule: places[0], context: context)
        for index in 0..<rules.count { input.run(places[index], into: record) }
        return input
    }

    /// Runs some of the rules.
    ///
    /// - Parameters:
    ///   - chosen: Their numbers.
    ///   - values: The object's values.
    ///   - context: What the run knows that the payload does not say; it must outlive what is returned.
    ///   - record: The record's address; it holds the blank.
    /// - Returns: What was found; nil if there are no rules.
    func run(
        _ chosen: Set<Int>,
        on values: UnsafePointer<SourceValue>,
        in context: UnsafePointer<MappingContext>,
        into record: UnsafeMutableRawPointer
    ) -> RuleInput? {
        guard !rules.isEmpty else { return nil }
        var input = RuleInput(values: values, rule: places[0], context: context)
        for index in chosen.sorted() { input.run(places[index], into: record) }
        return input
    }
}

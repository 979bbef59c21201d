/// Something that a mapping promises and does not do, with the object that shows it.
public struct MappingViolation: Sendable, Hashable {
    /// The law.
    public let law: Law

    /// The mapping's name and version.
    public let mapping: String

    /// The object that shows it; nil if all of them do.
    public var fixture: Fixture?

    /// The place in the vendor's object, as a JSON Pointer; nil if it is about no place in particular.
    public var pointer: String?

    /// The field of the record; nil if it is about none in particular.
    public var field: String?

    /// What was changed in the record before; nil if nothing was.
    public var change: String?

    /// The seed that makes the change again; nil if nothing was changed.
    public var seed: UInt64?

    /// What was expected, in words or as JSON.
    public var expected: String

    /// What was found.
    public var found: String

    /// The lines that differ, `-` as expected and `+` as found; empty if there is nothing to compare.
    public var difference = ""

    /// How many more objects show the same.
    public internal(set) var others = 0

    init(_ law: Law, _ mapping: String, _ fixture: Fixture? = nil, expected: String, found: String) {
        self.law = law
        self.mapping = mapping
        self.fixture = fixture
        self.expected = expected
        self.found = found
    }

    /// Whether both say the same of the same place.
    private func isLike(_ other: MappingViolation) -> Bool {
        law == other.law && pointer == other.pointer && field == other.field
    }

    /// The first violation of each law at each place, with the number of the others.
    static func grouped(_ violations: [MappingViolation]) -> [MappingViolation] {
        var groups: [MappingViolation] = []
        for violation in violations {
            if let index = groups.firstIndex(where: { $0.isLike(violation) }) {
                if groups[index].fixture != violation.fixture { groups[index].others += 1 }
            } else {
                groups.append(violation)
            }
        }
        return groups
    }
}

extension MappingViolation: CustomStringConvertible {
    /// The violation in a few lines.
    public var description: String {
        var lines = ["\(mapping) breaks the law of \(law)"]
        func add(_ name: String, _ value: String?) {
            guard let value else { return }
            let head = "  \(name):" + String(repeating: " ", count: max(1, 10 - name.count))
            let parts = value.split(separator: "\n", omittingEmptySubsequences: false)
            lines += parts.enumerated().map { ($0 == 0 ? head : "             ") + $1 }
        }
        add("object", fixture.map { "\($0)" + (others > 0 ? ", and \(others) more" : "") })
        add("pointer", pointer)
        add("field", field)
        add("changed", change)
        add("expected", expected)
        add("found", found)
        add("seed", seed.map(String.init))
        if !difference.isEmpty { add("lines", difference) }
        return lines.joined(separator: "\n")
    }
}

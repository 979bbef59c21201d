internal import ConcordSchema

/// Checks as one that runs them in their order, each under its number.
///
/// Taken out of a list, each check would be retained and released, which costs more than most of them do. What a closure
/// has captured it holds already, so a tree of closures counts nothing. Eight to a closure, because each call of a closure
/// is a jump that processors guess badly.
struct CheckSequence<Record: CanonicalRecord> {
    typealias Check = ValidationRule<Record>.Check

    /// All checks.
    let check: Check

    private init(_ check: @escaping Check) {
        self.check = check
    }

    /// The checks of some rules.
    ///
    /// The lists are of values that have a check, and not of checks: a function that stands in a list by itself is wrapped
    /// twice, once on its way in and once on its way out.
    init(_ rules: [BoundRule<Record>]) {
        var sequences = stride(from: 0, to: rules.count, by: 8)
            .map { first in
                CheckSequence(Self.numbered(first, Self.eight { Self.check(rules, first + $0) }))
            }
        while sequences.count > 1 {
            sequences = stride(from: 0, to: sequences.count, by: 8)
                .map { first in
                    CheckSequence(Self.sequence(Self.eight { Self.check(sequences, first + $0) }))
                }
        }
        check = sequences.first?.check ?? Self.nothing
    }

    private static var nothing: Check { { _, _ in } }

    private static func check(_ rules: [BoundRule<Record>], _ index: Int) -> Check {
        index < rules.count ? rules[index].check : nothing
    }

    private static func check(_ sequences: [CheckSequence], _ index: Int) -> Check {
        index < sequences.count ? sequences[index].check : nothing
    }

    private typealias Eight = (Check, Check, Check, Check, Check, Check, Check, Check)

    private static func eight(_ check: (Int) -> Check) -> Eight {
        (check(0), check(1), check(2), check(3), check(4), check(5), check(6), check(7))
    }

    private static func numbered(_ first: Int, _ checks: Eight) -> Check {
        let (one, two, three, four, five, six, seven, eight) = checks
        return { record, examination in
            examination.rule = first
            one(record, &examination)
            examination.rule = first + 1
            two(record, &examination)
            examination.rule = first + 2
            three(record, &examination)
            examination.rule = first + 3
            four(record, &examination)
            examination.rule = first + 4
            five(record, &examination)
            examination.rule = first + 5
            six(record, &examination)
            examination.rule = first + 6
            seven(record, &examination)
            examination.rule = first + 7
            eight(record, &examination)
        }
    }

    private static func sequence(_ checks: Eight) -> Check {
        let (one, two, three, four, five, six, seven, eight) = checks
        return { record, examination in
            one(record, &examination)
            two(record, &examination)
            three(record, &examination)
            four(record, &examination)
            five(record, &examination)
            six(record, &examination)
            seven(record, &examination)
            eight(record, &examination)
        }
    }
}

import ConcordCompatibility
import Testing

@Suite(.enabled(if: Suites.folder != nil, "CONCORD_SUITES is not set"))
struct ContainmentSuiteTests {
    /// Pairs whose label is wrong: the documents that show it were checked by another validator too.
    static let wrongLabels: Set<String> = [
        "universal/anchor.json 4 back", "universal/dynamicRef.json 1 back", "universal/dynamicRef.json 2 back",
        "universal/dynamicRef.json 3 back", "universal/dynamicRef.json 9 back", "universal/dynamicRef.json 10 back",
        "universal/unevaluatedItems.json 15 back", "universal/unevaluatedProperties.json 19 back",
    ]

    @Test
    func noAnswerOfTheContainmentSuiteIsWrong() throws {
        var figures = (proven: 0, refuted: 0, unknown: 0, unsound: 0, wrongLabels: 0)
        var truths = 0
        for pair in try Suites.containment() {
            if pair.isContained { truths += 1 }
            switch pair.first.implies(pair.second, options: pair.options) {
            case .contained:
                figures.proven += 1
                if !pair.isContained { figures.unsound += 1 }
                if !pair.isContained { Issue.record("proven, but false: \(pair.name)") }
            case .refuted(let counterexample):
                figures.refuted += 1
                if Self.wrongLabels.contains(pair.name) {
                    figures.wrongLabels += 1
                } else if pair.isContained {
                    figures.unsound += 1
                    Issue.record("refuted with \(counterexample.document), but true: \(pair.name)")
                }
            case .unknown(let reason):
                figures.unknown += 1
                if Suites.isVerbose { print("unknown", pair.isContained, pair.name, reason) }
            }
        }
        print("containment: \(truths) true, \(figures)")
        #expect(figures.unsound == 0)
        #expect(figures.proven >= 1240)
    }

    /// Labels that claim less than is true: patterns that match every text, and schemas that accept nothing.
    static let cautiousLabels = [10, 11, 96, 108, 124, 125, 126]

    @Test
    func theRegistrySuiteAgreesButForItsTwoWrongLabels() throws {
        let options = SchemaOptions(assertsFormats: true, assertsContent: true)
        var agreed = 0
        var figures = (proven: 0, refuted: 0, unknown: 0)
        var wrong: [Int] = []
        var cautious: [Int] = []
        for (index, test) in try Suites.registry().enumerated() {
            let backward = test.old.implies(test.new, options: options)
            let forward = test.new.implies(test.old, options: options)
            for answer in [backward, forward] {
                switch answer {
                case .contained: figures.proven += 1
                case .refuted: figures.refuted += 1
                case .unknown: figures.unknown += 1
                }
            }
            let claimsBackward = test.label != "none"
            let claimsForward = test.label == "both"
            if claimsBackward && !backward.isContained || claimsForward && !forward.isContained {
                // A label that claims too much is wrong only if a document shows it.
                #expect(backward.counterexample != nil, "\(index) \(test.name)")
                wrong.append(index)
            } else if backward.isContained == claimsBackward, forward.isContained == claimsForward {
                agreed += 1
            } else {
                cautious.append(index)
            }
        }
        print("registry: \(agreed) agreed, wrong \(wrong), cautious \(cautious), \(figures)")
        #expect(wrong == [117, 119])
        #expect(cautious == Self.cautiousLabels)
        #expect(agreed == 136)
    }
}

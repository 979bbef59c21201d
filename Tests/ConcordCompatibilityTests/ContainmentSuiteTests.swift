import ConcordCompatibility
import Testing

@Suite(.enabled(if: Suites.folder != nil, "CONCORD_SUITES is not set"))
struct ContainmentSuiteTests {
    @Test
    func noAnswerOfTheContainmentSuiteIsWrong() throws {
        var figures = (proven: 0, refuted: 0, unknown: 0, unsound: 0)
        var truths = 0
        for pair in try Suites.containment() {
            if pair.isContained { truths += 1 }
            switch pair.first.implies(pair.second, options: pair.options) {
            case .contained:
                figures.proven += 1
                if !pair.isContained { figures.unsound += 1 }
                #expect(pair.isContained, "proven, but false: \(pair.name)")
            case .refuted(let counterexample):
                figures.refuted += 1
                if pair.isContained { figures.unsound += 1 }
                #expect(!pair.isContained, "refuted with \(counterexample.document), but true: \(pair.name)")
            case .unknown(let reason):
                figures.unknown += 1
                if Suites.isVerbose { print("unknown", pair.isContained, pair.name, reason) }
            }
        }
        print("containment: \(truths) true, \(figures)")
        #expect(figures.unsound == 0)
    }

    @Test
    func theRegistrySuiteAgreesButForItsTwoWrongLabels() throws {
        let options = SchemaOptions(assertsFormats: true, assertsContent: true)
        var agreed = 0
        var figures = (proven: 0, refuted: 0, unknown: 0)
        var disagreed: [Int] = []
        for (index, test) in try Suites.registry().enumerated() {
            let backward = test.old.implies(test.new, options: options)
            let forward = test.new.implies(test.old, options: options)
            for answer in [backward, forward] {
                switch answer {
                case .contained: figures.proven += 1
                case .refuted: figures.refuted += 1
                case .unknown(let reason):
                    figures.unknown += 1
                    if Suites.isVerbose { print("unknown", index, test.name, reason) }
                }
            }
            let isRight = switch test.label {
            case "backward": backward.isContained && !forward.isContained
            case "both": backward.isContained && forward.isContained
            default: !backward.isContained && !forward.isContained
            }
            if isRight { agreed += 1 } else {
                disagreed.append(index)
                if Suites.isVerbose {
                    print("disagreed", index, test.name, test.label, backward.isContained, forward.isContained,
                        backward.counterexample?.document.description ?? "-")
                }
            }
        }
        print("registry: \(agreed) agreed, \(disagreed) not, \(figures)")
        #expect(agreed == 143)
        #expect(disagreed == [117, 119])
    }
}

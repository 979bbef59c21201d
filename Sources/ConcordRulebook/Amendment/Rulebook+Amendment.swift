internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of the amendments of contracts.
    public static let amendment = RuleSet<Contract> {
        ValidationRule(
            "amendment.sequence",
            "The amendments of a contract are counted from 1 without a gap.",
            actor: .legal,
            remedy: "Number the amendments anew, or bring the missing one in."
        ) { contract, examination in
            let sorted = contract.amendments.map(\.sequence).sorted()
            guard let place = sorted.indices.first(where: { sorted[$0] != $0 + 1 }) else { return }
            guard let index = contract.amendments.firstIndex(where: { $0.sequence == sorted[place] }) else { return }
            examination.report(
                at: \.amendments[index].sequence,
                expected: "the next number",
                value: place + 1,
                observed: sorted[place]
            )
        }
        ValidationRule(
            "amendment.executed",
            "An amendment that is in force says when the last party signed, and from when it holds.",
            actor: .legal,
            remedy: "Enter the day of the last signature and the first day."
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() where amendment.status == .executed {
                if amendment.executedOn == nil {
                    examination.report(at: \.amendments[index].executedOn, expected: "the day of the last signature")
                }
                if amendment.effectiveFrom == nil {
                    examination.report(
                        at: \.amendments[index].effectiveFrom,
                        expected: "the first day on which it holds"
                    )
                }
            }
        }
        ValidationRule(
            "amendment.signed",
            "An amendment that is billed under is signed.",
            actor: .legal,
            remedy: "Have the amendment signed.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated()
            where amendment.status == .executed && amendment.signature?.state != .signed {
                examination.report(
                    at: \.amendments[index].signature.state,
                    expected: "an amendment that is signed",
                    observed: amendment.signature?.state
                )
            }
        }
        ValidationRule(
            "amendment.days",
            "An amendment is asked for before it is signed, and signed on a day that has come.",
            actor: .legal,
            remedy: "Correct the days."
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                guard let day = amendment.executedOn else { continue }
                if day > examination.circumstances.today {
                    examination.report(
                        at: \.amendments[index].executedOn,
                        expected: "a day that has come",
                        observed: day
                    )
                } else if let asked = amendment.requestedOn, asked > day {
                    examination.report(
                        at: \.amendments[index].requestedOn,
                        expected: "a day not after the signature",
                        value: day,
                        observed: asked
                    )
                }
            }
        }
        ValidationRule(
            "amendment.withinTerm",
            "An amendment holds from a day of the contract's term.",
            actor: .legal,
            remedy: "Correct the first day, or the contract's term."
        ) { contract, examination in
            guard let term = contract.effective else { return }
            for (index, amendment) in contract.amendments.enumerated() {
                guard let day = amendment.effectiveFrom, !term.contains(day) else { continue }
                // A renewal is a term of its own that begins when this one ends.
                guard amendment.type != .renewal, amendment.type != .extension else { continue }
                examination.report(
                    at: \.amendments[index].effectiveFrom,
                    expected: "a day within \(term)",
                    observed: day
                )
            }
        }
        ValidationRule(
            "amendment.retroactive",
            "An amendment that reaches back says what becomes of what is already worked and billed.",
            actor: .legal,
            remedy: "Decide: leave it, adjust what is not billed yet, credit and bill again, or settle the difference."
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                guard let from = amendment.effectiveFrom, let signed = amendment.executedOn, from < signed else {
                    continue
                }
                guard amendment.rebillPolicy == nil || amendment.isRetroactive == false else { continue }
                examination.report(
                    at: \.amendments[index].rebillPolicy,
                    expected: "what becomes of what is already billed",
                    observed: amendment.rebillPolicy
                )
            }
        }
        ValidationRule(
            "amendment.rebilling",
            "Nothing is credited and billed again before finance has agreed.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Have the corrections approved, or bill the difference in one sum.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated()
            where amendment.status == .executed && amendment.rebillPolicy == .creditAndRebill {
                examination.report(
                    at: \.amendments[index].rebillPolicy,
                    expected: "an amendment that leaves invoices as they are",
                    observed: amendment.rebillPolicy
                )
            }
        }
        ValidationRule(
            "amendment.affected",
            "An amendment by which something is billed again names what.",
            weight: .warning,
            actor: .billing,
            remedy: "List the time, costs and invoice lines that change.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                guard [.creditAndRebill, .trueUp].contains(amendment.rebillPolicy) else { continue }
                guard amendment.affected == nil else { continue }
                examination.report(at: \.amendments[index].affected, expected: "what is billed again")
            }
        }
        ValidationRule(
            "amendment.valueSum",
            "What amendments in force add is what changes of the contract add to its value.",
            actor: .finance,
            remedy: "Correct the changes of the contract, or those of the amendments."
        ) { contract, examination in
            guard let change = contract.changeValue else { return }
            let deltas = contract.amendments.filter { $0.status == .executed }.compactMap(\.valueDelta)
            let sum = deltas.isEmpty ? Money.zero(change.currency) : Money.total(deltas)
            guard let sum, change.isApart(from: sum, byMoreThan: 0) else { return }
            examination.report(
                at: \.changeValue,
                expected: "what amendments in force add",
                value: sum,
                observed: change
            )
        }
        ValidationRule(
            "amendment.linesSum",
            "What an amendment adds is what it adds to the lines.",
            actor: .finance,
            remedy: "Correct the amounts of the lines, or that of the amendment."
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                let deltas = amendment.lineChanges.compactMap(\.valueDelta)
                guard !deltas.isEmpty, let delta = amendment.valueDelta, let sum = Money.total(deltas) else { continue }
                guard delta.isApart(from: sum, byMoreThan: 0) else { continue }
                examination.report(
                    at: \.amendments[index].valueDelta,
                    expected: "the sum of the lines' changes",
                    value: sum,
                    observed: delta
                )
            }
        }
        ValidationRule(
            "amendment.linesKnown",
            "Lines that an amendment changes are in the contract.",
            actor: .legal,
            remedy: "Correct the line, or bring it in."
        ) { contract, examination in
            let lines = contract.lines.map(\.id)
            for (index, amendment) in contract.amendments.enumerated() where amendment.status == .executed {
                for (number, change) in amendment.lineChanges.enumerated() where !lines.contains(change.line) {
                    examination.report(
                        at: \.amendments[index].lineChanges[number].line,
                        expected: "a line of the contract",
                        observed: change.line
                    )
                }
            }
        }
        ValidationRule(
            "amendment.supersedes",
            "An amendment takes the place of an earlier one of its contract.",
            actor: .legal,
            remedy: "Correct which one it takes the place of."
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                guard let other = amendment.supersedes else { continue }
                let isEarlier = contract.amendments.contains { $0.id == other && $0.sequence < amendment.sequence }
                guard !isEarlier else { continue }
                examination.report(
                    at: \.amendments[index].supersedes,
                    expected: "an earlier amendment of the contract",
                    observed: other
                )
            }
        }
        ValidationRule(
            "amendment.base",
            "The contract stands as its last amendment in force left it.",
            actor: .legal,
            remedy: "Take the amendment's changes into the contract, and say through which one it stands."
        ) { contract, examination in
            let last = contract.amendments.filter { $0.status == .executed }.max { $0.sequence < $1.sequence }
            guard let through = contract.asAmendedThrough, through != last?.id else { return }
            examination.report(
                at: \.asAmendedThrough,
                expected: "the last amendment in force",
                value: last?.id,
                observed: through
            )
        }
        ValidationRule(
            "amendment.revenueTreatment",
            "An amendment in force that changes the value says how it is taken into revenue.",
            clause: "IFRS 15.18 to 15.21",
            actor: .finance,
            remedy: "Decide: a contract of its own, from now on, or at once for all that was done.",
            for: .ready(for: .post)
        ) { contract, examination in
            for (index, amendment) in contract.amendments.enumerated() {
                guard amendment.status == .executed, let delta = amendment.valueDelta, !delta.isZero else { continue }
                guard amendment.revenueTreatment == nil else { continue }
                examination.report(at: \.amendments[index].revenueTreatment, expected: "how it is taken into revenue")
            }
        }
        ValidationRule.knownCodes("amendment.knownCodes") { contract, search in
            for (index, amendment) in contract.amendments.enumerated() {
                search.look(at: amendment.type, \.amendments[index].type)
                search.look(at: amendment.status, \.amendments[index].status)
                search.look(at: amendment.rebillPolicy, \.amendments[index].rebillPolicy)
                search.look(at: amendment.revenueTreatment, \.amendments[index].revenueTreatment)
            }
        }
    }
}

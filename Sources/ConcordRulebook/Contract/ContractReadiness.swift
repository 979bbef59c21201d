internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a contract must have to be signed, worked on, billed and posted.
    static let contractReadiness = RuleSet<Contract> {
        ValidationRule.required(
            "contract.number",
            "A contract that is signed has the number by which both parties know it.",
            \.number,
            expected: "the contract's number",
            actor: .legal,
            remedy: "Give the contract a number.",
            for: .ready(for: .contract, .bill)
        )
        ValidationRule.required(
            "contract.contractingEntity",
            "A contract that is signed or billed says which entity of the firm signs.",
            \.contractingEntity,
            expected: "the entity that signs",
            actor: .legal,
            remedy: "Choose the entity.",
            for: .ready(for: .contract, .startProject, .bill)
        )
        ValidationRule(
            "contract.effective",
            "A contract that is signed has a first day.",
            actor: .legal,
            remedy: "Enter the first day of the term.",
            for: .ready(for: .contract, .startProject, .bill)
        ) { contract, examination in
            guard contract.effective?.from == nil else { return }
            examination.report(at: \.effective, expected: "the first day of the term", observed: contract.effective)
        }
        ValidationRule(
            "contract.lines",
            "A contract that work is done under has lines; a master agreement needs none.",
            actor: .legal,
            remedy: "Add what is sold.",
            for: .ready(for: .contract, .startProject, .bill)
        ) { contract, examination in
            guard ![.msa, .framework, .nda].contains(contract.type), contract.lines.isEmpty else { return }
            examination.report(at: \.lines, expected: "at least one line")
        }
        ValidationRule(
            "contract.signedBeforeStart",
            "Work starts once the contract is signed.",
            weight: .approval(.legal),
            actor: .legal,
            remedy: "Have it signed, or agree to start at risk.",
            for: .ready(for: .startProject, .logTime)
        ) { contract, examination in
            guard contract.signature?.state != .signed else { return }
            examination.report(
                at: \.signature.state,
                expected: "a contract that all parties have signed",
                observed: contract.signature?.state
            )
        }
        ValidationRule(
            "contract.executed",
            "A contract that is billed is signed by all, in force, and says since when.",
            actor: .legal,
            remedy: "Have it signed, and enter the day of the last signature.",
            for: .ready(for: .bill, .post)
        ) { contract, examination in
            if contract.executedOn == nil {
                examination.report(at: \.executedOn, expected: "the day of the last signature")
            }
            let isInForce = [.active, .completed, .expired, .terminated].contains(contract.status)
            guard !isInForce else { return }
            examination.report(at: \.status, expected: "a contract that is or was in force", observed: contract.status)
        }
        ValidationRule(
            "contract.activeIsSigned",
            "A contract that is in force is signed.",
            actor: .legal,
            remedy: "Enter the signature, or correct the status."
        ) { contract, examination in
            guard contract.status == .active, let state = contract.signature?.state, state != .signed else { return }
            examination.report(at: \.signature.state, expected: "a contract that is signed", observed: state)
        }
        ValidationRule(
            "contract.signedDocument",
            "A contract that is billed has its document.",
            weight: .warning,
            actor: .legal,
            remedy: "Attach the document that was signed.",
            for: .ready(for: .bill)
        ) { contract, examination in
            guard contract.documents.isEmpty, contract.signature?.document == nil else { return }
            examination.report(at: \.documents, expected: "the document that was signed")
        }
        ValidationRule(
            "contract.paymentTerms",
            "A contract that is billed has terms of payment: its own, or those of its customer.",
            actor: .finance,
            remedy: "Enter the terms that were agreed.",
            for: .ready(for: .bill)
        ) { contract, examination in
            guard contract.paymentTerms == nil, let customer = examination.find(contract.customer) else { return }
            guard customer.paymentTerms == nil else { return }
            examination.report(
                at: \.paymentTerms,
                expected: "terms of payment",
                related: "customer \(customer.id)"
            )
        }
        ValidationRule(
            "contract.purchaseOrder",
            "A contract with a customer that asks for purchase orders has one, before it is billed.",
            actor: .sales,
            remedy: "Ask the customer for its order, and enter the number.",
            for: .ready(for: .bill)
        ) { contract, examination in
            guard contract.purchaseOrders.isEmpty, let customer = examination.find(contract.customer) else { return }
            guard customer.poRequired == true else { return }
            examination.report(
                at: \.purchaseOrders,
                expected: "a purchase order",
                related: "customer \(customer.id)"
            )
        }
        ValidationRule(
            "contract.linePrice",
            "A line that is billed has what its method of billing needs: a price, an amount or a rate card.",
            actor: .finance,
            remedy: "Price the line.",
            for: .ready(for: .contract, .bill)
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                guard let missing = line.missingPrice(in: contract) else { continue }
                examination.report(at: \.lines[index].billingMethod, expected: missing, observed: line.billingMethod)
            }
        }
        ValidationRule(
            "contract.billingSchedule",
            "A line that is billed in periods, or at a fixed price without milestones, has a billing schedule.",
            actor: .billing,
            remedy: "Say when the line is billed.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                guard [.retainer, .subscription, .fixedPrice].contains(line.billingMethod) else { continue }
                guard line.billingSchedule == nil else { continue }
                if line.billingMethod == .fixedPrice,
                    contract.milestones.contains(where: { $0.contractLine == line.id })
                {
                    continue
                }
                examination.report(at: \.lines[index].billingSchedule, expected: "when the line is billed")
            }
        }
        ValidationRule(
            "contract.milestones",
            "A line that is billed by milestones has milestones.",
            actor: .projectLead,
            remedy: "Add the milestones with their amounts.",
            for: .ready(for: .contract, .bill)
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated()
            where line.billingMethod == .milestone
                && !contract.milestones.contains(where: { $0.contractLine == line.id })
            {
                examination.report(at: \.lines[index].id, expected: "milestones of the line", observed: line.id)
            }
        }
        ValidationRule(
            "contract.revenueRule",
            "A line that is posted says how its revenue is taken.",
            clause: "IFRS 15.22",
            actor: .finance,
            remedy: "Choose the method.",
            for: .ready(for: .post)
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated()
            where line.billingMethod != .notBillable && line.revenueRule == nil {
                examination.report(at: \.lines[index].revenueRule, expected: "how the line's revenue is taken")
            }
        }
        ValidationRule.knownCodes("contract.knownCodes") { contract, search in
            search.look(at: contract.type, \.type)
            search.look(at: contract.status, \.status)
            search.look(at: contract.signature?.state, \.signature.state)
            for (index, line) in contract.lines.enumerated() {
                search.look(at: line.billingMethod, \.lines[index].billingMethod)
                search.look(at: line.revenueRule?.method, \.lines[index].revenueRule.method)
                search.look(at: line.taxCategory, \.lines[index].taxCategory)
            }
            for (index, limit) in contract.limits.enumerated() {
                search.look(at: limit.kind, \.limits[index].kind)
                search.look(at: limit.behaviour, \.limits[index].behaviour)
            }
            for (index, stone) in contract.milestones.enumerated() {
                search.look(at: stone.status, \.milestones[index].status)
            }
        }
    }
}

extension ContractLine {
    /// What is missing for the line's method of billing; nil if nothing is.
    fileprivate func missingPrice(in contract: Contract) -> String? {
        switch billingMethod {
        case .timeAndMaterials:
            rateCard == nil && contract.rateCard == nil && unitPrice == nil ? "a rate card, or a price" : nil
        case .fixedPrice, .milestone, .percentComplete:
            lineAmount == nil ? "the amount of the line" : nil
        case .unit:
            unitPrice == nil ? "the price of one unit" : nil
        case .retainer, .subscription:
            unitPrice == nil && lineAmount == nil ? "the price of one period, or the amount of the line" : nil
        case .costPlus:
            markup == nil ? "what is added to cost, if only 0" : nil
        default:
            nil
        }
    }
}

internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let costTransactionOwnership = RecordOwnership(of: CostTransaction.self) {
        OwnershipStatement.stage(
            StageSource(
                "billingState",
                stages: [
                    "unbilled": "open", "onHold": "open", "readyToBill": "open", "nonBillable": "open",
                    "proposed": "open", "partlyBilled": "invoiced", "billed": "invoiced", "credited": "invoiced",
                    "writtenOff": "invoiced",
                ],
                initial: "open"
            )
        )
        OwnershipStatement.legalEntity("legalEntity")
        MonotoneStatus(
            \.billingState,
            [
                .unbilled: [.onHold, .readyToBill, .nonBillable, .writtenOff],
                .onHold: [.unbilled, .readyToBill, .nonBillable, .writtenOff],
                .readyToBill: [.unbilled, .onHold, .proposed, .writtenOff],
                .nonBillable: [.unbilled],
                .proposed: [.readyToBill, .partlyBilled, .billed],
                .partlyBilled: [.billed, .credited, .writtenOff],
                .billed: [.credited, .writtenOff],
                .credited: [.writtenOff],
            ]
        )
        MonotoneStatus(\.costState, [.unposted: [.posted], .posted: [.reposted]])
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns("billingState", \.billingState, because: "Who bills knows what is billed, at all stages.") {
            Grant(.erp, .own)
            Observing(.psa)
        }
        Owns("scope", \.legalEntity, because: "The books say whose cost it is, at all stages.") {
            Grant(.erp, .own)
            Grant(.psa, .draft)
            Grant(.procurement, .draft)
        }
        Owns(
            "expense",
            \.kind,
            \.category,
            \.date,
            \.resource,
            \.vendor,
            \.project,
            \.task,
            \.internalDescription,
            \.customerDescription,
            \.receipt,
            \.reimbursable,
            \.paidBy,
            \.billability,
            \.contractLine,
            because: "Expenses are entered on projects; what is bought for one comes from procurement."
        ) {
            Grant(.psa, .own, approval: .projectLead)
            Grant(.procurement, [.create, .update, .observe], approval: .projectLead)
            Grant(.erp, .suggest, approval: .projectLead)
            Grant(.hr, .suggest, approval: .projectLead)
            During("invoiced", because: "What is invoiced is corrected by another cost.") {
                Grant(.psa, .writeOnce)
                Grant(.procurement, .writeOnce)
                Observing(.erp, .hr)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns(
            "amounts",
            \.quantity,
            \.unitCost,
            \.cost,
            \.taxAmount,
            \.taxRecoverable,
            isAtomic: true,
            because: "An amount belongs to its unit, its tax and its currency."
        ) {
            Grant(.psa, .own, approval: .projectLead)
            Grant(.procurement, [.create, .update, .observe], approval: .projectLead)
            Grant(.erp, .suggest, approval: .projectLead)
            During("invoiced", because: "What is invoiced is corrected by another cost.") {
                Grant(.psa, .writeOnce)
                Grant(.procurement, .writeOnce)
                Observing(.erp)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns("approval", \.approval, because: "Expenses are approved where they are entered.") {
            Grant(.psa, .own)
            Grant(.procurement, .suggest)
            Observing(.erp)
        }
        Owns("billing", \.markup, \.billAmount, isAtomic: true, because: "The contract says what is put upon a cost.") {
            Grant(.psa, .own)
            Grant(.erp, .suggest, approval: .finance)
        }
        Owns(
            "posting",
            \.costState,
            \.allocations,
            \.transferPrice,
            \.locked,
            \.accountingPeriod,
            \.dimensions,
            because: "The books say what is posted, and where."
        ) {
            Grant(.erp, .own)
            Grant(.psa, .suggest)
        }
        Owns("corrections", \.corrects, because: "A cost says once which one it corrects.") {
            Grant(.psa, .writeOnce)
            Grant(.erp, .writeOnce)
        }
    }
}

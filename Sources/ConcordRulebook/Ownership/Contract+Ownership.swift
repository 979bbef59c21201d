internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let contractOwnership = RecordOwnership(of: Contract.self) {
        OwnershipStatement.stage(
            StageSource(
                "status",
                stages: [
                    "draft": "negotiation", "inReview": "negotiation", "awaitingSignature": "negotiation",
                    "active": "active", "onHold": "active",
                    "expired": "ended", "completed": "ended", "terminated": "ended", "cancelled": "ended",
                    "superseded": "ended",
                ],
                initial: "negotiation"
            )
        )
        OwnershipStatement.legalEntity("contractingEntity")
        OwnershipStatement.listsByTheirKeys
        MonotoneStatus(
            \.status,
            [
                .draft: [.inReview, .awaitingSignature, .active, .cancelled],
                .inReview: [.draft, .awaitingSignature, .cancelled],
                .awaitingSignature: [.draft, .inReview, .active, .cancelled],
                .active: [.onHold, .expired, .completed, .terminated, .superseded],
                .onHold: [.active, .expired, .completed, .terminated, .superseded],
            ]
        )
        Owns("canonical", \.id, \.header, because: "Identities and cross-references are never a system's.") {
            Grant(.library, .identify)
            Observing(everySystem)
        }
        Owns(
            "status",
            \.status,
            \.statusReason,
            \.signature,
            \.executedOn,
            because: "Where it is signed, it is known how it stands."
        ) {
            Grant(.clm, .own)
            Observing(business)
        }
        Owns("parties", \.customer, \.contractingEntity, because: "The entity says whose rules hold, at all stages.") {
            Grant(.clm, .own)
            Grant(.crm, .draft)
            Observing(business)
        }
        Owns(
            "terms",
            \.number,
            \.title,
            \.type,
            \.parent,
            \.opportunity,
            \.quote,
            \.effective,
            \.noticePeriod,
            \.renewal,
            \.termination,
            \.deliveringEntities,
            \.governingLaw,
            \.acceptance,
            \.documents,
            because: "The CRM drafts, the CLM has the text."
        ) {
            Grant(.clm, .own)
            Grant(.crm, .draft)
            Observing(business)
            During("active", "ended", because: "What is signed changes by an amendment only, which the CLM keeps.") {
                Grant(.clm, .own)
                Observing(business)
            }
        }
        Owns("amendments", \.amendments, \.version, \.asAmendedThrough, because: "They are signed as contracts are.") {
            Grant(.clm, .own)
            Grant(.psa, .suggest, approval: .finance)
            Grant(.erp, .suggest, approval: .finance)
            Observing(business)
        }
        Owns(
            "commercials",
            \.currency,
            \.totalValue,
            \.originalValue,
            \.changeValue,
            \.fundedAmount,
            \.isCommitted,
            \.lines,
            \.limits,
            \.billingSplits,
            because: "The quote is the CRM's until it is signed."
        ) {
            Grant(.clm, .own)
            Grant(.crm, [.create, .update, .observe])
            Grant(.psa, .suggest)
            Grant(.erp, .suggest)
            During("active", "ended", because: "From the signature on, the contract says what it is worth.") {
                Grant(.clm, .own)
                Grant(.psa, .suggest, approval: .finance)
                Grant(.erp, .suggest, approval: .finance)
                Observing(business)
            }
        }
        Owns(
            "rates",
            \.rateCard,
            \.paymentTerms,
            \.expensePolicy,
            \.rounding,
            \.timePolicy,
            \.retention,
            \.taxProfile,
            because: "Rates and terms decide what is billed; finance approves them."
        ) {
            Grant(.clm, .own, approval: .finance)
            Grant(.crm, .draft, approval: .finance)
            Grant(.psa, .suggest, approval: .finance)
            Grant(.erp, .suggest, approval: .finance)
        }
        Owns(
            "schedule",
            \.schedules,
            \.milestones,
            because: "Until the contract is in force, its text says when what is due."
        ) {
            Grant(.clm, .own)
            Grant(.psa, .suggest, approval: .finance)
            Observing(business)
            During("active", "ended", because: "Who bills keeps the schedule of what is to be billed.") {
                Grant(.erp, .own)
                Grant(.psa, .suggest, approval: .finance)
                Observing(business)
            }
        }
        Owns("purchaseOrders", \.purchaseOrders, because: "They are quoted on invoices.") {
            Grant(.erp, .own)
            Grant(.crm, .draft, approval: .finance)
            Grant(.clm, .suggest, approval: .finance)
            Observing(business)
        }
        Owns("billed", \.billedToDate, because: "It is counted in the books.") {
            Grant(.erp, .own)
            Observing(business)
        }
    }
}

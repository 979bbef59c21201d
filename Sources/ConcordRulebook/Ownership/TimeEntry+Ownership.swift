internal import ConcordModel
internal import ConcordOwnership

extension Rulebook {
    static let timeEntryOwnership = RecordOwnership(of: TimeEntry.self) {
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
        OwnershipStatement.legalEntity("employingEntity")
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
        Owns("billingState", \.billingState, \.holdReason, because: "Who bills knows what is billed, at all stages.") {
            Grant(.erp, .own)
            Observing(.psa, .crm)
        }
        Owns("scope", \.employingEntity, \.performingEntity, because: "Who employs says whose time it is.") {
            Grant(.psa, .own)
            Grant(.hr, .suggest)
            Observing(.erp)
        }
        Owns(
            "work",
            \.resource,
            \.date,
            \.timeZone,
            \.worked,
            \.start,
            \.end,
            \.breakMinutes,
            \.project,
            \.task,
            \.assignment,
            \.customer,
            \.sheet,
            \.workType,
            \.timeType,
            \.role,
            \.location,
            \.internalDescription,
            \.customerDescription,
            because: "Time is entered where the work is planned, and HR says whether the person was there."
        ) {
            Grant(.psa, .own, approval: .projectLead)
            Grant(.hr, .suggest, approval: .projectLead)
            Observing(.erp)
            During("invoiced", because: "What is invoiced is corrected by another entry.") {
                Grant(.psa, .writeOnce)
                Observing(.hr, .erp)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns(
            "quantities",
            \.workedQuantity,
            \.billableQuantity,
            \.roundedQuantity,
            \.roundingApplied,
            \.billability,
            \.contractLine,
            isAtomic: true,
            because: "A rounded quantity without its rounding cannot be checked."
        ) {
            Grant(.psa, .own, approval: .projectLead)
            Grant(.erp, .suggest, approval: .projectLead)
            During("invoiced", because: "What is invoiced is corrected by another entry.") {
                Grant(.psa, .writeOnce)
                Observing(.erp)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns("approval", \.approval, because: "Time is approved where it is entered.") {
            Grant(.psa, .own)
            Observing(.erp, .hr)
        }
        Owns("billRate", \.billRate, \.billAmount, isAtomic: true, because: "An amount belongs to its rate.") {
            Grant(.psa, .own)
            Grant(.erp, .suggest, approval: .finance)
            During("invoiced", because: "What is invoiced is credited, never priced anew.") {
                Grant(.psa, .writeOnce)
                Observing(.erp)
                Forbid(nil, [.update, .clear, .propose])
            }
        }
        Owns(
            "billing",
            \.allocations,
            \.invoiceTextOverride,
            \.revenueState,
            because: "They are made where invoices are."
        ) {
            Grant(.erp, .own)
            Grant(.psa, .suggest)
        }
        Owns("cost", \.costQuantity, \.costRate, \.costAmount, isAtomic: true, because: "It says what somebody earns.")
        {
            Grant(.erp, .own)
            Grant(.hr, .suggest, approval: .peopleAndFinance)
            Observing(.psa)
        }
        Owns(
            "posting",
            \.costState,
            \.transferPrice,
            \.locked,
            \.accountingPeriod,
            \.dimensions,
            because: "The books say what is posted, and where."
        ) {
            Grant(.erp, .own)
            Grant(.psa, .suggest)
        }
        Owns("payroll", \.payrollState, because: "Who pays people knows what is paid.") {
            Grant(.hr, .own)
            Observing(.psa, .erp)
        }
        Owns("corrections", \.corrects, \.reversalOf, because: "An entry says once which one it corrects.") {
            Grant(.psa, .writeOnce)
            Grant(.erp, .writeOnce)
        }
    }
}

public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

/// Rows of reports, by columns that have the names of Workday's report fields.
extension Workday {
    /// A row of a report on workers.
    ///
    /// `Worker` is the worker's label. `Employee_ID` is the number of employees and of contingent workers. Three flags
    /// say where the employment stands: `Active`, `Terminated` and `On_Leave`.
    public static let workerReport = Mapping<Resource>(
        "workday/worker-report",
        version: 1,
        object: "Worker",
        api: reportAPI,
        fields: workerReportFields
    ) { rule in
        rule.workdayRow("Worker")
        rule.same("/Employee_ID", to: \.employeeNumber)
        rule.derive(
            "header.externalReferences",
            from: ["/Employee_ID", "/Worker_Type"],
            because: "it is a second name of the worker, written with the number"
        ) { input, record in
            guard let value = input[0].text, !value.isEmpty else { return }
            let type = input[1].text == "Contingent Worker" ? "Contingent_Worker_ID" : "Employee_ID"
            record.header.externalReferences.append(
                ExternalReference(
                    system: input.context.system,
                    objectType: "Worker.\(type)",
                    value: value,
                    use: .secondary
                )
            )
        }
        rule.same("/Worker", to: \.displayName)
        rule.personName(
            [
                ("/Legal_First_Name", \.given), ("/Legal_Middle_Name", \.middle), ("/Legal_Last_Name", \.family),
                ("/Preferred_Name", \.preferred),
            ],
            note: "the parts of the legal name, and the preferred name, as they are"
        )
        rule.code("/Worker_Type", to: \.kind, workerType)
        user("/User_Name")
        rule.same("/Email", to: \.email)
        rule.convert(
            "derive",
            ["/Active", "/Terminated", "/On_Leave"],
            to: "status",
            law: .oneWay("Workday changes it by hiring, leaves and terminations"),
            note: "terminated, else inactive where not active, else onLeave where the flag says so, else active",
            read: { input, record in
                let isOnLeave: Bool? = input.value(2)
                for index in 0..<3 { input.keep(index) }
                input.workdayStatus(
                    &record,
                    active: 0,
                    terminated: 1,
                    isOnLeave: isOnLeave == true,
                    remedy: "Add a column with the field Active to the report."
                )
            },
            write: nil
        )
        rule.workdayInterval(from: "/Hire_Date", through: "/Termination_Date", to: \.employment, "employment")
        rule.code("/Time_Type", to: \.employmentType, timeType)
        rule.same("/Business_Title", to: \.jobTitle)
        rule.coding("/Compensation_Grade", to: \.grade, list: "workday/Compensation_Grade")
        rule.workdayColumn("/Job_Profile", to: \.role, "role", object: "Job_Profile", type: "Job_Profile_ID")
        rule.workdayColumn(
            "/Supervisory_Organization",
            to: \.department,
            "department",
            object: "Organization",
            type: "Organization_Reference_ID"
        )
        rule.workdayColumn(
            "/Cost_Center",
            to: \.costCentre,
            "costCentre",
            object: "Cost_Center",
            type: "Cost_Center_Reference_ID"
        )
        rule.workdayColumn(
            "/Company",
            to: \.employingEntity,
            "employingEntity",
            object: "Company",
            type: "Company_Reference_ID"
        )
        rule.workdayColumn("/Location", to: \.location, "location", object: "Location", type: "Location_ID")
        rule.workdayColumn("/Manager", to: \.manager, "manager", object: "Worker", type: "Employee_ID")
        rule.same("/Scheduled_Weekly_Hours", to: \.weeklyHours)
        rule.same("/FTE", to: \.fullTimeEquivalent)
        rule.keepRest()
    }

    /// A row of a report on projects.
    public static let projectReport = Mapping<Project>(
        "workday/project-report",
        version: 1,
        object: "Project",
        api: reportAPI,
        fields: projectReportFields
    ) { rule in
        rule.workdayRow("Project")
        rule.same("/Project_ID", to: \.number)
        rule.workdayName("/Project_ID", object: "Project", type: "Project_ID")
        rule.same("/Project_Name", to: \.name)
        inactive("/Inactive")
        rule.workdayColumn("/Customer", to: \.customer, "customer", object: "Customer", type: "Customer_ID")
        rule.derive(
            "kind",
            from: ["/Customer_WID", "/Customer_ID", "/Customer", "/Capital"],
            because:
                "capital projects are investments; others are the customer's, or the firm's own where there is none"
        ) { input, record in
            let isCapital: Bool? = input.value(3)
            for index in 2...3 { input.keep(index) }
            let hasCustomer = (0...2).contains { index in input[index].text.map { !$0.isEmpty } ?? false }
            record.kind = isCapital == true ? .investment : hasCustomer ? .client : .internal
        }
        rule.asking(projectState) { table in
            .convert(
                "derive",
                ["/Project_State", "/Inactive"],
                to: "status",
                law: .oneWay("Workday changes the state by events of its own"),
                note: "crosswalk \(table.name); without a state, whether it is inactive",
                read: { input, record in
                    input.keep(0)
                    let isInactive: Bool? = input.value(1)
                    guard let label: String = input.value(0), !label.isEmpty else {
                        record.status = isInactive == true ? .closed : .active
                        return
                    }
                    record.status = ProjectStatus(rawValue: input.workdayCode(label, table) ?? label)
                },
                write: nil
            )
        }
        rule.coding("/Project_Status", to: \.phase, list: "workday/Project_Status")
        rule.workdayInterval(from: "/Start_Date", through: "/End_Date", to: \.planned, "planned")
        rule.workdayColumn(
            "/Company",
            to: \.owningEntity,
            "owningEntity",
            object: "Company",
            type: "Company_Reference_ID"
        )
        rule.workdayColumn("/Project_Manager", to: \.manager, "manager", object: "Worker", type: "Employee_ID")
        rule.same("/Billable", to: \.billable)
        rule.same("/Currency", to: \.currency)
        rule.keepRest()
    }

    /// A row of a report on customer invoices, with the lines as the group `Invoice_Lines_group`.
    ///
    /// Amounts are in the currency of the column `Currency`, or the tenant's. Totals are read if `Tax_Amount` is there
    /// beside `Total_Invoice_Amount`.
    public static let customerInvoiceReport = Mapping<Invoice>(
        "workday/customer-invoice-report",
        version: 1,
        object: "Customer_Invoice",
        api: reportAPI,
        fields: customerInvoiceReportFields
    ) { rule in
        rule.workdayRow("Customer_Invoice")
        rule.constant(\.type, .standard, because: "the report is on invoices; adjustments have reports of their own")
        rule.same("/Invoice_Number", to: \.number)
        rule.workdayColumn("/Company", to: \.issuer, "issuer", object: "Company", type: "Company_Reference_ID")
        rule.workdayColumn("/Customer", to: \.soldTo, "soldTo", object: "Customer", type: "Customer_ID")
        rule.workdayColumn("/Project", to: \.projects, "projects", object: "Project", type: "Project_ID")
        rule.workdayDate("/Invoice_Date", to: \.issueDate, "issueDate")
        rule.workdayDate("/Accounting_Date", to: \.accountingDate, "accountingDate")
        rule.workdayDate("/Due_Date", to: \.dueDate, "dueDate")
        rule.workdayInterval(from: "/From_Date", through: "/To_Date", to: \.service, "service")
        invoiceStates("/Invoice_Status", "/Payment_Status")
        rule.constant(\.collectionStatus, .current, because: "the row does not say; disputes have columns of their own")
        rule.constant(\.deliveryStatus, .pending, because: "the row does not say whether it reached its recipient")
        purchaseOrder("/PO_Number")
        memo("/Memo")
        reportLines
        reportTotals
        reportCurrency
        rule.keepRest()
    }

    /// What workers are, by the words of reports.
    public static let workerType = Crosswalk(
        "workday-worker-type",
        unmapped: .reject,
        [.init("Employee", "employee"), .init("Contingent Worker", "contractor")]
    )

    /// Whether a position is for the whole of a week, by the words of reports.
    public static let timeType = Crosswalk(
        "workday-time-type",
        unmapped: .keep,
        [.init("Full time", "fullTime"), .init("Part time", "partTime")]
    )

    private static var reportLines: MappingRule<Invoice> {
        .each("/Invoice_Lines_group", to: \.lines, key: "/Line_Order") { line in
            line.convert(
                "identity",
                ["/Line_WID", "/Line_Order", "^/Workday_ID"],
                to: "id",
                law: .iso,
                note: "the line's Workday ID, else the invoice's and the order, which is the number",
                read: { input, record in
                    let wid: String? = input.value(0)
                    let order: String? = input.value(1)
                    if let order { record.number = order } else { input.keep(1) }
                    let system = input.context.system
                    let object = "Customer_Invoice_Line"
                    var text: String?
                    if let wid, !wid.isEmpty {
                        text = input.workdayCanonicalID(TypedIDs("WID", wid), object: object)
                    } else if let order, !order.isEmpty {
                        input.keep(0)
                        // The invoice's own rule says what is wrong with its ID.
                        guard let invoice = input[2].text, !invoice.isEmpty else { return }
                        let key = ExternalKey(system: system, objectType: "Customer_Invoice", value: invoice)
                        text = input.context.identities.canonicalID(of: key).map { "\($0)/\(order)" }
                    } else {
                        input.report(.missing, source: 1, expected: "the Workday ID of the line, or its order")
                    }
                    if let id = text.flatMap({ try? RecordID<InvoiceLine>($0) }) { record.id = id }
                },
                write: { record, output in
                    output.setExternal(0, record.id.text, objectType: "Customer_Invoice_Line")
                    if record.number.isEmpty { output.leave(1) } else { output.set(1, record.number) }
                }
            )
            line.constant(
                \.kind,
                .fee,
                because: "sales items and revenue categories tell kinds, and are the firm's own"
            )
            line.coding("/Sales_Item", to: \.item, list: "workday/Sales_Item")
            line.lineDescription("/Line_Item_Description", else: "/Sales_Item", "item's label")
            line.convert(
                "units",
                ["/Quantity"],
                to: "quantity",
                law: .lossy("units of measure come as labels; quantities are read as so many of one"),
                note: "so many of one; the unit's label is kept",
                read: { input, record in
                    guard let value: ExactDecimal = input.value(0) else { return input.keep(0) }
                    record.quantity = Quantity(value, .one)
                },
                write: { record, output in
                    guard let quantity = record.quantity else { return }
                    if quantity.unit == .one { output.set(0, quantity.value) } else { output.leave(0) }
                }
            )
            reportMoney("/Unit_Cost", to: \.unitPrice, "unitPrice", takesNegative: false)
            reportMoney("/Extended_Amount", to: \.amount, "amount")
            line.workdayInterval(from: "/From_Date", through: "/To_Date", to: \.service, "service")
            line.workdayColumn("/Project", to: \.project, "project", object: "Project", type: "Project_ID")
            line.convert(
                "each",
                ["/Revenue_Category"],
                to: "dimensions",
                law: .iso,
                note: "the dimension revenueCategory, by its label",
                read: { input, record in
                    guard let label: String = input.value(0), !label.isEmpty else { return input.keep(0) }
                    record.dimensions.append(
                        Dimension("revenueCategory", Coding(label, system: "workday/Revenue_Category"))
                    )
                },
                write: { record, output in
                    output.set(0, record.dimensions.first { $0.name == "revenueCategory" }?.value.code)
                }
            )
            line.same("/Memo", to: \.note)
            line.keepRest()
        }
    }

    /// An amount of a line in the currency of its row.
    private static func reportMoney(
        _ amount: String,
        to property: any WritableKeyPath<InvoiceLine, Money?> & Sendable,
        _ target: String,
        takesNegative: Bool = true
    ) -> MappingRule<InvoiceLine> {
        .convert(
            "money",
            [amount, "^/Currency"],
            to: target,
            law: .iso,
            note: "in the row's currency; scale kept" + (takesNegative ? "" : "; one below zero is kept as it is"),
            read: { input, record in
                guard let amount: ExactDecimal = input.value(0) else { return input.keep(0) }
                guard takesNegative || !amount.isNegative else { return input.keep(0) }
                guard let currency = input.currency(1) else { return }
                record[keyPath: property] = Money(amount, currency)
            },
            write: { record, output in
                if let money = record[keyPath: property] { output.set(0, money.amount) }
                // The currency is the row's, and its own rule writes it.
                output.leave(1)
            }
        )
    }

    private static var reportTotals: MappingRule<Invoice> {
        .derive(
            "totals",
            from: ["/Total_Invoice_Amount", "/Tax_Amount", "/Amount_Due", "/Currency"],
            because: "Workday works the totals out of the lines"
        ) { input, record in
            for index in 0..<3 { input.keep(index) }
            guard let total: ExactDecimal = input.value(0), let tax: ExactDecimal = input.value(1) else { return }
            let due: ExactDecimal? = input.value(2)
            guard let currency = input.currency(3), let net = try? total.subtracting(tax) else { return }
            record.totals = InvoiceTotals(
                taxExclusive: Money(net, currency),
                taxTotal: Money(tax, currency),
                taxInclusive: Money(total, currency),
                payable: Money(total, currency)
            ) { totals in
                totals.outstanding = due.map { Money($0, currency) }
            }
        }
    }

    /// It stands behind the rules of amounts that share the column: what they have no say in is this rule's to write.
    private static var reportCurrency: MappingRule<Invoice> {
        .convert(
            "same",
            ["/Currency"],
            to: "currency",
            law: .iso,
            note: "of the column, or of the tenant",
            read: { input, record in
                if input[0].kind == .null { input.keep(0) }
                if let currency = input.currency(0) { record.currency = currency }
            },
            write: { record, output in output.setCurrency(0, record.currency) }
        )
    }
}

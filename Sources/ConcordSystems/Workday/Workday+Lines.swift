import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

extension Workday {
    /// The lines of an invoice.
    static var invoiceLines: MappingRule<Invoice> {
        .each("\(invoiceData)/Customer_Invoice_Line_Replacement_Data", to: \.lines, key: "/Line_Order") { line in
            lineIdentity
            line.constant(
                \.kind,
                .fee,
                because: "sales items and revenue categories tell kinds, and are the firm's own"
            )
            line.workdayCoding(
                "/Sales_Item_Reference",
                type: "Sales_Item_ID",
                "item",
                get: { $0.item },
                set: { $0.item = $1 }
            )
            line.workdayDimension(
                "revenueCategory",
                "/Revenue_Category_Reference",
                type: "Revenue_Category_ID",
                to: \.dimensions
            )
            line.lineDescription(
                "/Line_Item_Description",
                else: "/Sales_Item_Reference/@Descriptor",
                "item's label"
            )
            line.workdayReference(
                "/Customer_Contract_Line_Reference",
                to: \.contractLine,
                "contractLine",
                object: "Customer_Contract_Line",
                types: ["Customer_Contract_Line_Reference_ID"]
            )
            quantity
            line.workdayMoney(
                "/Unit_Cost",
                in: "^\(invoiceData)/Currency_Reference",
                to: \.unitPrice,
                "unitPrice",
                takesNegative: false
            )
            line.workdayMoney(
                "/Extended_Amount",
                in: "^\(invoiceData)/Currency_Reference",
                to: \.amount,
                "amount"
            )
            line.workdayInterval(from: "/From_Date", through: "/To_Date", to: \.service, "service")
            line.workdayReference(
                "/Billable_Project_Reference",
                to: \.project,
                "project",
                object: "Project",
                types: projectTypes
            )
            line.workdayReference(
                "/Project_Plan_Task_Reference",
                to: \.task,
                "task",
                object: "Project_Plan_Task",
                types: ["Project_Plan_Task_ID"]
            )
            line.same("/Memo", to: \.note)
            worktags
            line.keepRest()
        }
    }

    /// What tells a line from the others: its Workday ID, else another one, else its order in the invoice.
    private static var lineIdentity: MappingRule<InvoiceLine> {
        .convert(
            "identity",
            [
                "/Customer_Invoice_Line_Reference/ID", "/Customer_Invoice_Line_Reference_ID", "/Line_Order",
                "^/Customer_Invoice_Reference/ID",
            ],
            to: "id",
            law: .lossy(oneID),
            note: "the Workday ID, else another one, else the invoice's ID and the order, which is the number",
            read: { input, record in
                input.keep(1)
                let order: String? = input.value(2)
                if let order { record.number = order } else { input.keep(2) }
                let ids: TypedIDs? = input.value(0)
                let name: String? = input.value(1)
                let object = "Customer_Invoice_Line"
                if let ids {
                    if let text = input.workdayCanonicalID(ids, object: object),
                        let id = try? RecordID<InvoiceLine>(text)
                    {
                        record.id = id
                    }
                    return
                }
                input.keep(0)
                let text: String?
                if let name, !name.isEmpty {
                    let ids = TypedIDs("Customer_Invoice_Line_Reference_ID", name)
                    text = input.workdayCanonicalID(ids, object: object, source: 1)
                } else if let order, !order.isEmpty {
                    // The invoice's own rule says what is wrong with its IDs.
                    guard let invoice = try? TypedIDs(source: input[3]) else { return }
                    text = input.workdayKnownID(invoice, object: "Customer_Invoice").map { "\($0)/\(order)" }
                } else {
                    input.report(.missing, source: 2, expected: "the IDs of the line, or its order in the invoice")
                    return
                }
                if let id = text.flatMap({ try? RecordID<InvoiceLine>($0) }) { record.id = id }
            },
            write: { record, output in
                output.setWorkdayReference(
                    0,
                    record.id.text,
                    object: "Customer_Invoice_Line",
                    types: ["Customer_Invoice_Line_ID"]
                )
                output.leave(1)
                if record.number.isEmpty { output.leave(2) } else { output.set(2, record.number) }
            }
        )
    }

    /// How much, in the unit that the line has; so many of one where it has none.
    private static var quantity: MappingRule<InvoiceLine> {
        .convert(
            "units",
            ["/Quantity", "/Unit_of_Measure_Reference/ID"],
            to: "quantity",
            law: .lossy(oneID),
            note: "the unit by its UN_CEFACT_Common_Code_ID; another unit is kept, and the quantity is so many of one",
            read: { input, record in
                guard let value: ExactDecimal = input.value(0) else {
                    for index in 0..<2 { input.keep(index) }
                    return
                }
                let ids: TypedIDs? = input.value(1)
                // Not every tenant spells the name of the list in the same way.
                let code = ids?.all.first { $0.type.hasPrefix("UN_CEFAC") }?.value
                if let unit = code.flatMap({ try? UnitCode($0) }) {
                    record.quantity = Quantity(value, unit)
                } else {
                    input.keep(1)
                    record.quantity = Quantity(value, .one)
                }
            },
            write: { record, output in
                guard let quantity = record.quantity else { return output.leave(1) }
                output.set(0, quantity.value)
                let ids = TypedIDs("UN_CEFACT_Common_Code_ID", quantity.unit.description)
                if quantity.unit == .one { output.assume(1, ids) } else { output.set(1, ids) }
            }
        )
    }

    /// The worktags of a line, each as a dimension whose name is that of the type of its ID.
    private static var worktags: MappingRule<InvoiceLine> {
        .convert(
            "each",
            ["/Worktags_Reference"],
            to: "dimensions",
            law: .lossy(oneID),
            note: "each worktag as a dimension named after the most specific of its IDs' types, without the _ID",
            read: { input, record in
                guard input[0].isPresent else { return input.keep(0) }
                let tags = Element(input[0])?.items ?? []
                for tag in tags {
                    guard let ids = Element.object([("worktag", tag)]).ids("worktag"), let id = ids.mostSpecific else {
                        input.report(
                            "mapping.sourceType",
                            expected: "a list of references with their IDs",
                            severity: .warning
                        )
                        return input.keep(0)
                    }
                    let coding = Coding(id.value, system: "workday/\(id.type)", display: tag["@Descriptor"]?.text)
                    record.dimensions.append(Dimension(dimensionName(id.type), coding))
                }
            },
            write: { record, output in
                let tags = record.dimensions.compactMap { dimension -> String? in
                    guard let type = type(of: dimension.value), dimension.name == dimensionName(type) else {
                        return nil
                    }
                    let label = dimension.value.display.map { "\"@Descriptor\":\($0.sourceJSON)," } ?? ""
                    return "{\(label)\"ID\":\(TypedIDs(type, dimension.value.code).sourceJSON)}"
                }
                if !tags.isEmpty { output.set(0, RawList(tags)) }
            }
        )
    }

    /// The name of a dimension whose values are IDs of a type: `Cost_Center` for `Cost_Center_Reference_ID`.
    static func dimensionName(_ type: String) -> String {
        for suffix in ["_Reference_ID", "_ID"] where type.hasSuffix(suffix) && type.count > suffix.count {
            return String(type.dropLast(suffix.count))
        }
        return type
    }
}

/// A list whose items were put together already, on its way out.
private struct RawList: SourceConvertible {
    let sourceJSON: String

    init(_ items: [String]) {
        sourceJSON = "[" + items.joined(separator: ",") + "]"
    }

    init(source: SourceValue) throws(ValueError) {
        sourceJSON = source.json ?? "[]"
    }
}

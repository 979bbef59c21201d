import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

extension NetSuite {
    /// The lines of an invoice or a credit memo that sell items.
    static func invoiceLines(of object: String) -> MappingRule<Invoice> {
        .each("/item/items", to: \.lines, keys: ["/line"], where: BilledList.holdsNot) { line in
            lineIdentity(of: object, to: \.id) {
                $0.number
            } set: {
                $0.number = $1
            }
            line.asking(itemType) { itemType in
                .derive(
                    "kind",
                    from: ["/itemType/id"],
                    because: "NetSuite reads it off the item"
                ) { input, record in
                    guard let type: String = input.value(0) else {
                        record.kind = .fee
                        return
                    }
                    record.kind = InvoiceLineKind(rawValue: input.target(of: type, itemType) ?? "fee")
                }
            }
            line.drop("/itemType/links", because: linksReason)
            line.netsuiteCoding("/item", to: \.item, "item", list: "netsuite/item")
            line.lineDescription("/description", else: "/item/refName", "item's name")
            quantity(to: \.quantity, "quantity")
            line.netsuiteMoney("/rate", to: \.unitPrice, "unitPrice", level: "^", takesNegative: false)
            line.netsuiteMoney("/amount", to: \.amount, "amount", level: "^")
            dimension("department", to: \.dimensions)
            dimension("class", to: \.dimensions)
            dimension("location", to: \.dimensions)
            line.drop("/links", because: linksReason)
            line.netsuiteLinks(["department", "class", "location", "price", "taxCode", "units", "taxDetailsReference"])
            line.keepRest()
        }
    }

    /// A line's number, and its identity: the document's and the number.
    static func lineIdentity<Line: Record>(
        of object: String,
        to property: any WritableKeyPath<Line, RecordID<Line>> & Sendable,
        get: @escaping @Sendable (Line) -> String?,
        set: @escaping @Sendable (inout Line, String) -> Void
    ) -> MappingRule<Line> {
        .convert(
            "identity",
            ["/line", "^/id"],
            to: "id",
            law: .iso,
            note: "the document's id and the line's number; the number is what is written",
            read: { input, record in
                guard let number: Int = input.value(0) else {
                    if !input[0].isPresent { input.report(.missing, expected: "the number of the line") }
                    return
                }
                set(&record, String(number))
                // The document's own rule says what is wrong with its id.
                guard let document = input[1].text, !document.isEmpty else { return }
                let key = ExternalKey(system: input.context.system, objectType: object, value: document)
                guard let text = input.context.identities.canonicalID(of: key) else { return }
                if let id = try? RecordID<Line>("\(text)/\(number)") { record[keyPath: property] = id }
            },
            write: { record, output in
                if let number = get(record).flatMap({ Int($0) }) { output.set(0, number) }
            }
        )
    }

    /// How much, in units that the account named and that are kept as they are.
    static func quantity<Line: Record>(
        to property: any WritableKeyPath<Line, Quantity?> & Sendable,
        _ target: String
    ) -> MappingRule<Line> {
        .convert(
            "units",
            ["/quantity"],
            to: target,
            law: .lossy("units of measure are the account's own; quantities are read as so many of one"),
            note: "so many of one; the unit is kept",
            read: { input, record in
                guard let value: ExactDecimal = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                record[keyPath: property] = Quantity(value, .one)
            },
            write: { record, output in
                guard let quantity = record[keyPath: property] else { return }
                if quantity.unit == .one { output.set(0, quantity.value) } else { output.leave(0) }
            }
        )
    }

    /// One of the three segments by which NetSuite's books are cut, as a dimension of that name.
    static func dimension<Line: Record>(
        _ name: String,
        to property: any WritableKeyPath<Line, [Dimension]> & Sendable
    ) -> MappingRule<Line> {
        .convert(
            "each",
            ["/\(name)/id", "/\(name)/refName"],
            to: "dimensions",
            law: .iso,
            note: "the dimension \(name)",
            read: { input, record in
                guard let code: String = input.value(0) else {
                    if !input[0].isPresent { for index in 0..<2 { input.keep(index) } }
                    return
                }
                let title: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                let coding = Coding(code, system: "netsuite/\(name)", display: title)
                record[keyPath: property].append(Dimension(name, coding))
            },
            write: { record, output in
                guard let value = record[keyPath: property].first(where: { $0.name == name })?.value else {
                    return output.leave(1)
                }
                output.set(0, value.code)
                output.set(1, value.display)
            }
        )
    }
}

import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues

/// Lines of invoices and credit memos that bill what was recorded elsewhere: time, expenses and items bought for a customer.
///
/// NetSuite keeps them in sublists of their own, `time`, `expCost` and `itemCost`. Each lists all that may be billed to
/// the customer; what is billed has `apply`. Time is told apart by the time entry (`doc`), the others by a document and
/// its line (`doc`, `line`). The names of the members are from general knowledge of NetSuite's records.
extension NetSuite {
    /// A sublist of what is billed from elsewhere.
    enum BilledList: String, CaseIterable {
        /// Time entries.
        case time
        /// Expenses.
        case expenses = "expCost"
        /// Items bought for the customer.
        case items = "itemCost"

        /// What begins the numbers of its lines, which are no numbers in NetSuite.
        var prefix: String { rawValue + "/" }

        /// What tells an entry from the others.
        var keys: [String] { self == .time ? ["/doc"] : ["/doc", "/line"] }

        /// Whether a line stands in the list.
        @Sendable
        func holds(_ line: InvoiceLine) -> Bool { line.number.hasPrefix(prefix) }

        /// Whether a line stands in none of them, and so in `item`.
        @Sendable
        static func holdsNot(_ line: InvoiceLine) -> Bool { !allCases.contains { $0.holds(line) } }
    }

    /// The lines that bill time, expenses and items from elsewhere.
    static func billedLines(of object: String) -> [MappingRule<Invoice>] {
        BilledList.allCases.flatMap { list -> [MappingRule<Invoice>] in
            [billedLines(list, of: object)]
                + MappingRule<Invoice>.netsuiteList(list.rawValue, "lines", isNeeded: false)
        }
    }

    private static func billedLines(_ list: BilledList, of object: String) -> MappingRule<Invoice> {
        .each(
            "/\(list.rawValue)/items",
            to: \.lines,
            keys: list.keys,
            when: "/apply",
            where: list.holds
        ) { line in
            billedIdentity(list, of: object)
            line.constant(\.kind, kind(of: list), because: "the list says it")
            billedDescription(list)
            worked(list)
            line.netsuiteMoney("/amount", to: \.amount, "amount", level: "^")
            billedDate
            dimension("department", to: \.dimensions)
            dimension("class", to: \.dimensions)
            dimension("location", to: \.dimensions)
            line.drop("/links", because: linksReason)
            line.netsuiteLinks(["department", "class", "location", "taxCode", "taxDetailsReference"])
            line.keepRest()
        }
    }

    private static func kind(of list: BilledList) -> InvoiceLineKind {
        switch list {
        case .time: .time
        case .expenses: .expense
        case .items: .material
        }
    }

    /// A line's number, which names its list and entry, and its identity: the document's and the number.
    private static func billedIdentity(_ list: BilledList, of object: String) -> MappingRule<InvoiceLine> {
        .convert(
            "identity",
            list.keys + ["^/id"],
            to: "id",
            law: .iso,
            note: "the document's id, \(list.rawValue), and the entry's \(list.keys.joined(separator: " and "))",
            read: { input, record in
                let numbers = list.keys.indices.map { index -> Int? in input.value(index) }
                for index in list.keys.indices where !input[index].isPresent {
                    input.report(.missing, source: index, expected: "the number that tells the entry from the others")
                }
                let found = numbers.compactMap { $0.map(String.init) }
                guard found.count == list.keys.count else { return }
                record.number = list.prefix + found.joined(separator: "/")
                // The document's own rule says what is wrong with its id.
                guard let document = input[list.keys.count].text, !document.isEmpty else { return }
                let key = ExternalKey(system: input.context.system, objectType: object, value: document)
                guard let text = input.context.identities.canonicalID(of: key) else { return }
                if let id = try? RecordID<InvoiceLine>("\(text)/\(record.number)") { record.id = id }
            },
            write: { record, output in
                let numbers = record.number.dropFirst(list.prefix.count).split(separator: "/").map { Int($0) }
                for (index, number) in numbers.prefix(list.keys.count).enumerated() { output.set(index, number) }
            }
        )
    }

    /// What is billed, in words; the item's or the category's name where there is no memo.
    private static func billedDescription(_ list: BilledList) -> MappingRule<InvoiceLine> {
        let name = list == .expenses ? "/categoryDisp" : "/itemDisp"
        return .convert(
            "same",
            ["/memo", name],
            to: "description",
            law: .lossy("a line without a memo has its \(list == .expenses ? "category's" : "item's") name"),
            note: "the name where there is no memo",
            read: { input, record in
                let text: String? = input.value(0)
                if input[0].kind == .null { input.keep(0) }
                input.keep(1)
                record.description = text ?? input[1].text ?? ""
            },
            write: { record, output in
                output.leave(1)
                // What stands for a missing memo is the item's to say.
                if record.description.isEmpty || record.description == output.stated(1) {
                    output.assume(0, record.description)
                } else {
                    output.set(0, record.description)
                }
            }
        )
    }

    /// The hours of time and their rate; NetSuite says of other lists only the amount.
    private static func worked(_ list: BilledList) -> [MappingRule<InvoiceLine>] {
        guard list == .time else { return [] }
        return [
            .convert(
                "units",
                ["/quantity"],
                to: "quantity",
                law: .lossy("time is recorded in hours"),
                note: "in hours",
                read: { input, record in
                    guard let value: ExactDecimal = input.value(0) else {
                        if !input[0].isPresent { input.keep(0) }
                        return
                    }
                    record.quantity = Quantity(value, .hour)
                },
                write: { record, output in
                    guard let quantity = record.quantity else { return }
                    if quantity.unit == .hour { output.set(0, quantity.value) } else { output.leave(0) }
                }
            ),
            .netsuiteMoney("/rate", to: \.unitPrice, "unitPrice", level: "^", takesNegative: false),
        ]
    }

    /// The day of the work or of the expense.
    private static var billedDate: MappingRule<InvoiceLine> {
        .convert(
            "split",
            ["/billedDate"],
            to: "service",
            law: .lossy("an entry has one day"),
            note: "the day, as the first and the last one",
            read: { input, record in
                guard let day: LocalDate = input.value(0) else {
                    if !input[0].isPresent { input.keep(0) }
                    return
                }
                record.service = input.interval(day, day)
            },
            write: { record, output in
                guard let service = record.service else { return }
                if service.from == service.through { output.set(0, service.from) } else { output.leave(0) }
            }
        )
    }
}

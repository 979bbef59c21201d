public import ConcordSchema
public import ConcordValues

/// Collects what is said of one kind of record.
@resultBuilder
public enum OwnershipBuilder<Root: CanonicalRecord> {
    /// A group of fields and who owns it.
    public static func buildExpression(_ owns: Owns<Root>) -> [OwnershipStatement] { owns.statements }

    /// A status that cannot go back.
    public static func buildExpression(_ status: MonotoneStatus<Root>) -> [OwnershipStatement] {
        [.status(status.order)]
    }

    /// Anything else, which names its fields by texts.
    public static func buildExpression(_ statement: OwnershipStatement) -> [OwnershipStatement] { [statement] }

    /// A rule that names its group or field by text.
    public static func buildExpression(_ rule: OwnershipRule) -> [OwnershipStatement] { [.rule(rule)] }

    /// A group that is declared by itself.
    public static func buildExpression(_ group: FieldGroup) -> [OwnershipStatement] { [.group(group)] }

    /// All statements.
    public static func buildBlock(_ statements: [OwnershipStatement]...) -> [OwnershipStatement] {
        statements.flatMap { $0 }
    }
}

/// One statement of a record's ownership.
public enum OwnershipStatement: Sendable {
    /// A group that rules name.
    case group(FieldGroup)
    /// How a list is treated.
    case list(ListTreatment)
    /// All lists whose schema declares a key are keyed by it.
    case listsByTheirKeys
    /// A status that cannot go back.
    case status(StatusOrder)
    /// Where the stage is read from.
    case stage(StageSource)
    /// The field or attribute that says for which legal entity the record is.
    case legalEntity(String)
    /// The field or attribute that says in which region it is.
    case region(String)
    /// A rule.
    case rule(OwnershipRule)
}

extension RecordOwnership {
    /// How the fields of one kind of record are owned, by key paths.
    ///
    /// ```swift
    /// RecordOwnership(of: Customer.self) {
    ///     .stage(StageSource("@stage", initial: "prospect"))
    ///     .listsByTheirKeys
    ///     Owns("billing", \.paymentTerms, \.creditLimits, because: "The ERP bills.") {
    ///         OwnershipGrant(.erp, .own)
    ///         OwnershipGrant(.crm, .propose, approval: .init([.finance]))
    ///     }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - type: The record's type, whose schema gives its name and the names of fields.
    ///   - statements: What is said of it.
    public init<Root: CanonicalRecord>(
        of type: Root.Type,
        @OwnershipBuilder<Root> _ statements: () -> [OwnershipStatement]
    ) {
        let description = Root.schema.description
        var groups: [FieldGroup] = []
        var lists: [ListTreatment] = []
        var statuses: [StatusOrder] = []
        var stage: StageSource?
        var legalEntity: String?
        var region: String?
        var rules: [OwnershipRule] = []
        for statement in statements() {
            switch statement {
            case .group(let group): groups.append(group)
            case .list(let list): lists.append(list)
            case .listsByTheirKeys: lists += Self.keyedLists(of: description)
            case .status(let order): statuses.append(order)
            case .stage(let source): stage = source
            case .legalEntity(let field): legalEntity = field
            case .region(let field): region = field
            case .rule(let rule): rules.append(rule)
            }
        }
        self.init(
            description.name,
            groups: groups,
            lists: lists,
            statuses: statuses,
            stage: stage,
            legalEntity: legalEntity,
            region: region,
            rules: rules
        )
    }

    /// The lists of a record whose items have a declared key.
    private static func keyedLists(of record: RecordDescription) -> [ListTreatment] {
        record.fields.compactMap { field in
            guard case .list(_, let key?) = field.shape.unwrapped else { return nil }
            return ListTreatment([field.name], .keyed(by: key))
        }
    }
}

/// A status that cannot go back, with its codes.
public struct MonotoneStatus<Root: CanonicalRecord>: Sendable {
    /// The order.
    public let order: StatusOrder

    /// A status by its key path, with the codes that may follow each.
    ///
    /// - Parameters:
    ///   - status: The status.
    ///   - successors: From each code, those that may follow it directly.
    public init<Code: OpenCode>(_ status: KeyPath<Root, Code>, _ successors: [Code: [Code]]) {
        let texts = successors.map { ($0.key.rawValue, $0.value.map(\.rawValue)) }
        order = StatusOrder([Root.schema.name(of: status)], Dictionary(texts) { $1 })
    }
}

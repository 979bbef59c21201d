public import ConcordSchema

/// A group of fields and who owns it: a row of the matrix.
///
/// The group has the given name, and the rule about it that of the record before it, `customer.billing`. What holds at one
/// stage or in one place stands in it as ``During`` or ``Within`` and becomes a rule of its own, `customer.billing@issued`.
public struct Owns<Root: CanonicalRecord>: Sendable {
    /// The group and its rules.
    public let statements: [OwnershipStatement]

    /// Some fields and who owns them.
    ///
    /// - Parameters:
    ///   - group: The group's name.
    ///   - fields: The fields, which the record's schema declares.
    ///   - attributes: Attributes of the record that belong to the group: `@stage`.
    ///   - isAtomic: Whether all of them survive from one claim.
    ///   - because: Why, for people.
    ///   - terms: Who may do what, the owner first.
    public init(
        _ group: String,
        _ fields: PartialKeyPath<Root>...,
        attributes: [String] = [],
        isAtomic: Bool = false,
        because: String? = nil,
        @OwnershipTermBuilder _ terms: () -> [OwnershipTerm]
    ) {
        let record = Root.schema.description.name
        let names = fields.map { [Root.schema.name(of: $0)] } + attributes.map { [$0] }
        var statements: [OwnershipStatement] = [.group(FieldGroup(group, names, isAtomic: isAtomic))]
        let base = OwnershipCircumstance()
        Self.append(terms(), "\(record).\(group)", .group(group), base, because, to: &statements)
        self.statements = statements
    }

    private static func append(
        _ terms: [OwnershipTerm],
        _ id: String,
        _ target: OwnershipTarget,
        _ circumstance: OwnershipCircumstance,
        _ because: String?,
        to statements: inout [OwnershipStatement]
    ) {
        var grants: [OwnershipGrant] = []
        var prohibitions: [OwnershipProhibition] = []
        var observers: [SystemRole] = []
        for term in terms {
            switch term {
            case .grant(let grant): grants.append(grant)
            case .prohibition(let prohibition): prohibitions.append(prohibition)
            case .observers(let roles): observers += roles
            case .exception: break
            }
        }
        // Behind all others: who only observes has no rank.
        for role in observers where !grants.contains(where: { $0.role == role }) {
            grants.append(OwnershipGrant(role, .observe))
        }
        let scope = OwnershipScope(legalEntity: circumstance.legalEntity, region: circumstance.region)
        let stage = circumstance.stage.map { LifecycleStage(rawValue: $0) }
        statements.append(
            .rule(
                OwnershipRule(
                    id,
                    target,
                    scope: scope,
                    stage: stage,
                    grants: grants,
                    prohibitions: prohibitions,
                    because: because
                )
            )
        )
        for term in terms {
            guard case .exception(let narrower, let name, let because, let terms) = term else { continue }
            append(terms, "\(id)@\(name)", target, circumstance.narrowed(by: narrower), because, to: &statements)
        }
    }
}

/// One term of a rule.
public indirect enum OwnershipTerm: Sendable {
    /// What one role may do.
    case grant(OwnershipGrant)
    /// What one role must not do.
    case prohibition(OwnershipProhibition)
    /// Roles that are told the values, of which each that is granted nothing else is granted that.
    case observers([SystemRole])
    /// Other terms where something more is known.
    case exception(OwnershipCircumstance, name: String, because: String?, [OwnershipTerm])
}

/// Collects the terms of a rule.
@resultBuilder
public enum OwnershipTermBuilder {
    /// What one role may do.
    public static func buildExpression(_ grant: OwnershipGrant) -> [OwnershipTerm] { [.grant(grant)] }

    /// What one role must not do.
    public static func buildExpression(_ prohibition: OwnershipProhibition) -> [OwnershipTerm] {
        [.prohibition(prohibition)]
    }

    /// Roles that are told the values.
    public static func buildExpression(_ observing: Observing) -> [OwnershipTerm] { [.observers(observing.roles)] }

    /// Other terms at some stages.
    public static func buildExpression(_ during: During) -> [OwnershipTerm] { during.terms }

    /// Other terms in a region or a legal entity.
    public static func buildExpression(_ within: Within) -> [OwnershipTerm] { within.terms }

    /// All terms.
    public static func buildBlock(_ terms: [OwnershipTerm]...) -> [OwnershipTerm] { terms.flatMap { $0 } }
}

/// Terms that hold at some stages, in the place of those around them.
public struct During: Sendable {
    let terms: [OwnershipTerm]

    /// Terms at some stages.
    ///
    /// - Parameters:
    ///   - stages: The stages; each gets a rule of its own.
    ///   - because: Why, for people.
    ///   - terms: The terms.
    public init(
        _ stages: LifecycleStage...,
        because: String? = nil,
        @OwnershipTermBuilder _ terms: () -> [OwnershipTerm]
    ) {
        let inner = terms()
        self.terms = stages.map { stage in
            .exception(OwnershipCircumstance(stage: stage.rawValue), name: stage.rawValue, because: because, inner)
        }
    }
}

/// Terms that hold in a region or for a legal entity, in the place of those around them.
public struct Within: Sendable {
    let terms: [OwnershipTerm]

    /// Terms for a scope.
    ///
    /// - Parameters:
    ///   - scope: The region, the legal entity, or both.
    ///   - because: Why, for people.
    ///   - terms: The terms.
    public init(
        _ scope: OwnershipScope,
        because: String? = nil,
        @OwnershipTermBuilder _ terms: () -> [OwnershipTerm]
    ) {
        let circumstance = OwnershipCircumstance(legalEntity: scope.legalEntity, region: scope.region)
        let name = [scope.legalEntity, scope.region].compactMap { $0 }.joined(separator: "+")
        self.terms = [.exception(circumstance, name: name, because: because, terms())]
    }
}

/// Roles that are told the values, also those that are granted nothing else.
public struct Observing: Sendable {
    let roles: [SystemRole]

    /// Roles that are told the values.
    public init(_ roles: [SystemRole]) { self.roles = roles }

    /// Roles that are told the values.
    public init(_ roles: SystemRole...) { self.roles = roles }
}

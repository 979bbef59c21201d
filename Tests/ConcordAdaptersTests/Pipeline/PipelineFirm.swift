import Concord

/// A firm with a CRM, a PSA on the same platform, and an ERP, that share customers.
struct PipelineFirm {
    static let crm: SystemID = "salesforce:emea"
    static let psa: SystemID = "certinia:emea"
    static let erp: SystemID = "netsuite"

    let register: OwnershipRegister
    let now: Instant

    init() throws {
        now = try Instant("2026-11-21T09:00:00Z")
        let policy = Rulebook.ownership.naming([Self.crm: .crm, Self.psa: .psa, Self.erp: .erp])
        let checked = try CheckedOwnershipPolicy(OwnershipLayer(policy), records: Rulebook.ownedRecords)
        register = try OwnershipRegister(checked, for: Rulebook.ownedRecords)
    }

    func context(_ system: SystemID) throws -> MappingContext {
        MappingContext(
            system: system,
            ingestedAt: now,
            currency: try CurrencyCode("EUR"),
            timeZone: try TimeZoneID("Europe/Berlin")
        )
    }

    func routes() throws -> [IntakeRoute] {
        [
            IntakeRoute(Salesforce.account, in: try context(Self.crm)),
            IntakeRoute(Salesforce.account, in: try context(Self.psa)),
            IntakeRoute(NetSuite.customer, in: try context(Self.erp)),
        ]
    }

    func routeOut(to target: any ChangeTarget) throws -> TargetRoute {
        guard let customers = register.ownership(of: "customer") else { throw PipelineTrouble.noCustomers }
        let route = EmissionRoute(NetSuite.customer, in: try context(Self.erp), owned: customers)
        return TargetRoute(target, [route], priority: .critical)
    }

    /// That two systems' objects are one customer.
    func links(_ number: Int) -> [IdentityLink] {
        [
            IdentityLink(ExternalKey(system: Self.crm, objectType: "Account", value: "001A\(number)"), "cu-\(number)"),
            IdentityLink(ExternalKey(system: Self.psa, objectType: "Account", value: "001A\(number)"), "cu-\(number)"),
            IdentityLink(ExternalKey(system: Self.erp, objectType: "customer", value: "\(number)"), "cu-\(number)"),
        ]
    }

    /// What a system on the platform of the CRM says of a customer.
    func account(
        _ number: Int,
        _ revision: Int,
        name: String? = nil,
        of system: SystemID = PipelineFirm.crm,
        broken: Bool = false
    ) -> SourceItem {
        let name = name ?? "Customer \(number)"
        let website = "https://c\(number)-\(revision).example"
        let body =
            broken
            ? "{\"attributes\":{\"type\":\"Account\"},\"Id\":\"001A\(number)\",\"Name\":\(revision)}"
            : """
            {"attributes":{"type":"Account"},"Id":"001A\(number)","Name":"\(name)","Website":"\(website)",\
            "LastModifiedDate":"2026-11-20T08:00:00.000+0000"}
            """
        return item(system, "Account", "001A\(number)", revision, body)
    }

    /// What the ERP says of a customer.
    func customer(
        _ number: Int,
        _ revision: Int,
        name: String? = nil,
        url: String = "https://e.example",
        at time: Instant? = nil
    ) -> SourceItem {
        let name = name ?? "Customer \(number)"
        return item(
            Self.erp,
            "customer",
            "\(number)",
            revision,
            "{\"id\":\"\(number)\",\"companyName\":\"\(name)\",\"isPerson\":false,\"url\":\"\(url)\"}",
            at: time
        )
    }

    private func item(
        _ system: SystemID,
        _ object: String,
        _ id: String,
        _ revision: Int,
        _ body: String,
        at time: Instant? = nil
    ) -> SourceItem {
        let content = SourceItem.Content.object(Array(body.utf8))
        return SourceItem(
            id: "\(system)/\(object)/\(id)/\(revision)",
            sequence: SequenceKey(system, object, id),
            version: .number(Int64(revision)),
            time: time ?? now.advanced(by: .seconds(revision - 100_000)),
            content: content,
            digest: SourceItem.digest(of: content)
        )
    }
}

enum PipelineTrouble: Error {
    case noCustomers
}

extension OwnershipPolicy {
    /// The policy with systems that play roles.
    func naming(_ systems: [SystemID: SystemRole]) -> OwnershipPolicy {
        OwnershipPolicy(header, records: records, systems: systems, aliases: aliases, approvers: approvers)
    }
}

public import ConcordMapping
public import ConcordModel
import ConcordSchema
import ConcordValues

extension Salesforce {
    /// `Contact`: somebody to talk to at an account.
    ///
    /// A contact without an account is private to its owner, and refused: there is no customer that it is a part of. The
    /// contact's addresses stay beside the record, because a canonical contact refers to one of its customer's.
    public static let contact = PartMapping<Customer, Contact>(
        "salesforce/contact",
        version: 1,
        object: "Contact",
        api: api,
        of: \.contacts,
        by: \.id,
        key: "/Id",
        update: update.without("/Name"),
        fields: contactFields
    ) { alone in
        alone.salesforceHeader("Contact")
        alone.reference("/AccountId", to: \.parent, object: "Account", normalise: normalised)
    } part: { rule in
        rule.identity(
            "/Id",
            version: "/SystemModstamp",
            to: \.id,
            references: \.externalReferences,
            object: "Contact",
            normalise: normalised
        )
        rule.derive("name.full", from: ["/Name"], because: "Salesforce puts it together from its parts") {
            input,
            record in
            guard let text: String = input.value(0) else { return }
            record.name = record.name ?? PersonName()
            record.name?.full = text
        }
        rule.salesforcePersonName(to: \.name, "name")
        rule.same("/Title", to: \.jobTitle)
        rule.same("/Department", to: \.department)
        contactPoint("/Email", .email)
        contactPoint("/Phone", .phone)
        contactPoint("/MobilePhone", .mobile)
        contactPoint("/HomePhone", .phone, label: "home")
        contactPoint("/OtherPhone", .phone, label: "other")
        contactPoint("/AssistantPhone", .phone, label: "assistant")
        contactPoint("/Fax", .fax)
        refusal("/HasOptedOutOfEmail", "email")
        refusal("/DoNotCall", "call")
        refusal("/HasOptedOutOfFax", "fax")
        rule.drop("/PhotoUrl", because: "it is a path within the organisation, valid for its users only")
        rule.keepRest()
    }

    private static func contactPoint(
        _ pointer: String,
        _ kind: ContactPointKind,
        label: String? = nil
    ) -> MappingRule<Contact> {
        .convert(
            "each",
            [pointer],
            to: "contactPoints",
            law: .iso,
            note: "the contact point of kind \(kind.rawValue)\(label.map { " with the label \($0)" } ?? "")",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" { input.keep(0) }
                    return
                }
                record.contactPoints.append(ContactPoint(kind, value) { $0.label = label })
            },
            write: { record, output in
                output.set(0, record.contactPoints.first { $0.kind == kind && $0.label == label }?.value)
            }
        )
    }

    /// A flag by which a person refuses one way of being contacted; without it, nobody knows.
    private static func refusal(_ pointer: String, _ purpose: String) -> MappingRule<Contact> {
        .convert(
            "code",
            [pointer],
            to: "consents",
            law: .lossy("a flag tells a refusal from everything else"),
            note: "true is refused, for the purpose \(purpose); false says nothing, and is kept",
            read: { input, record in
                guard let isRefused: Bool = input.value(0), isRefused else {
                    input.keep(0)
                    return
                }
                record.consents.append(Consent(purpose, .refused))
            },
            write: { record, output in
                let state = record.consents.first { $0.purpose == purpose }?.state
                if state == .refused { output.set(0, true) } else { output.assume(0, false) }
            }
        )
    }
}

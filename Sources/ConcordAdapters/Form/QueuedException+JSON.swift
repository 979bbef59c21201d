internal import ConcordConfiguration
internal import ConcordOwnership
public import ConcordSchema
internal import ConcordValues

extension QueuedException: JSONForm {
    /// Writes the exception; values that are not for everybody are masked in it as they are in the exception.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("exception", id.description)
        writer.member("origin", origin.rawValue)
        writer.member("kind", kind)
        writer.member("record", record?.name)
        writer.member("id", record?.id)
        writer.member("parts", ifAny: parts) { part, writer in part.write(to: &writer) }
        writer.member("sequence", sequence)
        writer.member("says", headline)
        writer.member("details", ifAny: details)
        writer.member("owner", owner?.rawValue)
        if context != .init() {
            writer.write(name: "atStake")
            context.write(to: &writer)
            writer.endItem()
        }
        writer.member("actions", ifAny: actions)
        writer.member("openedAt", openedAt.description)
        writer.member("due", due?.description)
        writer.endObject()
    }

    /// Reads an exception.
    public init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        let name = try members.string("record")
        self.init(
            id: try members.needsHash("exception"),
            origin: try members.word("origin", Origin.self),
            kind: try members.needsString("kind"),
            record: try name.map { name throws(ReadFailure) in RecordKey(name, try members.needsString("id")) },
            parts: try members.list("parts") { reader throws(ReadFailure) in try Part(reading: &reader) },
            sequence: try members.form("sequence"),
            headline: try members.needsString("says"),
            details: try members.strings("details"),
            owner: try members.string("owner").map { BusinessRole(rawValue: $0) },
            context: try members.value("atStake") { reader throws(ReadFailure) in
                try ExceptionCase.Context(reading: &reader)
            } ?? .init(),
            actions: try members.strings("actions"),
            openedAt: try members.needsText("openedAt"),
            due: try members.text("due")
        )
    }
}

extension QueuedException.Part {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("unit", unit.text)
        if let binding {
            writer.write(name: "approval")
            binding.write(to: &writer)
            writer.endItem()
        }
        writer.endObject()
    }

    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            ClaimPath(try members.needsString("unit")),
            try members.value("approval") { reader throws(ReadFailure) in
                try ExceptionCase.Binding(reading: &reader)
            }
        )
    }
}

extension ExceptionCase.Context {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("client", client)
        writer.member("project", project)
        writer.member("stage", stage?.rawValue)
        writer.member("openInvoices", openInvoices)
        if let amountAtRisk {
            writer.write(name: "amountAtRisk")
            writer.beginObject()
            writer.member("amount", amountAtRisk.amount.description)
            writer.member("currency", amountAtRisk.currency.description)
            writer.endObject()
            writer.endItem()
        }
        writer.endObject()
    }

    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init()
        client = try members.string("client")
        project = try members.string("project")
        stage = try members.string("stage").map { LifecycleStage(rawValue: $0) }
        openInvoices = try members.integer("openInvoices").map { Int($0) }
        amountAtRisk = try members.value("amountAtRisk") { reader throws(ReadFailure) in
            let members = try FormMembers(&reader)
            return Money(try members.needsText("amount"), try members.needsText("currency"))
        }
    }
}

extension ExceptionCase.Binding {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("roles", ifAny: requirement.roles.map(\.rawValue))
        writer.member("people", requirement.people)
        writer.member("days", requirement.days)
        writer.member("missing", ifAny: missingRoles.map(\.rawValue))
        writer.member("base", base.description)
        writer.member("proposed", proposed.description)
        writer.member("policy", policy)
        writer.endObject()
    }

    fileprivate init(reading reader: inout JSONReader) throws(ReadFailure) {
        let members = try FormMembers(&reader)
        self.init(
            requirement: ApprovalRequirement(
                try members.strings("roles").map { BusinessRole(rawValue: $0) },
                people: Int(try members.integer("people") ?? 1),
                days: try members.integer("days").map { Int($0) }
            ),
            missingRoles: try members.strings("missing").map { BusinessRole(rawValue: $0) },
            base: try members.needsHash("base"),
            proposed: try members.needsHash("proposed"),
            policy: try members.needsString("policy")
        )
    }
}

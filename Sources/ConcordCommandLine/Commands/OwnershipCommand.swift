#if CommandLine
import ArgumentParser

/// The command `concord ownership`.
struct OwnershipCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ownership",
        abstract: "Say who owns which field, and what becomes of claims.",
        discussion: """
            Claims are NDJSON: what systems said, what people approved, what was sent, a line each. Claims of up to 16 MiB \
            come in any order. Larger ones are folded in memory for one record at a time, and come in the order of their \
            records, by name and then by id. A line that cannot be read is told with its place, and costs only itself.

            Without --policy the default matrix decides. Its roles are played by the systems that --system names, or else \
            by what their products usually are: salesforce a crm, netsuite an erp.
            """,
        subcommands: [
            OwnershipTableCommand.self, OwnershipCheckCommand.self, OwnershipFilterCommand.self,
            OwnershipViewCommand.self, OwnershipExplainCommand.self, OwnershipReconcileCommand.self,
            OwnershipDryRunCommand.self,
        ]
    )
}
#endif

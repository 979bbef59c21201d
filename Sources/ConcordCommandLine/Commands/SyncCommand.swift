#if CommandLine
import ArgumentParser
import ConcordAdapters

/// The command `concord sync`.
struct SyncCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Take in what systems said, decide what holds, and write what each system must be told.",
        discussion: """
            Below --from is a folder for each system, in it one for each type of object, and in that files of payloads: \
            salesforce:emea/Account/accounts.json. What follows goes below --to in the same way, one file for each change: a \
            patch of the vendor's object. Everything else is kept in --store, and the next run goes on where this one ended; \
            without a store nothing is kept.

            A message that cannot be dealt with waits, with those about its object that come behind it. `concord exceptions` \
            shows what waits for whom.

            Status: 0 all taken in and sent, 1 something waits, 64 wrong usage, 65 a bad policy, 66 no such folder, \
            73 the store cannot be used.
            """
    )

    @OptionGroup var options: SyncOptions

    @Option(help: ArgumentHelp("The file that keeps everything.", valueName: "file"))
    var store: String?

    @Option(help: "The form of the account.")
    var format = SyncReport.Format.text

    func run(on console: Console) throws -> ExitStatus {
        guard options.from != nil else { throw CommandFailure(.usage, "say what to read with --from DIR") }
        return try Self.run(try StoreChoice.open(store), try options.plan(console, isKept: store != nil), format, on: console)
    }

    private static func run<Store: IntegrationStore>(
        _ store: Store,
        _ plan: SyncPlan,
        _ format: SyncReport.Format,
        on console: Console
    ) throws -> ExitStatus {
        let run = try plan.prepare(over: store, on: console)
        // The process ends with the command: to give back every ledger before would only take time. A file is closed, though.
        if let memory = store as? MemoryStore { _ = Unmanaged.passRetained(memory) }
        let result = Waiting.run { () throws(AdapterFailure) in
            (try await run.run(), try await run.integration.store.openCount())
        }
        do throws(AdapterFailure) {
            let (account, open) = try result.get()
            try? SyncReport.write(account, open: open, as: format, on: console)
            return SyncReport.status(of: account)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension SyncReport.Format: ExpressibleByArgument {}
#endif

#if CommandLine
import ArgumentParser
import ConcordAdapters
import ConcordValues

/// The command `concord exceptions replay`.
struct ExceptionsReplayCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Deal once more with what waits, after somebody corrected what was wrong.",
        discussion: """
            Without an id, all sequences that wait are dealt with. With --from, an object is also read there as it is now, \
            and a corrected one heals its sequence. The options are those of `concord sync`.
            """
    )

    @Option(help: ArgumentHelp("The file that `concord sync` keeps.", valueName: "file"))
    var store: String

    @OptionGroup var options: SyncOptions

    @Argument(help: "The exceptions' ids, or the beginnings of them; all, if none is given.")
    var ids: [String] = []

    func run(on console: Console) throws -> ExitStatus {
        let opened = try StoreChoice.openExisting(store)
        var sequences: [SequenceKey] = []
        for id in ids {
            let entry = try ExceptionSearch(store: opened).entry(id)
            guard let sequence = entry.exception.sequence else {
                throw CommandFailure(
                    .usage,
                    "nothing waits behind \(id); `concord exceptions resolve` decides about it"
                )
            }
            sequences.append(sequence)
        }
        return try Self.run(opened, try options.plan(console), sequences, on: console)
    }

    private static func run<Store: IntegrationStore>(
        _ store: Store,
        _ plan: SyncPlan,
        _ wanted: [SequenceKey],
        on console: Console
    ) throws -> ExitStatus {
        let run = try plan.prepare(over: store, on: console)
        let result = Waiting.run { () throws(AdapterFailure) in try await run.replay(wanted) }
        do throws(AdapterFailure) {
            let (released, failures) = try result.get()
            for (sequence, failure) in failures { try? console.errors.writeLine("concord: \(sequence): \(failure)") }
            try? console.output.writeLine(
                "\(MappingTally.count(released, "message")) went on; "
                    + "\(MappingTally.count(failures.count, "sequence")) still cannot be dealt with"
            )
            return failures.isEmpty ? .success : .rejected
        } catch {
            throw CommandFailure(error)
        }
    }
}
#endif

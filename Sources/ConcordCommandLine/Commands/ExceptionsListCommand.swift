#if CommandLine
public import ArgumentParser
public import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues

/// The command `concord exceptions list`.
struct ExceptionsListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what waits, the most urgent first."
    )

    @Option(help: ArgumentHelp("The file that `concord sync` keeps.", valueName: "file"))
    var store: String

    @Option(help: ArgumentHelp("Only what this role should act upon: finance.", valueName: "role"))
    var owner: String?

    @Option(help: ArgumentHelp("Only what came from intake, validation, ownership or delivery.", valueName: "origin"))
    var origin: QueuedException.Origin?

    @Option(help: ArgumentHelp("Only what is about this record: customer/cu-northwind.", valueName: "record"))
    var record: String?

    @Option(help: ArgumentHelp("Only what is due before this time.", valueName: "time"))
    var dueBefore: String?

    @Option(help: ArgumentHelp("How many at most.", valueName: "n"))
    var limit = 200

    @Option(help: "The form of the list.")
    var format = ExceptionFormat.text

    func run(on console: Console) throws -> ExitStatus {
        let opened = try StoreChoice.openExisting(store)
        var filter = ExceptionFilter()
        filter.owner = owner.map { BusinessRole(rawValue: $0) }
        filter.origin = origin
        if let record {
            let parts = record.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandFailure(.usage, "--record is \"\(record)\"; expected a kind and an id: customer/c-1")
            }
            filter.record = RecordKey(parts[0], parts[1])
        }
        filter.dueBefore = try dueBefore.map { text in
            try RunSettings.option("--due-before", text) { text throws(ValueError) in try Instant(text) }
        }
        let (wanted, limit) = (filter, limit)
        let result = Waiting.run { () throws(AdapterFailure) in
            (try await opened.exceptions(wanted, limit: limit), try await opened.openCount())
        }
        do throws(AdapterFailure) {
            let (found, open) = try result.get()
            try? write(found, open, on: console)
        } catch {
            throw CommandFailure(error)
        }
        return .success
    }

    private func write(_ found: [QueuedException], _ open: Int, on console: Console) throws {
        switch format {
        case .text:
            if found.isEmpty {
                return try console.output.writeLine(open == 0 ? "nothing waits" : "nothing of that kind")
            }
            for line in ExceptionTable.lines(found, width: console.output.columns) {
                try console.output.writeLine(line)
            }
            try console.errors.writeLine("concord: \(found.count) of \(MappingTally.count(open, "open exception"))")
        case .json:
            for exception in found { try console.output.writeLine(exception.jsonText()) }
        }
    }
}

/// The form in which exceptions are told.
enum ExceptionFormat: String, CaseIterable, ExpressibleByArgument {
    /// Lines for people.
    case text
    /// A JSON object a line.
    case json
}

extension QueuedException.Origin: ExpressibleByArgument {}
#endif

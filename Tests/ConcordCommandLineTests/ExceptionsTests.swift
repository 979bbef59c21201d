#if CommandLine && SQLite
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord exceptions")
struct ExceptionsTests {
    private let folder: SyncFolder
    private var store: String { folder.path("day.sqlite") }

    init() throws {
        folder = try SyncFolder()
        #expect(folder.sync(["sync", "--store", store]).status == 1)
    }

    private func run(_ command: String, _ more: String...) -> Shell.Result {
        folder.run(["exceptions", command, "--store", store] + more)
    }

    /// The id of the open exception that says something.
    private func id(of text: String) throws -> String {
        let lines = run("list", "--format", "json").lines.filter { $0.contains(text) }
        let line = try #require(lines.first, "no exception says \(text)")
        let exception = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(exception?["exception"] as? String)
    }

    @Test("what waits is listed, the most urgent first, and each is told whole")
    func told() throws {
        let list = run("list")
        #expect(list.errors == "concord: 3 of 3 open exceptions\n")
        var text = list.output
        for line in run("list", "--format", "json").lines {
            let exception = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            text += "\n" + run("show", try #require(exception?["exception"] as? String)).output
        }
        try expectGolden(text, "exceptions.txt")
    }

    @Test("the list is for one role, one record, one origin, one day")
    func filtered() {
        #expect(run("list", "--owner", "nobody").output == "nothing of that kind\n")
        #expect(run("list", "--origin", "intake", "--format", "json").lines.count == 2)
        #expect(run("list", "--record", "customer/cu-9").output == "nothing of that kind\n")
        #expect(run("list", "--record", "customer").status == 64)
        #expect(run("list", "--due-before", "2026-11-21T09:00:00Z").output == "nothing of that kind\n")
        #expect(run("list", "--due-before", "tomorrow").status == 64)
    }

    @Test("an object that was corrected at its source goes on when it is replayed, with those that waited behind it")
    func replayed() throws {
        let account = SyncFolder.account("001A2", "Halden & Marsh Ltd", "https://halden.example")
        try folder.write("in/salesforce:emea/Account/1.ndjson", account)
        let id = try id(of: "001A2")
        let result = folder.sync(["exceptions", "replay", "--store", store, id], at: "2026-11-21T10:00:00Z")
        #expect(result.output == "2 messages went on; 0 sequences still cannot be dealt with\n")
        #expect(result.status == 0)
        #expect(run("list", "--origin", "intake", "--format", "json").lines.count == 1)
        #expect(
            folder.sync(["sync", "--store", store], at: "2026-11-21T11:00:00Z").lines[0]
                .hasSuffix("0 waiting behind them")
        )
    }

    @Test("what is still broken stays where it is")
    func stillBroken() throws {
        let result = folder.sync(["exceptions", "replay", "--store", store], at: "2026-11-21T10:00:00Z")
        #expect(result.status == 1)
        #expect(result.output == "2 messages went on; 1 sequence still cannot be dealt with\n")
        #expect(result.errors.contains("salesforce:emea/Account/1.ndjson#4: "))
        #expect(run("list", "--origin", "intake", "--format", "json").lines.count == 1)
    }

    @Test("what finance approves holds after the next run, and the exception is over")
    func approved() throws {
        let id = try id(of: "approvalNeeded")
        let decision = ["--action", "approve", "--by", "Ada Lind", "--as", "finance", "--reason", "agreed in the call"]
        let result = folder.run(
            ["exceptions", "resolve", "--store", store] + decision + ["--at", "2026-11-21T10:00:00Z", id]
        )
        #expect(
            result.output
                == "approve by Ada Lind: preferredCurrency of customer/cu-1: salesforce:emea wants a change, which finance must approve\n"
        )
        #expect(run("list", "--owner", "finance", "--format", "json").lines.count == 1)
        let next = folder.sync(["sync", "--store", store], at: "2026-11-21T11:00:00Z")
        #expect(next.lines[1].hasSuffix("; 1 approval"))
        #expect(run("list", "--owner", "finance").output == "nothing of that kind\n")
    }

    @Test("what was decided is told, and the exception is no longer open")
    func resolved() throws {
        let id = try id(of: "1.ndjson")
        let decision = [
            "--action", "correctAtSource", "--by", "Ada Lind", "--as", "finance", "--reason",
            "a line of the export's foot",
        ]
        let result = folder.run(
            ["exceptions", "resolve", "--store", store] + decision + ["--at", "2026-11-21T10:00:00Z", id]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("correctAtSource by Ada Lind: "))
        #expect(run("list", "--format", "json").lines.count == 2)
        let again = folder.run(["exceptions", "resolve", "--store", store] + decision + [id])
        #expect(again.status == 1)
        #expect(again.errors == "concord: \(id) is no longer open\n")
    }

    @Test("an id that nobody has, and a store that is not there, are told so")
    func missing() {
        #expect(
            run("show", "zz").errors == "concord: there is no open exception zz; `concord exceptions list` has all\n"
        )
        let nowhere = folder.run(["exceptions", "list", "--store", folder.path("none.sqlite")])
        #expect(nowhere.status == 66)
        #expect(
            nowhere.errors
                == "concord: there is no store FOLDER/none.sqlite; `concord sync --store FOLDER/none.sqlite` makes one\n"
        )
        #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
    }
}
#endif

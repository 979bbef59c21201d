import Foundation

/// A folder that `concord sync` reads from and writes to, with two systems' payloads in it; it goes with the test.
final class SyncFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "concord-sync-\(UUID().uuidString)")

    init() throws {
        try write(
            "in/salesforce:emea/Account/1.ndjson",
            Self.account("001A1", "Nordwind Logistik GmbH", "https://nordwind.example"),
            Self.account("001A2", nil, "https://halden.example"),
            Self.account("001A2", "Halden & Marsh Ltd", "https://halden.example"),
            "what is no JSON"
        )
        try write(
            "in/netsuite/customer/1.ndjson",
            #"""
            {"id":"4001","companyName":"Nordwind Logistik GmbH","isPerson":false,"url":"https://alt.example",\#
            "currency":{"id":"1","refName":"EUR"}}
            """#
        )
        try write(
            "crosswalk.ndjson",
            #"{"system":"salesforce:emea","object":"Account","value":"001A1","id":"cu-1"}"#,
            #"{"system":"netsuite","object":"customer","value":"4001","id":"cu-1"}"#
        )
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// An account of Salesforce; one without a name has a number in its place, which is no name.
    static func account(_ id: String, _ name: String?, _ website: String) -> String {
        let name = name.map { "\"\($0)\"" } ?? "7"
        return """
            {"attributes":{"type":"Account"},"Id":"\(id)","Name":\(name),"Website":"\(website)","CurrencyIsoCode":"GBP",\
            "LastModifiedDate":"2026-11-20T08:00:00.000+0000"}
            """
    }

    /// Writes a file of lines, and the folders that it is in.
    func write(_ path: String, _ lines: String...) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    }

    /// The path of something in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// The files in a folder, sorted; none if there is no such folder.
    func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
    }

    /// Runs `concord sync`, or another command over the same systems, at a time; the folder's name is `FOLDER` in what it tells.
    func sync(_ command: [String] = ["sync"], at time: String = "2026-11-21T09:00:00Z", _ more: String...)
        -> Shell.Result
    {
        run(
            command + [
                "--from", path("in"), "--to", path("out"), "--crosswalk", path("crosswalk.ndjson"), "--at", time,
                "--currency", "EUR", "--time-zone", "Europe/Berlin", "--broken", "accept",
            ] + more
        )
    }

    /// Runs any command.
    func run(_ arguments: [String]) -> Shell.Result {
        let result = Shell.run(arguments)
        let folder = url.path(percentEncoded: false)
        return Shell.Result(
            status: result.status,
            output: result.output.replacing(folder, with: "FOLDER"),
            errors: result.errors.replacing(folder, with: "FOLDER")
        )
    }
}

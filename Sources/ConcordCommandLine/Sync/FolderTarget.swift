import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// A system that is written to as a folder: a file for each change, in a folder for each type of object.
///
/// A file's name has the change's key, and a file is made once: a change that is sent again finds its file there.
struct FolderTarget: ChangeTarget {
    let system: SystemID
    let capabilities = TargetCapabilities(keyRetention: .seconds(365 * 86_400), maximumConcurrency: 8)

    private let folder: String
    private let isDurable: Bool

    /// A target.
    ///
    /// - Parameters:
    ///   - system: The system.
    ///   - folder: Its folder, which is made if it is not there.
    ///   - isDurable: Whether a file must be on the disk before its change counts as sent.
    init(_ system: SystemID, in folder: String, isDurable: Bool) {
        self.system = system
        self.folder = folder
        self.isDurable = isDurable
    }

    func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        try AdapterFailure.checkCancellation()
        do throws(SystemError) {
            try Platform.makeFolder("\(folder)/\(change.sequence.object)")
            let isNew = try Platform.makeFile(path(of: change), Self.json(change), isDurable: isDurable)
            return TargetReceipt(isRepetition: !isNew)
        } catch {
            throw AdapterFailure(
                .transient,
                "\(path(of: change)) cannot be written: \(error)",
                system: system,
                remedy: "Make room, or let the folder be written to."
            )
        }
    }

    func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        Platform.exists(path(of: change)) ? TargetReceipt(isRepetition: true) : nil
    }

    private func path(of change: TargetChange) -> String {
        "\(folder)/\(change.sequence.object)/\(change.key).json"
    }

    /// The change as a document: what it is about, what to write, and under which key.
    private static func json(_ change: TargetChange) -> [UInt8] {
        var writer = JSONWriter(capacity: 512 + (change.body?.count ?? 0))
        writer.beginObject()
        writer.member("key", change.key.description)
        writer.member("system", change.sequence.system.text)
        writer.member("object", change.sequence.object)
        writer.member(change.isNew ? "for" : "id", change.sequence.id)
        writer.member("record", change.record.description)
        writer.write(name: "values")
        writer.beginObject()
        for entry in change.values {
            writer.member(entry.path.text, json: entry.value.json ?? "null")
        }
        writer.endObject()
        writer.endItem()
        if let body = change.body {
            writer.write(name: change.isNew ? "new" : "patch")
            writer.writeRaw(body)
            writer.endItem()
        }
        if !change.unwritten.isEmpty { writer.member("unwritten", change.unwritten.map(\.description)) }
        writer.endObject()
        writer.writeRaw(CollectionOfOne(UInt8(ascii: "\n")))
        return writer.bytes()
    }
}

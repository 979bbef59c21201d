import ConcordAdapters
import ConcordMapping
import ConcordSchema
import ConcordValues
import Synchronization

/// A system that is read from a folder: below it a folder for each type of object, and in that files of payloads.
///
/// ```
/// salesforce:emea/Account/2026-11-20.ndjson
/// salesforce:emea/Opportunity/page-1.json
/// ```
///
/// The files of a type are read in the order of their names, and a new file is found if its name sorts behind those that
/// were read. A message's id is its place: the file and its number in it.
final class FolderSource: ChangeSource, @unchecked Sendable {
    // Sound: what changes is behind the lock.

    let system: SystemID
    let capabilities = SourceCapabilities(maximumPageSize: 65_536)

    private let folder: String
    private let packs: [Pack]
    private let time: Instant
    private let reading = Mutex(FolderReading())

    /// A source.
    ///
    /// - Parameters:
    ///   - system: The system.
    ///   - folder: Its folder.
    ///   - packs: The mappings of its types of object, in the order in which they are read.
    ///   - time: When what comes without a time was said.
    init(_ system: SystemID, in folder: String, _ packs: [Pack], at time: Instant) {
        self.system = system
        self.folder = folder
        self.packs = packs
        self.time = time
    }

    func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        try AdapterFailure.checkCancellation()
        let result = reading.withLock { reading in
            Result { () throws(AdapterFailure) in try page(after: cursor, limit: limit, &reading) }
        }
        return try result.get()
    }

    func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        // The last that the files say of the object; they are read from the beginning, which repair can afford.
        var cursor: SourceCursor?
        var found: SourceItem?
        while true {
            let page = try await page(after: cursor, limit: 4_096)
            found = page.items.last { $0.sequence == sequence } ?? found
            if !page.hasMore { return found }
            cursor = page.next
        }
    }

    private func page(
        after cursor: SourceCursor?,
        limit: Int,
        _ reading: inout FolderReading
    ) throws(AdapterFailure) -> SourcePage {
        if reading.cursor != cursor || cursor == nil {
            guard let places = FolderPlaces(cursor) else {
                throw AdapterFailure(
                    .policy,
                    "\(folder) has no place \"\(cursor?.text ?? "")\"",
                    system: system,
                    remedy: "Read everything once more, without a cursor."
                )
            }
            reading = FolderReading(places)
        }
        var items: [SourceItem] = []
        while items.count < limit {
            guard let item = try next(&reading) else { break }
            items.append(item)
        }
        reading.cursor = reading.places.cursor
        var hasMore = items.count == limit
        if hasMore { hasMore = try peek(&reading) }
        let next = reading.places.cursor
        // Next time, files may be there that were not.
        if !hasMore { reading = FolderReading(reading.places) }
        return SourcePage(items: items, next: next, hasMore: hasMore)
    }

    private func peek(_ reading: inout FolderReading) throws(AdapterFailure) -> Bool {
        if reading.ahead == nil { reading.ahead = try read(&reading) }
        return reading.ahead != nil
    }

    private func next(_ reading: inout FolderReading) throws(AdapterFailure) -> SourceItem? {
        if reading.ahead == nil { reading.ahead = try read(&reading) }
        guard let (item, file) = reading.ahead.take() else { return nil }
        reading.places.advance(item.sequence.object, file)
        return item
    }

    private func read(_ reading: inout FolderReading) throws(AdapterFailure) -> (SourceItem, String)? {
        do {
            while true {
                if let file = reading.file {
                    if let item = try file.next(time) { return (item, file.name) }
                    reading.file = nil
                }
                guard let (pack, name) = try nextFile(&reading) else { return nil }
                let path = "\(folder)/\(pack.object)/\(name)"
                let file = PayloadFile(try .file(path), name, pack, of: system)
                for _ in 0..<reading.places.count(pack.object, name) { _ = try file.next(time) }
                reading.file = file
            }
        } catch let failure as AdapterFailure {
            throw failure
        } catch {
            throw AdapterFailure(.transient, "\(folder) cannot be read: \(error)", system: system)
        }
    }

    /// The first file that was not read to its end.
    private func nextFile(_ reading: inout FolderReading) throws -> (Pack, String)? {
        while reading.pack < packs.count {
            let pack = packs[reading.pack]
            let place = "\(folder)/\(pack.object)"
            let names = Platform.isFolder(place) ? try Platform.names(in: place) : []
            let begun = reading.done[pack.object]
            let last = begun ?? reading.places.file(pack.object)
            let next = names.first { name in
                guard let last else { return true }
                // The file that was read last may have become longer.
                return begun == nil
                    ? !name.utf8.lexicographicallyPrecedes(last.utf8)
                    : last.utf8.lexicographicallyPrecedes(name.utf8)
            }
            if let next {
                reading.done[pack.object] = next
                return (pack, next)
            }
            reading.pack += 1
        }
        return nil
    }
}

/// How far a folder is being read.
struct FolderReading {
    var places = FolderPlaces()
    var cursor: SourceCursor?
    var pack = 0
    var done: [String: String] = [:]
    var file: PayloadFile?
    var ahead: (SourceItem, String)?

    init() {}

    init(_ places: FolderPlaces) {
        self.places = places
        cursor = places.cursor
    }
}

/// For each type of object the file that was read last, and how many of its objects were.
struct FolderPlaces {
    private var places: [String: (file: String, count: Int)] = [:]

    init() {}

    /// The places that a cursor tells; nil if it is none of this kind.
    init?(_ cursor: SourceCursor?) {
        for line in cursor?.text.split(separator: "\n") ?? [] {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let count = Int(parts[2]), count >= 0 else { return nil }
            places[String(parts[0])] = (String(parts[1]), count)
        }
    }

    var cursor: SourceCursor {
        SourceCursor(places.sorted { $0.key < $1.key }.map { "\($0)\t\($1.file)\t\($1.count)" }.joined(separator: "\n"))
    }

    func file(_ object: String) -> String? { places[object]?.file }

    func count(_ object: String, _ file: String) -> Int {
        guard let place = places[object], place.file == file else { return 0 }
        return place.count
    }

    mutating func advance(_ object: String, _ file: String) {
        let count = count(object, file)
        places[object] = (file, count + 1)
    }
}

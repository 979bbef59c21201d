public import ConcordAdapters
internal import ConcordConfiguration
public import ConcordValues
internal import Synchronization

/// A source around which things go wrong.
///
/// Messages that change places do so in the same way for the same cursor. A page that has duplicates is no longer than its
/// limit.
public struct ChaosSource: ChangeSource {
    private final class Past: Sendable {
        let items = Mutex<[SourceItem]>([])
    }

    private let source: any ChangeSource
    private let chaos: Chaos
    private let past = Past()
    private var door: String { "source \(system)" }

    /// A source around which things go wrong.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - chaos: What goes wrong.
    public init(_ source: any ChangeSource, _ chaos: Chaos) {
        self.source = source
        self.chaos = chaos
    }

    /// The system that is read.
    public var system: SystemID { source.system }

    /// What the system can do.
    public var capabilities: SourceCapabilities { source.capabilities }

    /// Reads the messages behind a cursor, if nothing goes wrong.
    public func page(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> SourcePage {
        let possible = Chaos.common + [.duplicate, .reorder, .partialPage, .corrupt, .reorderPages, .drop]
        let fate = chaos.fate(door, "page \(cursor.words)", possible)
        return try await chaos.call(door, fate, system: system) { () async throws(AdapterFailure) -> SourcePage in
            try await page(after: cursor, limit: limit, fate)
        }
    }

    /// Reads one object as it is now, if nothing goes wrong.
    public func current(_ sequence: SequenceKey) async throws(AdapterFailure) -> SourceItem? {
        let fate = chaos.fate(door, "current \(sequence)", Chaos.common + [.corrupt])
        return try await chaos.call(door, fate, system: system) { () async throws(AdapterFailure) -> SourceItem? in
            guard let item = try await source.current(sequence) else { return nil }
            guard fate.faults.contains(.corrupt) else { return item }
            var random = fate.random
            return damaged(item, &random)
        }
    }

    private func page(
        after cursor: SourceCursor?,
        limit: Int,
        _ fate: Chaos.Fate
    ) async throws(AdapterFailure) -> SourcePage {
        var random = fate.random
        let repeats = fate.faults.contains(.duplicate) && limit > 1
        let swaps = fate.faults.contains(.reorderPages) && limit > 1
        var asked = repeats || swaps ? limit / 2 : limit
        if fate.faults.contains(.partialPage), asked > 1 {
            asked = random.number(in: 1...asked - 1)
            chaos.note(.partialPage, at: door)
        }
        var page = try await source.page(after: cursor, limit: asked)
        if swaps, page.hasMore {
            let later = try await source.page(after: page.next, limit: asked)
            page = SourcePage(items: later.items + page.items, next: later.next, hasMore: later.hasMore)
            if !later.items.isEmpty { chaos.note(.reorderPages, at: door) }
        }
        let said = page.items
        if fate.faults.contains(.reorder) { reorder(&page.items, cursor) }
        if fate.faults.contains(.drop), !page.items.isEmpty {
            page.items.remove(at: random.number(in: 0...page.items.count - 1))
            chaos.note(.drop, at: door)
        }
        if fate.faults.contains(.corrupt), !page.items.isEmpty {
            let place = random.number(in: 0...page.items.count - 1)
            page.items[place] = damaged(page.items[place], &random)
        }
        if repeats { repeatItems(&page.items, limit, isBeginning: cursor == nil, &random) }
        past.items.withLock { items in items = Array(((cursor == nil ? [] : items) + said).suffix(64)) }
        return page
    }

    /// Lets messages change places, those about one object excepted.
    private func reorder(_ items: inout [SourceItem], _ cursor: SourceCursor?) {
        var hash = chaos.plan.seed
        for byte in cursor.words.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var random = SeededGenerator(seed: hash)
        var lanes: [SequenceKey: [SourceItem]] = [:]
        for item in items.reversed() { lanes[item.sequence, default: []].append(item) }
        let places = random.shuffled(items.map(\.sequence))
        let shuffled = places.compactMap { lanes[$0]?.popLast() }
        if shuffled != items { chaos.note(.reorder, at: door) }
        items = shuffled
    }

    /// Lets messages come again: some of earlier pages first, some of this page last.
    private func repeatItems(
        _ items: inout [SourceItem],
        _ limit: Int,
        isBeginning: Bool,
        _ random: inout SeededGenerator
    ) {
        let earlier = isBeginning ? [] : past.items.withLock { $0 }
        let own = items
        for _ in 0..<random.number(in: 1...3) where items.count < limit {
            if !earlier.isEmpty, random.happens(percent: 50) {
                items.insert(random.one(of: earlier), at: 0)
            } else if !own.isEmpty {
                items.append(random.one(of: own))
            } else {
                continue
            }
            chaos.note(.duplicate, at: door)
        }
    }

    private func damaged(_ item: SourceItem, _ random: inout SeededGenerator) -> SourceItem {
        guard case .object(var bytes) = item.content, !bytes.isEmpty else { return item }
        let place = random.number(in: 0...bytes.count - 1)
        bytes[place] ^= UInt8(1 << random.number(in: 0...7))
        chaos.note(.corrupt, at: door)
        return SourceItem(
            id: item.id,
            sequence: item.sequence,
            version: item.version,
            time: item.time,
            author: item.author,
            content: .object(bytes),
            digest: item.digest ?? SourceItem.digest(of: item.content)
        )
    }
}

internal import ConcordAdapters
internal import ConcordOwnership
internal import ConcordValues

/// All that a source said when it was read from the beginning to the end.
struct SourceReading {
    struct Step {
        let cursor: SourceCursor?
        let limit: Int
        let page: SourcePage
    }

    /// What a message says, whatever its id is.
    struct Face: Hashable {
        let sequence: SequenceKey
        let version: SourceVersion
        let time: Instant
        let content: SourceItem.Content

        init(_ item: SourceItem) {
            sequence = item.sequence
            version = item.version
            time = item.time
            content = item.content
        }
    }

    private(set) var steps: [Step] = []

    /// Where the source said that nothing was behind although something was.
    private(set) var falseEnd: Step?

    /// Where the source came back to a cursor that it had left, and so would never end.
    private(set) var circle: Step?

    /// The limits of the pages, in words.
    let words: String

    /// The messages, each id where it came first.
    private(set) var firsts: [(item: SourceItem, step: Int)] = []

    /// Reads a source from the beginning; limits are taken in turn.
    init(_ source: any ChangeSource, limits: [Int], _ trace: ContractSteps) async throws {
        words = limits.count == 1 ? "limit \(limits[0])" : "limits \(limits.map { "\($0)" }.joined(separator: ", "))"
        var cursor: SourceCursor?
        var known: Set<String> = []
        var left: Set<SourceCursor> = []
        while true {
            let limit = limits[steps.count % limits.count]
            trace.clear()
            trace("page(after: \(cursor.words), limit: \(limit))")
            let page = try await source.page(after: cursor, limit: limit)
            let step = Step(cursor: cursor, limit: limit, page: page)
            for item in page.items where known.insert(item.id).inserted { firsts.append((item, steps.count)) }
            if let last = steps.last, !last.page.hasMore {
                // The question behind the end.
                if page.items.isEmpty, !page.hasMore { break }
                if falseEnd == nil { falseEnd = last }
            }
            steps.append(step)
            let isNew = page.next != cursor && left.insert(page.next).inserted
            guard isNew else {
                if page.hasMore { circle = step }
                break
            }
            cursor = page.next
        }
    }

    /// The ids of the messages about each object, in their order.
    var ids: [SequenceKey: [String]] {
        var ids: [SequenceKey: [String]] = [:]
        for (item, _) in firsts { ids[item.sequence, default: []].append(item.id) }
        return ids
    }
}

extension SourceCursor? {
    /// The cursor as it is written in a step.
    var words: String { map { "\"\($0.text)\"" } ?? "nil" }
}

extension SourceItem {
    /// The message in a few words.
    var words: String {
        var text = "\(id) of \(sequence.object)/\(sequence.id)"
        if version != .none { text += ", version \(version)" }
        return text + ", said at \(time)"
    }
}

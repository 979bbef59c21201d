import ConcordMapping
import ConcordValues
import Synchronization

/// What is known of a crosswalk, for all who read at once.
///
/// What nobody linked is called by its own name, as `DerivedIdentities` does: a record has an identity from the first day,
/// and it is the same on every day.
final class CrosswalkView: Sendable {
    enum Answer {
        /// It is this record.
        case record(String)
        /// Nobody linked it.
        case unlinked
    }

    private let answers = Mutex<[ExternalKey: Answer]>([:])
    private let capacity: Int

    /// A view that knows nothing yet.
    ///
    /// - Parameter capacity: How many links are kept at most.
    init(capacity: Int = 1 << 16) { self.capacity = capacity }

    /// What is known of an object; nil if nobody asked the store.
    func answer(_ key: ExternalKey) -> Answer? { answers.withLock { $0[key] } }

    /// Learns what the store says of some objects.
    func learn(_ links: [ExternalKey: String], asked keys: [ExternalKey]) {
        answers.withLock { answers in
            if answers.count > capacity { answers.removeAll(keepingCapacity: true) }
            for key in keys {
                answers[key] = links.isEmpty ? .unlinked : links[key].map(Answer.record) ?? .unlinked
            }
        }
    }

    /// Learns links that are stored now.
    func learn(_ links: [IdentityLink]) {
        if links.isEmpty { return }
        answers.withLock { answers in for link in links { answers[link.key] = .record(link.id) } }
    }
}

/// A crosswalk that answers one reading of mappings from memory and notes what it did not know, so that it can be fetched.
///
/// Each reading has its own: what another one is asking for is missing here all the same.
final class CrosswalkQuestions: IdentityCrosswalk {
    private let view: CrosswalkView
    private let derived = DerivedIdentities()
    private let asked = Mutex<Set<ExternalKey>>([])

    init(_ view: CrosswalkView) { self.view = view }

    /// The canonical id, or the object's own name if it is not linked or not known to be.
    func canonicalID(of key: ExternalKey) -> String? {
        switch view.answer(key) {
        case .record(let id): return id
        case .unlinked: break
        case nil: asked.withLock { _ = $0.insert(key) }
        }
        return derived.canonicalID(of: key)
    }

    /// The name of a record in a system, where it can be told from the id.
    func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        derived.externalValue(of: id, in: system, objectType: objectType)
    }

    /// What was asked for and not known.
    var missing: [ExternalKey] { asked.withLock { Array($0) } }
}

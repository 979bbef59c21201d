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
    func learn(_ links: [ExternalKey: String], asked keys: some Collection<ExternalKey>) {
        if keys.isEmpty { return }
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

/// A crosswalk that answers one worker from memory and notes what it did not know, so that it can be fetched.
///
/// Each worker has its own: what another one is asking for is missing here all the same. What messages are about is asked for
/// apart from what they refer to: nearly always it is named once, and keeping it would push out what is named by many.
///
/// Sound: it belongs to one worker at a time.
final class CrosswalkQuestions: IdentityCrosswalk, @unchecked Sendable {
    private let view: CrosswalkView
    private let derived = DerivedIdentities()
    /// What was fetched since the first reading.
    private let fetched: [ExternalKey: CrosswalkView.Answer]
    /// The object that the message is about which is read now.
    var subject: SequenceKey?
    /// The objects that messages are about, of which it is not known whether they are linked.
    private(set) var subjects: [ExternalKey] = []
    /// The objects that are referred to, of which it is not known.
    private(set) var references: Set<ExternalKey> = []

    /// - Parameters:
    ///   - view: What all know.
    ///   - fetched: What was fetched for this batch.
    init(_ view: CrosswalkView, _ fetched: [ExternalKey: CrosswalkView.Answer] = [:]) {
        self.view = view
        self.fetched = fetched
    }

    /// The canonical id, or the object's own name if it is not linked or not known to be.
    func canonicalID(of key: ExternalKey) -> String? {
        let isSubject = subject.map { key.value == $0.id && key.objectType == $0.object && key.system == $0.system } == true
        switch fetched.isEmpty && isSubject ? nil : fetched[key] ?? view.answer(key) {
        case .record(let id): return id
        case .unlinked: break
        case nil where isSubject: if subjects.last != key { subjects.append(key) }
        case nil: references.insert(key)
        }
        return derived.canonicalID(of: key)
    }

    /// The name of a record in a system, where it can be told from the id.
    func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        derived.externalValue(of: id, in: system, objectType: objectType)
    }
}

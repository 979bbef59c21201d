import ConcordMapping
import ConcordValues
import Synchronization

/// A crosswalk that answers mappings from memory and notes what it did not know, so that it can be fetched.
///
/// What nobody linked is called by its own name, as `DerivedIdentities` does: a record has an identity from the first day,
/// and it is the same on every day.
final class CrosswalkView: IdentityCrosswalk {
    private enum Answer {
        /// It is this record.
        case record(String)
        /// Nobody linked it.
        case unlinked
        /// It was asked for, and the store was not yet.
        case asked
    }

    private struct State {
        var answers: [ExternalKey: Answer] = [:]
        var missing: [ExternalKey] = []
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let derived = DerivedIdentities()

    /// A view that knows nothing yet.
    ///
    /// - Parameter capacity: How many links are kept at most.
    init(capacity: Int = 1 << 16) { self.capacity = capacity }

    /// The canonical id, or the object's own name if it is not linked or not known to be.
    func canonicalID(of key: ExternalKey) -> String? {
        let known = state.withLock { state -> String? in
            switch state.answers[key] {
            case .record(let id): return id
            case .unlinked, .asked: return nil
            case nil:
                state.answers[key] = .asked
                state.missing.append(key)
                return nil
            }
        }
        return known ?? derived.canonicalID(of: key)
    }

    /// The name of a record in a system, where it can be told from the id.
    func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        let known = state.withLock { state in
            state.answers.first { key, answer in
                guard key.system == system, key.objectType == objectType, case .record(id) = answer else { return false }
                return true
            }?.key.value
        }
        return known ?? derived.externalValue(of: id, in: system, objectType: objectType)
    }

    /// What was asked for and not known, once.
    func takeMissing() -> [ExternalKey] {
        state.withLock { state in
            defer { state.missing = [] }
            return state.missing
        }
    }

    /// Learns what the store says of some objects.
    func learn(_ links: [ExternalKey: String], asked keys: [ExternalKey]) {
        state.withLock { state in
            if state.answers.count > capacity { state.answers.removeAll(keepingCapacity: true) }
            for key in keys { state.answers[key] = links[key].map(Answer.record) ?? .unlinked }
        }
    }

    /// Learns links that are stored now.
    func learn(_ links: [IdentityLink]) {
        if links.isEmpty { return }
        state.withLock { state in for link in links { state.answers[link.key] = .record(link.id) } }
    }
}

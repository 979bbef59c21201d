import ConcordMapping
import ConcordValues
import Synchronization

/// A crosswalk that answers mappings from memory and notes what it did not know, so that it can be fetched.
///
/// What nobody linked is called by its own name, as `DerivedIdentities` does: a record has an identity from the first day,
/// and it is the same on every day.
final class CrosswalkView: IdentityCrosswalk {
    private struct State {
        var known: [ExternalKey: String] = [:]
        var unlinked: Set<ExternalKey> = []
        var missing: Set<ExternalKey> = []
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
            if let known = state.known[key] { return known }
            if !state.unlinked.contains(key) { state.missing.insert(key) }
            return nil
        }
        return known ?? derived.canonicalID(of: key)
    }

    /// The name of a record in a system, where it can be told from the id.
    func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        let known = state.withLock { state in
            state.known.first { $0.value == id && $0.key.system == system && $0.key.objectType == objectType }?.key.value
        }
        return known ?? derived.externalValue(of: id, in: system, objectType: objectType)
    }

    /// What was asked for and not known, once.
    func takeMissing() -> [ExternalKey] {
        state.withLock { state in
            let missing = Array(state.missing)
            state.missing = []
            return missing
        }
    }

    /// Learns what the store says of some objects.
    func learn(_ links: [ExternalKey: String], asked keys: [ExternalKey]) {
        state.withLock { state in
            if state.known.count + state.unlinked.count > capacity {
                state.known = [:]
                state.unlinked = []
            }
            for key in keys {
                if let id = links[key] { state.known[key] = id } else { state.unlinked.insert(key) }
            }
        }
    }

    /// Learns links that are stored now.
    func learn(_ links: [IdentityLink]) {
        state.withLock { state in
            for link in links {
                state.unlinked.remove(link.key)
                state.known[link.key] = link.id
            }
        }
    }
}

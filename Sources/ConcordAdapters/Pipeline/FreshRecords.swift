import ConcordOwnership
import ConcordValues

/// The records of which nobody spoke before, decided about one after the other in the same memory.
///
/// They are not held: most are not spoken of again soon, and making room for one after the other costs more than deciding.
/// What is said of one once more later is read from its ledger, and from then on it is held.
struct FreshRecords {
    private let register: OwnershipRegister
    private let now: Instant
    private var ofKind: [String: HeldRecord] = [:]
    private var last: (kind: String, memory: HeldRecord)?

    init(_ register: OwnershipRegister, at now: Instant) {
        self.register = register
        self.now = now
    }

    /// An empty record; it is another one as soon as the next is asked for. Nil if nobody owns records of its kind.
    mutating func record(_ key: RecordKey) -> HeldRecord? {
        if let last, last.kind == key.name {
            last.memory.restart(with: key, at: now)
            return last.memory
        }
        if let known = ofKind[key.name] {
            known.restart(with: key, at: now)
            last = (key.name, known)
            return known
        }
        guard let ownership = register.ownership(of: key.name) else { return nil }
        let made = HeldRecord(RecordClaims(ClaimLedger(key), ownership, asOf: now))
        ofKind[key.name] = made
        last = (key.name, made)
        return made
    }
}

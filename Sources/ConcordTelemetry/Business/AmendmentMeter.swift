import ConcordModel
import ConcordSchema
import ConcordValues

/// From a signed amendment of a contract to what carries it.
///
/// | Carrier | Carries it when |
/// |---|---|
/// | `terms` | the contract says that it holds as amended through it |
/// | `rates` | the contract's rate card, or one of the contract, changes |
/// | `invoice` | an invoice under the contract is issued whose period reaches the day from which it holds, or an allocation names it |
struct AmendmentMeter: Sendable {
    private struct Pending: Sendable {
        let amendment: String
        let signedAt: Instant
        let effectiveFrom: LocalDate?
        var carriers: Set<String> = []
    }

    private var pending: BoundedMap<String, [Pending]>
    private var seen: BoundedMap<String, Bool>
    private var contracts: BoundedMap<String, String>
    private var cards: BoundedMap<String, String>

    init(limit: Int) {
        pending = BoundedMap(limit: limit)
        seen = BoundedMap(limit: limit)
        contracts = BoundedMap(limit: limit)
        cards = BoundedMap(limit: limit)
    }

    var forgotten: Int { pending.forgotten + seen.forgotten + contracts.forgotten + cards.forgotten }

    mutating func take(_ contract: Contract, at time: Instant) -> [BusinessReading] {
        let id = contract.id.text
        if let card = contract.rateCard { cards[card.text] = id }
        for amendment in contract.amendments where amendment.status == .executed && seen[amendment.id.text] == nil {
            seen[amendment.id.text] = true
            contracts[amendment.id.text] = id
            let signed = Pending(
                amendment: amendment.id.text,
                signedAt: time,
                effectiveFrom: amendment.effectiveFrom
            )
            pending[id] = (pending[id] ?? []) + [signed]
        }
        guard let through = contract.asAmendedThrough,
            let last = contract.amendments.first(where: { $0.id == through })?.sequence
        else { return [] }
        let carried = Set(contract.amendments.lazy.filter { $0.sequence <= last }.map(\.id.text))
        return carry("terms", in: id, at: time) { carried.contains($0.amendment) }
    }

    mutating func take(_ card: RateCard, at time: Instant) -> [BusinessReading] {
        guard let contract = card.owner.contract?.text ?? cards[card.id.text] else { return [] }
        return carry("rates", in: contract, at: time) { _ in true }
    }

    mutating func take(_ invoice: Invoice, at time: Instant) -> [BusinessReading] {
        guard invoice.documentStatus == .issued || invoice.documentStatus == .sent else { return [] }
        var found = Set(invoice.lines.compactMap { $0.contract?.text })
        if let contract = invoice.contract { found.insert(contract.text) }
        let ends = ([invoice.service] + invoice.lines.map(\.service)).compactMap { $0?.through }
        guard let end = ends.max() ?? invoice.issueDate else { return [] }
        return found.sorted()
            .flatMap { contract in
                carry("invoice", in: contract, at: time) { $0.effectiveFrom.map { $0 <= end } ?? true }
            }
    }

    mutating func take(_ allocation: InvoiceAllocation, at time: Instant) -> [BusinessReading] {
        guard let amendment = allocation.amendment?.text, let contract = contracts[amendment] else { return [] }
        return carry("invoice", in: contract, at: time) { $0.amendment == amendment }
    }

    func gauges() -> [BusinessReading] {
        let waiting = pending.values.reduce(0) { sum, list in
            sum + list.count { !$0.carriers.contains("invoice") }
        }
        return [BusinessReading(.amendmentsWaiting, [], .count(waiting))]
    }

    private mutating func carry(
        _ carrier: String,
        in contract: String,
        at time: Instant,
        where isCarried: (Pending) -> Bool
    ) -> [BusinessReading] {
        guard var list = pending[contract] else { return [] }
        var readings: [BusinessReading] = []
        for place in list.indices {
            // What changed before the signature carries nothing of it.
            guard !list[place].carriers.contains(carrier), !(time < list[place].signedAt), isCarried(list[place])
            else { continue }
            list[place].carriers.insert(carrier)
            let latency = list[place].signedAt.elapsed(until: time)
            readings.append(
                BusinessReading(.amendmentLatency, [TelemetryLabel("carrier", carrier)], .duration(latency))
            )
        }
        list.removeAll { $0.carriers.count == 3 }
        pending[contract] = list.isEmpty ? nil : list
        return readings
    }
}

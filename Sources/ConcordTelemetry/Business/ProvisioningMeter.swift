import ConcordModel
import ConcordSchema
import ConcordValues

/// From a deal that is won to a project that is active.
///
/// A project belongs to the deal that it names, or to that of a contract line which it names and which was seen before.
/// The first active project of a deal ends the time; work that began before the deal was won took no time.
struct ProvisioningMeter: Sendable {
    private var won: BoundedMap<String, Instant>
    private var active: BoundedMap<String, Instant>
    private var done: BoundedMap<String, Bool>
    private var deals: BoundedMap<String, String>

    init(limit: Int) {
        won = BoundedMap(limit: limit)
        active = BoundedMap(limit: limit)
        done = BoundedMap(limit: limit)
        deals = BoundedMap(limit: limit)
    }

    var forgotten: Int { won.forgotten + active.forgotten + done.forgotten + deals.forgotten }

    mutating func take(_ opportunity: Opportunity, at time: Instant) -> [BusinessReading] {
        let deal = opportunity.id.text
        guard opportunity.status == .won, !opportunity.header.isGone else {
            won[deal] = nil
            return []
        }
        if won[deal] != nil || done[deal] != nil { return [] }
        if let start = active[deal] { return end(deal, wonAt: time, activeAt: start) }
        won[deal] = time
        return []
    }

    mutating func take(_ contract: Contract) {
        guard let deal = contract.opportunity else { return }
        for line in contract.lines { deals[line.id.text] = deal.text }
    }

    mutating func take(_ project: Project, at time: Instant) -> [BusinessReading] {
        guard project.status == .active, !project.header.isGone else { return [] }
        guard let deal = deal(of: project), done[deal] == nil else { return [] }
        if let start = won[deal] { return end(deal, wonAt: start, activeAt: time) }
        if active[deal] == nil { active[deal] = time }
        return []
    }

    private func deal(of project: Project) -> String? {
        if let deal = project.opportunity { return deal.text }
        for line in project.contractLines { if let deal = deals[line.text] { return deal } }
        return nil
    }

    func gauges() -> [BusinessReading] { [BusinessReading(.provisioningWaiting, [], .count(won.count))] }

    private mutating func end(_ deal: String, wonAt start: Instant, activeAt end: Instant) -> [BusinessReading] {
        won[deal] = nil
        active[deal] = nil
        done[deal] = true
        return [BusinessReading(.provisioningTime, [], .duration(start.elapsed(until: end)))]
    }
}

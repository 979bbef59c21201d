internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of assignments.
    public static let assignment = RuleSet<Assignment> {
        ValidationRule(
            "assignment.somebody",
            "An assignment is of somebody, or asks for a role; a confirmed one is of somebody.",
            actor: .resourcing,
            remedy: "Name the person, or the role that is looked for."
        ) { assignment, examination in
            guard assignment.resource == nil else { return }
            guard assignment.role == nil || assignment.status == .confirmed else { return }
            examination.report(at: \.resource, expected: "who works")
        }
        ValidationRule(
            "assignment.confirmed",
            "Time is logged on an assignment that is confirmed.",
            actor: .resourcing,
            remedy: "Confirm the assignment.",
            for: .ready(for: .logTime)
        ) { assignment, examination in
            guard assignment.status != .confirmed, assignment.status != .completed else { return }
            examination.report(at: \.status, expected: "an assignment that is confirmed", observed: assignment.status)
        }
        ValidationRule(
            "assignment.days",
            "An assignment to a project that starts has a first and a last day.",
            actor: .resourcing,
            remedy: "Plan the days.",
            for: .ready(for: .startProject)
        ) { assignment, examination in
            guard assignment.interval.isOpen else { return }
            examination.report(at: \.interval, expected: "a first and a last day", observed: assignment.interval)
        }
        ValidationRule(
            "assignment.contractLine",
            "Work that is billed is assigned under a line of the contract.",
            actor: .projectLead,
            remedy: "Choose the line.",
            for: .ready(for: .bill)
        ) { assignment, examination in
            guard assignment.billability == .billable, assignment.contractLine == nil else { return }
            examination.report(at: \.contractLine, expected: "the line of the contract that it is billed on")
        }
        ValidationRule(
            "assignment.allocationMethod",
            "An allocation has what its method needs: a percentage, an effort, or the parts of its contour.",
            actor: .resourcing,
            remedy: "Enter what is missing, or choose another method."
        ) { assignment, examination in
            guard let allocation = assignment.allocation else { return }
            if allocation.method == .percent, allocation.percent == nil {
                examination.report(at: \.allocation.percent, expected: "a percentage")
            } else if [.hoursEven, .hoursFront].contains(allocation.method), allocation.effort == nil {
                examination.report(at: \.allocation.effort, expected: "an effort")
            } else if allocation.method == .contour, allocation.contour.isEmpty {
                examination.report(at: \.allocation.contour, expected: "the parts of the contour")
            }
        }
        ValidationRule(
            "assignment.allocation",
            "Nobody is allocated to more than the whole of their time.",
            weight: .approval(.resourcing),
            actor: .resourcing,
            remedy: "Allocate less, or agree to it.",
            parameters: [.integer("maximumPercent", 100, "The most of somebody's time, in percent.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumPercent"))
            return { assignment, examination in
                guard let percent = assignment.allocation?.percent, !percent.isWithin(0, maximum) else { return }
                examination.report(
                    at: \.allocation.percent,
                    expected: "from 0 to \(maximum) percent",
                    observed: percent
                )
            }
        }
        ValidationRule(
            "assignment.overAllocated",
            "The assignments of somebody on one day take no more than the whole of their time.",
            weight: .approval(.resourcing),
            actor: .resourcing,
            remedy: "Move or shorten one of the assignments, or agree to it.",
            parameters: [.integer("maximumPercent", 100, "The most of somebody's time, in percent.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumPercent"))
            return { assignment, examination in
                guard let resource = assignment.resource, assignment.commitment == .hard else { return }
                guard let share = assignment.allocation?.percent, assignment.isLive else { return }
                guard let all = examination.all(Assignment.self, with: \.resource, resource) else { return }
                let others = all.filter {
                    $0.record.id != assignment.id && $0.record.isLive && $0.record.commitment == .hard
                        && $0.record.interval.intersects(assignment.interval)
                }
                // The load only rises on a first day: of this assignment, or of one that begins during it.
                let days = [assignment.interval.from] + others.map(\.record.interval.from)
                for day in days.compactMap(\.self) where assignment.interval.contains(day) {
                    let shares = others.filter { $0.record.interval.contains(day) }
                        .compactMap(\.record.allocation?.percent)
                    guard let total = Percentage.total(shares + [share]), total.compare(maximum) == .greater else {
                        continue
                    }
                    examination.report(
                        at: \.allocation.percent,
                        expected: "at most \(maximum) percent together with other assignments on \(day)",
                        observed: total
                    )
                    return
                }
            }
        }
        ValidationRule(
            "assignment.contourWithin",
            "The parts of a contour are within the assignment, one after the other.",
            actor: .resourcing,
            remedy: "Correct the days of the part."
        ) { assignment, examination in
            guard let parts = assignment.allocation?.contour else { return }
            for (index, part) in parts.enumerated() {
                let overlaps = parts[..<index].contains { $0.days.intersects(part.days) }
                guard overlaps || !assignment.interval.contains(part.days) else { continue }
                examination.report(
                    at: \.allocation.contour[index].days,
                    expected: "days within \(assignment.interval) that no other part has",
                    observed: part.days
                )
            }
        }
        ValidationRule(
            "assignment.contourSum",
            "The parts of a contour add up to the effort.",
            actor: .resourcing,
            remedy: "Correct the parts, or the effort."
        ) { assignment, examination in
            guard let allocation = assignment.allocation, let effort = allocation.effort else { return }
            guard var sum = allocation.contour.first?.effort else { return }
            for part in allocation.contour.dropFirst() {
                guard let next = try? sum.adding(part.effort) else { return }
                sum = next
            }
            guard let order = try? sum.compare(effort), order != .same else { return }
            examination.report(
                at: \.allocation.effort,
                expected: "the sum of the parts",
                value: sum,
                observed: effort
            )
        }
        ValidationRule(
            "assignment.rateAboveCost",
            "Nobody is sold for less than they cost.",
            weight: .approval(.finance),
            actor: .resourcing,
            remedy: "Assign somebody else, raise the rate, or have it approved.",
            for: .ready(for: .startProject, .bill)
        ) { assignment, examination in
            guard let bill = assignment.billRate, let cost = assignment.costRate, bill.unit == cost.unit else { return }
            guard cost.amount.exceeds(bill.amount) else { return }
            examination.report(at: \.billRate.amount, expected: "at least what the work costs", observed: bill.amount)
        }
        ValidationRule.notNegative(
            "assignment.rateNotNegative",
            "Rates are not negative.",
            actor: .resourcing,
            remedy: "Correct the rate."
        ) { assignment, search in
            search.look(at: assignment.billRate?.amount, \.billRate.amount)
            search.look(at: assignment.costRate?.amount, \.costRate.amount)
        }
        ValidationRule(
            "assignment.projectExists",
            "The project of an assignment exists.",
            actor: .resourcing,
            remedy: "Correct the project, or bring its record in."
        ) { assignment, examination in
            guard examination.isDangling(assignment.project) else { return }
            examination.report(at: \.project, expected: "a project that exists", observed: assignment.project)
        }
        ValidationRule.exists(
            "assignment.resourceExists",
            "The resource of an assignment exists.",
            \.resource,
            actor: .resourcing,
            remedy: "Correct the resource, or bring its record in."
        )
        ValidationRule(
            "assignment.taskOfProject",
            "The task of an assignment is one of its project.",
            actor: .resourcing,
            remedy: "Choose a task of the project."
        ) { assignment, examination in
            guard let task = assignment.task, let project = examination.look(up: assignment.project)?.record else {
                return
            }
            guard !project.tasks.contains(where: { $0.id == task }) else { return }
            examination.report(
                at: \.task,
                expected: "a task of the project",
                observed: task,
                related: "project \(project.id)"
            )
        }
        ValidationRule(
            "assignment.withinProject",
            "The days of an assignment are within those of its project.",
            weight: .warning,
            actor: .resourcing,
            remedy: "Plan the assignment anew, or the project."
        ) { assignment, examination in
            guard let project = examination.look(up: assignment.project)?.record, let days = project.planned else {
                return
            }
            guard !days.contains(assignment.interval) else { return }
            examination.report(
                at: \.interval,
                expected: "days within \(days)",
                observed: assignment.interval,
                related: "project \(project.id)"
            )
        }
        ValidationRule(
            "assignment.projectOpen",
            "Nobody is assigned to a project that is closed or cancelled.",
            actor: .resourcing,
            remedy: "End the assignment, or open the project again."
        ) { assignment, examination in
            guard assignment.isLive, let project = examination.look(up: assignment.project)?.record else { return }
            guard [.closed, .cancelled, .completed].contains(project.status) else { return }
            examination.report(
                at: \.project,
                expected: "a project that goes on",
                observed: project.status,
                related: "project \(project.id)"
            )
        }
        ValidationRule(
            "assignment.employed",
            "Somebody is employed on all days of an assignment.",
            actor: .resourcing,
            remedy: "Shorten the assignment, or assign somebody else."
        ) { assignment, examination in
            guard let resource = examination.look(up: assignment.resource)?.record else { return }
            guard let employment = resource.employment, !employment.contains(assignment.interval) else { return }
            examination.report(
                at: \.interval,
                expected: "days of employment",
                observed: assignment.interval,
                related: "resource \(resource.id)"
            )
        }
        ValidationRule(
            "assignment.lineOfProject",
            "The line that work is billed on is one that its project fulfils.",
            actor: .projectLead,
            remedy: "Choose another line, or add it to the project."
        ) { assignment, examination in
            guard let line = assignment.contractLine else { return }
            guard let project = examination.look(up: assignment.project)?.record else { return }
            guard !project.contractLines.contains(line) else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that the project fulfils",
                observed: line,
                related: "project \(project.id)"
            )
        }
        ValidationRule.knownCodes("assignment.knownCodes") { assignment, search in
            search.look(at: assignment.status, \.status)
            search.look(at: assignment.commitment, \.commitment)
            search.look(at: assignment.billability, \.billability)
            search.look(at: assignment.allocation?.method, \.allocation.method)
        }
    }
}

extension Assignment {
    /// Whether somebody is to work by it.
    fileprivate var isLive: Bool { status != .declined && status != .cancelled && status != .completed }
}

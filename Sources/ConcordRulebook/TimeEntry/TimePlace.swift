internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How time fits the project, the assignment and the person that it is of.
    static let timePlace = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.resourceExists",
            "Who worked exists.",
            actor: .timekeeper,
            remedy: "Correct the resource, or bring its record in."
        ) { entry, examination in
            guard examination.isDangling(entry.resource) else { return }
            examination.report(at: \.resource, expected: "a resource that exists", observed: entry.resource)
        }
        ValidationRule(
            "time-entry.projectExists",
            "The project of time exists.",
            actor: .timekeeper,
            remedy: "Correct the project, or bring its record in."
        ) { entry, examination in
            guard examination.isDangling(entry.project) else { return }
            examination.report(at: \.project, expected: "a project that exists", observed: entry.project)
        }
        ValidationRule(
            "time-entry.assignmentExists",
            "The assignment of time exists.",
            actor: .timekeeper,
            remedy: "Correct the assignment, or bring its record in."
        ) { entry, examination in
            guard examination.isDangling(entry.assignment) else { return }
            examination.report(at: \.assignment, expected: "an assignment that exists", observed: entry.assignment)
        }
        ValidationRule(
            "time-entry.correctsExists",
            "Time that is corrected or taken back exists.",
            actor: .timekeeper,
            remedy: "Correct the reference, or bring the entry in."
        ) { entry, examination in
            if examination.isDangling(entry.corrects) {
                examination.report(at: \.corrects, expected: "an entry that exists", observed: entry.corrects)
            }
            if examination.isDangling(entry.reversalOf) {
                examination.report(at: \.reversalOf, expected: "an entry that exists", observed: entry.reversalOf)
            }
        }
        ValidationRule(
            "time-entry.projectOpen",
            "Time is logged on a project that is active and open for time.",
            actor: .projectLead,
            remedy: "Open the project for time, or move the time.",
            for: .ready(for: .logTime)
        ) { entry, examination in
            guard let project = examination.look(up: entry.project) else { return }
            guard project.record.status != .active || project.record.postingControl?.timeOpen == false else { return }
            examination.report(
                at: \.project,
                expected: "a project that is open for time",
                observed: project.record.status,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.withinProject",
            "Time is of a day of the project.",
            weight: .warning,
            actor: .timekeeper,
            remedy: "Correct the day or the project, or plan the project anew."
        ) { entry, examination in
            guard let project = examination.look(up: entry.project), let days = project.record.planned else { return }
            guard !days.contains(entry.date) else { return }
            examination.report(
                at: \.date,
                expected: "a day within \(days)",
                observed: entry.date,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.taskOfProject",
            "The task of time is one of its project.",
            actor: .timekeeper,
            remedy: "Choose a task of the project."
        ) { entry, examination in
            guard let task = entry.task, let project = examination.look(up: entry.project) else { return }
            guard !project.record.tasks.contains(where: { $0.id == task }) else { return }
            examination.report(
                at: \.task,
                expected: "a task of the project",
                observed: task,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.projectCustomer",
            "The customer of time is the project's.",
            actor: .timekeeper,
            remedy: "Correct the customer or the project."
        ) { entry, examination in
            guard let customer = entry.customer, let project = examination.look(up: entry.project) else { return }
            guard let expected = project.record.customer, expected != customer else { return }
            examination.report(
                at: \.customer,
                expected: "the customer of the project",
                value: expected,
                observed: customer,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.increment",
            "Time is logged in the steps that the project asks for, where it is not rounded.",
            weight: .warning,
            actor: .timekeeper,
            remedy: "Log time in the project's steps."
        ) { entry, examination in
            guard entry.roundedQuantity == nil, let project = examination.look(up: entry.project) else { return }
            guard let step = project.record.minimumTimeIncrement, step.count > 0 else { return }
            guard entry.worked.count % step.count != 0 else { return }
            examination.report(
                at: \.worked,
                expected: "a multiple of \(step.count) minutes",
                observed: entry.worked,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.withinAssignment",
            "Time is of a day of its assignment, and of its person, project and task.",
            actor: .timekeeper,
            remedy: "Choose the assignment that fits, or have it changed."
        ) { entry, examination in
            guard let assignment = examination.look(up: entry.assignment) else { return }
            let related = "assignment \(assignment.record.id)"
            if !assignment.record.interval.contains(entry.date) {
                examination.report(
                    at: \.date,
                    expected: "a day within \(assignment.record.interval)",
                    observed: entry.date,
                    related: related
                )
            }
            if let resource = assignment.record.resource, resource != entry.resource {
                examination.report(
                    at: \.resource,
                    expected: "who is assigned",
                    value: resource,
                    observed: entry.resource,
                    related: related
                )
            }
            if let project = entry.project, assignment.record.project != project {
                examination.report(
                    at: \.project,
                    expected: "the project of the assignment",
                    value: assignment.record.project,
                    observed: project,
                    related: related
                )
            }
        }
        ValidationRule(
            "time-entry.assignmentConfirmed",
            "Time is logged on an assignment that is confirmed.",
            actor: .resourcing,
            remedy: "Confirm the assignment, or choose another one.",
            for: .ready(for: .logTime)
        ) { entry, examination in
            guard let assignment = examination.look(up: entry.assignment) else { return }
            guard assignment.record.status != .confirmed, assignment.record.status != .completed else { return }
            examination.report(
                at: \.assignment,
                expected: "an assignment that is confirmed",
                observed: assignment.record.status,
                related: "assignment \(assignment.record.id)"
            )
        }
        ValidationRule(
            "time-entry.assignedEffort",
            "No more is worked on an assignment than its effort.",
            weight: .approval(.delivery),
            actor: .projectLead,
            remedy: "Raise the effort, or agree to more work."
        ) { entry, examination in
            guard let id = entry.assignment, let assignment = examination.look(up: id) else { return }
            guard let effort = assignment.record.allocation?.effort, effort.unit == .hour else { return }
            guard let all = examination.all(TimeEntry.self, with: \.assignment, id) else { return }
            var minutes = all.contains { $0.record.id == entry.id } ? 0 : entry.worked.count
            for other in all { minutes = minutes.addingReportingOverflow(other.record.worked.count).partialValue }
            guard let most = try? effort.value.multiplying(by: 60), ExactDecimal(Int(minutes)).compare(most) == .greater
            else { return }
            examination.report(
                at: \.worked,
                expected: "at most the effort of the assignment, all entries together",
                value: effort,
                observed: Minutes(minutes),
                related: "assignment \(id)"
            )
        }
        ValidationRule(
            "time-entry.employed",
            "Somebody was employed on the day that they worked.",
            actor: .people,
            remedy: "Correct the day, or the days of employment."
        ) { entry, examination in
            guard let resource = examination.look(up: entry.resource), let days = resource.record.employment else {
                return
            }
            guard !days.contains(entry.date) else { return }
            examination.report(
                at: \.date,
                expected: "a day of employment",
                observed: entry.date,
                related: "resource \(entry.resource)"
            )
        }
        ValidationRule(
            "time-entry.employingEntity",
            "The entity that employs is the resource's.",
            actor: .finance,
            remedy: "Correct the entity; it decides in whose books the cost is."
        ) { entry, examination in
            guard let entity = entry.employingEntity, let resource = examination.look(up: entry.resource) else {
                return
            }
            guard let expected = resource.record.employingEntity, expected != entity else { return }
            examination.report(
                at: \.employingEntity,
                expected: "the entity that employs",
                value: expected,
                observed: entity,
                related: "resource \(entry.resource)"
            )
        }
        ValidationRule(
            "time-entry.duringAbsence",
            "Nobody works on a day of approved absence.",
            weight: .warning,
            actor: .timekeeper,
            remedy: "Correct the day, or the absence."
        ) { entry, examination in
            guard !entry.timeType.isAbsence, let resource = examination.look(up: entry.resource) else { return }
            guard !resource.record.absences.isEmpty else { return }
            let absence = resource.record.absences.first {
                $0.days.contains(entry.date) && ($0.approval == nil || $0.approval == .approved)
                    && ($0.share.map { $0.percent.compare(.hundred) != .less } ?? true)
            }
            guard let absence else { return }
            examination.report(
                at: \.date,
                expected: "a day outside \(absence.days)",
                observed: entry.date,
                related: "resource \(entry.resource)"
            )
        }
        ValidationRule(
            "time-entry.ownApproval",
            "Nobody approves their own time under their name or mail address.",
            actor: .projectLead,
            remedy: "Have somebody else approve it."
        ) { entry, examination in
            guard !entry.approval.steps.isEmpty, let resource = examination.look(up: entry.resource) else { return }
            for index in entry.approval.steps.indices {
                let actor = entry.approval.steps[index].actor
                guard actor == resource.record.displayName || actor == resource.record.email else { continue }
                guard entry.approval.steps[index].decision == .approved else { continue }
                examination.report(
                    at: \.approval.steps[index].actor,
                    expected: "somebody other than who worked",
                    observed: actor,
                    related: "resource \(entry.resource)"
                )
            }
        }
    }
}

internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a resource must have, and how employment, hours and absences fit.
    static let resourceEmployment = RuleSet<Resource> {
        ValidationRule.required(
            "resource.employingEntity",
            "An employee who logs time is employed by an entity.",
            \.employingEntity,
            expected: "the entity that employs",
            actor: .people,
            remedy: "Enter the employing entity.",
            for: .ready(for: .logTime, .post),
            where: { $0.kind == .employee }
        )
        ValidationRule.required(
            "resource.employment",
            "A person who logs time has the days of employment or engagement.",
            \.employment,
            expected: "the first day, and the last one if it is known",
            actor: .people,
            remedy: "Enter the days.",
            for: .ready(for: .logTime),
            where: { $0.kind == .employee || $0.kind == .contractor }
        )
        ValidationRule.required(
            "resource.timeZone",
            "A person who logs time has a time zone, which decides to which day work belongs.",
            \.timeZone,
            expected: "the zone in which the person works",
            weight: .warning,
            actor: .people,
            remedy: "Enter the time zone.",
            for: .ready(for: .logTime),
            where: { $0.kind == .employee || $0.kind == .contractor }
        )
        ValidationRule.required(
            "resource.role",
            "Somebody who is assigned to a project has a role, by which the work is priced.",
            \.role,
            expected: "the role",
            weight: .warning,
            actor: .resourcing,
            remedy: "Enter the role.",
            for: .ready(for: .startProject, .logTime)
        )
        ValidationRule(
            "resource.vendor",
            "Who is not employed is engaged from a vendor.",
            actor: .people,
            remedy: "Name the vendor.",
            for: .ready(for: .logTime, .post)
        ) { resource, examination in
            guard resource.kind == .subcontractorFirm || resource.employmentType == .contractor else { return }
            guard resource.vendor == nil else { return }
            examination.report(at: \.vendor, expected: "the firm that provides the person")
        }
        ValidationRule(
            "resource.mayWork",
            "Somebody who logs time is at work: not still to come, suspended or gone.",
            actor: .people,
            remedy: "Correct the status, or ask who did the work.",
            for: .ready(for: .logTime)
        ) { resource, examination in
            guard [.pending, .suspended, .inactive].contains(resource.status) else { return }
            examination.report(at: \.status, expected: "somebody who is at work", observed: resource.status)
        }
        ValidationRule(
            "resource.terminated",
            "Employment that ended says on which day, and somebody active has no last day that is past.",
            actor: .people,
            remedy: "Enter the last day, or correct the status."
        ) { resource, examination in
            let last = resource.employment?.through
            if resource.status == .terminated, last == nil {
                examination.report(at: \.employment, expected: "the last day", observed: resource.employment)
            } else if resource.status == .active, let last, last < examination.circumstances.today {
                examination.report(at: \.status, expected: "somebody whose employment ended", observed: resource.status)
            }
        }
        ValidationRule(
            "resource.weeklyHours",
            "Somebody's weekly hours are possible, and what the law allows.",
            clause: "Directive 2003/88/EC, article 6",
            actor: .people,
            remedy: "Correct the hours.",
            parameters: [.integer("maximumHours", 48, "The most hours of a week.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumHours"))
            return { resource, examination in
                guard let hours = resource.weeklyHours else { return }
                guard hours.isNegative || hours.compare(maximum) == .greater else { return }
                examination.report(at: \.weeklyHours, expected: "from 0 to \(maximum) hours", observed: hours)
            }
        }
        ValidationRule(
            "resource.fullTimeEquivalent",
            "Somebody is at most one full-time equivalent, and more than none.",
            actor: .people,
            remedy: "Correct the share of full time."
        ) { resource, examination in
            guard let share = resource.fullTimeEquivalent, resource.kind == .employee else { return }
            guard share.compare(.one) == .greater || share.isNegative || share.isZero else { return }
            examination.report(at: \.fullTimeEquivalent, expected: "more than 0 and at most 1", observed: share)
        }
        ValidationRule(
            "resource.targetUtilisation",
            "The share of time that is to be billed is from 0 to 100 percent.",
            actor: .resourcing,
            remedy: "Correct the target."
        ) { resource, examination in
            guard let target = resource.targetUtilisation, !target.isWithin(0, .hundred) else { return }
            examination.report(at: \.targetUtilisation, expected: "from 0 to 100 percent", observed: target)
        }
        ValidationRule(
            "resource.absencesApart",
            "Full days of absence do not overlap.",
            actor: .people,
            remedy: "Remove or shorten one of them."
        ) { resource, examination in
            for (index, absence) in resource.absences.enumerated() where absence.isWhole {
                let overlaps = resource.absences[..<index].contains { $0.isWhole && $0.days.intersects(absence.days) }
                guard overlaps else { continue }
                examination.report(
                    at: \.absences[index].days,
                    expected: "days on which nobody is absent twice",
                    observed: absence.days
                )
            }
        }
        ValidationRule(
            "resource.absenceWithinEmployment",
            "Absences are within employment.",
            actor: .people,
            remedy: "Correct the days."
        ) { resource, examination in
            guard let employment = resource.employment else { return }
            for (index, absence) in resource.absences.enumerated() where !employment.contains(absence.days) {
                examination.report(
                    at: \.absences[index].days,
                    expected: "days within \(employment)",
                    observed: absence.days
                )
            }
        }
        ValidationRule(
            "resource.workAuthorisation",
            "Permissions to work have not run out.",
            weight: .warning,
            actor: .people,
            remedy: "Renew the permission, or plan no work in that country.",
            for: .ready(for: .startProject, .logTime)
        ) { resource, examination in
            for (index, permission) in resource.workAuthorisations.enumerated() {
                guard let last = permission.validity?.through, last < examination.circumstances.today else { continue }
                examination.report(
                    at: \.workAuthorisations[index].validity,
                    expected: "a permission that is valid today",
                    observed: permission.validity
                )
            }
        }
        ValidationRule(
            "resource.certificationCurrent",
            "Certifications have not run out.",
            weight: .info,
            actor: .people,
            remedy: "Renew the certification, or leave it out of offers.",
            for: .ready(for: .sell, .startProject)
        ) { resource, examination in
            for (index, certification) in resource.certifications.enumerated() {
                guard let last = certification.validity?.through, last < examination.circumstances.today else {
                    continue
                }
                examination.report(
                    at: \.certifications[index].validity,
                    expected: "a certification that is valid today",
                    observed: certification.validity
                )
            }
        }
        ValidationRule(
            "resource.countryListed",
            "The countries of permissions to work are listed in ISO 3166-1.",
            clause: "ISO 3166-1",
            actor: .people,
            remedy: "Correct the country's code."
        ) { resource, examination in
            for (index, permission) in resource.workAuthorisations.enumerated() where !permission.country.isListed {
                examination.report(
                    at: \.workAuthorisations[index].country,
                    expected: "a country that is listed",
                    observed: permission.country
                )
            }
        }
    }
}

extension Absence {
    /// Whether the days are whole ones.
    fileprivate var isWhole: Bool { share.map { $0.percent.compare(.hundred) != .less } ?? true }
}

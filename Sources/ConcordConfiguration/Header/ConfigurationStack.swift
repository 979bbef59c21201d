internal import ConcordSchema
public import ConcordValues

/// All documents of one kind, of all versions, layers and times.
///
/// From them, ``documents(for:on:)`` chooses those that apply to somebody on some day. The same documents give the same
/// choice, whatever order they were loaded in.
///
/// - *Versions.* Of the versions of one name, the highest that has begun to be valid counts, and the lower ones are
///   replaced for good: when it expires, none of them comes back. It replaces them wherever they applied, also where it
///   does not apply itself. To roll back, load the earlier content as a new version, or take the later one away.
/// - *Layers.* What applies is ordered from the base to the business unit. A later document goes before an earlier one.
/// - *Conflicts.* Two documents of one layer that decide the same matter for somebody on some day are refused. Neither
///   goes before the other, and the order of files decides nothing.
public struct ConfigurationStack<Content: Sendable>: Sendable {
    /// The documents, sorted by layer, name and version.
    public let documents: [ConfigurationDocument<Content>]

    /// When each document counts.
    private let lifetimes: [Lifetime]

    private struct Lifetime {
        /// The days on which the document is valid and not replaced; nil if there are none.
        var period: DateInterval?
        /// The first day on which a later version has begun, if there is one.
        var replaced: LocalDate?
    }

    /// A stack of documents.
    ///
    /// - Parameters:
    ///   - documents: The documents, in any order.
    ///   - keys: The matters that a document decides; the document is refused together with another one of its layer that
    ///     decides one of them for somebody on some day.
    /// - Throws: A ``ConfigurationRefusal`` that names both places of each conflict, and both files of a version that is
    ///   there twice.
    public init(
        _ documents: [ConfigurationDocument<Content>],
        keys: (ConfigurationDocument<Content>) -> [ConfigurationKey]
    ) throws(ConfigurationRefusal) {
        self.documents = documents.sorted { left, right in
            (left.header.layer, left.header.name, left.header.version, left.place)
                < (right.header.layer, right.header.name, right.header.version, right.place)
        }
        lifetimes = Self.lifetimes(of: self.documents)
        var problems = ConfigurationProblems(file: "")
        noteDuplicates(&problems)
        noteConflicts(keys, &problems)
        if !problems.isEmpty { throw ConfigurationRefusal(problems) }
    }

    /// The documents that apply to somebody on a day.
    ///
    /// - Parameters:
    ///   - scope: Whom they are looked up for, with all that is known of them.
    ///   - date: The day.
    /// - Returns: What applies, and what would if it had not expired.
    public func documents(for scope: ConfigurationScope, on date: LocalDate) -> ConfigurationChoice<Content> {
        var choice = ConfigurationChoice<Content>()
        for (document, lifetime) in zip(documents, lifetimes) where document.header.scope.applies(to: scope) {
            // Without a period, a later version begins before this one does.
            guard let period = lifetime.period else { continue }
            if period.contains(date) {
                choice.applied.append(document)
            } else if let begin = document.header.validFrom, date < begin {
                choice.upcoming.append(document)
            } else if lifetime.replaced.map({ date < $0 }) ?? true {
                choice.expired.append(document)
            }
        }
        return choice
    }

    private static func lifetimes(of documents: [ConfigurationDocument<Content>]) -> [Lifetime] {
        let versions = Dictionary(grouping: documents.indices) { documents[$0].header.name }
        var lifetimes = [Lifetime](repeating: Lifetime(), count: documents.count)
        for indices in versions.values {
            // From the highest version down: the first day on which one of the higher ones has begun.
            var replaced: LocalDate?
            for index in indices.sorted(by: { documents[$0].header.version > documents[$1].header.version }) {
                let header = documents[index].header
                lifetimes[index] = Lifetime(period: period(of: header, before: replaced), replaced: replaced)
                // A version without a first day was always valid.
                let begin = header.validFrom ?? .first
                replaced = min(replaced ?? begin, begin)
            }
        }
        return lifetimes
    }

    private static func period(of header: ConfigurationHeader, before replaced: LocalDate?) -> DateInterval? {
        guard let replaced else { return header.validity }
        guard let last = try? replaced.adding(days: -1) else { return nil }
        return (try? DateInterval(from: nil, through: last))?.intersection(header.validity)
    }

    private func noteDuplicates(_ problems: inout ConfigurationProblems) {
        let groups = Dictionary(grouping: documents) { $0.header.description }
        for group in groups.values {
            let group = group.sorted { $0.place < $1.place }
            for document in group.dropFirst() {
                let problem = ConfigurationProblem(
                    .duplicateVersion,
                    in: document.file,
                    at: document.position,
                    path: nil,
                    expected: "each version of a document once",
                    found: "\(document.header) again",
                    advice: group[0].hash == document.hash
                        ? "both say the same; take one away" : "they differ; give the later one the next version",
                    related: group[0].place
                )
                problems.add(problem)
            }
        }
    }

    /// A matter, and the document that decides it.
    private struct Decision {
        let index: Int
        let place: ConfigurationPlace
    }

    private func noteConflicts(
        _ keys: (ConfigurationDocument<Content>) -> [ConfigurationKey],
        _ problems: inout ConfigurationProblems
    ) {
        var decisions: [String: [Decision]] = [:]
        for (index, document) in documents.enumerated() where lifetimes[index].period != nil {
            for key in keys(document) {
                let place = ConfigurationPlace(file: document.file, position: key.position)
                decisions[key.name, default: []].append(Decision(index: index, place: place))
            }
        }
        // Sorted, so that which problems are kept does not depend on the dictionary's order.
        for (name, decisions) in decisions.sorted(by: { $0.key < $1.key }) where decisions.count > 1 {
            let decisions = decisions.sorted { $0.place < $1.place }
            for (number, second) in decisions.enumerated() {
                // One message for each place is enough: it names the first place it is at odds with.
                guard let first = decisions[..<number].first(where: { areAtOdds($0.index, second.index) }) else {
                    continue
                }
                problems.add(conflict(name, first, second))
            }
        }
    }

    /// Whether two documents of one layer apply to somebody on the same day.
    private func areAtOdds(_ first: Int, _ second: Int) -> Bool {
        // What one document says twice is for its own kind to judge.
        guard first != second, let period = lifetimes[first].period, let other = lifetimes[second].period else {
            return false
        }
        let (left, right) = (documents[first].header, documents[second].header)
        // A version that is there twice is told of already.
        if left.name == right.name, left.version == right.version { return false }
        return left.layer == right.layer && left.scope.overlaps(right.scope) && period.intersects(other)
    }

    private func conflict(_ name: String, _ first: Decision, _ second: Decision) -> ConfigurationProblem {
        let (left, right) = (documents[first.index].header, documents[second.index].header)
        return ConfigurationProblem(
            .configurationConflict,
            in: second.place.file,
            at: second.place.position,
            path: nil,
            expected: "one document of the layer \(right.layer) to decide \(Quotation.quoted(name))",
            found: "\(right) beside \(left)",
            advice: "take one out, or make one more specific or valid on other days",
            related: first.place
        )
    }
}

import ConcordConfiguration
import ConcordRulebook
import ConcordSchema
import ConcordValidation
import ConcordValues

/// What the command line asks of a validation: the policy, the circumstances, and what may be shown.
struct ValidationRequest {
    /// The policy with the firm's documents upon it.
    let policy: ValidationPolicy

    /// The circumstances.
    let circumstances: Circumstances

    /// The classes of values that may be shown.
    let visible: Set<Sensitivity>

    /// A request as the command line has it.
    ///
    /// - Throws: A ``CommandFailure`` for what cannot be meant, with all problems of the documents.
    init(
        policies: [String],
        readyFor: [String],
        scope: [String],
        country: String?,
        today: String?,
        show: [String],
        _ console: Console
    ) throws {
        var circumstances = Circumstances(today: try Self.day(today, console))
        circumstances.readiness = readyFor.map { Readiness(rawValue: $0) }
        circumstances.country = try country.map { text throws(CommandFailure) in
            try RunSettings.option("--country", text) { text throws(ValueError) in try CountryCode(text) }
        }
        for text in scope {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandFailure(
                    .usage,
                    "--for is \"\(text)\"; expected a key and its value, as in legalEntity=hm-de"
                )
            }
            circumstances.scope[ConfigurationScope.Key(rawValue: parts[0])] = parts[1]
        }
        visible = try Self.visible(show)
        let base = Rulebook.validation
        for name in readyFor where !Self.isKnown(name, in: base) {
            let known = Readiness.standard.map(\.rawValue)
            throw CommandFailure(
                .usage,
                "no rule knows what it is to be ready to \"\(name)\"\(Nearest.suggestion(for: name, among: known))\n"
                    + "Records can be ready to \(known.joined(separator: ", "))."
            )
        }
        self.circumstances = circumstances
        var files: [ConfigurationFile] = []
        for file in policies { files.append(ConfigurationFile(try console.input(file).readAll(), name: file)) }
        do throws(ConfigurationRefusal) {
            var documents: [ConfigurationDocument<ValidationSettings>] = []
            for file in files { documents.append(try base.document(file)) }
            policy = try base.configured(by: documents)
        } catch {
            throw CommandFailure(.data, "\(error)")
        }
    }

    private static func isKnown(_ name: String, in policy: ValidationPolicy) -> Bool {
        let readiness = Readiness(rawValue: name)
        return Readiness.standard.contains(readiness)
            || policy.rules.contains { $0.applicability.readiness.contains(readiness) }
    }

    private static func day(_ text: String?, _ console: Console) throws -> LocalDate {
        if let text {
            return try RunSettings.option("--today", text) { text throws(ValueError) in try LocalDate(text) }
        }
        guard let now = console.now() else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the day with --today")
        }
        return now.localDate
    }

    /// The classes of values that an option names.
    static func visible(_ names: [String]) throws(CommandFailure) -> Set<Sensitivity> {
        let classes: [Sensitivity] = [.open, .personal, .commercial, .compensation, .financial]
        var visible: Set<Sensitivity> = [.open]
        for name in names.flatMap({ $0.split(separator: ",").map(String.init) }) {
            if name == "all" {
                visible.formUnion(classes)
                continue
            }
            guard let found = classes.first(where: { $0.rawValue == name }) else {
                let known = classes.map(\.rawValue) + ["all"]
                throw CommandFailure(
                    .usage,
                    "--show is \"\(name)\"; expected one of \(known.joined(separator: ", "))"
                        + Nearest.suggestion(for: name, among: known)
                )
            }
            visible.insert(found)
        }
        return visible
    }
}

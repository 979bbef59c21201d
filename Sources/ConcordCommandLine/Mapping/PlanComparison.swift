import ConcordMapping
import ConcordSchema
import ConcordValues

/// Compares two plans of one vendor's object, whatever records they make.
protocol PlanComparison: AnyObject {
    /// Reads an object of a sample with both plans.
    func read(_ payload: Payload, in context: MappingContext)

    /// How they differ, as text for people.
    ///
    /// - Parameter hasSample: Whether objects were read.
    /// - Returns: The text.
    func text(hasSample: Bool) -> String

    /// How they differ, as a JSON object.
    ///
    /// - Parameter hasSample: Whether objects were read.
    /// - Returns: The JSON text.
    func json(hasSample: Bool) -> String
}

/// Compares two plans that make one type of record.
final class RecordComparison<Target: CanonicalRecord>: PlanComparison {
    private var comparison: MappingComparison<Target>

    /// A comparison that has read nothing yet.
    init(_ comparison: MappingComparison<Target>) {
        self.comparison = comparison
    }

    func read(_ payload: Payload, in context: MappingContext) {
        comparison.read(payload.bytes, in: context)
    }

    func text(hasSample: Bool) -> String {
        hasSample ? comparison.description : comparison.difference.description
    }

    func json(hasSample: Bool) -> String {
        var writer = JSONWriter()
        comparison.difference.write(to: &writer, sample: hasSample ? comparison.sample : nil)
        return writer.text()
    }
}

/// Says how a mapping with some overlays differs from the same mapping with others, and what that comes to in a sample.
struct PlanDifference {
    /// The form of the difference.
    enum Format: String, CaseIterable {
        /// Lines for people.
        case text
        /// A JSON object.
        case json
    }

    private let pack: Pack
    private let overlays: OverlaySet
    private let earlier: OverlaySet
    private let system: SystemID
    private let settings: RunSettings
    private let day: LocalDate?
    private let sample: [String]
    private let format: Format

    /// A difference as the command line asks for it.
    ///
    /// - Parameters:
    ///   - pack: The mapping.
    ///   - overlays: The overlays as they are to be.
    ///   - earlier: The overlays as they were.
    ///   - system: The configured instance that the sample comes from; the mapping's product if nil.
    ///   - settings: What no object of the sample says.
    ///   - day: The day on which overlays are looked up; today if nil.
    ///   - sample: The files with objects; none for the rules alone.
    ///   - format: The form of the difference.
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        pack: Pack,
        overlays: OverlaySet,
        earlier: OverlaySet,
        system: String?,
        settings: RunSettings,
        day: String?,
        sample: [String],
        format: Format
    ) throws(CommandFailure) {
        self.pack = pack
        self.overlays = overlays
        self.earlier = earlier
        self.system = try RunSettings.option("--system", system ?? pack.system) { text throws(ValueError) in
            try SystemID(text)
        }
        guard self.system.product == pack.system else {
            throw CommandFailure(.usage, "--system is \"\(self.system)\", and \(pack.name) is of \(pack.system)")
        }
        self.settings = settings
        self.day = try day.map { text throws(CommandFailure) in
            try RunSettings.option("--on", text) { text throws(ValueError) in try LocalDate(text) }
        }
        self.sample = sample
        self.format = format
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var inputs: [Input] = []
        for file in sample { inputs.append(try console.input(file)) }
        let context = try settings.context(of: system, on: console)
        let day = day ?? context.ingestedAt.localDate
        let comparison = try pack.comparison(
            of: try overlays.choose(on: day, console),
            with: try earlier.choose(on: day, console)
        )
        for input in inputs {
            var reader = PayloadReader(envelope: pack.envelope)
            var unreadable = 0
            func take(_ payload: Payload) {
                if payload.issue == nil { comparison.read(payload, in: context) } else { unreadable += 1 }
            }
            try input.chunks { chunk in
                reader.append(chunk)
                while let payload = reader.next() { take(payload) }
            }
            reader.finish()
            while let payload = reader.next() { take(payload) }
            if unreadable > 0 {
                let pieces = MappingTally.count(unreadable, "piece")
                try console.errors.writeLine("concord: \(input.name): \(pieces) of it unreadable, and left out")
            }
        }
        let hasSample = !sample.isEmpty
        let text = format == .text ? comparison.text(hasSample: hasSample) : comparison.json(hasSample: hasSample)
        try console.output.writeLine(text)
        try console.output.flush()
        return .success
    }
}

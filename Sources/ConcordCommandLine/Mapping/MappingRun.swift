import ConcordMapping
import ConcordValues

/// Maps the objects in some files to records, one line each.
struct MappingRun {
    private let pack: Pack
    private let system: SystemID
    private let settings: RunSettings
    private let rejects: String?
    private let hasCoverage: Bool
    private let coverageFile: String?
    private let coverageFormat: CoverageFormat
    private let codesAsOf: LocalDate?
    private let explaining: Explaining?
    private let overlays: OverlaySet
    private let jobs: Int
    private let files: [String]

    /// A run as the command line asks for it.
    ///
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        system: String,
        object: String,
        settings: RunSettings,
        rejects: String? = nil,
        hasCoverage: Bool = false,
        coverageFile: String? = nil,
        coverageFormat: CoverageFormat = .json,
        codesAsOf: String? = nil,
        explaining: Explaining? = nil,
        overlays: OverlaySet = .none,
        jobs: Int = 1,
        files: [String]
    ) throws(CommandFailure) {
        self.system = try RunSettings.option("--system", system) { text throws(ValueError) in try SystemID(text) }
        pack = try Pack.find(product: self.system.product, object: object)
        self.settings = settings
        self.rejects = rejects
        self.hasCoverage = hasCoverage || coverageFile != nil
        self.coverageFile = coverageFile
        self.coverageFormat = coverageFormat
        self.codesAsOf = try codesAsOf.map { text throws(CommandFailure) in
            try RunSettings.option("--codes-as-of", text) { text throws(ValueError) in try LocalDate(text) }
        }
        self.explaining = explaining
        self.overlays = overlays
        for topic in explaining?.topics ?? [] { try topic.check(pack) }
        guard (1...256).contains(jobs) else {
            throw CommandFailure(.usage, "--jobs is \(jobs); expected a number from 1 to 256")
        }
        // What is explained is told between the objects, one after the other.
        self.jobs = explaining == nil ? jobs : 1
        self.files = files
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        // All files are opened before anything is written: half an answer is worse than none.
        var inputs: [Input] = []
        for file in files { inputs.append(try console.input(file)) }
        var context = try settings.context(of: system, on: console)
        context.codesAsOf = codesAsOf
        let sizes = inputs.map(\.size)
        let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        let session = try MappingSession(
            pack: try overlays.put(upon: pack, on: context.ingestedAt.localDate, console),
            context: context,
            hasCoverage: hasCoverage,
            jobs: jobs,
            console: console,
            rejects: try Output.file(ifNamed: rejects) ?? console.errors,
            coverage: try Output.file(ifNamed: coverageFile),
            coverageFormat: coverageFormat,
            explainer: try explaining.map { explaining throws(CommandFailure) in
                Explainer(explaining, to: try Output.file(ifNamed: explaining.file) ?? console.errors)
            },
            progress: Progress(on: console.errors, total: total, uptime: console.uptime)
        )
        defer { session.close() }
        for input in inputs { try session.take(input) }
        return try session.end()
    }
}

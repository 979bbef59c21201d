import ConcordMapping
import ConcordSchema
import ConcordValues

/// Maps the objects in some files to records, one line each.
struct MappingRun {
    private let pack: Pack
    private let system: SystemID
    private let tenant: String?
    private let currency: CurrencyCode?
    private let timeZone: TimeZoneID?
    private let at: Instant?
    private let rejects: String?
    private let hasCoverage: Bool
    private let coverageFile: String?
    private let coverageFormat: CoverageFormat
    private let codesAsOf: LocalDate?
    private let explaining: Explaining?
    private let overlays: OverlaySet
    private let files: [String]

    /// A run as the command line asks for it.
    ///
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        system: String,
        object: String,
        tenant: String? = nil,
        currency: String? = nil,
        timeZone: String? = nil,
        at: String? = nil,
        rejects: String? = nil,
        hasCoverage: Bool = false,
        coverageFile: String? = nil,
        coverageFormat: CoverageFormat = .json,
        codesAsOf: String? = nil,
        explaining: Explaining? = nil,
        overlays: OverlaySet = .none,
        files: [String]
    ) throws(CommandFailure) {
        self.system = try Self.option("--system", system) { text throws(ValueError) in try SystemID(text) }
        pack = try Pack.find(product: self.system.product, object: object)
        self.tenant = tenant
        self.currency = try currency.map { text throws(CommandFailure) in
            try Self.option("--currency", text) { text throws(ValueError) in try CurrencyCode(text) }
        }
        self.timeZone = try timeZone.map { text throws(CommandFailure) in
            try Self.option("--time-zone", text) { text throws(ValueError) in try TimeZoneID(text) }
        }
        self.at = try at.map { text throws(CommandFailure) in
            try Self.option("--at", text) { text throws(ValueError) in try Instant(text) }
        }
        self.rejects = rejects
        self.hasCoverage = hasCoverage || coverageFile != nil
        self.coverageFile = coverageFile
        self.coverageFormat = coverageFormat
        self.codesAsOf = try codesAsOf.map { text throws(CommandFailure) in
            try Self.option("--codes-as-of", text) { text throws(ValueError) in try LocalDate(text) }
        }
        self.explaining = explaining
        self.overlays = overlays
        for topic in explaining?.topics ?? [] { try topic.check(pack) }
        self.files = files
    }

    private static func option<Value>(
        _ name: String,
        _ text: String,
        _ read: (String) throws(ValueError) -> Value
    ) throws(CommandFailure) -> Value {
        do throws(ValueError) {
            return try read(text)
        } catch {
            throw CommandFailure(.usage, "\(name) is \"\(text)\"; expected \(error.expected)")
        }
    }

    private static func file(_ path: String?) throws(CommandFailure) -> Output? {
        try path.map { path throws(CommandFailure) in try Output.file(path) }
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        // All files are opened before anything is written: half an answer is worse than none.
        var inputs: [Input] = []
        for file in files { inputs.append(try console.input(file)) }
        guard let ingestedAt = at ?? console.now() else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the time with --at")
        }
        let context = MappingContext(
            system: system,
            tenant: tenant,
            ingestedAt: ingestedAt,
            currency: currency,
            timeZone: timeZone,
            codesAsOf: codesAsOf
        )
        let sizes = inputs.map(\.size)
        let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        let session = MappingSession(
            pack: try overlays.put(upon: pack, on: ingestedAt.localDate, console),
            context: context,
            hasCoverage: hasCoverage,
            console: console,
            rejects: try Self.file(rejects) ?? console.errors,
            coverage: try Self.file(coverageFile),
            coverageFormat: coverageFormat,
            explainer: try explaining.map { explaining throws(CommandFailure) in
                Explainer(explaining, to: try Self.file(explaining.file) ?? console.errors)
            },
            progress: Progress(on: console.errors, total: total, uptime: console.uptime)
        )
        for input in inputs { try session.take(input) }
        return try session.end()
    }
}

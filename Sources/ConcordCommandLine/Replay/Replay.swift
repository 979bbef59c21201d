import ConcordMapping
import ConcordSchema
import ConcordValues

/// Reads refused objects once more, out of their repair kits.
///
/// Each is read as the run would have read it that refused it: with the mapping of that name, for its system and tenant,
/// at its time of ingestion, with the codes of the day that it stated. Only the overlays are those of today. So what is accepted is what that run would have given,
/// and replaying the same kits twice gives the same bytes twice.
struct Replay {
    private let files: [String]
    private let output: String?
    private let rejects: String?
    private let overlays: OverlaySet
    private let settings: RunSettings
    private let day: LocalDate?

    /// A replay as the command line asks for it.
    ///
    /// - Parameters:
    ///   - files: The files with kits.
    ///   - output: The file for records; nil for standard output.
    ///   - rejects: The file for what is refused again; nil for standard error.
    ///   - overlays: The overlays upon the mappings.
    ///   - settings: What kits do not say.
    ///   - day: The day on which overlays are looked up; that of each kit if nil.
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        files: [String],
        output: String?,
        rejects: String?,
        overlays: OverlaySet,
        settings: RunSettings,
        day: String?
    ) throws(CommandFailure) {
        self.files = files
        self.output = output
        self.rejects = rejects
        self.overlays = overlays
        self.settings = settings
        self.day = try day.map { text throws(CommandFailure) in
            try RunSettings.option("--on", text) { text throws(ValueError) in try LocalDate(text) }
        }
        for path in [output, rejects].compactMap(\.self) {
            for file in files where file != "-" && Platform.isSameFile(file, path) {
                throw CommandFailure(
                    .usage,
                    "\(path) is read, and cannot be written at the same time; name another file"
                )
            }
        }
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var inputs: [Input] = []
        for file in files { inputs.append(try console.input(file)) }
        let loaded = try overlays.load(console)
        for name in loaded.mappings { _ = try Pack.named(String(name.prefix { $0 != "@" })) }
        let session = ReplaySession(
            overlays: loaded,
            settings: settings,
            time: try settings.time(on: console),
            day: day,
            console: console,
            output: try Output.file(ifNamed: output) ?? console.output,
            rejects: try Output.file(ifNamed: rejects) ?? console.errors
        )
        for input in inputs { try session.take(input) }
        return try session.end()
    }
}

import ConcordMapping
import ConcordValues

/// Checks overlays against a mapping, and says what they change.
struct OverlayCheck {
    private let pack: Pack
    private let overlays: OverlaySet
    private let day: LocalDate?

    /// A check as the command line asks for it.
    ///
    /// - Throws: A ``CommandFailure`` if the day is none.
    init(pack: Pack, overlays: OverlaySet, day: String?) throws(CommandFailure) {
        self.pack = pack
        self.overlays = overlays
        self.day = try day.map { text throws(CommandFailure) in
            do throws(ValueError) {
                return try LocalDate(text)
            } catch {
                throw CommandFailure(.usage, "--on is \"\(text)\"; expected \(error.expected)")
            }
        }
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        guard let day = day ?? console.now()?.localDate else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the day with --on")
        }
        let changed = try overlays.put(upon: pack, on: day, console)
        try console.output.writeLine("\(changed.makeTable().difference(from: pack.makeTable()))")
        try console.output.flush()
        return .success
    }
}

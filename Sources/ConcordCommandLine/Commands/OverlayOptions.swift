#if CommandLine
import ArgumentParser

/// The options that say which overlays are upon a mapping.
struct OverlayOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A firm's overlay upon its mapping, as JSON. May be repeated.", valueName: "file")
    )
    var overlay: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Whom overlays are looked up for: businessUnit=EMEA. May be repeated.",
            valueName: "key=value"
        )
    )
    var scope: [String] = []

    /// The overlays that they say.
    ///
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    func overlays() throws(CommandFailure) -> OverlaySet {
        try OverlaySet(files: overlay, scope: scope)
    }
}
#endif

#if CommandLine
import ArgumentParser

/// The command `concord canonicalize`.
struct CanonicalizeCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonicalize",
        abstract: "Write a JSON document in its canonical form (RFC 8785), for digests and signatures.",
        discussion: """
            Numbers become those of ECMAScript, as the standard asks: the form is for comparing and signing, not for \
            keeping amounts. What is not JSON, or has a member twice, is refused with status 65.
            """
    )

    @Argument(help: "The document, or - for standard input.")
    var file: String

    func run(on console: Console) throws -> ExitStatus {
        try Canonicalization(file: file).run(on: console)
    }
}
#endif

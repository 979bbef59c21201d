#if CommandLine
import ArgumentParser

/// The command `concord mapping fields`.
struct MappingFieldsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields",
        abstract: "List the vendor's fields that a mapping knows, and what becomes of them.",
        discussion: """
            Overlays are checked against these fields, and against the vendor's way to name those that firms add.
            """
    )

    @Argument(help: ArgumentHelp("The mappings: salesforce/opportunity. All, if none is named.", valueName: "name"))
    var names: [String] = []

    @Option(help: "The form of the list.")
    var format = MappingFields.Format.markdown

    @Option(help: ArgumentHelp("The file for it; standard output, if not given.", valueName: "file"))
    var output: String?

    func run(on console: Console) throws -> ExitStatus {
        try MappingFields(names: names, format: format, file: output).run(on: console)
    }
}

extension MappingFields.Format: ExpressibleByArgument {}
#endif

import ConcordConfiguration
import ConcordMapping
import ConcordValues

/// The overlays that a command was given, and whom they are looked up for.
struct OverlaySet {
    /// No overlays.
    static let none = Self()

    private let files: [String]
    private let scope: [(key: String, value: String)]

    private init() {
        files = []
        scope = []
    }

    /// A set as the command line asks for it.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - scope: Whom they are looked up for: `businessUnit=EMEA`. Whom the files are for, if there is none.
    /// - Throws: A ``CommandFailure`` if a part of the scope is not a key with a value.
    init(files: [String], scope: [String]) throws(CommandFailure) {
        self.files = files
        var pairs: [(key: String, value: String)] = []
        for text in scope {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandFailure(
                    .usage,
                    "--for is \"\(text)\"; expected a key and its value, as in businessUnit=EMEA"
                )
            }
            pairs.append((parts[0], parts[1]))
        }
        self.scope = pairs
    }

    /// A pack with the overlays upon it that apply on a day.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    func put(upon pack: Pack, on day: LocalDate, _ console: Console) throws -> Pack {
        guard !files.isEmpty else { return pack }
        return try pack.overlaid(choose(on: day, console))
    }

    /// The overlays that apply on a day; what is passed over is told.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    func choose(on day: LocalDate, _ console: Console) throws -> [ConfigurationDocument<MappingOverlay>] {
        try LoadedOverlays(files, scope, console).choose(on: day, console)
    }

    /// The overlays, read once for several days.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    func load(_ console: Console) throws -> LoadedOverlays { try LoadedOverlays(files, scope, console) }
}

/// Overlays that were read.
struct LoadedOverlays {
    private let stack: ConfigurationStack<MappingOverlay>
    private let wanted: ConfigurationScope

    /// The mappings that they are for, with or without their versions.
    let mappings: [String]

    /// Reads overlays.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - scope: Whom they are looked up for; whom the files are for, if there is none.
    ///   - console: Where the files are.
    /// - Throws: A ``CommandFailure`` with all that is wrong with them.
    init(_ files: [String], _ scope: [(key: String, value: String)], _ console: Console) throws {
        var documents: [ConfigurationDocument<MappingOverlay>] = []
        var wanted = ConfigurationScope()
        for (key, value) in scope { wanted[ConfigurationScope.Key(rawValue: key)] = value }
        do {
            for file in files {
                let overlay = ConfigurationFile(try console.input(file).readAll(), name: file)
                let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
                documents.append(
                    try MappingOverlay.document(overlay) { name in
                        // A link in the folder may lead out of it all the same.
                        guard Platform.isInside(folder, folder + name) else { return nil }
                        return try? Input.file(folder + name).readAll()
                    }
                )
            }
            if scope.isEmpty {
                for document in documents {
                    for key in document.header.scope.keys {
                        let value = document.header.scope[key]
                        guard wanted[key] == nil || wanted[key] == value else {
                            throw CommandFailure(
                                .usage,
                                "the overlays are for several of \(key.rawValue): "
                                    + "say for whom with --for \(key.rawValue)=…"
                            )
                        }
                        wanted[key] = value
                    }
                }
            }
            stack = try MappingOverlay.stack(documents)
        } catch let refusal as ConfigurationRefusal {
            throw CommandFailure(.data, "\(refusal)")
        }
        self.wanted = wanted
        mappings = documents.map(\.content.extends)
    }

    /// The overlays that apply on a day, the most general first.
    func choose(on day: LocalDate) -> [ConfigurationDocument<MappingOverlay>] {
        stack.documents(for: wanted, on: day).applied
    }

    /// The overlays that apply on a day, the most general first; what is passed over is told.
    func choose(on day: LocalDate, _ console: Console) throws -> [ConfigurationDocument<MappingOverlay>] {
        let choice = stack.documents(for: wanted, on: day)
        for document in choice.expired {
            try console.errors.writeLine("concord: \(document) is not applied: it expired before \(day)")
        }
        for document in choice.upcoming {
            try console.errors.writeLine("concord: \(document) is not applied: it begins after \(day)")
        }
        return choice.applied
    }
}

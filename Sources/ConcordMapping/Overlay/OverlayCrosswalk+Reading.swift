internal import ConcordConfiguration
internal import ConcordSchema
internal import ConcordValues

extension OverlayCrosswalk {
    /// Reads a crosswalk of an overlay: its rows, or the file that they are in.
    ///
    /// - Parameters:
    ///   - value: The crosswalk.
    ///   - content: Gives the content of a file beside the overlay.
    ///   - files: Takes the file that was read.
    ///   - problems: Where to note what is wrong, in the overlay and in the file.
    init?(
        _ value: ConfigurationValue,
        _ content: (String) -> [UInt8]?,
        _ files: inout [MappingOverlay.CrosswalkFile],
        _ problems: inout ConfigurationProblems
    ) {
        guard let object = value.object(knowing: ["name", "unmapped", "rows", "file"], &problems) else { return nil }
        let name = object.string("name", &problems)
        let unmapped = object.value(ifPresent: "unmapped").flatMap { Crosswalk.Unmapped($0, &problems) }
        guard object.value(ifPresent: "file") == nil || object.value(ifPresent: "rows") == nil else {
            problems.add(.unsuitableValue, at: value, expected: "a crosswalk with rows or with a file, not with both")
            return nil
        }
        if let file = object.value(ifPresent: "file") {
            guard let name else { return nil }
            self.init(name, file: file, unmapped, content, &files, &problems)
            return
        }
        let rows = object.value("rows", &problems).flatMap { CrosswalkRows($0, &problems) }
        guard let name, let rows else { return nil }
        self.init(crosswalk: Crosswalk(name, unmapped: unmapped ?? .reject, rows.rows), rows: rows)
    }

    private init?(
        _ name: String,
        file: ConfigurationValue,
        _ unmapped: Crosswalk.Unmapped?,
        _ content: (String) -> [UInt8]?,
        _ files: inout [MappingOverlay.CrosswalkFile],
        _ problems: inout ConfigurationProblems
    ) {
        guard let path = file.string(&problems) else { return nil }
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        let isCSV = path.lowercased().hasSuffix(".csv")
        guard isCSV || path.lowercased().hasSuffix(".json"), names.allSatisfy(Self.isPlain) else {
            problems.add(
                .unsuitableValue,
                at: file,
                expected: "the relative path of a .csv or .json file in the overlay's own folder, or in one below it"
            )
            return nil
        }
        guard let bytes = content(path) else {
            problems.add(
                .unsuitableValue,
                at: file,
                expected: "a file that can be read beside the overlay",
                advice: "paths are relative to the overlay's own file"
            )
            return nil
        }
        files.append(MappingOverlay.CrosswalkFile(name: path, hash: ContentHash(ofBytes: bytes)))
        // People find the file where the overlay is.
        let folder = problems.file.lastIndex(of: "/").map { String(problems.file[...$0]) } ?? ""
        if isCSV {
            var own = ConfigurationProblems(file: folder + path)
            let rows = CrosswalkRows(csv: bytes, &own)
            for problem in own.list { problems.add(problem) }
            guard own.isEmpty else { return nil }
            self.init(crosswalk: Crosswalk(name, unmapped: unmapped ?? .reject, rows.rows), rows: rows)
            return
        }
        do throws(ConfigurationRefusal) {
            let document = try Crosswalk.rowsDocument(ConfigurationFile(bytes, name: folder + path))
            guard document.header.name == name else {
                problems.add(
                    .unsuitableValue,
                    at: file,
                    expected: "a file with the crosswalk \(name); it has \(document.header.name)",
                    related: document.place
                )
                return nil
            }
            guard document.header.scope == ConfigurationScope(), document.header.validity == .always else {
                problems.add(
                    .unsuitableValue,
                    at: file,
                    expected: "a crosswalk for everybody and all days",
                    advice: "the overlay says whom it is for and when; rows may have days of their own",
                    related: document.place
                )
                return nil
            }
            let rows = document.content.rows
            let mode = unmapped ?? document.content.unmapped
            self.init(crosswalk: Crosswalk(name, unmapped: mode, rows.rows), rows: rows)
        } catch {
            for problem in error.problems { problems.add(problem) }
            return nil
        }
    }

    /// Whether a name in a path leads to something within the folder, whatever the system.
    private static func isPlain(_ name: Substring) -> Bool {
        !name.isEmpty && name != "." && name != ".."
            && !name.unicodeScalars.contains { $0 == "\\" || $0 == ":" || $0.value < 0x20 || $0.value == 0x7F }
    }
}

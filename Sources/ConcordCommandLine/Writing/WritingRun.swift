import ConcordMapping
import ConcordSchema
import ConcordValues

/// Writes the records in some files as a vendor's objects, one behind the other.
struct WritingRun {
    private let pack: Pack
    private let system: SystemID
    private let settings: RunSettings
    private let originals: [String]
    private let form: WrittenForm
    private let rejects: String?
    private let overlays: OverlaySet
    private let files: [String]

    /// A run as the command line asks for it.
    ///
    /// - Parameters:
    ///   - target: The system and the vendor's type of object: `salesforce:emea/Opportunity`.
    ///   - settings: What no record says.
    ///   - originals: The files with the objects that are written onto; none for new objects.
    ///   - form: What is written of an object.
    ///   - rejects: The file for refused records and warnings; nil for standard error.
    ///   - overlays: The overlays upon the mapping.
    ///   - files: The files with records.
    /// - Throws: A ``CommandFailure`` for what cannot be meant.
    init(
        target: String,
        settings: RunSettings,
        originals: [String],
        form: WrittenForm,
        rejects: String?,
        overlays: OverlaySet,
        files: [String]
    ) throws(CommandFailure) {
        let parts = target.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw CommandFailure(
                .usage,
                "--to is \"\(target)\"; expected a system and its object, as in salesforce:emea/Opportunity"
            )
        }
        guard form == .document || !originals.isEmpty else {
            throw CommandFailure(
                .usage,
                "--as \(form.rawValue) needs the objects that are patched; say them with --onto"
            )
        }
        system = try RunSettings.option("--to", parts[0]) { text throws(ValueError) in try SystemID(text) }
        pack = try Pack.find(product: system.product, object: parts[1])
        self.settings = settings
        self.originals = originals
        self.form = form
        self.rejects = rejects
        self.overlays = overlays
        self.files = files
    }

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var inputs: [Input] = []
        for file in files { inputs.append(try console.input(file)) }
        var onto: [Input] = []
        for file in originals { onto.append(try console.input(file)) }
        let context = try settings.context(of: system, on: console)
        let pack = try overlays.put(upon: pack, on: context.ingestedAt.localDate, console)
        let aside = try Output.file(ifNamed: rejects) ?? console.errors
        let writer = pack.makeWriter(context, !originals.isEmpty)
        for input in onto { try addOriginals(input, of: pack, to: writer, console) }
        var session = WritingSession(pack: pack, system: system, output: console.output, aside: aside)
        for input in inputs {
            try Self.payloads(input, PayloadReader(envelope: nil)) { payload in
                if let issue = payload.issue {
                    try session.refuse(payload, issue, of: input.name)
                } else {
                    session.records += 1
                    if let object = writer.take(payload, of: input.name, as: form) { try session.take(object) }
                }
            }
        }
        for object in writer.end(as: form) { try session.take(object) }
        try console.output.flush()
        try aside.flush()
        try console.errors.writeLine("concord: \(session.summary)")
        return session.status
    }

    private func addOriginals(
        _ input: Input,
        of pack: Pack,
        to writer: any ObjectWriter,
        _ console: Console
    ) throws {
        try Self.payloads(input, PayloadReader(envelope: pack.envelope)) { payload in
            let place = "\(input.name):\(payload.position.line)"
            if let issue = payload.issue {
                throw CommandFailure(.data, "\(place): \(issue)")
            }
            if !writer.addOriginal(payload) {
                try console.errors.writeLine(
                    "concord: \(place): an object with this id was there before; this one is taken"
                )
            }
        }
    }

    private static func payloads(
        _ input: Input,
        _ reader: consuming PayloadReader,
        _ body: (Payload) throws -> Void
    ) throws {
        var reader = reader
        try input.chunks { chunk in
            reader.append(chunk)
            while let payload = reader.next() { try body(payload) }
        }
        reader.finish()
        while let payload = reader.next() { try body(payload) }
    }
}

/// A run of writing under way.
private struct WritingSession {
    let pack: Pack
    let system: SystemID
    let output: Output
    let aside: Output
    var records = 0
    private var objects = 0
    private var unchanged = 0
    private var remarked = 0
    private var refused = 0
    private var unreadable = 0

    init(pack: Pack, system: SystemID, output: Output, aside: Output) {
        self.pack = pack
        self.system = system
        self.output = output
        self.aside = aside
    }

    mutating func take(_ written: WrittenRecords) throws {
        if let object = written.object {
            objects += 1
            try object.withUnsafeBytes { try output.write($0) }
            try output.writeLine()
            guard !written.issues.isEmpty else { return }
            remarked += 1
            try write(
                remark("writtenWithIssues", written.file, written.position)
                    .about((written.id ?? "", written.issues))
            )
        } else if written.isUnchanged {
            unchanged += 1
            guard !written.issues.isEmpty else { return }
            remarked += 1
            try write(
                remark("unchangedWithIssues", written.file, written.position).about((written.id ?? "", written.issues))
            )
        } else {
            refused += 1
            try write(remark("notWritten", written.file, written.position).about(written.document, written.issues))
        }
    }

    mutating func refuse(_ payload: Payload, _ issue: Issue, of file: String) throws {
        unreadable += 1
        try write(remark("notWritten", file, payload.position).about(Array(payload.bytes), [issue]))
    }

    private func remark(_ outcome: String, _ file: String, _ position: SourcePosition) -> Remark {
        Remark(outcome, pack.mapping, system.text, file, position)
    }

    private func write(_ remark: Remark) throws {
        var writer = JSONWriter()
        remark.write(to: &writer)
        try aside.write(writer.text())
    }

    var summary: String {
        var text = "\(MappingTally.count(records, "record")): \(MappingTally.count(objects, "object"))"
        if unchanged > 0 { text += ", \(unchanged) unchanged" }
        if remarked > 0 { text += " (\(remarked) with warnings)" }
        text += ", \(refused) not written"
        if unreadable > 0 { text += ", \(MappingTally.count(unreadable, "piece")) of the input unreadable" }
        return text
    }

    var status: ExitStatus {
        if records == 0, unreadable > 0 { return .data }
        return refused + unreadable > 0 ? .rejected : .success
    }
}

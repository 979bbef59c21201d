internal import ConcordMapping
internal import ConcordSchema
internal import ConcordValues

extension MappingTrial {
    /// What comes of the objects, as one text to be compared with a golden file: each record as a document with one
    /// member a line, each issue with its place in its file, and for each object that is refused its repair kit.
    ///
    /// - Returns: The text, with an end to each line.
    public func outcomes() -> String {
        let readings = readings
        let refused = readings.count { !$0.isAccepted }
        let records = readings.filter(\.isAccepted).reduce(0) { $0 + $1.records.count }
        var lines = ["\(mapping.tag): objects \(readings.count), records \(records), refused \(refused)"]
        for reading in readings {
            lines += ["", "\(reading.fixture)" + (reading.isAccepted ? "" : " is refused")]
            let issues = reading.fixture.located(reading.issues)
            lines += issues.map(\.description)
            guard !reading.isAccepted else {
                lines += reading.records.map { DocumentTree($0.json())?.pretty ?? $0.jsonText() }
                continue
            }
            let kit = RejectedObject(
                mapping: mapping.tag,
                overlays: mapping.overlays,
                system: context.system.text,
                tenant: context.tenant,
                ingestedAt: context.ingestedAt,
                currency: context.currency,
                timeZone: context.timeZone,
                origin: reading.fixture.file,
                position: reading.fixture.position,
                payload: reading.fixture.bytes,
                issues: issues
            )
            lines.append(DocumentTree(kit.json())?.pretty ?? kit.json())
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

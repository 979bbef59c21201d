import ConcordMapping
import ConcordSchema
import ConcordValues

/// Writes one record after the other back into the vendor's objects, whatever records they are.
protocol ObjectWriter: AnyObject {
    /// Takes an object that records may be written onto.
    ///
    /// - Returns: Whether it is the first with its id.
    func addOriginal(_ payload: Payload) -> Bool

    /// Takes a record.
    ///
    /// - Parameters:
    ///   - payload: The record's document.
    ///   - file: The file that it stands in.
    ///   - form: What is written of an object.
    /// - Returns: What came of it; nil if its object waits for more records.
    func take(_ payload: Payload, of file: String, as form: WrittenForm) -> WrittenRecords?

    /// Writes the objects that waited for more records.
    func end(as form: WrittenForm) -> [WrittenRecords]
}

/// What is written of an object.
enum WrittenForm: String, CaseIterable {
    /// The whole object: the original with what changed, or a new one.
    case document
    /// What changed, as a JSON Merge Patch (RFC 7396) in a line that names the object.
    case mergePatch = "merge-patch"
    /// What the vendor's API takes for an update, in a line that names the object.
    case vendorPatch = "vendor-patch"

    /// The form that mappings know.
    var form: WriteForm {
        switch self {
        case .document: .document
        case .mergePatch: .mergePatch
        case .vendorPatch: .vendorPatch
        }
    }
}

/// What came of a record on its way back.
struct WrittenRecords {
    /// The vendor's object, or the line with its patch; nil if there is nothing to be written.
    var object: [UInt8]?
    /// Whether the object says already what the record says, so that there is no patch.
    var isUnchanged = false
    /// The record's id; nil if it could not be read.
    var id: String?
    /// What is to be said about it, placed in the file.
    var issues: [Issue]
    /// The file that the record stands in, and where.
    let file: String
    let position: SourcePosition
    /// The document of a record that was refused.
    var document: [UInt8] = []
}

/// Writes records of one type.
final class RecordWriter<Target: CanonicalRecord>: ObjectWriter {
    /// The records of one object that came so far.
    private struct Group {
        var records: [Target] = []
        var issues: [Issue] = []
        let original: Int?
        let file: String
        let position: SourcePosition
    }

    private let mapping: Mapping<Target>
    private let context: MappingContext
    private let hasOriginals: Bool
    private var originals: [[UInt8]] = []
    /// The originals by the ids of the records that they become, and by the vendor's own.
    private var places: [String: Int] = [:]
    private var values: [String: Int] = [:]
    private var groups: [Group] = []
    private var groupOfOriginal: [Int: Int] = [:]
    private var groupOfValue: [String: Int] = [:]

    /// A writer.
    ///
    /// - Parameters:
    ///   - mapping: The mapping.
    ///   - context: What the run knows that no record says.
    ///   - hasOriginals: Whether records are written onto objects, or as new ones.
    init(_ mapping: Mapping<Target>, in context: MappingContext, hasOriginals: Bool) {
        self.mapping = mapping
        self.context = context
        self.hasOriginals = hasOriginals
    }

    func addOriginal(_ payload: Payload) -> Bool {
        let records = mapping.read(payload.bytes, in: context).drafts.map(\.value)
        let blank = Target.schema.blank.id
        let isFirst = records.allSatisfy { places[$0.id.text] == nil }
        for record in records where record.id != blank {
            places[record.id.text] = originals.count
            if let value = value(of: record) { values[value] = originals.count }
        }
        originals.append(Array(payload.bytes))
        return isFirst
    }

    func take(_ payload: Payload, of file: String, as form: WrittenForm) -> WrittenRecords? {
        let draft = Draft<Target>(json: payload.bytes)
        var issues = draft.issues
        payload.locate(&issues)
        var refused = WrittenRecords(issues: issues, file: file, position: payload.position)
        refused.document = Array(payload.bytes)
        guard let record = try? draft.record() else { return refused }
        refused.id = record.id.text
        let original = places[record.id.text] ?? value(of: record).flatMap { values[$0] }
        if hasOriginals, original == nil {
            refused.issues.append(noOriginal(for: record))
            return refused
        }
        guard mapping.isDivided else {
            let group = Group(
                records: [record],
                issues: issues,
                original: original,
                file: file,
                position: payload.position
            )
            return write(group, as: form)
        }
        let index = index(of: record, original) {
            Group(original: original, file: file, position: payload.position)
        }
        groups[index].records.append(record)
        groups[index].issues += issues
        return nil
    }

    func end(as form: WrittenForm) -> [WrittenRecords] {
        let written = groups.map { write($0, as: form) }
        groups = []
        groupOfOriginal = [:]
        groupOfValue = [:]
        return written
    }

    /// The group of the records of one object.
    private func index(of record: Target, _ original: Int?, _ make: () -> Group) -> Int {
        let value = value(of: record) ?? record.id.text
        if let index = original.map({ groupOfOriginal[$0] }) ?? groupOfValue[value] { return index }
        if let original { groupOfOriginal[original] = groups.count } else { groupOfValue[value] = groups.count }
        groups.append(make())
        return groups.count - 1
    }

    private func write(_ group: Group, as form: WrittenForm) -> WrittenRecords {
        var written = WrittenRecords(issues: group.issues, file: group.file, position: group.position)
        written.id = group.records.first?.id.text
        guard let index = group.original else {
            let update = mapping.writeNew(group.records, in: context)
            written.object = update.object
            written.issues += update.issues
            return written
        }
        let original = originals[index]
        // A part of the object of which no record came stays as it is.
        var records =
            mapping.isDivided
            ? original.withUnsafeBufferPointer { mapping.read($0, in: context) }
                .drafts.map(\.value) : []
        for record in group.records {
            if let place = records.firstIndex(where: { $0.id == record.id }) {
                records[place] = record
            } else {
                records.append(record)
            }
        }
        do throws(Refusal) {
            let update = try mapping.write(records, onto: original, as: form.form, in: context)
            written.isUnchanged = update.isEmptyPatch
            if form == .document {
                written.object = update.bytes
            } else if !update.isEmptyPatch {
                written.object = line(for: update, of: records[0])
            }
            written.issues += update.issues
        } catch {
            written.issues += error.issues
        }
        return written
    }

    /// A patch with the object that it is for: `{"object":…,"id":…,"query":{…},"patch":{…}}`.
    private func line(for update: WrittenObject, of record: Target) -> [UInt8] {
        var writer = JSONWriter(capacity: update.bytes.count + 256)
        writer.beginObject()
        for (name, text) in [("object", mapping.object), ("id", value(of: record)), ("record", record.id.text)] {
            guard let text else { continue }
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        if let query = update.query {
            writer.write(name: "query")
            writer.beginObject()
            writer.write(name: query.name)
            writer.write(query.value)
            writer.endItem()
            writer.endObject()
            writer.endItem()
        }
        writer.write(name: "patch")
        writer.writeRaw(update.bytes)
        writer.endItem()
        writer.endObject()
        return writer.bytes()
    }

    /// The vendor's own name for a record's object.
    private func value(of record: Target) -> String? {
        record.header.externalReferences
            .first { $0.system == context.system && $0.objectType == mapping.object }?
            .value
    }

    private func noOriginal(for record: Target) -> Issue {
        let source = record.header.source
        let isOther = source != context.system && source.product == context.system.product
        return Issue(
            "mapping.noOriginal",
            path: RecordPath([.field("id")]),
            expected: "a record of one of the originals",
            observed: "\"\(record.id.text)\"",
            remedy: isOther
                ? "It came from \(source): say --to \(source)/\(mapping.object)."
                : "Add its object to the originals; without --onto it is written as a new one.",
            rule: mapping.name
        )
    }
}

package import ConcordValues

// Asking a record of unknown kind for one of its properties copies all of it first, with every text in it. Where millions pass
// by, what is needed of each is read from where it stands.

extension CanonicalRecord {
    /// The id of a record where it stands.
    package static func id(at record: UnsafePointer<Self>) -> RecordID<Self> {
        guard let place = schema.place(ofField: "id"), place.size == MemoryLayout<RecordID<Self>>.size else {
            return record.pointee.id
        }
        return (UnsafeRawPointer(record) + place.offset).assumingMemoryBound(to: RecordID<Self>.self).pointee
    }

    /// When a record where it stands was last changed, as its header says.
    package static func modifiedAt(at record: UnsafePointer<Self>) -> Instant? {
        guard let place = schema.place(ofField: "header"), place.size == MemoryLayout<RecordHeader>.size else {
            return record.pointee.header.modifiedAt
        }
        return (UnsafeRawPointer(record) + place.offset).assumingMemoryBound(to: RecordHeader.self).pointee.modifiedAt
    }
}

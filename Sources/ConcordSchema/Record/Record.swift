/// A noun with declared fields that keeps what a document says beyond them.
///
/// Members that the schema does not know survive reading and writing, verbatim, in ``remainder``; so do members that were
/// written as `null` or as empty lists. A record is a plain struct: declare stored properties, ``remainder`` among them,
/// and the ``Composite/schema`` beside them.
public protocol Record: Composite {
    /// What a document carried beside the values of the fields.
    var remainder: Remainder { get set }
}

/// A record that is a document of its own: it has an identity, a header, and a versioned schema.
///
/// The engines know this protocol and never a particular record, so a host's own record types get everything that the
/// canonical ones have.
public protocol CanonicalRecord: Record, Identifiable where ID == RecordID<Self> {
    /// The record's identity in the canonical model.
    var id: RecordID<Self> { get set }

    /// What is known about the record, as opposed to what it says.
    var header: RecordHeader { get set }
}

public import ConcordValues

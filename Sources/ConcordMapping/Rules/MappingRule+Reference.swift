public import ConcordSchema
public import ConcordValues

extension MappingRule {
    /// Reads a vendor's id of another object as the id of its canonical record.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - property: The property that takes the canonical id.
    ///   - objectType: The vendor's type of the object that the id names.
    ///   - normalise: Brings an id that has several forms into one.
    /// - Returns: The rule.
    @inlinable
    public static func reference<Other>(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Other>?> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "reference",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "\(objectType) through the identity crosswalk",
            read: { input, record in
                if let id: RecordID<Other> = input.canonicalID(0, objectType: objectType, normalise: normalise) {
                    place.set(&record, id)
                } else {
                    input.keepNull(place.explicitBit, &record)
                }
            },
            write: { record, output in
                if let id = record[keyPath: property] {
                    output.setExternal(0, id.text, objectType: objectType)
                } else if place.saysNothing(record) {
                    output.setNull(0)
                }
            }
        )
    }

    /// Reads a vendor's id of another object that the record must refer to.
    @inlinable
    public static func reference<Other>(
        _ source: String,
        to property: any WritableKeyPath<Target, RecordID<Other>> & Sendable,
        object objectType: String,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        let place = FieldPlace(property)
        return Self(
            word: "reference",
            target: path(property),
            sources: [source],
            law: .iso,
            note: "\(objectType) through the identity crosswalk; required",
            read: { input, record in
                if let id: RecordID<Other> = input.canonicalID(0, objectType: objectType, normalise: normalise) {
                    place.set(&record, id)
                } else if !input[0].isPresent || input[0].text == "" {
                    input.report(
                        .missing,
                        expected: "the id of an object of type \(objectType); the record must refer to one"
                    )
                }
            },
            write: { record, output in output.setExternal(0, record[keyPath: property].text, objectType: objectType) }
        )
    }
}

extension MappingRule where Target: CanonicalRecord {
    /// Reads the object's own id: the record's identity, and its name in the vendor's system.
    ///
    /// - Parameters:
    ///   - source: The pointer to the id.
    ///   - version: The pointer to the vendor's version of the object, such as a modification stamp.
    ///   - objectType: The vendor's type of object.
    ///   - part: Which part of the object the record is, where one object becomes several records.
    ///   - normalise: Brings an id that has several forms into one.
    /// - Returns: The rule.
    @inlinable
    public static func identity(
        _ source: String,
        version: String,
        object objectType: String,
        part: String? = nil,
        normalise: @escaping @Sendable (String) -> String = { $0 }
    ) -> Self {
        Self(
            word: "identity",
            target: "id",
            sources: [source, version],
            law: .iso,
            note: part.map { "the object's id and \($0)" } ?? "the object's id, and its name in the crosswalk",
            read: { input, record in
                guard let value: String = input.value(0), !value.isEmpty else {
                    if !input[0].isPresent || input[0].text == "" {
                        input.report(.missing, expected: "the object's id", remedy: "Ask for the id in the query.")
                    }
                    return
                }
                let normal = normalise(value)
                let system = input.contextPlace.pointee.system
                let key = ExternalKey(system: system, objectType: objectType, value: normal)
                guard let id = input.contextPlace.pointee.identities.canonicalID(of: key) else {
                    input.report(.unresolvedReference, expected: "an id that the identity crosswalk knows")
                    return
                }
                guard let id: RecordID<Target> = input.recordID(0, part.map { "\(id)/\($0)" } ?? id) else { return }
                record.id = id
                let tenant = input.contextPlace.pointee.tenant
                let stamp: String? = input.value(1)
                if input[1].kind == .null { input.keep(1) }
                let seen = input.contextPlace.pointee.ingestedAt
                record.header.externalReferences.append(
                    ExternalReference(system: system, objectType: objectType, value: value) { reference in
                        reference.tenant = tenant
                        reference.sourceVersion = stamp
                        reference.lastSeenAt = seen
                    }
                )
            },
            write: { record, output in
                let reference = record.header.externalReferences.first { reference in
                    reference.system == output.context.system && reference.objectType == objectType
                }
                output.set(0, reference?.value)
                output.set(1, reference?.sourceVersion)
            }
        )
    }
}

extension RuleInput {
    /// The canonical id of the object that a source names; what the crosswalk does not know is reported.
    @inlinable
    public mutating func canonicalID<Record>(
        _ index: Int,
        objectType: String,
        normalise: (String) -> String = { $0 }
    ) -> RecordID<Record>? {
        guard let id = canonicalText(index, objectType: objectType, normalise: normalise) else { return nil }
        return recordID(index, id)
    }

    /// The text of that id.
    @usableFromInline
    mutating func canonicalText(_ index: Int, objectType: String, normalise: (String) -> String) -> String? {
        guard let value: String = value(index), !value.isEmpty else { return nil }
        let key = ExternalKey(system: contextPlace.pointee.system, objectType: objectType, value: normalise(value))
        if let id = contextPlace.pointee.identities.canonicalID(of: key) { return id }
        report(
            .unresolvedReference,
            source: index,
            expected: "an object of type \(objectType) that the identity crosswalk knows",
            severity: .error,
            remedy: "Load the \(objectType) first, or add it to the crosswalk."
        )
        return nil
    }

    /// A text as the id of a record; one that cannot be is reported.
    @inlinable
    mutating func recordID<Record>(_ index: Int, _ text: String) -> RecordID<Record>? {
        do throws(ValueError) {
            return try RecordID(text)
        } catch {
            report(error, source: index)
            return nil
        }
    }
}

extension RuleOutput {
    /// Sets a source to the vendor's id of a canonical record; leaves it if the crosswalk knows none.
    public func setExternal(_ index: Int, _ id: String, objectType: String) {
        if let value = context.identities.externalValue(of: id, in: context.system, objectType: objectType) {
            set(index, value)
        } else {
            leave(index)
        }
    }
}

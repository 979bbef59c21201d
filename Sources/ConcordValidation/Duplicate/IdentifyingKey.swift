public import ConcordSchema
internal import ConcordValues

/// What tells one record of a kind from another: a number, an address, several values together.
///
/// ```swift
/// IdentifyingKey<Resource>("mail address", .certain, at: \.email) { $0.email?.lowercased() }
/// ```
///
/// Two records with the same key are one record twice, for certain or likely. The key's text is already normalised: what
/// does not matter, such as case and spaces, is not in it.
public struct IdentifyingKey<Record: CanonicalRecord>: Sendable {
    /// How sure it is that two records with the same key are one.
    public enum Weight: Sendable, Hashable {
        /// They are one: an error.
        case certain
        /// They may be one: a warning.
        case likely
    }

    /// What it is in words, after *the same*: `mail address`, `issuer and number`.
    public let name: String

    /// How sure it is.
    public let weight: Weight

    /// The place that findings name.
    let path: RecordPath

    /// The texts of a record, of which each is a key; none if the record has nothing to tell it by.
    let texts: @Sendable (Record) -> [String]

    /// A key of which a record has one or none.
    ///
    /// - Parameters:
    ///   - name: What it is in words, after *the same*.
    ///   - weight: How sure it is that two records with the same key are one.
    ///   - place: The place that findings name.
    ///   - text: The normalised text; nil if the record has not what it is made of.
    public init<Value>(
        _ name: String,
        _ weight: Weight,
        at place: KeyPath<Place<Record, Record>, Place<Record, Value>>,
        text: @escaping @Sendable (Record) -> String?
    ) {
        self.init(name, weight, at: place, each: { record in text(record).map { [$0] } ?? [] })
    }

    /// A key of which a record may have several, such as the numbers of its registrations.
    ///
    /// - Parameters:
    ///   - name: What it is in words, after *the same*.
    ///   - weight: How sure it is that two records with the same key are one.
    ///   - place: The place that findings name.
    ///   - texts: The normalised texts.
    public init<Value>(
        _ name: String,
        _ weight: Weight,
        at place: KeyPath<Place<Record, Record>, Place<Record, Value>>,
        each texts: @escaping @Sendable (Record) -> [String]
    ) {
        self.name = name
        self.weight = weight
        self.texts = texts
        path = Place<Record, Record>()[keyPath: place].path
    }
}

extension IdentifyingKey {
    /// The identity in a source system: no two records are one object there.
    ///
    /// What a record names as another object's key does not count.
    public static var sourceIdentity: IdentifyingKey {
        IdentifyingKey("object in a source system", .certain, at: \.header.externalReferences) { record in
            record.header.externalReferences.filter { $0.use != .foreignKey && $0.use != .display }
                .map { reference in
                    let parts = ["\(reference.system)", reference.tenant ?? "", reference.objectType, reference.value]
                    return parts.joined(separator: "\u{1F}")
                }
        }
    }
}

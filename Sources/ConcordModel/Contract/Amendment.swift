public import ConcordSchema
public import ConcordValues

/// A change of a contract: what it changes, from when, and what that means for what is already billed.
public struct Amendment: Record {
    /// The amendment's identity.
    public var id: RecordID<Amendment>

    /// The place of the amendment among those of its contract, counted from 1.
    public var sequence: Int

    /// The number by which both parties know the amendment.
    public var number: String?

    /// What kind of change it is.
    public var type: AmendmentType

    /// Where the change stands.
    public var status: AmendmentStatus

    /// Why the contract is changed.
    public var reasonCode: Coding?

    /// The day on which the change was asked for.
    public var requestedOn: LocalDate?

    /// The day on which the last party signed.
    public var executedOn: LocalDate?

    /// The first day on which the change holds; before the signature if it reaches back.
    public var effectiveFrom: LocalDate?

    /// The amendment that this one takes the place of.
    public var supersedes: RecordID<Amendment>?

    /// Whether it is signed, and by whom.
    public var signature: Signature?

    /// The change of scope in words.
    public var scopeText: String?

    /// The fields of the contract that change, with their values before and after.
    public var changes: [AmendedField] = []

    /// What the change adds to the contract's value; negative where it takes away.
    public var valueDelta: Money?

    /// What the change adds to the quantity; negative where it takes away.
    public var quantityDelta: Quantity?

    /// The contract lines that come, change or end.
    public var lineChanges: [LineChange] = []

    /// The schedules and milestones that come, change or end.
    public var scheduleChanges: [ScheduleChange] = []

    /// Whether it changes what was already worked or billed.
    public var isRetroactive: Bool?

    /// What becomes of what was already worked and billed.
    public var rebillPolicy: RebillPolicy?

    /// What was already worked and billed under the terms that change.
    public var affected: AffectedRecords?

    /// How the change is taken into revenue.
    public var revenueTreatment: RevenueTreatment?

    /// The documents that make up the amendment.
    public var documents: [DocumentReference] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An amendment.
    ///
    /// - Parameters:
    ///   - id: The amendment's identity.
    ///   - sequence: The place of the amendment among those of its contract, counted from 1.
    ///   - type: What kind of change it is.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<Amendment>,
        sequence: Int,
        type: AmendmentType,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.sequence = sequence
        self.type = type
        status = .draft
        configure(&self)
    }

    /// The declaration of an amendment.
    public static let schema = RecordSchema(
        "amendment",
        "A change of a contract: what it changes, from when, and what that means for what is already billed.",
        blank: Amendment(id: .placeholder, sequence: 0, type: .placeholder)
    ) {
        Field("id", \.id, "The amendment's identity.")
        Field("sequence", \.sequence, "The place of the amendment among those of its contract, counted from 1.")
        Field("number", \.number, "The number by which both parties know the amendment.")
        Field("type", \.type, "What kind of change it is.")
        Field("status", \.status, "Where the change stands.", hasDefault: true)
        Field("reasonCode", \.reasonCode, "Why the contract is changed.")
        Field("requestedOn", \.requestedOn, "The day on which the change was asked for.")
        Field("executedOn", \.executedOn, "The day on which the last party signed.")
        Field(
            "effectiveFrom",
            \.effectiveFrom,
            "The first day on which the change holds; before the signature if it reaches back."
        )
        Field("supersedes", \.supersedes, "The amendment that this one takes the place of.")
        Field("signature", \.signature, "Whether it is signed, and by whom.")
        Field("scopeText", \.scopeText, "The change of scope in words.")
        Field(
            "changes",
            \.changes,
            key: \.path,
            "The fields of the contract that change, with their values before and after."
        )
        Field(
            "valueDelta",
            \.valueDelta,
            "What the change adds to the contract's value; negative where it takes away.",
            sensitivity: .commercial
        )
        Field("quantityDelta", \.quantityDelta, "What the change adds to the quantity; negative where it takes away.")
        Field("lineChanges", \.lineChanges, "The contract lines that come, change or end.")
        Field("scheduleChanges", \.scheduleChanges, "The schedules and milestones that come, change or end.")
        Field("isRetroactive", \.isRetroactive, "Whether it changes what was already worked or billed.")
        Field("rebillPolicy", \.rebillPolicy, "What becomes of what was already worked and billed.")
        Field("affected", \.affected, "What was already worked and billed under the terms that change.")
        Field("revenueTreatment", \.revenueTreatment, "How the change is taken into revenue.")
        Field("documents", \.documents, "The documents that make up the amendment.")
    }
}

/// What kind of change an amendment is.
public struct AmendmentType: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A change of scope, time or price while work goes on.
    public static let changeOrder = Self(rawValue: "changeOrder")
    /// A change of the terms.
    public static let amendment = Self(rawValue: "amendment")
    /// Another term after the end of this one.
    public static let renewal = Self(rawValue: "renewal")
    /// More time.
    public static let `extension` = Self(rawValue: "extension")
    /// The end before its time.
    public static let termination = Self(rawValue: "termination")
    /// Other prices.
    public static let priceRevision = Self(rawValue: "priceRevision")
    /// Another party in the place of one.
    public static let assignment = Self(rawValue: "assignment")
    /// What was written is put right.
    public static let correction = Self(rawValue: "correction")

    /// The known codes.
    public static let codes: CodeList = [
        "changeOrder", "amendment", "renewal", "extension", "termination", "priceRevision", "assignment", "correction",
    ]
}

/// Where an amendment stands.
public struct AmendmentStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being written.
    public static let draft = Self(rawValue: "draft")
    /// With the other party.
    public static let proposed = Self(rawValue: "proposed")
    /// Agreed and not signed by everybody yet.
    public static let approved = Self(rawValue: "approved")
    /// Signed by everybody.
    public static let executed = Self(rawValue: "executed")
    /// Refused.
    public static let rejected = Self(rawValue: "rejected")
    /// Without effect.
    public static let void = Self(rawValue: "void")

    /// The known codes.
    public static let codes: CodeList = ["draft", "proposed", "approved", "executed", "rejected", "void"]
}

/// What an amendment does to what was already worked and billed.
public struct RebillPolicy: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing: it holds for later work alone.
    ///
    /// Its text is `none`; a member of that name would be nil wherever an optional is expected.
    public static let leaveAsIs = Self(rawValue: "none")
    /// What is not billed yet is billed on the new terms.
    public static let adjustUnbilled = Self(rawValue: "adjustUnbilled")
    /// What was billed is credited and billed again on the new terms.
    public static let creditAndRebill = Self(rawValue: "creditAndRebill")
    /// The difference is billed or credited in one sum.
    public static let trueUp = Self(rawValue: "trueUp")

    /// The known codes.
    public static let codes: CodeList = ["none", "adjustUnbilled", "creditAndRebill", "trueUp"]
}

/// How an amendment is taken into revenue.
public struct RevenueTreatment: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// In what is still to come (IFRS 15.21 (a)).
    public static let prospective = Self(rawValue: "prospective")
    /// At once, for all that was done so far (IFRS 15.21 (b)).
    public static let cumulativeCatchUp = Self(rawValue: "cumulativeCatchUp")
    /// As a contract of its own (IFRS 15.20).
    public static let separateContract = Self(rawValue: "separateContract")

    /// The known codes.
    public static let codes: CodeList = ["prospective", "cumulativeCatchUp", "separateContract"]
}

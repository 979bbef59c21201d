internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Examination {
    /// The contract that a line is of.
    mutating func contract(of line: RecordID<ContractLine>?) -> RelatedRecord<Contract>? {
        owner(of: line, in: \Contract.lines, id: \.id)
    }

    /// The rate card that a rate is of.
    mutating func rateCard(of entry: RecordID<RateCardEntry>?) -> RelatedRecord<RateCard>? {
        owner(of: entry, in: \RateCard.entries, id: \.id)
    }
}

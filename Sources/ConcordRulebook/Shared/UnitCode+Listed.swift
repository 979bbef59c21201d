internal import ConcordValues

extension UnitCode {
    /// Whether invoices may use the unit: it is of UN/ECE Recommendation 20, or a package of 21.
    var isOfRecommendation20: Bool { isListed || StandardCodeList.isUnit(description) }
}

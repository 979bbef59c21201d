import ConcordRulebook
import ConcordValues
import Testing

@Suite("Code lists of EN 16931")
struct StandardCodeListTests {
    /// Every list with the number of its codes, and of those that have a name.
    static let lists: [(StandardCodeList, Int, Int)] = [
        (.invoiceTypes, 50, 50), (.creditNoteTypes, 13, 13), (.paymentMeans, 84, 84), (.allowanceReasons, 19, 19),
        (.chargeReasons, 178, 178), (.exemptionReasons, 88, 88), (.vatCategories, 10, 10), (.taxPoints, 3, 3),
        (.taxPointsOfCII, 3, 3), (.attachmentTypes, 6, 6), (.addressSchemes, 104, 97), (.identifierSchemes, 243, 52),
        (.units, 1_756, 37), (.packages, 406, 0), (.referenceTypes, 818, 0), (.noteSubjects, 383, 0),
        (.itemClassifications, 185, 0),
    ]

    @Test(arguments: lists.indices)
    func listIsWhole(_ index: Int) {
        let (list, count, named) = Self.lists[index]
        #expect(list.codes.count == count, "\(list)")
        #expect(Set(list.codes).count == count, "\(list)")
        #expect(list.codes.filter { list.name(of: $0) != nil }.count == named, "\(list)")
        for code in list.codes {
            #expect(list.contains(code), "\(list) \(code)")
            #expect(list.nearest(to: code) == code, "\(list) \(code)")
            #expect(!list.contains(code + "_") && !list.contains("_" + code))
        }
        #expect(!list.contains(""))
        #expect(list.name(of: "no such code") == nil)
    }

    @Test func codesAreNamed() {
        #expect(StandardCodeList.paymentMeans.name(of: "58") == "SEPA credit transfer")
        #expect(StandardCodeList.invoiceTypes.name(of: "380") == "commercial invoice")
        #expect(StandardCodeList.exemptionReasons.name(of: "VATEX-EU-AE") == "reverse charge")
        #expect(
            StandardCodeList.exemptionReasons.name(of: "VATEX-EU-132-1A")
                == "article 132(1)(a) of directive 2006/112/EC"
        )
        #expect(StandardCodeList.vatCategories.name(of: "B") == "Italian split payment")
        #expect(StandardCodeList.units.name(of: "HUR") == "hour")
        #expect(StandardCodeList.paymentMeans.description == "UNTDID 4461 (payment means)")
    }

    @Test func nearestIsByCodeAndThenByName() {
        #expect(StandardCodeList.paymentMeans.nearest(to: "credit transfer") == "30")
        #expect(StandardCodeList.paymentMeans.nearest(to: "SEPA-Credit-Transfer") == "58")
        #expect(StandardCodeList.exemptionReasons.nearest(to: "vatex-eu-ae") == "VATEX-EU-AE")
        #expect(StandardCodeList.vatCategories.nearest(to: "ae") == "AE")
        #expect(StandardCodeList.units.nearest(to: "hour") == "HUR")
        #expect(StandardCodeList.attachmentTypes.nearest(to: "application/PDF") == "application/pdf")
        #expect(StandardCodeList.paymentMeans.nearest(to: "cowrie shells") == nil)
    }

    @Test func unitsThatTheValuesNameAreListed() {
        for unit in UnitCode.listed {
            #expect(StandardCodeList.isUnit(unit.description), "\(unit)")
        }
        #expect(StandardCodeList.isUnit("XBX") && StandardCodeList.isUnit("X1"))
        for code in ["BX", "XX", "X", "", "HOUR", "hur", "XBXX"] {
            #expect(!StandardCodeList.isUnit(code), "\(code)")
        }
    }
}

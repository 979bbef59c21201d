extension StandardCodeList {
    /// Reasons for taking something off: `95` discount, `41` bonus (EN 16931, BT-98 and BT-140, BR-CL-19).
    ///
    /// The part of UNTDID 5189 that EN 16931 allows, complete.
    public static let allowanceReasons = StandardCodeList(
        "UNTDID 5189, EN 16931",
        "allowance reasons",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            41 bonus for work ahead of schedule
            42 other bonus
            60 manufacturer's consumer discount
            62 military status
            63 work accident
            64 special agreement
            65 production error
            66 new outlet
            67 sample
            68 end of range
            70 Incoterm
            71 point of sales threshold
            88 material surcharge or deduction
            95 discount
            100 special rebate
            102 fixed long term
            103 temporary
            104 standard
            105 yearly turnover
            """
    )
}

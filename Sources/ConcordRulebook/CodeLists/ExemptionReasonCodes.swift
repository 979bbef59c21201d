extension StandardCodeList {
    /// Reasons for charging no VAT: `VATEX-EU-AE` reverse charge, `VATEX-EU-O` not subject (EN 16931, BT-121, BR-
    /// CL-22).
    ///
    /// The list VATEX of the European Commission as EN 16931 uses it, complete. The letters count in upper case.
    public static let exemptionReasons = StandardCodeList(
        "VATEX",
        "VAT exemption reasons",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            VATEX-EU-79-C amounts paid out for the customer, article 79(c) of directive 2006/112/EC
            VATEX-EU-132 article 132 of directive 2006/112/EC
            VATEX-EU-132-1A article 132(1)(a) of directive 2006/112/EC
            VATEX-EU-132-1B article 132(1)(b) of directive 2006/112/EC
            VATEX-EU-132-1C article 132(1)(c) of directive 2006/112/EC
            VATEX-EU-132-1D article 132(1)(d) of directive 2006/112/EC
            VATEX-EU-132-1E article 132(1)(e) of directive 2006/112/EC
            VATEX-EU-132-1F article 132(1)(f) of directive 2006/112/EC
            VATEX-EU-132-1G article 132(1)(g) of directive 2006/112/EC
            VATEX-EU-132-1H article 132(1)(h) of directive 2006/112/EC
            VATEX-EU-132-1I article 132(1)(i) of directive 2006/112/EC
            VATEX-EU-132-1J article 132(1)(j) of directive 2006/112/EC
            VATEX-EU-132-1K article 132(1)(k) of directive 2006/112/EC
            VATEX-EU-132-1L article 132(1)(l) of directive 2006/112/EC
            VATEX-EU-132-1M article 132(1)(m) of directive 2006/112/EC
            VATEX-EU-132-1N article 132(1)(n) of directive 2006/112/EC
            VATEX-EU-132-1O article 132(1)(o) of directive 2006/112/EC
            VATEX-EU-132-1P article 132(1)(p) of directive 2006/112/EC
            VATEX-EU-132-1Q article 132(1)(q) of directive 2006/112/EC
            VATEX-EU-135-1 article 135(1) of directive 2006/112/EC
            VATEX-EU-143 article 143 of directive 2006/112/EC
            VATEX-EU-143-1A article 143(1)(a) of directive 2006/112/EC
            VATEX-EU-143-1B article 143(1)(b) of directive 2006/112/EC
            VATEX-EU-143-1C article 143(1)(c) of directive 2006/112/EC
            VATEX-EU-143-1D article 143(1)(d) of directive 2006/112/EC
            VATEX-EU-143-1E article 143(1)(e) of directive 2006/112/EC
            VATEX-EU-143-1F article 143(1)(f) of directive 2006/112/EC
            VATEX-EU-143-1FA article 143(1)(fa) of directive 2006/112/EC
            VATEX-EU-143-1G article 143(1)(g) of directive 2006/112/EC
            VATEX-EU-143-1H article 143(1)(h) of directive 2006/112/EC
            VATEX-EU-143-1I article 143(1)(i) of directive 2006/112/EC
            VATEX-EU-143-1J article 143(1)(j) of directive 2006/112/EC
            VATEX-EU-143-1K article 143(1)(k) of directive 2006/112/EC
            VATEX-EU-143-1L article 143(1)(l) of directive 2006/112/EC
            VATEX-EU-144 article 144 of directive 2006/112/EC
            VATEX-EU-146-1E article 146(1)(e) of directive 2006/112/EC
            VATEX-EU-159 article 159 of directive 2006/112/EC
            VATEX-EU-309 article 309 of directive 2006/112/EC
            VATEX-EU-148 article 148 of directive 2006/112/EC
            VATEX-EU-148-A article 148(a) of directive 2006/112/EC
            VATEX-EU-148-B article 148(b) of directive 2006/112/EC
            VATEX-EU-148-C article 148(c) of directive 2006/112/EC
            VATEX-EU-148-D article 148(d) of directive 2006/112/EC
            VATEX-EU-148-E article 148(e) of directive 2006/112/EC
            VATEX-EU-148-F article 148(f) of directive 2006/112/EC
            VATEX-EU-148-G article 148(g) of directive 2006/112/EC
            VATEX-EU-151 article 151 of directive 2006/112/EC
            VATEX-EU-151-1A article 151(1)(a) of directive 2006/112/EC
            VATEX-EU-151-1AA article 151(1)(aa) of directive 2006/112/EC
            VATEX-EU-151-1B article 151(1)(b) of directive 2006/112/EC
            VATEX-EU-151-1C article 151(1)(c) of directive 2006/112/EC
            VATEX-EU-151-1D article 151(1)(d) of directive 2006/112/EC
            VATEX-EU-151-1E article 151(1)(e) of directive 2006/112/EC
            VATEX-EU-G export outside the EU
            VATEX-EU-O not subject to VAT
            VATEX-EU-IC intra-community supply
            VATEX-EU-AE reverse charge
            VATEX-EU-D margin scheme of travel agents
            VATEX-EU-F margin scheme of second-hand goods
            VATEX-EU-I margin scheme of works of art
            VATEX-EU-J margin scheme of collectors' items and antiques
            VATEX-FR-FRANCHISE French small business without VAT
            VATEX-FR-CNWVAT French credit note without VAT
            VATEX-EU-153 article 153 of directive 2006/112/EC
            VATEX-FR-CGI261-1 article 261-1 of the French tax code
            VATEX-FR-CGI261-2 article 261-2 of the French tax code
            VATEX-FR-CGI261-3 article 261-3 of the French tax code
            VATEX-FR-CGI261-4 article 261-4 of the French tax code
            VATEX-FR-CGI261-5 article 261-5 of the French tax code
            VATEX-FR-CGI261-7 article 261-7 of the French tax code
            VATEX-FR-CGI261-8 article 261-8 of the French tax code
            VATEX-FR-CGI261A article 261 A of the French tax code
            VATEX-FR-CGI261B article 261 B of the French tax code
            VATEX-FR-CGI261C-1 article 261 C-1 of the French tax code
            VATEX-FR-CGI261C-2 article 261 C-2 of the French tax code
            VATEX-FR-CGI261C-3 article 261 C-3 of the French tax code
            VATEX-FR-CGI261D-1 article 261 D-1 of the French tax code
            VATEX-FR-CGI261D-1BIS article 261 D-1 bis of the French tax code
            VATEX-FR-CGI261D-2 article 261 D-2 of the French tax code
            VATEX-FR-CGI261D-3 article 261 D-3 of the French tax code
            VATEX-FR-CGI261D-4 article 261 D-4 of the French tax code
            VATEX-FR-CGI261E-1 article 261 E-1 of the French tax code
            VATEX-FR-CGI261E-2 article 261 E-2 of the French tax code
            VATEX-FR-CGI277A article 277 A of the French tax code
            VATEX-FR-CGI275 article 275 of the French tax code
            VATEX-FR-298SEXDECIESA article 298 sexdecies A of the French tax code
            VATEX-FR-CGI295 article 295 of the French tax code
            VATEX-FR-AE French reverse charge
            """
    )
}

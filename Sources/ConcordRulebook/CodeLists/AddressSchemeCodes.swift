extension StandardCodeList {
    /// Lists that electronic addresses are from: `0088` GLN, `9930` German VAT number, `EM` mail (EN 16931, BR-CL-25).
    ///
    /// The list EAS of the European Commission as EN 16931 uses it, complete; the newest few have no name here.
    public static let addressSchemes = StandardCodeList(
        "EAS",
        "electronic address schemes",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            0002 French SIREN
            0007 Swedish organisation number
            0009 French SIRET
            0037 Finnish business number (LY-tunnus)
            0060 D-U-N-S number
            0088 global location number (GLN)
            0096 Danish chamber of commerce
            0097 Ediforum Italia
            0106 Dutch chamber of commerce (KvK)
            0130 directorates of the European Commission
            0135 SIA object identifiers
            0142 SECETI object identifiers
            0147 Japanese standard company code
            0151 Australian business number (ABN)
            0154
            0158
            0170 Teikoku company code
            0177 Odette
            0183 Swiss enterprise number (UID)
            0184 Danish DIGSTORG
            0188 Japanese corporate number
            0190 Dutch government organisation number (OIN)
            0191 Estonian registry code
            0192 Norwegian organisation number
            0193 UBL.BE party identifier
            0194 KOIOS open technical dictionary
            0195 Singaporean entity number (UEN)
            0196 Icelandic kennitala
            0198 Danish ERSTORG
            0199 legal entity identifier (LEI)
            0200 Lithuanian legal entity code
            0201 Italian public office (iPA)
            0202 Italian certified mail address (PEC)
            0203 Swedish eDelivery network participant
            0204 German Leitweg-ID
            0205 Italian CODDEST
            0208 Belgian enterprise number
            0209 GS1 identification keys
            0210 Italian codice fiscale
            0211 Italian partita IVA
            0212 Finnish organisation identifier
            0213 Finnish VAT number
            0215 Finnish net service ID
            0216 Finnish OVT code
            0217 Dutch establishment number
            0218 Latvian unified registration number
            0219 Latvian taxpayer code
            0220 Latvian register of persons
            0221 Japanese qualified invoice issuer
            0225 French invoicing address (CTC)
            0230 Malaysian e-invoicing
            0235 Emirati tax number (TIN)
            0240
            0244
            0242 OpenPeppol service provider
            0245
            0246
            0248
            9910 Hungarian VAT number
            9913 Business Registers Network
            9914 Austrian VAT number
            9915 Austrian administration code
            9918 SWIFT
            9919 Austrian business register number
            9920 Spanish tax number
            9922 Andorran VAT number
            9923 Albanian VAT number
            9924 Bosnian VAT number
            9925 Belgian VAT number
            9926 Bulgarian VAT number
            9927 Swiss VAT number
            9928 Cypriot VAT number
            9929 Czech VAT number
            9930 German VAT number
            9931 Estonian VAT number
            9932 British VAT number
            9933 Greek VAT number
            9934 Croatian VAT number
            9935 Irish VAT number
            9936 Liechtenstein VAT number
            9937 Lithuanian VAT number
            9938 Luxembourgish VAT number
            9939 Latvian VAT number
            9940 Monegasque VAT number
            9941 Montenegrin VAT number
            9942 North Macedonian VAT number
            9943 Maltese VAT number
            9944 Dutch VAT number
            9945 Polish VAT number
            9946 Portuguese VAT number
            9947 Romanian VAT number
            9948 Serbian VAT number
            9949 Slovenian VAT number
            9950 Slovak VAT number
            9951 San Marinese VAT number
            9952 Turkish VAT number
            9953 Vatican VAT number
            9957 French VAT number
            9959 US employer identification number (EIN)
            AN O.F.T.P. (Odette)
            AQ X.400 address
            AS AS2 exchange
            AU file transfer (FTP)
            EM electronic mail
            """
    )
}

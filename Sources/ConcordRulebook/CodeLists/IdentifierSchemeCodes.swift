extension StandardCodeList {
    /// Lists that identifiers of organisations and items are from: `0060` D-U-N-S, `0088` GLN (EN 16931, BR-CL-10).
    ///
    /// The codes of ISO 6523 as EN 16931 uses them, complete; those that electronic addresses use have names here. EN
    /// 16931 also takes `SEPA` for creditors.
    public static let identifierSchemes = StandardCodeList(
        "ISO 6523 ICD",
        "identifier schemes",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            0002 French SIREN
            0003
            0004
            0005
            0006
            0007 Swedish organisation number
            0008
            0009 French SIRET
            0010
            0011
            0012
            0013
            0014
            0015
            0016
            0017
            0018
            0019
            0020
            0021 SWIFT BIC
            0022
            0023
            0024
            0025
            0026
            0027
            0028
            0029
            0030
            0031
            0032
            0033
            0034
            0035
            0036
            0037 Finnish business number (LY-tunnus)
            0038
            0039
            0040
            0041
            0042
            0043
            0044
            0045
            0046
            0047
            0048
            0049
            0050
            0051
            0052
            0053
            0054
            0055
            0056
            0057
            0058
            0059
            0060 D-U-N-S number
            0061
            0062
            0063
            0064
            0065
            0066
            0067
            0068
            0069
            0070
            0071
            0072
            0073
            0074
            0075
            0076
            0077
            0078
            0079
            0080
            0081
            0082
            0083
            0084
            0085
            0086
            0087
            0088 global location number (GLN)
            0089
            0090
            0091
            0093
            0094
            0095
            0096 Danish chamber of commerce
            0097 Ediforum Italia
            0098
            0099
            0100
            0101
            0102
            0104
            0105
            0106 Dutch chamber of commerce (KvK)
            0107
            0108
            0109
            0110
            0111
            0112
            0113
            0114
            0115
            0116
            0117
            0118
            0119
            0120
            0121
            0122
            0123
            0124
            0125
            0126
            0127
            0128
            0129
            0130 directorates of the European Commission
            0131
            0132
            0133
            0134
            0135 SIA object identifiers
            0136
            0137
            0138
            0139
            0140
            0141
            0142 SECETI object identifiers
            0143
            0144
            0145
            0146
            0147 Japanese standard company code
            0148
            0149
            0150
            0151 Australian business number (ABN)
            0152
            0153
            0154
            0155
            0156
            0157
            0158
            0159
            0160
            0161
            0162
            0163
            0164
            0165
            0166
            0167
            0168
            0169
            0170 Teikoku company code
            0171
            0172
            0173
            0174
            0175
            0176
            0177 Odette
            0178
            0179
            0180
            0183 Swiss enterprise number (UID)
            0184 Danish DIGSTORG
            0185
            0186
            0187
            0188 Japanese corporate number
            0189
            0190 Dutch government organisation number (OIN)
            0191 Estonian registry code
            0192 Norwegian organisation number
            0193 UBL.BE party identifier
            0194 KOIOS open technical dictionary
            0195 Singaporean entity number (UEN)
            0196 Icelandic kennitala
            0197
            0198 Danish ERSTORG
            0199 legal entity identifier (LEI)
            0200 Lithuanian legal entity code
            0201 Italian public office (iPA)
            0202 Italian certified mail address (PEC)
            0203 Swedish eDelivery network participant
            0204 German Leitweg-ID
            0205 Italian CODDEST
            0206
            0207
            0208 Belgian enterprise number
            0209 GS1 identification keys
            0210 Italian codice fiscale
            0211 Italian partita IVA
            0212 Finnish organisation identifier
            0213 Finnish VAT number
            0214
            0215 Finnish net service ID
            0216 Finnish OVT code
            0217 Dutch establishment number
            0218 Latvian unified registration number
            0219 Latvian taxpayer code
            0220 Latvian register of persons
            0221 Japanese qualified invoice issuer
            0222
            0223
            0224
            0225 French invoicing address (CTC)
            0226
            0227
            0228
            0229
            0230 Malaysian e-invoicing
            0231
            0232
            0233
            0234
            0235 Emirati tax number (TIN)
            0236
            0237
            0238
            0239
            0240
            0241
            0242 OpenPeppol service provider
            0243
            0244
            0245
            0246
            0247
            0248
            """
    )
}

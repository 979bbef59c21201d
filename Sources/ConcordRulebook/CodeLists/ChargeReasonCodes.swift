extension StandardCodeList {
    /// Reasons for adding something: `FC` freight, `ABD` overtime (EN 16931, BT-105 and BT-145, BR-CL-20).
    ///
    /// The list UNTDID 7161 as EN 16931 uses it, complete.
    public static let chargeReasons = StandardCodeList(
        "UNTDID 7161",
        "charge reasons",
        version: "EN 16931 rules 1.3.16, 2026-03-30",
        lines: """
            AA advertising
            AAA telecommunication
            AAC technical modification
            AAD job-order production
            AAE outlays
            AAF off-premises
            AAH additional processing
            AAI attesting
            AAS acceptance
            AAT rush delivery
            AAV special construction
            AAY airport facilities
            AAZ concession
            ABA compulsory storage
            ABB fuel removal
            ABC into plane
            ABD overtime
            ABF tooling
            ABK miscellaneous
            ABL additional packaging
            ABN dunnage
            ABR containerisation
            ABS carton packing
            ABT hessian wrapping
            ABU polyethylene wrapping
            ACF miscellaneous treatment
            ACG enamelling
            ACH heat treatment
            ACI plating
            ACJ painting
            ACK polishing
            ACL priming
            ACM preservation
            ACS fitting
            ADC consolidation
            ADE bill of lading
            ADJ airbag
            ADK transfer
            ADL slipsheet
            ADM binding
            ADN replacement of a broken returnable package
            ADO efficient logistics
            ADP merchandising
            ADQ product mix
            ADR other services
            ADT pick-up
            ADW chronic illness
            ADY new product introduction
            ADZ direct delivery
            AEA diversion
            AEB disconnection
            AEC distribution
            AED handling of hazardous cargo
            AEF rents and leases
            AEH location differential
            AEI aircraft refuelling
            AEJ fuel shipped into storage
            AEK cash on delivery
            AEL small order processing
            AEM clerical or administrative services
            AEN guarantee
            AEO collection and recycling
            AEP copyright fee collection
            AES veterinary inspection
            AET pensioner service
            AEU medicine free pass holder
            AEV environmental protection
            AEW environmental clean-up
            AEX national cheque processing outside the account area
            AEY national payment outside the account area
            AEZ national payment within the account area
            AJ adjustments
            AU authentication
            CA cataloguing
            CAB cartage
            CAD certification
            CAE certificate of conformance
            CAF certificate of origin
            CAI cutting
            CAJ consular service
            CAK customer collection
            CAL payroll payment
            CAM cash transportation
            CAN home banking
            CAO bilateral agreement
            CAP insurance brokerage
            CAQ cheque generation
            CAR preferential merchandising location
            CAS crane
            CAT special colour
            CAU sorting
            CAV battery collection and recycling
            CAW product take-back
            CAX quality control released
            CAY quality control held
            CAZ quality control embargo
            CD car loading
            CG cleaning
            CS cigarette stamping
            CT count and recount
            DAB layout or design
            DAD driver assigned unloading
            DAC assortment allowance
            DAF debtor bound
            DAG dealer allowance
            DAH allowance passed on to the consumer
            DAI growth of business
            DAJ introduction allowance
            DAK multi-buy promotion
            DAL partnership
            DAM return handling
            DAN minimum order not reached
            DAO point of sales threshold
            DAP wholesaling discount
            DAQ documentary credit transfer commission
            DL delivery
            EG engraving
            EP expediting
            ER exchange rate guarantee
            FAA fabrication
            FAB freight equalisation
            FAC extraordinary freight handling
            FC freight
            FH filling or handling
            FI financing
            GAA grinding
            HAA hose
            HD handling
            HH hoisting and hauling
            IAA installation
            IAB installation and warranty
            ID inside delivery
            IF inspection
            IR installation and training
            IS invoicing
            KO koshering
            L1 carrier count
            LA labelling
            LAA labour
            LAB repair and return
            LF legalisation
            MAE mounting
            MI mail invoice
            ML mail invoice to each location
            NAA containers not returned
            OA outside cable connectors
            PA invoice with shipment
            PAA phosphatising
            PC packing
            PL palletising
            PRV price variation
            RAB repacking
            RAC repair
            RAD returnable container
            RAF restocking
            RE redelivery
            RF refurbishing
            RH rail wagon hire
            RV loading
            SA salvaging
            SAA shipping and handling
            SAD special packaging
            SAE stamping
            SAI consignee unloading
            SG shrink-wrapping
            SH special handling
            SM special finish
            SU set-up
            TAB tank renting
            TAC testing
            TT transportation billed by a third party
            TV transportation by the vendor
            V1 drop yard
            V2 drop dock
            WH warehousing
            XAA combination of all shipments of a day
            YY split pick-up
            ZZZ mutually defined
            """
    )
}

import ConcordMapping

/// What is known of the fields of Certinia's objects, as one organisation has them; see `VendorFields` for the notation.
///
/// Fields of the packages are all here, so that a misspelt one is told from one that a firm added.
extension Certinia {
    static func fields(_ table: String) -> VendorFields {
        Salesforce.systemFields.adding(
            VendorFields(Salesforce.convention.with(packages: ["pse__", "fferpcore__"]), table)
        )
    }

    /// The fields of projects.
    static let projectFields = fields(
        """
        text Name
        reference OwnerId->User RecordTypeId~->RecordType
        as pse__%__c
        text API_Time_Period? Baseline_Project_Phase?! Baseline_Project_Status?! Baseline_Stage?! Batch_Sequence!
        text Expense_Notes? Financial_Visual?! Jira_Correlation_ID? Jira_Project_Key? Jira_Project_URL?! Location?
        text Notes? Project_ID_Chain? Project_ID! Project_Name_Chain? Project_Status_Notes? Schedule_Visual?!
        text Scope_Visual?! Status_Visual?!
        number Alert_Threshold?[%] Batch_Sequence_Number?! Billable_Expense_Fee_Percentage?[%]
        number Billable_External_Hours? Billable_Internal_Hours? Billing_Eligible_Budgets?
        number Billing_Eligible_Expenses? Billing_Eligible_Milestones? Billing_Eligible_Misc_Adjustments?
        number Billing_Eligible_Timecard_Splits? Credited_Non_Billable_Internal_Hours? Duration?!
        number Estimated_Hours_at_Completion? Excluded_Hours? Hierarchy_Depth? Non_Billable_External_Hours?
        number Non_Billable_Internal_Hours? Percent_Discount?[%] Percent_Estimated_Margin?![%]
        number Percent_Hours_Complete?[%] Percent_Hours_Completed_For_Recognition?[%] Percentage_Used?![%]
        number Planned_Hours? Rate_Card_Discount_Limit? Rate_Card_Percentage_Discount?[%]
        number Scheduled_Hours_Remaining? Tasks_Total_Percent_Complete_Points?![%] Tasks_Total_Points_Complete?
        number Tasks_Total_Points? Total_Assigned_Hours? Total_Number_of_Tasks? Total_Submitted_Hours?
        number Variance_From_Plan? Variance_at_Completion?
        money Amount? Billable_Expense_Fee_Flat? Billed? Billings? Bookings? Discount?! Estimated_Cost?
        money Estimated_Margin?! Expense_Budget? Expense_Costs? Expense? External_Costs? External_Time_Cost?
        money Inactive_Project_Backlog? Internal_Budget? Internal_Costs? Internal_Time_Cost? Invoiced? Margin?!
        money Milestone_Cost? Net_Amount?! Other_Costs? Pass_Through_Billings? Pre_Billed? Remaining_Amount?!
        money Revenue? Scheduled_Milestone? Scheduled_Time? Total_Costs?!
        money Total_Projected_Revenue_From_Assignments? Unscheduled_Backlog?
        day Baseline_End_Date?! Baseline_Start_Date?! Billing_Eligible_Last_Updated? Current_Time_Period_End_Date?
        day End_Date? Hours_Cut_Off_Date? Scheduled_Backlog_Calculated_Date? Scheduled_Backlog_End_Date?
        day Start_Date?
        instant Actuals_Last_Recalc_Date? Actuals_Last_Update_Date? Backlog_Last_Update_Date?
        instant Revenue_Forecast_Last_Updated?
        flag Action_Count_Billing_Eligible_Records Action_Update_Current_Time_Period Actuals_Need_Recalc
        flag Add_BEIs_To_Existing_Batches Adjust_End_Date Allow_Expenses_Without_Assignment Allow_Self_Staffing
        flag Allow_Timecards_Without_Assignment Apply_Billing_Cap Auto_Cap_Project_Billing
        flag Billing_Queues_Need_Recalc Closed_for_Expense_Entry Closed_for_Time_Entry
        flag Copy_Child_Records_from_Template_Async Daily_Timecard_Notes_Required
        flag ExcludeProjectFromDisplayOnBilling Exclude_From_Billing Exclude_From_EVA_Calculation
        flag Exclude_From_Monitor_Rollup Exclude_from_Backlog Exclude_from_Project_Planner
        flag Exclude_from_Project_Variance_Batch Include_In_Forecasting Is_Active Is_Billable Is_Primary_Estimate
        flag Is_Template Requires_Dependency_Sync Revenue_Forecast_Batch_Update_Pending
        flag Send_to_Third_Party_Expenses_Application! Share_with_Project_Manager Share_with_Project_Resources
        flag Sync_With_Jira Time_Credited Time_Excluded Time_Logged_In_Days
        code Billing_Type? Estimate_Approval_Status? Financial_Status? Jira_Project_Type? Jira_Project?
        code Pre_Bill_Type? Project_Phase? Project_Status? Project_Type? Recognition_Method?
        code Revenue_Forecast_Processing_Status? Schedule_Status? Scope_Status? Services_Billing_Time_Period_Type?
        code Stage? Time_Zone?
        reference Account?->Account Actuals_Last_Updated_By?->User Backlog_Last_Updated_By?->User
        reference Baseline?->pse__VersionItem_ProjectDetail__c Company?->fferpcore__Company__c
        reference Current_Time_Period?->pse__Time_Period__c Email_Alert_Recipient?->Contact
        reference Engagement?->fferpcore__ff_Engagement__c Forecast_Curve?->pse__Forecast_Curve__c
        reference Group?->pse__Grp__c Hours_to_Days_Rule?->pse__Hours_to_Days_Rule__c
        reference Master_Project?->pse__Proj__c Opportunity_Owner?->User Opportunity?->Opportunity
        reference Parent_Project?->pse__Proj__c Practice?->pse__Practice__c Project_Manager?->Contact
        reference Rate_Card_Set?->pse__Rate_Card_Set__c Region?->pse__Region__c
        reference Work_Calendar?->pse__Work_Calendar__c
        """
    )

    /// The fields of contacts that are resources: Salesforce's own and the package's.
    static let resourceFields = fields(
        """
        text Name! FirstName? LastName MiddleName~ Suffix~ Title? Department? Email? Phone? MobilePhone? Fax? HomePhone?
        text OtherPhone? AssistantName? AssistantPhone? Description? EmailBouncedReason? PhotoUrl?! Jigsaw?
        text MailingStreet? MailingCity? MailingState? MailingPostalCode? MailingCountry? OtherStreet? OtherCity?
        text OtherState? OtherPostalCode? OtherCountry?
        code Salutation? LeadSource? MailingStateCode~ MailingCountryCode~ OtherStateCode~ OtherCountryCode~
        day Birthdate? LastActivityDate?!
        instant EmailBouncedDate? LastCURequestDate?! LastCUUpdateDate?!
        flag HasOptedOutOfEmail DoNotCall IsEmailBounced!
        reference AccountId?->Account OwnerId->User ReportsToId?->Contact RecordTypeId~->RecordType
        object MailingAddress?! OtherAddress?!
        as pse__%__c
        text API_Resource_Correlation_Id? ERP_Worker_Correlation_Id? Jira_Correlation_Username? Languages?
        number Billable_External_Hours? Billable_Internal_Hours? Credited_Non_Billable_Internal_Hours?
        number Excluded_Hours? Hist_Sch_Utilization_Billable_Hours? Hist_Sch_Utilization_Credited_Hours?
        number Hist_Sch_Utilization_Excluded_Hours? Hist_Sch_Utilization_Held_Hours?
        number Hist_Sch_Utilization_Non_Billable_Hrs? Historical_Utilization_Billable_Hours?
        number Historical_Utilization_Calendar_Hours? Historical_Utilization_Credited_Hours?
        number Historical_Utilization_Excluded_Hours? Historical_Utilization_Non_Billable_Hrs?
        number Historical_Utilization_Target_Attainment?![%] Historical_Utilization_Target_Hours?
        number Historical_Utilization_Target?![%] Historical_Utilization?[%] Latitude_PSA? Longitude_PSA?
        number Non_Billable_External_Hours? Non_Billable_Internal_Hours? Scheduled_Utilization_Billable_Hours?
        number Scheduled_Utilization_Calendar_Hours? Scheduled_Utilization_Credited_Hours?
        number Scheduled_Utilization_Excluded_Hours? Scheduled_Utilization_Held_Hours?
        number Scheduled_Utilization_Non_Billable_Hrs? Scheduled_Utilization_Target_Attainment?![%]
        number Scheduled_Utilization_Target_Hours? Scheduled_Utilization_Target?![%] Scheduled_Utilization?[%]
        number Total_Time_Period_Hours? Total_Utilization?[%] Utilization_Elapsed_Hours?
        number Utilization_Full_Time_Period?![%] Utilization_Target_Attainment?![%]
        number Utilization_Target_Average?![%] Utilization_Target_Hours? Utilization_Target?[%] Utilization?![%]
        money Billed? Billings? Bookings? Default_Cost_Rate? Expense_Budget? Expense_Costs? External_Costs?
        money Internal_Budget? Internal_Costs? Invoiced? Margin?! Other_Costs? Pass_Through_Billings? Pre_Billed?
        money Revenue? Total_Costs?!
        day Current_Time_Period_End_Date? Employment_Status_Effective_Date? Last_Date? Start_Date?
        day Utilization_Calculation_Date?
        instant Actuals_Last_Update_Date? Utilization_Last_Update_Date?
        flag Action_Calculate_Utilization Action_Update_Current_Time_Period Allow_Timecards_Without_Assignment
        flag Daily_Default_Cost_Rate Exclude_From_Missing_Timecards Exclude_From_Time_Calculations
        flag Exclude_From_Time_Variance Exclude_from_Resource_Planner External_Resource Is_Resource_Active
        flag Is_Resource Send_to_Third_Party_Expenses_Application! Sync_with_Jira
        code Employment_Status? Level? Resource_Role?
        reference Actuals_Last_Updated_By?->User Current_Time_Period?->pse__Time_Period__c Group?->pse__Grp__c
        reference Practice?->pse__Practice__c Region?->pse__Region__c Salesforce_User?->User
        reference Utilization_Last_Updated_By?->User Work_Calendar?->pse__Work_Calendar__c
        """
    )

    /// The fields of assignments.
    static let assignmentFields = fields(
        """
        text Name
        as pse__%__c
        text API_Assignment_Correlation_Id? Assignment_Daily_Notes? Assignment_Number!
        text Average_Cost_Rate_Currency_Code? Average_Cost_Rate?! Batch_Sequence! Cost_Rate_Currency_Code?
        text Cost_Rate?! Description? ERP_Absence_Correlation_Id? Nick_Name? Override_RPG_Audit_Notes?
        text Suggested_Bill_Rate_Currency_Code? Suggested_Bill_Rate?! Team_Schedule_Slot_Key?
        text Third_Party_Expenses_App_Correlation_ID? Utilization_Run?
        number Average_Cost_Rate_Number? Batch_Sequence_Number?! Billable_Days_In_Financials?
        number Billable_Days_Submitted? Billable_Hours_In_Financials? Billable_Hours_Submitted? Cost_Rate_Amount?
        number Estimated_Time_To_Completion? Non_Billable_Days_In_Financials? Non_Billable_Days_Submitted?
        number Non_Billable_Hours_In_Financials? Non_Billable_Hours_Submitted? Percent_Allocated? Planned_Hours?
        number Project_Task_Hours? Scheduled_Days?! Scheduled_Hours?! Suggested_Bill_Rate_Number?
        money Bill_Rate? Billable_Amount_In_Financials? Billable_Amount_Submitted?
        money Billable_Expenses_In_Financials? Billable_Expenses_Submitted? Non_Billable_Expenses_In_Financials?
        money Non_Billable_Expenses_Submitted? Planned_Bill_Rate? Planned_Revenue?! Projected_Revenue?
        money Timecard_External_Costs_In_Financials? Timecard_External_Costs_Submitted?
        money Timecard_Internal_Costs_In_Financials? Timecard_Internal_Costs_Submitted?
        day End_Date?! Resource_Cost_Rate_Date? Start_Date?! Team_Member_Swap_Date?
        instant Assignment_Daily_Notes_Last_Updated?
        flag Action_Refresh_EVA_Hours_From_Timecards Action_Refresh_Expense_Rollups
        flag Action_Refresh_Hours_From_Schedule Action_Refresh_Timecard_Rollups Action_Sync_With_External_Calendar
        flag Closed_for_Expense_Entry Closed_for_Time_Entry Daily_Bill_Rate Daily_Cost_Rate
        flag Daily_Timecard_Notes_Required Default_Assignment_to_Sync_Jira_Worklog
        flag Eligible_for_Schedule_Recalculation Exclude_From_EVA_Calculation Exclude_From_External_Calendar_Sync
        flag Exclude_From_Tc_Exp_Rollups Exclude_From_Utilization Exclude_from_Billing Exclude_from_Planners
        flag Is_Billable Override_RPG_Enabled Schedule_Updated Send_to_Third_Party_Expenses_Application!
        flag Show_Assignment_Methodologies_Only Show_Assignment_Milestones_Only Show_Assignment_Phases_Only
        flag Time_Credited Time_Excluded Use_Project_Currency_For_Resource_Cost
        flag Use_Resource_Currency_For_Resource_Cost Use_Resource_Default_Cost_Rate
        flag Use_Resource_Default_Cost_Rate_as_Daily
        code Location? Role? Source? Status?
        reference Hours_to_Days_Rule?->pse__Hours_to_Days_Rule__c Milestone?->pse__Milestone__c
        reference Override_Expense_Group?->pse__Grp__c Override_Expense_Practice?->pse__Practice__c
        reference Override_Expense_Region?->pse__Region__c Override_Timecard_Cost_Group?->pse__Grp__c
        reference Override_Timecard_Cost_Practice?->pse__Practice__c
        reference Override_Timecard_Cost_Region?->pse__Region__c Override_Timecard_Revenue_Group?->pse__Grp__c
        reference Override_Timecard_Revenue_Practice?->pse__Practice__c
        reference Override_Timecard_Revenue_Region?->pse__Region__c Project?->pse__Proj__c
        reference Rate_Card?->pse__Rate_Card__c Resource_Request?->pse__Resource_Request__c Resource?->Contact
        reference Schedule?->pse__Schedule__c Team_Member_Swapped_Out?->Contact
        reference Team_Schedule_Slot?->pse__Team_Schedule_Slot__c
        """
    )

    /// The fields of timecard headers.
    static let timecardFields = fields(
        """
        text Name!
        as pse__%__c
        text Additional_Notes? Audit_Notes_History? Audit_Notes? Cost_Rate_Currency_Code? Cost_Rate?!
        text Friday_Notes? Hours_To_Days_Rule_Assignment?! Hours_To_Days_Rule_Project?! Monday_Notes?
        text Saturday_Notes? Sunday_Notes? Thursday_Notes? Timecard_Notes? Total_Cost?! Travel_Week?!
        text Tuesday_Notes? Wednesday_Notes?
        number Cost_Rate_Amount? Cost_Rate_Exchange_Rate? Days_Worked_Override? Estimated_Time_To_Completion?
        number Friday_Days? Friday_Hours? Monday_Days? Monday_Hours? Project_Exchange_Rate? Saturday_Days?
        number Saturday_Hours? Sunday_Days? Sunday_Hours? Thursday_Days? Thursday_Hours? Total_Days_Worked?!
        number Total_Hours?! Tuesday_Days? Tuesday_Hours? Wednesday_Days? Wednesday_Hours?
        money Bill_Rate? Total_Billable_Amount?!
        day End_Date? Start_Date?
        flag Admin_Global_Edit Approved Bill_Rate_Defaulted_from_Milestone Billable Billed Daily_Bill_Rate
        flag Daily_Cost_Rate Disable_Approval_Auto_Submit Exclude_From_Utilization Exclude_from_Billing
        flag Exclude_from_Daily_Maximum External_Resource Include_In_Financials Invoiced Submitted Time_Credited
        flag Time_Excluded Time_Logged_In_Days Timecard_UI_Save_Submit_Needed Travel_Fri Travel_Mon Travel_Sat
        flag Travel_Sun Travel_Thu Travel_Tue Travel_Wed
        code Location_Fri? Location_Mon? Location_Sat? Location_Sun? Location_Thu? Location_Tue? Location_Wed?
        code Primary_Location? Project_Methodology? Project_Phase? Status?
        reference Approver?->User Assignment?->pse__Assignment__c Milestone?->pse__Milestone__c
        reference Override_Cost_Group?->pse__Grp__c Override_Cost_Practice?->pse__Practice__c
        reference Override_Cost_Region?->pse__Region__c Override_Revenue_Group?->pse__Grp__c
        reference Override_Revenue_Practice?->pse__Practice__c Override_Revenue_Region?->pse__Region__c
        reference Primary_Project_Location?->pse__Project_Location__c
        reference Project_Location_Fri?->pse__Project_Location__c Project_Location_Mon?->pse__Project_Location__c
        reference Project_Location_Sat?->pse__Project_Location__c Project_Location_Sun?->pse__Project_Location__c
        reference Project_Location_Thu?->pse__Project_Location__c Project_Location_Tue?->pse__Project_Location__c
        reference Project_Location_Wed?->pse__Project_Location__c
        reference Project_Methodology_Object?->pse__Project_Methodology__c
        reference Project_Phase_Object?->pse__Project_Phase__c Project?->pse__Proj__c Resource?->Contact
        reference Timer_Session?->pse__Timer_Session__c
        any Project_Task_Hours?! Total_Days_Worked_Advanced?!
        """
    )

    /// The fields of expenses.
    static let expenseFields = fields(
        """
        text Name!
        as pse__%__c
        text Amount_To_Bill?! Amount_To_Reimburse?! Audit_Notes_History? Audit_Notes? Billable_Fee_Flat?!
        text Billing_Currency? Billing_Event_Invoiced?! Billing_Event_Released?! Billing_Event_Status?!
        text Billing_Event?! Description? Eligible_for_Billing?! Invoice_Number? Mobile_Expense_Reference_ID?
        text Notes? Override_Group_Currency_Code?! Override_Practice_Currency_Code?!
        text Override_Region_Currency_Code?! Reimbursement_Currency? Split_Notes?
        text Third_Party_Expenses_App_Expense_ID?
        number Billable_Fee_Flat_Amount? Billable_Fee_Percentage?[%] Billing_Amount_Pre_Fee_Subtotal?
        number Billing_Amount? Distance? Exchange_Rate_Billing_Currency? Exchange_Rate_Incurred_Currency?
        number Exchange_Rate_Reimbursement_Currency? Exchange_Rate_Resource_Defined?
        number Reimbursement_Amount_In_Project_Currency? Reimbursement_Amount?
        money Amount? Billable_Amount?! Incurred_Tax? Non_Billable_Amount?! Non_Billable_Incurred_Amount?
        money Non_Billable_Incurred_Subtotal?!
        day Bill_Date? Expense_Date? Invoice_Date?
        flag Admin_Global_Edit Approved Approved_for_Billing Approved_for_Vendor_Payment Attachments_moved_to_ER
        flag Billable Billed Billing_Hold Exclude_from_Billing Include_In_Financials Incurred_Tax_Non_Billable
        flag Invoiced Lost_Receipt Non_Reimbursible Override_Rate_Billing_Currency Override_Rate_Incurred_Currency
        flag Override_Rate_Reimbursement_Currency Split_Expense Submitted Synchronous_Update_Required
        code Rate_Unit? Recognition_Method? Status? Tax_Type? Type?
        reference Applied_Expense_Rate?->pse__Expense_Limit_Rate__c Assignment?->pse__Assignment__c
        reference Bill_Transaction?->pse__Transaction__c Billing_Event_Item?->pse__Billing_Event_Item__c
        reference Cost_Transaction?->pse__Transaction__c Expense_Report?->pse__Expense_Report__c
        reference Expense_Split_Parent?->pse__Expense__c Invoice_Transaction?->pse__Transaction__c
        reference Milestone?->pse__Milestone__c Override_Group?->pse__Grp__c Override_Practice?->pse__Practice__c
        reference Override_Region?->pse__Region__c Project_Methodology?->pse__Project_Methodology__c
        reference Project_Phase?->pse__Project_Phase__c Project?->pse__Proj__c Resource?->Contact
        reference Revenue_Transaction?->pse__Transaction__c Vendor_Invoice_Item?->pse__Vendor_Invoice_Item__c
        """
    )

    /// The fields of rate cards.
    static let rateCardFields = fields(
        """
        text Name
        reference OwnerId->User
        as pse__%__c
        money Average_Cost_Rate? Suggested_Bill_Rate?
        day End_Date? Start_Date?
        flag Cascading_Role
        code Role?
        reference Account?->Account Group?->pse__Grp__c Practice?->pse__Practice__c Region?->pse__Region__c
        """
    )

    /// The fields of billing documents.
    static let billingDocumentFields = fields(
        """
        text Name!
        reference OwnerId->User
        as fferpcore__%__c
        text BillingAccountName? BillingCity? BillingCountry? BillingPostalCode? BillingState? BillingStreet?
        text CustomerReference? Description? DocumentTypePrefix?! ExternalDocumentNumber? FooterText? HeaderText?
        text ShippingAccountName? ShippingCity? ShippingCountry? ShippingPostalCode? ShippingState?
        text ShippingStreet? ValidatedBillingCity? ValidatedBillingCountry? ValidatedBillingPostalCode?
        text ValidatedBillingState? ValidatedBillingStreet? ValidatedShippingCity? ValidatedShippingCountry?
        text ValidatedShippingPostalCode? ValidatedShippingState? ValidatedShippingStreet?
        money ReportingDocumentTotal?!
        day DateIssued? DocumentDate? DocumentDueDate? TaxPointDate?
        flag AllowRebilling IsBillingAddressValidated! IsComplete! IsShippingAddressValidated! IsTaxCalculated
        flag ProcessingTaxDetails
        code CreditNoteReason? DocumentSource? DocumentStatus? DocumentType? ExternalTaxStatus?
        reference Account?->Account AnalysisItem1?->fferpcore__AnalysisItem__c
        reference AnalysisItem2?->fferpcore__AnalysisItem__c AnalysisItem3?->fferpcore__AnalysisItem__c
        reference AnalysisItem4?->fferpcore__AnalysisItem__c Company?->fferpcore__Company__c
        reference CompletionProcessTracking?->fferpcore__ProcessTracking__c
        reference Engagement?->fferpcore__ff_Engagement__c RelatedDocument?->fferpcore__BillingDocument__c
        any DiscountTotal?! DocumentTotal?! NetTotal?! NumberOfBillingDocumentLineItems?! TaxValueTotal?!
        as pse__%__c
        text Billing_Event_Correlation_Id?
        """
    )
}

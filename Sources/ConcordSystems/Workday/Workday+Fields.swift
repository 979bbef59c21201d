import ConcordMapping

/// What is known of Workday's elements and of reports' columns; see `VendorFields` for the notation.
///
/// Elements that the mappings do not say to be documented are from general knowledge of the services. What is empty is
/// not there.
extension Workday {
    /// A reference is its typed IDs and a label; firms add no elements.
    static let elementConvention = VendorConvention(referenceMembers: ["ID", "@Descriptor"])

    /// Whoever makes a report names its columns, so that any name may be one.
    static let reportConvention = VendorConvention(prefixes: [""])

    /// The elements of workers, which are changed by events of their own.
    static let workerFields = VendorFields(
        elementConvention,
        """
        text Worker_Descriptor~!
        reference Worker_Reference!->Worker
        as Worker_Data/%
        text Worker_ID! User_ID~! Universal_ID~!
        object Qualification_Data~! Photo_Data~! Worker_Document_Data~! Role_Data~! Management_Chain_Data~!
        object Related_Person_Data~! Benefit_Enrollment_and_Eligibility_Data~! Employee_Review_Data~! Goal_Data~!
        object Development_Item_Data~! Skill_Data~! Account_Provisioning_Data~! Background_Check_Data~!
        object Transaction_Log_Entry_Data~! Integration_Field_Override_Data~! Employee_Contract_Data~!
        object Succession_Profile_Data~! Talent_Assessment_Data~! Feedback_Received_Data~! Career_Data~!
        as Worker_Data/Personal_Data/%
        text Tobacco_Use~!
        day Birth_Date~! Date_of_Death~!
        object Personal_Information_Data~! Identification_Data~! Primary_Nationality_Reference~!
        object Additional_Nationality_Reference~! Citizenship_Status_Reference~! Gender_Reference~!
        object Marital_Status_Reference~! Ethnicity_Reference~! Disability_Status_Data~!
        as Worker_Data/Personal_Data/Name_Data/%
        object Additional_Name_Data~!
        as Worker_Data/Personal_Data/Name_Data/Legal_Name_Data/Name_Detail_Data/%
        text @Formatted_Name~! @Reporting_Name~! First_Name~! Middle_Name~! Last_Name~! Secondary_Last_Name~!
        object Prefix_Data~! Suffix_Data~!
        reference Country_Reference~!->Country
        as Worker_Data/Personal_Data/Name_Data/Preferred_Name_Data/Name_Detail_Data/%
        text @Formatted_Name~! @Reporting_Name~! First_Name~! Middle_Name~! Last_Name~! Secondary_Last_Name~!
        object Prefix_Data~! Suffix_Data~!
        reference Country_Reference~!->Country
        as Worker_Data/Personal_Data/Contact_Data/%
        list Email_Address_Data~! Address_Data~! Phone_Data~! Instant_Messenger_Data~! Web_Address_Data~!
        as Worker_Data/Employment_Data/%
        list Worker_Job_Data~!
        object Worker_Contract_Data~! International_Assignment_Summary_Data~!
        as Worker_Data/Employment_Data/Worker_Status_Data/%
        flag Active~! Retired~! Terminated~! Rehire~! Not_Returning~! Hire_Rescinded~! Regrettable_Termination~!
        flag Eligible_for_Hire~! Termination_Involuntary~!
        day Active_Status_Date~! Hire_Date~! Original_Hire_Date~! Termination_Date~! Termination_Last_Day_of_Work~!
        day Retirement_Date~! Continuous_Service_Date~! First_Day_of_Work~! Seniority_Date~! Benefits_Service_Date~!
        day Company_Service_Date~! End_Employment_Date~! Expected_Date_of_Return~! Resignation_Date~! Pay_Through_Date~!
        day Time_Off_Service_Date~! Vesting_Date~!
        list Leave_Status_Data~!
        object Primary_Termination_Reason_Reference~! Primary_Termination_Category_Reference~! Hire_Reason_Reference~!
        as Worker_Data/Organization_Data/%
        list Worker_Organization_Data~!
        as Worker_Data/Compensation_Data/%
        day Compensation_Effective_Date~!
        object Employee_Base_Pay_Plan_Assignment_Data~! Salary_and_Hourly_Data~! Allowance_Plan_Data~! Bonus_Plan_Data~!
        object Merit_Plan_Data~! Employee_Compensation_Summary_Data~! Reason_Reference~! Commission_Plan_Data~!
        object Stock_Plan_Data~! Calculated_Plan_Data~!
        as Worker_Data/Compensation_Data/Compensation_Guidelines_Data/%
        reference Compensation_Grade_Reference~!->Compensation_Grade Compensation_Grade_Profile_Reference~!
        reference Compensation_Package_Reference~!
        object Compensation_Step_Reference~!
        """
    )

    /// The elements of projects.
    static let projectFields = VendorFields(
        elementConvention,
        """
        reference Project_Reference->Project
        as Project_Data/%
        text Workday_Project_ID~ Project_Name~ Description~ Project_Overview~ Problem_Statement~ Objective~ In_Scope~
        text Out_of_Scope~ Measures_of_Success~ Project_Risk_Level~ Realized_Benefits~
        day Start_Date~ End_Date~ Estimated_Completion_Date~
        flag Inactive~ Billable~ Capital~ Include_Project_ID_in_Name~ Budget_Required~ Requires_Approval~
        number Overall_Percent_Complete~ Estimated_Hours~[hours]
        money Estimated_Budget~ Estimated_Cost~ Estimated_Revenue~
        reference Company_Reference~->Company Customer_Reference~->Customer Owner_Reference~->Worker
        reference Project_Hierarchy_Reference~->Project_Hierarchy
        code Currency_Reference~=ISO-4217
        reference Parent_Project_Reference~->Project Work_Schedule_Calendar_Reference~->Work_Schedule_Calendar
        code Project_State_Reference~! Project_Status_Reference~ Priority_Reference~ Risk_Level_Reference~
        code Success_Rating_Reference~
        list Optional_Project_Hierarchy_Reference~ Worktags_Reference~ Project_Group_Reference~ Attachment_Data~
        object Worktags_Data~ Project_Budget_Data~ Project_Roles_Data~ Resource_Plan_Data~ Project_Plan_Data~
        """
    )

    /// The elements of customer invoices.
    static let customerInvoiceFields = VendorFields(
        elementConvention,
        """
        reference Customer_Invoice_Reference->Customer_Invoice
        as Customer_Invoice_Data/%
        text Customer_Invoice_ID~ Invoice_Number~ Customer_PO_Number~ Memo~ Bill_To_Contact~ Invoice_Sequence_Number~
        text Reference_Number~ Default_Ship_to_Contact~ Notes~
        code Document_Status~! Payment_Status~!
        flag Submit~ Locked_in_Workday~ On_Hold~ Ready_to_Print~ Intercompany~ Void~ Integration_Disputed~
        flag Exclude_from_Statement~
        day Invoice_Date~ Accounting_Date~ Due_Date_Override~ From_Date~ To_Date~ Dispute_Date~ Discount_Date~
        day Budget_Date~ Currency_Rate_Date_Override~ Currency_Rate_Lookup_Date_Override~ Tax_Point_Date~
        money Amount_Due~! Dispute_Amount~ Control_Amount_Total~ Interest_Amount~ Retention_Amount~
        number Currency_Rate_Manual_Override~
        reference Company_Reference~->Company Customer_Reference~->Customer Billable_Project_Reference~->Project
        reference Payment_Terms_Reference~->Payment_Terms Payment_Type_Reference~->Payment_Type
        reference Bill_To_Customer_Reference~->Customer Sold-To_Customer_Reference~->Customer
        reference Invoice_Collection_Analyst_Reference~->Worker Invoice_Type_Reference~->Customer_Invoice_Type
        reference Default_Tax_Code_Reference~->Tax_Code Customer_Contract_Reference~->Customer_Contract
        reference Currency_Rate_Type_Override_Reference~->Currency_Rate_Type Delivery_Type_Reference~
        reference Withholding_Tax_Code_Reference~
        code Currency_Reference~=ISO-4217
        list Bill_To_Contact_Reference~ Bill_To_Address_Data~ Bill-To_Address_Data~ Ship_To_Address_Data~ Tax_Code_Data~
        list Dispute_Reason_Reference~ Attachment_Data~ Note_Data~ Customer_Invoice_Line_Replacement_Data~
        object Direct_Debit_Mandate_Reference~ Statutory_Invoice_Data~ Interest_Data~ Retention_Data~
        as Customer_Invoice_Data/Customer_Invoice_Line_Replacement_Data/*/%
        text Line_Order~ Customer_Invoice_Line_Reference_ID~ Line_Item_Description~ Memo~ Supplementary_Data~
        number Quantity~
        money Unit_Cost~ Extended_Amount~ Calculated_Tax_Amount~!
        day From_Date~ To_Date~ Transaction_Date~ Recognition_Start_Date~ Recognition_End_Date~
        flag Deferred_Revenue~ Billable~ Exclude_from_Invoice~
        reference Customer_Invoice_Line_Reference~->Customer_Invoice_Line Intercompany_Affiliate_Reference~->Company
        reference Customer_Contract_Line_Reference~->Customer_Contract_Line Billable_Project_Reference~->Project
        reference Project_Plan_Task_Reference~->Project_Plan_Task Sales_Item_Reference~->Sales_Item
        reference Revenue_Category_Reference~->Revenue_Category Tax_Applicability_Reference~->Tax_Applicability
        reference Tax_Code_Reference~->Tax_Code Tax_Recoverability_Reference~->Tax_Recoverability
        reference Billing_Schedule_Reference~ Revenue_Recognition_Rule_Reference~
        code Unit_of_Measure_Reference~
        list Worktags_Reference~ Revenue_Recognition_Schedule_Reference~ Tax_Rate_Data~
        """
    )

    /// The columns of reports on workers; reports cannot be sent back.
    static let workerReportFields = VendorFields(
        reportConvention,
        """
        text Workday_ID! Last_Functionally_Updated~! Employee_ID! Worker~! Legal_First_Name~! Legal_Middle_Name~!
        text Legal_Last_Name~! Preferred_Name~! User_Name~! Email~! Business_Title~! Job_Profile~!
        text Supervisory_Organization~! Cost_Center~! Company~! Location~! Manager~! Management_Level~!
        code Worker_Type! Time_Type~! Compensation_Grade~!
        flag Active! Terminated~! On_Leave~!
        day Hire_Date~! Termination_Date~! Original_Hire_Date~!
        reference Job_Profile_WID~!->Job_Profile Job_Profile_ID~!->Job_Profile Company_WID~!->Company
        reference Company_ID~!->Company Supervisory_Organization_WID~!->Organization
        reference Supervisory_Organization_ID~!->Organization Cost_Center_WID~!->Cost_Center
        reference Cost_Center_ID~!->Cost_Center Location_WID~!->Location Location_ID~!->Location Manager_WID~!->Worker
        reference Manager_ID~!->Worker
        number Scheduled_Weekly_Hours~![hours] FTE~!
        """
    )

    /// The columns of reports on projects.
    static let projectReportFields = VendorFields(
        reportConvention,
        """
        text Workday_ID! Last_Functionally_Updated~! Project_ID! Project_Name! Customer~! Company~! Project_Manager~!
        text Project_Hierarchy~!
        code Project_State~! Project_Status~! Currency~!=ISO-4217
        flag Inactive~! Billable~! Capital~!
        day Start_Date~! End_Date~!
        number Overall_Percent_Complete~!
        reference Customer_WID~!->Customer Customer_ID~!->Customer Company_WID~!->Company Company_ID~!->Company
        reference Project_Manager_WID~!->Worker Project_Manager_ID~!->Worker
        """
    )

    /// The columns of reports on customer invoices, and of the group of their lines.
    static let customerInvoiceReportFields = VendorFields(
        reportConvention,
        """
        text Workday_ID! Last_Functionally_Updated~! Invoice_Number~! Company~! Customer~! Project~! PO_Number~! Memo~!
        code Invoice_Status~! Payment_Status~! Currency~!=ISO-4217
        day Invoice_Date~! Accounting_Date~! Due_Date~! From_Date~! To_Date~!
        money Total_Invoice_Amount~! Tax_Amount~! Amount_Due~!
        reference Company_WID~!->Company Company_ID~!->Company Customer_WID~!->Customer Customer_ID~!->Customer
        reference Project_WID~!->Project Project_ID~!->Project
        list Invoice_Lines_group~!
        as Invoice_Lines_group/*/%
        text Line_Order! Line_Item_Description~! Unit_of_Measure~! Project~! Memo~!
        reference Line_WID~!->Customer_Invoice_Line Project_WID~!->Project Project_ID~!->Project
        code Sales_Item~! Revenue_Category~! Worktags~!
        number Quantity~!
        money Unit_Cost~! Extended_Amount~!
        day From_Date~! To_Date~!
        """
    )
}

import Foundation

/// A struct with the fields of `TimeEntry`, dates and decimals as strings, for Foundation's Codable.
struct PlainEntry: Codable {
    var schema: String
    var id: String
    var header: PlainHeader
    var resource: String
    var date: String
    var timeZone: String
    var worked: Int
    var start: String?
    var end: String?
    var breakMinutes: Int?
    var project: String?
    var task: String?
    var assignment: String?
    var customer: String?
    var sheet: PlainReference?
    var workType: PlainCoding
    var timeType: String?
    var role: String?
    var location: PlainCoding?
    var internalDescription: String?
    var customerDescription: String?
    var workedQuantity: PlainQuantity?
    var billableQuantity: PlainQuantity?
    var costQuantity: PlainQuantity?
    var roundedQuantity: PlainQuantity?
    var roundingApplied: PlainRounding?
    var approval: PlainApproval
    var billability: String
    var billingState: String
    var holdReason: PlainCoding?
    var contractLine: String?
    var billRate: PlainRate?
    var billAmount: PlainMoney?
    var allocations: [String]?
    var invoiceTextOverride: String?
    var costRate: PlainRate?
    var costAmount: PlainMoney?
    var costState: String
    var payrollState: PlainCoding?
    var revenueState: PlainCoding?
    var employingEntity: String?
    var performingEntity: String?
    var transferPrice: PlainMoney?
    var corrects: String?
    var reversalOf: String?
    var locked: PlainLock?
    var accountingPeriod: String?
    var dimensions: [PlainDimension]?
}

struct PlainMoney: Codable {
    var amount: String
    var currency: String
}

struct PlainQuantity: Codable {
    var value: String
    var unit: String
}

struct PlainCoding: Codable {
    var system: String?
    var code: String
    var display: String?
    var sourceText: String?
}

struct PlainRate: Codable {
    var amount: PlainMoney
    var unit: String
    var cardEntry: String?
    var cardVersion: Int?
    var resolutionTrace: [String]?
    var overriddenBy: String?
    var at: String?
}

struct PlainApproval: Codable {
    var state: String
    var steps: [PlainStep]?
}

struct PlainStep: Codable {
    var level: Int
    var actor: String
    var onBehalfOf: String?
    var at: String?
    var decision: String
    var reason: String?
}

struct PlainReference: Codable {
    var system: String
    var tenant: String?
    var legalEntity: String?
    var objectType: String
    var value: String
    var use: String?
    var assigner: String?
    var matchMethod: String?
    var confidence: String?
    var verifiedBy: String?
    var url: String?
    var sourceVersion: String?
    var lastSeenAt: String?
}

struct PlainHeader: Codable {
    var recordVersion: Int
    var asOf: String
    var source: String
    var ingestedAt: String
    var lifecycle: String?
    var externalReferences: [PlainReference]?
    var createdAt: String?
    var createdBy: String?
    var modifiedAt: String?
    var modifiedBy: String?
    var displayNumber: String?
    var payloadDigest: String?
    var supersededBy: String?
}

struct PlainRounding: Codable {
    var policy: String
    var version: Int
    var difference: Int
}

struct PlainLock: Codable {
    var costSide: Bool
    var billSide: Bool
    var reason: String?
}

struct PlainDimension: Codable {
    var name: String
    var value: PlainCoding
}

// swift-tools-version: 6.2
import PackageDescription

// One target per floor of the house (Documentation/Architecture.md). A target imports only floors below it, and the
// library floors have no dependency at all: every outside package sits behind a trait that is off by default, because
// only a trait that is off spares a consumer the fetch.
let package = Package(
    name: "concord",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "Concord", targets: ["Concord"]),
        .library(name: "ConcordValues", targets: ["ConcordValues"]),
        .library(name: "ConcordSchema", targets: ["ConcordSchema"]),
        .library(name: "ConcordCompatibility", targets: ["ConcordCompatibility"]),
        .library(name: "ConcordConfiguration", targets: ["ConcordConfiguration"]),
        .library(name: "ConcordModel", targets: ["ConcordModel"]),
        .library(name: "ConcordMapping", targets: ["ConcordMapping"]),
        .library(name: "ConcordValidation", targets: ["ConcordValidation"]),
        .library(name: "ConcordOwnership", targets: ["ConcordOwnership"]),
        .library(name: "ConcordRulebook", targets: ["ConcordRulebook"]),
        .library(name: "ConcordAdapters", targets: ["ConcordAdapters"]),
        .library(name: "ConcordSystems", targets: ["ConcordSystems"]),
        .library(name: "ConcordVersions", targets: ["ConcordVersions"]),
        .library(name: "ConcordHistory", targets: ["ConcordHistory"]),
        .library(name: "ConcordXML", targets: ["ConcordXML"]),
        .library(name: "ConcordTelemetry", targets: ["ConcordTelemetry"]),
        .library(name: "ConcordTesting", targets: ["ConcordTesting"]),
        .library(name: "ConcordSQLite", targets: ["ConcordSQLite"]),
        .executable(name: "concord", targets: ["ConcordCommandLine"]),
    ],
    traits: [
        .trait(name: "CommandLine", description: "The concord command (fetches swift-argument-parser)."),
        .trait(name: "SQLite", description: "The store in one file (fetches GRDB; needs SQLite's headers)."),
        .trait(
            name: "Telemetry",
            description: "Logs, metrics and traces (fetches swift-log, swift-metrics, swift-distributed-tracing)."
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Ground: exact values, no records, no Foundation.
        .target(name: "ConcordValues"),
        // Records: one declaration drives reading, writing, difference and dictionary.
        .target(name: "ConcordSchema", dependencies: ["ConcordValues"]),
        // What firms change without a release: layered, versioned, effective-dated documents, and their predicates.
        .target(name: "ConcordConfiguration", dependencies: ["ConcordSchema", "ConcordValues"]),
        // JSON Schema: export of records, a validator, and what a change of schema breaks, with proof.
        .target(name: "ConcordCompatibility", dependencies: ["ConcordSchema", "ConcordValues"]),
        // The canonical records of a professional-services firm. Uses nothing of ConcordSchema that a host cannot.
        .target(name: "ConcordModel", dependencies: ["ConcordSchema", "ConcordValues"]),
        // The engine that maps vendor objects, generic over any canonical record.
        .target(name: "ConcordMapping", dependencies: ["ConcordConfiguration", "ConcordSchema", "ConcordValues"]),
        // The engine that checks records against rules, generic over any canonical record.
        .target(name: "ConcordValidation", dependencies: ["ConcordConfiguration", "ConcordSchema", "ConcordValues"]),
        // Who may say what about which field: claims, decisions, approvals. Generic over any canonical record.
        .target(name: "ConcordOwnership", dependencies: ["ConcordConfiguration", "ConcordSchema", "ConcordValues"]),
        // The default policies of the canonical model: what a valid record is, and who owns its fields.
        .target(
            name: "ConcordRulebook",
            dependencies: [
                "ConcordConfiguration", "ConcordModel", "ConcordOwnership", "ConcordSchema", "ConcordValidation",
                "ConcordValues",
            ]
        ),
        // The host's doors: protocols for what does I/O, defaults in memory, the pipeline over them, resilience.
        .target(
            name: "ConcordAdapters",
            dependencies: [
                "ConcordConfiguration", "ConcordMapping", "ConcordOwnership", "ConcordSchema", "ConcordValidation",
                "ConcordValues",
            ]
        ),
        // What an integration does, as logs, metrics and traces; and what it means for the business, as a pure value.
        .target(
            name: "ConcordTelemetry",
            dependencies: [
                "ConcordAdapters", "ConcordConfiguration", "ConcordModel", "ConcordOwnership", "ConcordSchema",
                "ConcordValues",
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Telemetry"])),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Telemetry"])),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Telemetry"])),
            ]
        ),
        // Versions of schemas and what lies between them: reads and writes any version. Generic over any canonical record.
        .target(name: "ConcordVersions", dependencies: ["ConcordConfiguration", "ConcordSchema", "ConcordValues"]),
        // The published versions of the canonical records. Uses nothing of ConcordVersions that a host cannot.
        .target(
            name: "ConcordHistory",
            dependencies: ["ConcordModel", "ConcordSchema", "ConcordValues", "ConcordVersions"]
        ),
        // XML into mappings. The parser is Foundation's, which no other floor imports.
        .target(name: "ConcordXML", dependencies: ["ConcordSchema"]),
        // One folder a vendor: its objects' mappings to the model.
        .target(
            name: "ConcordSystems",
            dependencies: ["ConcordMapping", "ConcordModel", "ConcordSchema", "ConcordValues"]
        ),
        // Everything a service imports.
        .target(
            name: "Concord",
            dependencies: [
                "ConcordAdapters", "ConcordCompatibility", "ConcordConfiguration", "ConcordHistory", "ConcordMapping",
                "ConcordModel", "ConcordOwnership", "ConcordRulebook", "ConcordSchema", "ConcordSystems", "ConcordValidation",
                "ConcordValues", "ConcordVersions",
            ]
        ),
        // Laws that a host checks its own records and mappings against.
        .target(
            name: "ConcordTesting",
            dependencies: [
                "ConcordAdapters", "ConcordCompatibility", "ConcordConfiguration", "ConcordMapping", "ConcordOwnership",
                "ConcordSchema", "ConcordValidation", "ConcordValues", "ConcordVersions",
            ]
        ),
        // The store in one file. The database is GRDB's, which no other floor imports.
        .target(
            name: "ConcordSQLite",
            dependencies: [
                "ConcordAdapters", "ConcordConfiguration", "ConcordMapping", "ConcordOwnership", "ConcordSchema",
                "ConcordValues",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ]
        ),
        .executableTarget(
            name: "ConcordCommandLine",
            dependencies: [
                "Concord",
                .target(name: "ConcordSQLite", condition: .when(traits: ["SQLite"])),
                .product(
                    name: "ArgumentParser",
                    package: "swift-argument-parser",
                    condition: .when(traits: ["CommandLine"])
                ),
            ]
        ),
        .testTarget(name: "ConcordValuesTests", dependencies: ["ConcordValues"]),
        .testTarget(name: "ConcordSchemaTests", dependencies: ["ConcordSchema", "ConcordTesting", "ConcordValues"]),
        .testTarget(
            name: "ConcordCompatibilityTests",
            dependencies: [
                "ConcordCompatibility", "ConcordHistory", "ConcordModel", "ConcordSchema", "ConcordTesting",
                "ConcordValues", "ConcordVersions",
            ]
        ),
        .testTarget(
            name: "ConcordConfigurationTests",
            dependencies: ["ConcordConfiguration", "ConcordSchema", "ConcordTesting", "ConcordValues"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordModelTests",
            dependencies: ["ConcordModel", "ConcordSchema", "ConcordTesting", "ConcordValues"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordValidationTests",
            dependencies: [
                "ConcordConfiguration", "ConcordModel", "ConcordSchema", "ConcordTesting", "ConcordValidation",
                "ConcordValues",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordOwnershipTests",
            dependencies: [
                "ConcordConfiguration", "ConcordModel", "ConcordOwnership", "ConcordSchema", "ConcordTesting",
                "ConcordValues",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordRulebookTests",
            dependencies: [
                "ConcordConfiguration", "ConcordModel", "ConcordOwnership", "ConcordRulebook", "ConcordSchema",
                "ConcordTesting", "ConcordValidation", "ConcordValues",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordVersionsTests",
            dependencies: [
                "ConcordHistory", "ConcordModel", "ConcordSchema", "ConcordTesting", "ConcordValues", "ConcordVersions",
            ],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordAdaptersTests",
            dependencies: ["Concord", "ConcordTesting"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordSQLiteTests",
            dependencies: [
                "ConcordAdapters", "ConcordConfiguration", "ConcordMapping", "ConcordOwnership", "ConcordSQLite",
                "ConcordSchema", "ConcordTesting", "ConcordValues",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ]
        ),
        .testTarget(
            name: "ConcordTelemetryTests",
            dependencies: [
                "ConcordAdapters", "ConcordConfiguration", "ConcordModel", "ConcordOwnership", "ConcordSchema",
                "ConcordTelemetry", "ConcordTesting", "ConcordValues",
                .product(name: "InMemoryLogging", package: "swift-log", condition: .when(traits: ["Telemetry"])),
                .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Telemetry"])),
                .product(name: "Metrics", package: "swift-metrics", condition: .when(traits: ["Telemetry"])),
                .product(name: "MetricsTestKit", package: "swift-metrics", condition: .when(traits: ["Telemetry"])),
                .product(
                    name: "InMemoryTracing",
                    package: "swift-distributed-tracing",
                    condition: .when(traits: ["Telemetry"])
                ),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Telemetry"])),
            ]
        ),
        .testTarget(name: "ConcordXMLTests", dependencies: ["Concord", "ConcordXML"]),
        .testTarget(
            name: "ConcordMappingTests",
            dependencies: ["Concord", "ConcordTesting", "ConcordXML"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "ConcordCommandLineTests",
            dependencies: ["Concord", "ConcordCommandLine", "ConcordTesting"],
            exclude: ["Golden"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = (target.swiftSettings ?? []) + [
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
        .enableUpcomingFeature("ExistentialAny"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
        .enableUpcomingFeature("MemberImportVisibility"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
        .enableUpcomingFeature("InternalImportsByDefault"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}

// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who depends on Concord never resolves what only its benchmarks need.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "concord", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "Benchmark",
            dependencies: [.product(name: "Concord", package: "concord")]
        )
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2

import PackageDescription

/// What every target is built with: what a module shows of others is said where it is imported.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
    name: "licentia",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "licentiad", targets: ["licentiad"]),
        .executable(name: "licentia", targets: ["licentia"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: [.defaults, "CommandLineArguments"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The domain and the wire: pure.
        .target(name: "Registry", swiftSettings: strict),
        .target(name: "AdminProtocol", dependencies: ["Registry"], swiftSettings: strict),

        // Passwords and tokens: pure, but for the random numbers.
        .target(name: "Credentials", dependencies: [crypto], swiftSettings: strict),

        // The database.
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Postgres", dependencies: ["CLibpq", logging], swiftSettings: strict),
        .target(
            name: "Schema", path: "sql",
            resources: [.embedInCode("migrations"), .embedInCode("statements")],
            swiftSettings: strict),
        .target(
            name: "Store", dependencies: ["Registry", "Postgres", "Schema", crypto, logging],
            swiftSettings: strict),
        .target(name: "Processes", swiftSettings: strict),
        .target(
            name: "EmbeddedPostgres", dependencies: ["Processes", logging, lifecycle],
            swiftSettings: strict),

        // The daemon.
        .target(
            name: "Nightly", dependencies: ["Registry", "Store", logging, lifecycle],
            swiftSettings: strict),
        .target(
            name: "Index", dependencies: ["Registry", "Store", logging], swiftSettings: strict),
        .target(
            name: "Delivery",
            dependencies: ["Processes", "Registry", "Store", logging, lifecycle],
            swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "Registry", "AdminProtocol", "Credentials", "Index", "Postgres", "Store", "Nightly",
                crypto, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "Server", dependencies: ["AdminProtocol", logging, lifecycle] + nio,
            swiftSettings: strict),
        .target(
            name: "Daemon",
            dependencies: [
                "AdminProtocol", "CLibpq", "Commands", "Delivery", "EmbeddedPostgres", "Index",
                "Nightly", "Postgres", "Registry", "Server", "Store", logging, lifecycle,
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "licentiad", dependencies: ["Daemon"], swiftSettings: strict),

        // The admin shell.
        .target(
            name: "Shell",
            dependencies: [
                "AdminProtocol", "Credentials",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + nio,
            swiftSettings: strict),
        .executableTarget(name: "licentia", dependencies: ["Shell"], swiftSettings: strict),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["EmbeddedPostgres", "Postgres", "Store", logging],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
        .testTarget(name: "RegistryTests", dependencies: ["Registry"], swiftSettings: strict),
        .testTarget(
            name: "AdminProtocolTests", dependencies: ["AdminProtocol", "Registry"],
            swiftSettings: strict),
        .testTarget(
            name: "CredentialsTests", dependencies: ["Credentials"], swiftSettings: strict),
        .testTarget(
            name: "EmbeddedPostgresTests",
            dependencies: ["EmbeddedPostgres", "Processes", logging, lifecycle],
            swiftSettings: strict),
        .testTarget(
            name: "PostgresTests",
            dependencies: ["EmbeddedPostgres", "Postgres", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(
            name: "TestSupportTests", dependencies: ["EmbeddedPostgres", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Postgres", "Registry", "Schema", "Store", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(
            name: "IndexTests", dependencies: ["Index", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "AdminProtocol", "Commands", "Credentials", "Index", "Nightly", "Postgres",
                "Registry", "Store", "TestSupport", logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "NightlyTests",
            dependencies: ["Nightly", "Postgres", "Registry", "Store", "TestSupport", logging],
            swiftSettings: strict),
        .testTarget(
            name: "DeliveryTests",
            dependencies: [
                "Delivery", "Nightly", "Postgres", "Registry", "Store", "TestSupport", logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ServerTests", dependencies: ["AdminProtocol", "Server", logging, lifecycle],
            swiftSettings: strict),
        .testTarget(
            name: "ShellTests",
            dependencies: [
                "AdminProtocol", "Credentials", "Server", "Shell", logging, lifecycle,
            ] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "AdminProtocol", "Commands", "Credentials", "Daemon", "EmbeddedPostgres",
                "Postgres", "Registry", "Server", "Shell", "Store", "TestSupport", "licentiad",
                logging,
            ],
            swiftSettings: strict),
    ]
)

// The benchmark is built only where it is asked for (`deploy/bench` does): an ordinary build
// neither fetches what it needs nor waits for it.
if Context.environment["LICENTIA_BENCH"] != nil {
    package.dependencies.append(
        .package(
            url: "https://github.com/HdrHistogram/hdrhistogram-swift",
            .upToNextMinor(from: "0.2.0")))
    package.products.append(.executable(name: "licentia-bench", targets: ["licentia-bench"]))
    package.targets += [
        .target(
            name: "Bench",
            dependencies: [
                "AdminProtocol", "EmbeddedPostgres", "Processes", "Registry", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Histogram", package: "hdrhistogram-swift"),
            ] + nio,
            swiftSettings: strict),
        .executableTarget(
            name: "licentia-bench", dependencies: ["Bench"], swiftSettings: strict),
        .testTarget(
            name: "BenchTests", dependencies: ["AdminProtocol", "Bench", "Registry"],
            swiftSettings: strict),
    ]
}

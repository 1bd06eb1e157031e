// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// Every target of tests may use what they share.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "HeguiTestSupport"] + dependencies,
        swiftSettings: house
    )
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser"
)

let package = Package(
    name: "hegui",
    products: [
        .library(name: "Hegui", targets: ["Hegui", "HeguiCalendar"]),
        .library(name: "CEL", targets: ["CEL"]),
        .executable(name: "hegui", targets: ["hegui"]),
        .executable(name: "cel-conformance", targets: ["cel-conformance"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CHTML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]
        ),
        library("HeguiDiagnostics"),
        tests("HeguiDiagnostics"),
        library("HeguiDigests", ["CCrypto"]),
        tests("HeguiDigests"),
        library("HeguiCalendar"),
        library("HeguiYAML", ["CYAML", "HeguiDiagnostics"]),
        tests("HeguiYAML", ["HeguiDiagnostics"]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        library("CEL", ["CRE2"]),
        tests("CEL", ["cel-conformance"]),
        .target(name: "CScan"),
        library("HeguiColumns", ["CScan", "HeguiCalendar"]),
        tests("HeguiColumns", ["CScan", "HeguiCalendar"]),
        library("HeguiPack", ["HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL"]),
        library(
            "HeguiLoader",
            ["HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL", "HeguiPack"]
        ),
        library(
            "HeguiTables",
            [
                "HeguiDiagnostics", "HeguiDigests", "HeguiCalendar", "HeguiColumns", "HeguiPack",
            ]
        ),
        library(
            "HeguiReview",
            ["HeguiDiagnostics", "HeguiCalendar", "HeguiColumns", "HeguiPack", "HeguiTables"]
        ),
        library(
            "HeguiSheets",
            [
                "CZip", "CExpat", "CHTML", "HeguiDiagnostics", "HeguiDigests", "HeguiCalendar",
                "HeguiYAML",
                "HeguiColumns",
            ]
        ),
        library(
            "HeguiIntake",
            [
                "HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "HeguiColumns", "HeguiPack",
                "HeguiTables", "HeguiSheets",
            ]
        ),
        library(
            "HeguiEngine",
            [
                "HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL", "HeguiColumns",
                "HeguiPack", "HeguiTables", "HeguiReview",
            ]
        ),
        library(
            "HeguiLint",
            [
                "HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL", "HeguiColumns",
                "HeguiPack", "HeguiLoader", "HeguiTables", "HeguiReview", "HeguiIntake",
                "HeguiEngine",
            ]
        ),
        library(
            "HeguiReports",
            [
                "CXlsxWriter", "HeguiDiagnostics", "HeguiDigests", "HeguiCalendar", "HeguiPack",
                "HeguiTables", "HeguiReview", "HeguiSheets",
            ]
        ),
        library(
            "Hegui",
            [
                "HeguiDiagnostics", "HeguiDigests", "HeguiCalendar", "HeguiPack", "HeguiLoader",
                "HeguiTables", "HeguiReview", "HeguiSheets", "HeguiIntake", "HeguiEngine",
                "HeguiLint",
                "HeguiReports",
            ]
        ),
        .executableTarget(
            name: "hegui",
            dependencies: ["HeguiDiagnostics", "HeguiCalendar", "Hegui", argumentParser],
            swiftSettings: house
        ),
        .executableTarget(name: "cel-conformance", dependencies: ["CEL"], swiftSettings: house),
        .executableTarget(
            name: "cel-benchmark", dependencies: ["CEL"], path: "Benchmarks/cel",
            exclude: ["README.md", "RESULTS.md"],
            swiftSettings: house
        ),
        .executableTarget(
            name: "review-benchmark", dependencies: ["Hegui", "HeguiCalendar"],
            path: "Benchmarks/review/Program", swiftSettings: house
        ),
        .target(
            name: "HeguiTestSupport",
            dependencies: ["HeguiDiagnostics", "HeguiPack", "HeguiLoader"],
            path: "Tests/Support", swiftSettings: house
        ),
        tests("hegui", ["review-benchmark"]),
        tests("Hegui", ["HeguiCalendar"]),
        tests("HeguiCalendar"),
        tests("HeguiPack", ["HeguiDiagnostics", "HeguiCalendar", "CEL"]),
        tests(
            "HeguiLoader",
            ["HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL", "HeguiPack", "HeguiLint"]
        ),
        tests(
            "HeguiIntake",
            [
                "HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "HeguiColumns", "HeguiPack",
                "HeguiLoader", "HeguiTables", "HeguiReview", "HeguiSheets",
            ]
        ),
        tests(
            "HeguiEngine",
            [
                "HeguiDiagnostics", "HeguiCalendar", "HeguiYAML", "CEL", "HeguiPack",
                "HeguiLoader", "HeguiTables", "HeguiReview", "HeguiSheets", "HeguiIntake",
                "HeguiLint",
            ]
        ),
        tests(
            "HeguiReports",
            [
                "HeguiDiagnostics", "HeguiDigests", "HeguiCalendar", "HeguiYAML", "HeguiPack",
                "HeguiLoader",
                "HeguiTables", "HeguiReview", "HeguiSheets", "HeguiIntake", "HeguiEngine",
                "HeguiLint",
            ]
        ),
    ],
    cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2
import PackageDescription

// libFuzzer brings its own `main`, which is why these are not targets of the package itself.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(), .unsafeFlags(["-parse-as-library"]),
]

/// Expressions, from the bytes that the fuzzer makes.
let expressions: [Target] = ["FuzzCompile", "FuzzEvaluate"].map {
    .executableTarget(
        name: $0, dependencies: [.product(name: "CEL", package: "hegui")], swiftSettings: settings)
}

/// Files of strangers, which are read as the program reads them.
let files: [Target] = [
    "FuzzCSV", "FuzzXLSX", "FuzzXLS", "FuzzDOCX", "FuzzMarkup", "FuzzZip", "FuzzAnnotate",
    "FuzzPack", "FuzzWaivers", "FuzzSaved",
].map {
    .executableTarget(
        name: $0, dependencies: ["FuzzFiles", .product(name: "Hegui", package: "hegui")],
        swiftSettings: settings)
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "hegui", path: "../..")],
    targets: expressions + files + [
        .target(
            name: "FuzzFiles", dependencies: [.product(name: "Hegui", package: "hegui")],
            swiftSettings: [.swiftLanguageMode(.v6), .strictMemorySafety()])
    ]
)

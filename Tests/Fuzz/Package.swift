// swift-tools-version: 6.2
import PackageDescription

// libFuzzer brings its own `main`, which is why these are not targets of the package itself.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(), .unsafeFlags(["-parse-as-library"]),
]

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "hegui", path: "../..")],
    targets: [
        .executableTarget(
            name: "FuzzCompile", dependencies: [.product(name: "CEL", package: "hegui")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "FuzzEvaluate", dependencies: [.product(name: "CEL", package: "hegui")],
            swiftSettings: settings
        ),
    ]
)

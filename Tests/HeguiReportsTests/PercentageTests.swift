import Testing

@testable import HeguiReports

@Suite("Percentages")
struct PercentageTests {
    @Test(
        "a share is cut to two decimals, never rounded up",
        arguments: [
            (46, 50, "92.00%"), (47_498, 50_000, "94.99%"), (2, 3, "66.66%"), (19, 20, "95.00%"),
            (0, 7, "0.00%"), (7, 7, "100.00%"), (1, 2000, "0.05%"), (1, 0, "—"),
            (Int64.max, Int64.max, "100.00%"), (Int64.max - 1, Int64.max, "99.99%"),
        ] as [(Int64, Int64, String)])
    func share(part: Int64, whole: Int64, expected: String) {
        #expect(Percentage.text(part, of: whole) == DataText(expected))
    }
}

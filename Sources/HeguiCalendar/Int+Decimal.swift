extension Int {
    /// Returns the number that one to nine ASCII digits write, or nil for anything else.
    ///
    /// The standard initialiser also takes a sign, which no date or amount may have.
    init?(decimal text: some StringProtocol) {
        guard (1...9).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(text)
    }

    /// Returns the digits with zeros before them, at least `width` of them.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

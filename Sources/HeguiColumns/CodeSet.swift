/// Some of the codes that there may be.
package struct CodeSet: Sendable {
    let isWanted: [Bool]
    /// The code, where there is only one: it is found many bytes at a time.
    let only: UInt8?

    package init(_ codes: some Sequence<UInt8>) {
        var isWanted = [Bool](repeating: false, count: 256)
        for code in codes { isWanted[Int(code)] = true }
        self.isWanted = isWanted
        let first = isWanted.firstIndex(of: true)
        only = first == isWanted.lastIndex(of: true) ? first.map { UInt8($0) } : nil
    }

    package func contains(_ code: UInt8) -> Bool { isWanted[Int(code)] }
}

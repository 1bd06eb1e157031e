extension TruthBlock {
    /// Sets, for each row, the truth that the block of its number in `choices` has; open where the
    /// number is negative.
    package func choose(_ choices: [Int], among blocks: [TruthBlock]) {
        precondition(choices.count >= count && blocks.allSatisfy { $0.count >= count })
        for index in 0..<count {
            let choice = choices[index]
            unsafe base[index] = choice >= 0 ? blocks[choice].base[index] : Self.open
        }
    }
}

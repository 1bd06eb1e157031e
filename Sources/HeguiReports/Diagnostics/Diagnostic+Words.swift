import HeguiDiagnostics

extension Diagnostic {
    /// Returns all that it says, a line for each sentence: what is wrong, where, what more there is to
    /// know, what to do.
    func words(_ say: Speaker) -> DataText {
        let sentences =
            [message] + [label].compactMap(\.self) + notes + [help].compactMap(\.self)
        return sentences.map { say($0) }.joined(separator: "\n")
    }
}

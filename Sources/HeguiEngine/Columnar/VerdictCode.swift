import HeguiColumns

/// Verdicts as codes of one byte.
enum VerdictCode {
    /// The plain evaluator is to tell; as new memory has it.
    static let open: UInt8 = 0

    static func of(_ verdict: Verdict) -> UInt8 {
        UInt8(1 + (Verdict.allCases.firstIndex(of: verdict) ?? 0))
    }

    static func set(_ verdicts: Set<Verdict>) -> CodeSet { CodeSet(verdicts.map(of)) }

    static func verdict(_ code: UInt8) -> Verdict {
        let all = Verdict.allCases
        return code > 0 && Int(code) <= all.count ? all[Int(code) - 1] : .failed
    }
}

import HeguiColumns

/// Verdicts as codes of one byte.
enum VerdictCode {
    /// The plain evaluator is to tell.
    static let open: UInt8 = 255
    /// As new memory has it, so that a block of rows that all are met is never written.
    static let met: UInt8 = 0

    static func of(_ verdict: Verdict) -> UInt8 {
        UInt8(Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }

    static func set(_ verdicts: Set<Verdict>) -> CodeSet { CodeSet(verdicts.map(of)) }

    static func verdict(_ code: UInt8) -> Verdict {
        Int(code) < Verdict.allCases.count ? Verdict.allCases[Int(code)] : .failed
    }
}

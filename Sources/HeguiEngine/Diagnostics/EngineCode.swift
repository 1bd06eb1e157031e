import HeguiDiagnostics

/// The codes of everything that can be said while rules are run; each has a page in docs/codes.
package enum EngineCode: String, DiagnosticCode {
    // Waivers and explanations.
    case statementRuleUnknown = "E0001"
    case statementSubjectUnknown = "E0002"
    case statementSubjectAmbiguous = "E0003"
    case statementTooEarly = "E0004"
    case waiverExpired = "E0005"
    case statementUnneeded = "E0006"
    case explanationRefused = "E0007"
    case policyNotInForce = "E0008"
    case waiverRepeated = "E0009"
    case recordsMissing = "E0010"

    case waiverForbidden = "E0012"
    case approverRefused = "E0013"
    case approverConcerned = "E0014"
    case waiverEndsSoon = "E0015"
    case explanationForeign = "E0016"
    case explanationStock = "E0017"

    // Faults of the program.
    case enginesDisagree = "E0011"

    // Examples.
    case exampleFailed = "E0101"
}
